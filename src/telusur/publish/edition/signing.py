"""Signs a bundle's manifest with an Ed25519 key, and says whose signature it bears.

The format is that of `ssh-keygen -Y sign`, so that anyone with OpenSSH can check it.
"""

from __future__ import annotations

import base64
import hashlib
import os
import struct
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from telusur.errors import PublishRefused
from telusur.publish.edition.manifest import read_manifest
from telusur.publish.edition.tree import MANIFEST, SIGNATURE, read_plain
from telusur.words import Later, say

NAMESPACE = "telusur"
"""What OpenSSH is told that the signature is for: one made for something else does not count."""
KEY = "kunci"
"""Where the manifest names the key."""
_MAGIC, _VERSION, _KIND, _HASH = b"SSHSIG", 1, b"ssh-ed25519", b"sha512"
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_WIDTH = 70
_MAKE_ONE = Later("Make one with `ssh-keygen -t ed25519 -N '' -f FILE`.")


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Whose signature something bears."""

    raw: bytes
    """32 bytes."""

    @property
    def blob(self) -> bytes:
        """As OpenSSH writes it into files."""
        return _string(_KIND) + _string(self.raw)

    @property
    def fingerprint(self) -> str:
        """As `ssh-keygen -l` prints it: `SHA256:…`."""
        digest = base64.b64encode(hashlib.sha256(self.blob).digest())
        return f"SHA256:{digest.decode().rstrip('=')}"

    @property
    def line(self) -> str:
        """As it stands in a file `id_ed25519.pub`, without a comment."""
        return f"{_KIND.decode()} {base64.b64encode(self.blob).decode()}"


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key."""

    public: PublicKey
    _private: Ed25519PrivateKey = field(repr=False)

    def sign(self, message: bytes) -> str:
        """Return the signature as OpenSSH writes it; the same message gives the same one."""
        signed = _string(_KIND) + _string(self._private.sign(_signed(message)))
        blob = _MAGIC + struct.pack(">I", _VERSION) + _string(self.public.blob)
        blob += _string(NAMESPACE.encode()) + _string(b"") + _string(_HASH) + _string(signed)
        return _written(blob)


def read_signer(path: Path) -> Signer:
    """Read a private key, in the format of OpenSSH or PEM.

    Raises:
        PublishRefused: there is none, or it is of another kind, or a passphrase protects it.
    """
    data = _read(path)
    load = (
        serialization.load_ssh_private_key
        if b"BEGIN OPENSSH PRIVATE KEY" in data
        else serialization.load_pem_private_key
    )
    try:
        key = load(data, None)
    except TypeError as error:
        raise PublishRefused(
            say(
                "{path}: a passphrase protects this key, and nobody could type it here. Take a key "
                "for publishing alone, without a passphrase, that only its owner can read. "
                "{make_one}",
                path=path,
                make_one=_MAKE_ONE,
            )
        ) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise PublishRefused(
            say(
                "{path}: this is no private key in the format of OpenSSH or PEM. {make_one}",
                path=path,
                make_one=_MAKE_ONE,
            )
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise PublishRefused(
            say(
                "{path}: this key is not of the kind Ed25519. {make_one}",
                path=path,
                make_one=_MAKE_ONE,
            )
        )
    return Signer(PublicKey(key.public_key().public_bytes_raw()), key)


def read_public_key(path: Path) -> PublicKey:
    """Read a public key: a file `….pub`, or PEM.

    Raises:
        PublishRefused: there is none, or it is of another kind.
    """
    data = _read(path)
    try:
        if data.startswith(b"-----"):
            key = serialization.load_pem_public_key(data)
        else:
            key = serialization.load_ssh_public_key(data.strip())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise PublishRefused(
            say(
                "{path}: this is no public key. Name the file that ends with .pub beside the key.",
                path=path,
            )
        ) from error
    if not isinstance(key, Ed25519PublicKey):
        raise PublishRefused(
            say("{path}: this key is not of the kind Ed25519, as bundles have it.", path=path)
        )
    return PublicKey(key.public_bytes_raw())


def signed_by(folder: Path, expected: PublicKey | None = None) -> PublicKey | None:
    """Return whose signature the manifest of a bundle bears; None where it is unsigned.

    Raises:
        PublishRefused: the signature does not fit, is missing where the manifest or `expected`
            asks for it, or is that of another key.
    """
    told = read_manifest(folder).get(KEY)
    file = folder / SIGNATURE
    if not os.path.lexists(file):
        if told:
            raise PublishRefused(
                say(
                    "{file}: missing, though the manifest names the key {told}.",
                    file=file,
                    told=told,
                )
            )
        if expected:
            raise PublishRefused(
                say(
                    "{folder}: unsigned, and not signed by {fingerprint}.",
                    folder=folder,
                    fingerprint=expected.fingerprint,
                )
            )
        return None
    if not told:
        raise PublishRefused(
            say("{file}: a signature, though the manifest says that it is unsigned.", file=file)
        )
    try:
        text = read_plain(file).decode("ascii", errors="replace")
        key = signer_of(text, read_plain(folder / MANIFEST))
    except (OSError, ValueError, struct.error) as error:
        raise PublishRefused(
            say("{file}: this signature does not fit the manifest.", file=file)
        ) from error
    for wanted in (told, expected and expected.fingerprint):
        if wanted and key.fingerprint != wanted:
            raise PublishRefused(
                say(
                    "{file}: signed by {fingerprint}, and not by {wanted}.",
                    file=file,
                    fingerprint=key.fingerprint,
                    wanted=wanted,
                )
            )
    return key


def signer_of(text: str, message: bytes) -> PublicKey:
    """Return the key whose signature of `message` this is.

    Raises:
        ValueError, struct.error: it is none, or does not fit.
    """
    inner = "".join(text.partition(_BEGIN)[2].partition(_END)[0].split())
    blob = base64.b64decode(inner, validate=True)
    if not blob.startswith(_MAGIC + struct.pack(">I", _VERSION)) or _written(blob) != text:
        raise ValueError("another format")
    public, namespace, reserved, hashed, signed = _strings(blob[len(_MAGIC) + 4 :], 5)
    kind, raw = _strings(public, 2)
    signed_kind, signature = _strings(signed, 2)
    if (kind, signed_kind, namespace, reserved, hashed) != (
        _KIND, _KIND, NAMESPACE.encode(), b"", _HASH,
    ):  # fmt: skip
        raise ValueError("another kind")
    try:
        Ed25519PublicKey.from_public_bytes(raw).verify(signature, _signed(message))
    except InvalidSignature as error:
        raise ValueError("does not fit") from error
    return PublicKey(raw)


def _written(blob: bytes) -> str:
    """A signature as OpenSSH writes it into files."""
    text = base64.b64encode(blob).decode()
    lines = [text[at : at + _WIDTH] for at in range(0, len(text), _WIDTH)]
    return "\n".join([_BEGIN, *lines, _END, ""])


def _signed(message: bytes) -> bytes:
    """What is signed in the place of a message."""
    digest = hashlib.sha512(message).digest()
    return _MAGIC + b"".join(map(_string, (NAMESPACE.encode(), b"", _HASH, digest)))


def _string(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def _strings(data: bytes, number: int) -> list[bytes]:
    """Read so many strings, with nothing behind them."""
    found = []
    for _ in range(number):
        (length,) = struct.unpack_from(">I", data)
        if length > len(data) - 4:
            raise ValueError("cut short")
        found.append(data[4 : 4 + length])
        data = data[4 + length :]
    if data:
        raise ValueError("something behind it")
    return found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PublishRefused(
            say("{path}: this key cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from error

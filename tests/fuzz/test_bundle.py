"""Whatever lies in a bundle: it is as it was published, or what is wrong is told in words."""

from __future__ import annotations

import contextlib
import struct
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.foreign import changed_json, damaged

from telusur.errors import PublishRefused
from telusur.publish import differences, edition_of, read_public_key, signed_by
from telusur.publish.edition.manifest import MANIFEST, SIGNATURE, write_manifest
from telusur.publish.edition.signing import KEY, PublicKey, Signer, signer_of

fuzzed = settings(settings.get_profile("fuzz"))
_PRIVATE = Ed25519PrivateKey.from_private_bytes(b"a" * 32)
SIGNER = Signer(PublicKey(_PRIVATE.public_key().public_bytes_raw()), _PRIVATE)


def make(folder: Path) -> None:
    (folder / "static").mkdir()
    (folder / "static" / "a.csv").write_text("satu", encoding="utf-8")
    write_manifest(folder, {"terbitan": 1, KEY: SIGNER.public.fingerprint}, SIGNER)


with tempfile.TemporaryDirectory() as _sound:
    make(Path(_sound))
    SOUND = (Path(_sound) / MANIFEST).read_text(encoding="utf-8")
    SIGNED = (Path(_sound) / SIGNATURE).read_bytes()


@fuzzed
@given(changed_json(SOUND) | st.binary(max_size=60))
def test_manifests(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder)
        (folder / MANIFEST).write_bytes(content)
        with contextlib.suppress(PublishRefused):
            wrong = differences(folder)
            assert bool(wrong) == (content != SOUND.encode())
            assert "\n".join(wrong).encode("utf-8")
        with contextlib.suppress(PublishRefused):
            str(edition_of(folder)).encode("utf-8")
        with contextlib.suppress(PublishRefused):
            signed_by(folder)
            assert content == SOUND.encode()


@fuzzed
@given(damaged(SIGNED) | st.binary(max_size=200))
def test_signatures(content: bytes) -> None:
    with contextlib.suppress(ValueError, struct.error):
        found = signer_of(content.decode("ascii", "replace"), SOUND.encode())
        assert (content, found) == (SIGNED, SIGNER.public)


@fuzzed
@given(damaged(SIGNER.public.line.encode()) | st.binary(max_size=100))
def test_keys(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "kunci.pub"
        path.write_bytes(content)
        with contextlib.suppress(PublishRefused):
            read_public_key(path)

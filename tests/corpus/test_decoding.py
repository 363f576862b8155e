from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.corpus.decoding import decode, what_it_really_is

PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"))


@given(PRINTABLE, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_unicode_encodings_come_back_as_they_were_written(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_utf_16_of_either_order_is_known_by_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + "“Loket”".encode("utf-16-be")) == "“Loket”"
    assert decode(codecs.BOM_UTF16_LE + "“Loket”".encode("utf-16-le")) == "“Loket”"


def test_windows_1252_is_what_remains() -> None:
    assert decode("“Blangko” – 5€".encode("cp1252")) == "“Blangko” – 5€"


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_bytes_that_windows_1252_leaves_undefined_are_marked(byte: int) -> None:
    assert decode(b"caf\xe9 " + bytes([byte])) == "café \ufffd"


def test_one_damaged_byte_does_not_spoil_a_utf_8_file() -> None:
    assert decode("“Loket” “dua” é".encode() + b"\xff") == "“Loket” “dua” é\ufffd"


def test_newlines_become_one_kind_and_control_characters_spaces() -> None:
    assert decode(b"a\r\nb\rc\nd\x00e\x0cf\tg") == "a\nb\nc\nd e f\tg"


@pytest.mark.need("N-READ-4")
@given(st.binary(max_size=80))
def test_any_bytes_decode_to_text_that_can_be_stored(data: bytes) -> None:
    text = decode(data)
    text.encode("utf-8")
    assert not any(ord(character) < 32 and character not in "\t\n" for character in text)


def test_lone_surrogates_of_utf_16_are_marked() -> None:
    assert decode(codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00") == "a\ufffdb"


@pytest.mark.parametrize(
    ("data", "nature"),
    [(b"%PDF-1.7 ...", "a PDF"), (bytes(range(32)) * 20, "not a text but binary data")],
)
def test_what_is_no_text_is_named(data: bytes, nature: str) -> None:
    assert what_it_really_is(data) == nature


def test_a_stray_control_character_or_utf_16_is_text() -> None:
    assert what_it_really_is(b"Loket\x00 dua\x0c") is None
    assert what_it_really_is("Loket dua".encode("utf-16")) is None
    assert what_it_really_is(b"Loket dua\r\n" * 50) is None

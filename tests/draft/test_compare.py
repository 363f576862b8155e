"""Clauses are known again in another version of the draft, wherever they went."""

from __future__ import annotations

import random
import subprocess
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telusur.draft import Regulation, read_draft
from telusur.draft.compare import Version, compare, wording
from telusur.draft.compare.identity import identify
from telusur.errors import InvalidWorkspace, NotFound
from telusur.exchange.revisions import read_version

SAMPLE = Path(__file__).parents[2] / "draft"

LOKET = "Loket buka paling lambat pukul 08.00 di setiap kantor pelayanan."
ADUAN = "Pengaduan masyarakat dijawab oleh penyelenggara dalam 3 (tiga) hari."
TARIF = "Biaya pelayanan diumumkan di ruang tunggu dan pada laman penyelenggara."
KURSI = """\
(1) Ruang tunggu menyediakan kursi prioritas bagi penyandang disabilitas.
(2) Petugas membantu pengunjung lanjut usia sampai urusannya selesai.
(3) Pengunjung yang datang tanpa nomor antrean tetap dilayani pada hari itu."""


def numbered(*bodies: str) -> str:
    return "\n".join(f"Pasal {number}\n{body}" for number, body in enumerate(bodies, start=1))


def version(text: str, folder: Path) -> Version:
    folder.mkdir(exist_ok=True)
    (folder / "draft.md").write_text(text, encoding="utf-8")
    return as_version(read_draft(folder))


def as_version(regulation: Regulation) -> Version:
    return Version(regulation.clauses, regulation.references)


def changes(old: str, new: str, folder: Path) -> list[str]:
    """One line a change: `pasal-1 > pasal-2: renumbered`."""
    lines = []
    for one in compare(version(old, folder / "old"), version(new, folder / "new")):
        sides = (side.id if side else "-" for side in (one.old, one.new))
        other = f" {one.other.id}" if one.other else ""
        lines.append(f"{' > '.join(sides)}: {', '.join(one.kinds)}{other}")
    return lines


@pytest.mark.need("N-DRAFT-6")
def test_an_inserted_pasal_renumbers_the_others_and_rewords_none(tmp_path: Path) -> None:
    told = "Ketentuan mengenai loket sebagaimana dimaksud dalam Pasal {} berlaku juga di desa."
    old = numbered(LOKET, ADUAN, told.format(1))
    new = numbered(TARIF, LOKET, ADUAN, told.format(2))
    assert changes(old, new, tmp_path) == [
        "- > pasal-1: added",
        "pasal-1 > pasal-2: renumbered",
        "pasal-2 > pasal-3: renumbered",
        "pasal-3 > pasal-4: renumbered",
    ]


def test_a_reference_that_now_leads_elsewhere_is_reworded(tmp_path: Path) -> None:
    told = "Ketentuan mengenai loket sebagaimana dimaksud dalam Pasal {} berlaku juga di desa."
    old, new = (numbered(LOKET, ADUAN, told.format(number)) for number in (1, 2))
    assert changes(old, new, tmp_path) == ["pasal-3 > pasal-3: reworded"]


def test_the_fewest_clauses_are_said_to_have_moved(tmp_path: Path) -> None:
    found = changes(numbered(LOKET, ADUAN, TARIF), numbered(ADUAN, TARIF, LOKET), tmp_path)
    assert [line for line in found if "moved" in line] == ["pasal-1 > pasal-3: moved, renumbered"]


def test_a_reworded_pasal_is_known_by_its_words(tmp_path: Path) -> None:
    shorter = LOKET.replace("paling lambat pukul 08.00", "setiap hari kerja")
    found = changes(numbered(LOKET, ADUAN), numbered(TARIF, ADUAN, shorter), tmp_path)
    assert "pasal-1 > pasal-3: renumbered, reworded" in found
    assert "- > pasal-1: added" in found


def test_a_pasal_written_anew_in_its_place_is_still_the_same_where_some_words_stay(
    tmp_path: Path,
) -> None:
    anew = "Setiap kantor pelayanan membuka loket daring bagi warga yang tinggal jauh."
    found = changes(numbered(ADUAN, LOKET, TARIF), numbered(ADUAN, anew, TARIF), tmp_path)
    assert found == ["pasal-2 > pasal-2: reworded"]


def test_a_pasal_about_something_else_is_not_the_same(tmp_path: Path) -> None:
    found = changes(numbered(LOKET, ADUAN), numbered(LOKET, "Cuti diatur tersendiri."), tmp_path)
    assert found == ["pasal-2 > -: removed", "- > pasal-2: added"]


@pytest.mark.need("N-DRAFT-6")
def test_a_pasal_that_was_split(tmp_path: Path) -> None:
    first, second, third = KURSI.split("\n")
    halves = f"{first}\n{second}", third.replace("(3) ", "")
    found = changes(numbered(KURSI, ADUAN), numbered(*halves, ADUAN), tmp_path)
    assert "- > pasal-2: split pasal-1" in found
    assert "pasal-2 > pasal-3: renumbered" in found


def test_two_pasal_that_were_merged(tmp_path: Path) -> None:
    found = changes(numbered(KURSI, ADUAN), numbered(f"{KURSI}\n(4) {ADUAN}"), tmp_path)
    assert "pasal-2 > -: merged pasal-1" in found
    assert not any("removed" in line for line in found)


def test_an_item_that_went_to_another_pasal_is_followed(tmp_path: Path) -> None:
    first, second, third = KURSI.split("\n")
    old = numbered(KURSI, f"(1) {ADUAN}\n(2) {TARIF}")
    new = numbered(f"{first}\n(2) {third[4:]}", f"(1) {ADUAN}\n(2) {TARIF}\n(3) {second[4:]}")
    assert "pasal-1.ayat-2 > pasal-2.ayat-3: moved, renumbered" in changes(old, new, tmp_path)


@pytest.mark.need("N-DRAFT-2")
def test_a_label_is_known_whatever_the_words(tmp_path: Path) -> None:
    old, new = (f"#### Pasal {{#jam-buka}}\n\n{words}\n" for words in (LOKET, TARIF))
    assert changes(old, new, tmp_path) == ["jam-buka > jam-buka: reworded"]


def test_a_draft_that_receives_labels_keeps_its_clauses(tmp_path: Path) -> None:
    new = f"#### Pasal {{#jam-buka}}\n\n{LOKET}\n\n#### Pasal {{#aduan}}\n\n{ADUAN}\n"
    assert changes(numbered(LOKET, ADUAN), new, tmp_path) == []


def test_a_bab_with_another_title_is_known_by_its_pasal(tmp_path: Path) -> None:
    old = f"BAB I\nLOKET\n{numbered(LOKET, ADUAN)}"
    new = f"BAB I\nPELAYANAN\n{numbered(LOKET, ADUAN)}"
    assert changes(old, new, tmp_path) == ["bab-1 > bab-1: reworded"]


def test_the_same_draft_has_no_changes() -> None:
    sample = as_version(read_draft(SAMPLE))
    assert compare(sample, sample) == []


@given(st.randoms(use_true_random=False))
def test_pasal_in_any_other_order_are_all_known_again(source: random.Random) -> None:
    bodies = [LOKET, ADUAN, TARIF, KURSI, LOKET.replace("Loket", "Gerai"), "Cuti diatur sendiri."]
    order = source.sample(range(len(bodies)), len(bodies))
    old, new = (read_text(numbered(*each)) for each in (bodies, [bodies[at] for at in order]))
    same = identify(as_version(old), as_version(new))
    for place, at in enumerate(order, start=1):
        assert same.to_new[f"pasal-{at + 1}"] == f"pasal-{place}"


@given(st.text(" ab.,\n", max_size=60), st.text(" ab.,\n", max_size=60))
def test_the_stretches_of_a_rewording_are_both_texts(old: str, new: str) -> None:
    stretches = list(wording(old, new))
    for kind, text in (("added", old), ("removed", new)):
        pieces = [word for one in stretches if one.kind != kind for word in one.words.split()]
        assert pieces == text.split()
    for one, after in pairwise(stretches):
        assert one.kind != after.kind


def committed(folder: Path) -> None:
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one"],
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)


def test_a_revision_in_git_is_a_version(tmp_path: Path) -> None:
    draft = tmp_path / "draft"
    version(numbered(LOKET), draft)
    committed(tmp_path)
    version(numbered(ADUAN), draft)
    assert read_version("HEAD", draft).clauses[0].text == LOKET
    assert read_version(str(draft), draft).clauses[0].text == ADUAN
    with pytest.raises(NotFound, match="no revision"):
        read_version("sebelum-lebaran", draft)


def test_links_in_a_revision_lead_to_what_was_there_then(tmp_path: Path) -> None:
    draft, shared = tmp_path / "draft", tmp_path / "bersama" / "draft.md"
    draft.mkdir()
    version(numbered(LOKET), shared.parent)
    (draft / "draft.md").symlink_to("../bersama/draft.md")
    committed(tmp_path)
    version(numbered(ADUAN), shared.parent)
    assert read_version("HEAD", draft).clauses[0].text == LOKET
    (draft / "lain.md").symlink_to("/nowhere.md")
    committed(tmp_path)
    with pytest.raises(InvalidWorkspace, match=r"lain\.md: This link leads to no file"):
        read_version("HEAD", draft)


def read_text(text: str) -> Regulation:
    with TemporaryDirectory() as folder:
        (Path(folder) / "draft.md").write_text(text, encoding="utf-8")
        return read_draft(Path(folder))

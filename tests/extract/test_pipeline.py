"""Reading is one list of components, which say what they need and give."""

from __future__ import annotations

from typing import get_args

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from telusur.errors import InvalidWorkspace
from telusur.extract import Lexicon, Reader
from telusur.extract.pipeline import (
    CANDIDATES,
    COMPONENTS,
    FINDINGS,
    PEOPLE,
    WHEREABOUTS,
    Attribute,
    make_pipeline,
)
from telusur.workspace.components import Ours

from .conftest import TODAY, report

CALLS: list[str] = []


@Language.component("uji_hanya_loket", requires=[CANDIDATES.path], assigns=[CANDIDATES.path])
def only_on_counters(doc: Doc) -> Doc:
    """Leaves of the candidates only those that speak of a counter."""
    CALLS.append("uji_hanya_loket")
    kept = [one for one in CANDIDATES.of(doc) if "loket" in one.clause.context.sentence.lower()]
    CANDIDATES.write(doc, tuple(kept))
    return doc


@Language.component("uji_gagal")
def fails(doc: Doc) -> Doc:
    raise KeyError("kunci")


@Language.component("uji_tanpa_hasil")
def returns_nothing(doc: Doc) -> Doc:
    return None  # type: ignore[return-value]


def test_every_component_gets_what_it_needs_from_those_before_it(lexicon: Lexicon) -> None:
    analysis = make_pipeline(lexicon).analyze_pipes()
    assert list(analysis["summary"]) == list(COMPONENTS)
    assert analysis["problems"] == {name: [] for name in COMPONENTS}
    for name in COMPONENTS[1:]:
        assert analysis["summary"][name]["requires"], name


def test_a_component_declares_all_that_it_writes(lexicon: Lexicon) -> None:
    nlp = make_pipeline(lexicon)
    reader = Reader(lexicon)
    doc = reader.begin(report("Jaringan internet di loket Kota Bogor masih lambat"), today=TODAY)
    reader.finish(doc)
    written = {f"doc._.{key[1]}" for key in doc.user_data if key[0] == "._."}
    declared = {
        attribute for one in nlp.analyze_pipes()["summary"].values() for attribute in one["assigns"]
    }
    given = {"doc._.telusur_given", "doc._.telusur_by_meaning"}
    assert written - given == declared - {"doc.ents"}


def test_each_attribute_is_written_by_one_component_only(lexicon: Lexicon) -> None:
    for key, one in make_pipeline(lexicon).analyze_pipes()["attrs"].items():
        assert len(one["assigns"]) == 1, key


def test_nothing_is_looked_up_that_no_component_has_written(lexicon: Lexicon) -> None:
    doc = make_pipeline(lexicon).make_doc("Loket tutup")
    with pytest.raises(LookupError, match=r"doc\._\.telusur_findings"):
        FINDINGS.of(doc)


def test_what_is_begun_can_be_finished_later_and_says_the_same(lexicon: Lexicon) -> None:
    reader = Reader(lexicon)
    notes = [
        report("Jaringan internet di loket Kota Bogor masih lambat."),
        report("Petugas di Kabupaten Garut belum dilatih."),
    ]
    begun = [reader.begin(one, today=TODAY) for one in notes]
    later = [reader.finish(doc) for doc in reversed(begun)]
    assert later[::-1] == [reader.read(one, today=TODAY) for one in notes]


def test_the_settings_know_the_components_by_their_names() -> None:
    assert get_args(Ours) == COMPONENTS


def test_a_component_of_the_workspace_is_run_once_where_it_is_put(lexicon: Lexicon) -> None:
    note = report(
        "Jaringan internet masih lambat.", "Jaringan di loket lambat dan sering terputus."
    )
    reader = Reader(lexicon, own={"uji_hanya_loket": "judgement"})
    CALLS.clear()
    doc = reader.begin(note, today=TODAY)
    assert reader.clauses(doc) == ["Jaringan di loket lambat dan sering terputus"]
    found = reader.finish(doc).findings
    assert [one.quote for one in found] == ["Jaringan di loket lambat dan sering terputus"]
    assert CALLS == ["uji_hanya_loket"]
    assert len(Reader(lexicon).read(note, today=TODAY).findings) == 2


def test_a_component_can_see_what_others_wrote_and_add_to_it(lexicon: Lexicon) -> None:
    seen: Attribute[int] = Attribute("uji_jumlah")

    @Language.component("uji_menghitung", requires=[WHEREABOUTS.path, PEOPLE.path])
    def count(doc: Doc) -> Doc:
        seen.write(doc, len(WHEREABOUTS.of(doc).named))
        return doc

    reader = Reader(lexicon, own={"uji_menghitung": "people"})
    doc = reader.begin(report("Dari Kota Bogor ke Kota Depok."), today=TODAY)
    assert seen.of(doc) == 2


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("uji_gagal", "the component `uji_gagal` fails on corpus/x.md (KeyError: 'kunci')"),
        ("uji_tanpa_hasil", "the component `uji_tanpa_hasil` must return the Doc"),
    ],
)
@pytest.mark.parametrize("after", ["language", "findings"])
def test_a_component_that_fails_is_named_with_the_report(
    lexicon: Lexicon, name: str, what: str, after: str
) -> None:
    reader = Reader(lexicon, own={name: after})
    with pytest.raises(InvalidWorkspace) as caught:
        reader.read(report("Loket tutup lebih awal"), today=TODAY)
    (problem,) = caught.value.problems
    assert problem.path == "telusur.toml"
    assert what in problem.what


def test_a_component_that_cannot_be_made_is_named(lexicon: Lexicon) -> None:
    with pytest.raises(InvalidWorkspace, match="`uji_tidak_ada` cannot be made"):
        Reader(lexicon, own={"uji_tidak_ada": "places"})

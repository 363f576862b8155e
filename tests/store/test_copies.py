"""Reports that say what another says are one source."""

from __future__ import annotations

from telusur.store.derived.copies import copies_among, sketch_of

RELEASE = (
    "Petugas loket contoh mencatat antrean panjang sejak pagi karena hanya satu mesin cetak yang "
    "menyala. Warga yang datang dari jauh menunggu sampai sore dan sebagian pulang tanpa dokumen. "
    "Kepala loket meminta tambahan dua mesin serta seorang petugas yang memandu warga lanjut usia. "
)
OTHER = (
    "Ruang arsip di lantai dua sudah tertata, rak diberi label, dan berkas lama dipindai setiap "
    "minggu oleh dua orang magang sehingga pencarian berkas hanya memakan waktu beberapa menit. "
)


def copies(**texts: str) -> dict[str, str]:
    return copies_among({name: sketch_of(text) for name, text in texts.items()})


def test_the_same_words_in_another_dress_are_a_copy() -> None:
    dressed = "**" + RELEASE.upper().replace(" ", "\n") + "**"
    assert copies(a=RELEASE, b=dressed, c=OTHER) == {"b": "a"}


def test_the_numbers_of_a_list_make_no_other_report() -> None:
    """Saved from the same document, one format has the numbers and another has bullets."""
    items = RELEASE.strip().split(". ")
    numbered = "".join(f"{n}. {item}.\n" for n, item in enumerate(items, 1))
    bullets = "".join(f"- {item}.\n" for item in items)
    assert copies(a=numbered, b=bullets, c=OTHER) == {"b": "a"}


def test_a_release_that_papers_reprint_is_one_source() -> None:
    first = "Kota Contoh - " + RELEASE + "Berita ini disiarkan kantor berita contoh."
    second = RELEASE.replace("sore", "petang") + "Demikian dilaporkan wartawan kami dari lokasi."
    assert copies(release=RELEASE, first=first, second=second) == {
        "first": "release", "second": "release",
    }  # fmt: skip


def test_a_report_that_quotes_a_note_is_no_copy_of_it() -> None:
    assert copies(note=RELEASE, long=RELEASE + OTHER * 3 + " ".join(map(str, range(200)))) == {}


def test_forms_that_are_filled_in_differently_are_no_copies() -> None:
    form = (
        "Nama loket: {} Hari: {} Kendala yang ditemui petugas: {} Saran: {} Tindak lanjut: {}. " * 4
    )
    one = form.format(*(f"isian {number} satu dua" for number in range(20)))
    other = form.format(*(f"jawaban {number} tiga empat" for number in range(20)))
    assert copies(one=one, other=other) == {}


def test_short_notes_are_copies_only_word_for_word() -> None:
    assert copies(a="Kertas habis.", b="kertas habis", c="Kertas masih ada.", d="", e="") == {
        "b": "a"
    }

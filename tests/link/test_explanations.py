"""Pairs of explanation and article are read from a regulation as it comes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from benchmarks.linking import read
from benchmarks.linking_explanations import articles, main, said

REGULATION = """\
# BAB I KETENTUAN UMUM
## Pasal 1
1. Loket adalah tempat warga dilayani.
# BAB II LOKET
Bagian Kesatu
Umum
**Pasal 2**
(1) Setiap loket memasang papan biaya.
(2) Papan dibuat oleh pengelola.
### Bagian Kedua: Antrean
## Pasal 3
Antrean dibuka
pukul *delapan*.
## Pasal 4A
Warga lanjut usia didahulukan di setiap antrean.
# BAB III KETENTUAN PENUTUP
## Pasal 5
Peraturan ini mulai berlaku pada tanggal diundangkan.
Agar setiap orang mengetahuinya, peraturan ini diumumkan.
II. PASAL DEMI PASAL
Pasal 1
Cukup jelas.
Pasal 2
Ayat (1)
Papan biaya memuat tarif, denda, dan cara membayarnya.
Ayat (2)
Cukup jelas.
Pasal 3
Cukup jelas.
Pasal 4A
Huruf a
Lanjut usia adalah warga berumur enam puluh tahun ke atas.
Pasal 5
Peraturan ini mulai berlaku sejak tanggal yang tertulis di sini.
"""


def test_articles_carry_their_number_and_the_headings_above_them() -> None:
    found = {one.number: one for one in articles(REGULATION.split("II. PASAL")[0])}
    assert list(found) == ["1", "2", "3", "4A", "5"]
    assert found["3"].text == "Antrean dibuka pukul delapan ."
    assert found["3"].heading == "LOKET – Antrean"
    assert found["5"].heading == "KETENTUAN PENUTUP"


@pytest.mark.parametrize(
    ("explanation", "words"),
    [
        ("Cukup jelas.", ""),
        ("Ayat (1) Cukup jelas. Ayat (2) Huruf a Cukup jelas", ""),
        ("Ayat (1) Tarif termasuk denda. Ayat (2) Cukup jelas.", "Tarif termasuk denda."),
        ("Huruf a Yang dimaksud adalah loket.", "Yang dimaksud adalah loket."),
        ("Lihat ayat (1) di atas.", "Lihat ayat (1) di atas."),
    ],
)
def test_labels_and_what_says_nothing_are_left_out(explanation: str, words: str) -> None:
    assert said(explanation) == words


def test_the_folder_is_what_the_benchmark_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    regulations = tmp_path / "regulations"
    regulations.mkdir()
    (regulations / "loket.md").write_text(REGULATION, encoding="utf-8")
    (regulations / "lain.md").write_text("# BAB I KURSI\n## Pasal 1\nKursi disediakan.\n", "utf-8")
    monkeypatch.setattr(sys, "argv", ["x", str(regulations), str(tmp_path / "out")])
    main()
    judged = read(tmp_path / "out")
    assert [one.id for one in judged.targets] == ["lain-1", "loket-2", "loket-3", "loket-4A"]
    assert [one.id for one in judged.sources] == ["p-loket-2", "p-loket-4A"]
    assert judged.grades.tolist() == [[0, 1, 0, 0], [0, 0, 0, 1]]
    lines = (tmp_path / "out" / "sources.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0])["text"] == "Papan biaya memuat tarif, denda, dan cara membayarnya."

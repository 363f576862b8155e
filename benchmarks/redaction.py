# ruff: noqa: E501 (a sentence a line)
"""How much of what is personal is hidden, and how much of what is public stays:
`python -m benchmarks.redaction [--show] [--seed N]`.

A corpus of invented reports is salted with invented numbers, contacts, addresses and citizens in
many spellings, and with officials, places, institutions and figures. Names and sentences here were
not looked at when the rules were written, as far as that can be said of one's own: see --seed.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from telusur.extract.lexicon import names_of_places, read_lexicon
from telusur.publish.redaction import Redacted, places_pattern, redact
from telusur.publish.reports import Report, Wishes
from telusur.publish.tokens import words_of
from telusur.publish.vocabulary import vocabulary

ROOT = Path(__file__).parents[1]
REPORTS = 60

GIVEN = [
    "Siti",
    "Budi",
    "Ahmad",
    "Sumarni",
    "Tugiyem",
    "Wayan",
    "Ketut",
    "Made",
    "Yohana",
    "Markus",
    "Togar",
    "Rosmala",
    "Nurhayati",
    "Paijo",
    "Sukinem",
    "Harjono",
    "Legimin",
    "Wagini",
    "Marsinah",
    "Jumadi",
    "Kasmiran",
    "Poniman",
    "Suyatmi",
    "Lasmini",
    "Darsih",
    "Karyono",
    "Abdurrahim",
    "Zulkarnain",
    "Fatmawati",
    "Salmah",
    "Rukiah",
    "Hasnah",
    "Nurjanah",
    "Syarifah",
    "Muhamad",
    "Iskandar",
    "Bahrun",
    "Elisabet",
    "Yulius",
    "Ferdinandus",
    "Kornelis",
    "Agustina",
    "Welmina",
    "Yopi",
    "Mince",
    "Oktavianus",
    "Desak",
    "Luh",
    "Gusti",
    "Indah",
    "Melati",
    "Bunga",
    "Cahaya",
    "Wahyu",
    "Bintang",
    "Mulia",
    "Permata",
    "Intan",
    "Dewi",
    "Asep",
    "Ujang",
    "Euis",
    "Neneng",
    "Cucu",
]
FAMILY = [
    "Aminah",
    "Santoso",
    "Fauzi",
    "Lestari",
    "Prawiro",
    "Sastrowardoyo",
    "Simanjuntak",
    "Siregar",
    "Tampubolon",
    "Wenda",
    "Kogoya",
    "Rumbiak",
    "Tabuni",
    "Mandacan",
    "Hattu",
    "Lekatompessy",
    "Manuputty",
    "Tuasikal",
    "Pelupessy",
    "Kalalo",
    "Rorimpandey",
    "Sumual",
    "Mokoginta",
    "Paputungan",
    "Daeng",
    "Mappasomba",
    "Tenriawaru",
    "Pongtiku",
    "Salurante",
    "Lumbantoruan",
    "Br.Ginting",
    "Nasution",
    "Batubara",
    "Harefa",
    "Zebua",
    "Laia",
    "Sudarma",
    "Suardana",
    "Wirawan",
    "Artini",
    "Suparta",
    "Kusumaningrum",
    "Widiastuti",
    "Hartati",
    "Setyowati",
    "Rochman",
    "Maemunah",
    "Khasanah",
    "Zubaedah",
    "Munawaroh",
    "Tarmidi",
    "Sobari",
    "Kurniasih",
    "Supriatna",
]
OFFICIALS = (
    "Rahmat Hidayatullah", "Nyoman Sudirta", "Sarah Wattimury", "Bonar Sihotang", "Endang Purwati",
    "Muliadi Tanjung", "Theofilus Rumere", "Rini Handoko", "Amirullah Laode", "Yusril Mahendra",
)  # fmt: skip
PLACES = ("Kota Palembang", "Kabupaten Sumedang", "Kota Kupang", "Kabupaten Banyuwangi", "Kota Padang",
          "Kabupaten Ketapang", "Kota Samarinda", "Sulawesi Selatan", "Kabupaten Wonosobo", "Kota Batam")  # fmt: skip
CODES = ("1671", "3211", "5371", "3510", "1371", "6104", "6472", "7371", "3307", "2171")
OFFICES = (
    "Kepala Disdukcapil {place}", "Bupati", "Sekretaris Daerah {place}", "Kepala Dinas Penanaman "
    "Modal dan Pelayanan Terpadu Satu Pintu {place}", "Kepala Bidang Pelayanan Pendaftaran Penduduk",
    "Camat Sukamaju", "Wakil Wali Kota", "Direktur Jenderal Kependudukan dan Pencatatan Sipil",
)  # fmt: skip
INSTITUTIONS = ("Dinas Kependudukan dan Pencatatan Sipil", "Kementerian PANRB", "Ombudsman RI",
                "BPJS Kesehatan", "Mal Pelayanan Publik", "Bank Sumsel Babel", "Polres Ketapang")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Salt:
    """Something that a report was salted with."""

    kind: str
    words: str
    """As it is written there."""
    secret: bool
    """Whether it must be hidden; else it must stay."""


class Writer:
    """Writes one invented report."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.salts: list[Salt] = []
        self.number = dice.randrange(len(PLACES))
        self.officials: list[str] = []

    def hide(self, kind: str, words: str) -> str:
        self.salts.append(Salt(kind, words, secret=True))
        return words

    def keep(self, kind: str, words: str) -> str:
        self.salts.append(Salt(kind, words, secret=False))
        return words

    def digits(self, count: int) -> str:
        return "".join(self.dice.choice("0123456789") for _ in range(count))

    def nik(self) -> str:
        day = self.dice.randint(1, 28) + self.dice.choice((0, 40))
        code = CODES[self.number]
        return f"{code}{self.dice.randint(1, 20):02}{day:02}{self.dice.randint(1, 12):02}{self.dice.randint(50, 99)}{self.digits(3)}1"

    def spelled(self, digits: str) -> str:
        form = self.dice.randrange(8)
        if form < 2:
            return digits
        if form == 2:
            return " ".join(digits[n : n + 4] for n in range(0, len(digits), 4))
        if form == 3:
            return "-".join(digits[n : n + 4] for n in range(0, len(digits), 4))
        if form == 4:
            return ".".join((digits[:6], digits[6:12], digits[12:]))
        if form == 5:
            return f"{digits[:9]}\n{digits[9:]}"
        if form == 6:
            return f"{digits[:6]} {digits[6:12]}\n{digits[12:]}"
        return digits.translate(str.maketrans("0123456789", "０１２３４５６７８９"))

    def phone(self) -> str:
        rest = self.dice.choice(("12", "13", "52", "21", "57", "78", "95")) + self.digits(8)
        form = self.dice.randrange(8)
        grouped = f"{rest[:2]}-{rest[2:6]}-{rest[6:]}"
        return (
            f"08{rest}", f"08{grouped}", f"+628{rest}", f"+62 8{rest[:2]} {rest[2:6]} {rest[6:]}",
            f"628{rest}", f"08{rest[:2]} {rest[2:6]} {rest[6:]}", f"08{rest[:2]}.{rest[2:6]}.{rest[6:]}",
            f"(08{rest[:2]}) {rest[2:6]}-\n{rest[6:]}",
        )[form]  # fmt: skip

    def email(self, name: str) -> str:
        user = ".".join(words_of(name)) + self.digits(2)
        host = self.dice.choice(("gmail.com", "yahoo.co.id", "mail.kantor.go.id"))
        return self.dice.choice((f"{user}@{host}", f"{user} @ {host}", f"{user}[at]{host}", f"{user.upper()}@{host}", f"{user}@\n{host}", f"{user}(at){host.replace('.', '(dot)')}"))  # fmt: skip

    def name(self) -> str:
        one, two, three = (
            self.dice.choice(GIVEN),
            self.dice.choice(FAMILY),
            self.dice.choice(FAMILY),
        )
        form = self.dice.randrange(7)
        if form == 0:
            return f"{one} binti {two}"
        if form == 1:
            return f"{one} {two} {three}"
        if form == 2:
            return f"{one[0]}. {two}" if len(two) > 4 else f"{one} {two}"
        return f"{one} {two}"

    def place(self) -> str:
        return self.keep("tempat", PLACES[self.number])

    def figure(self) -> str:
        return self.keep("angka", self.dice.choice(("1.250.000", "Rp5,8 miliar", "80 persen", "2019–2021", "427 jenis layanan", "Rp3.000.000.000", "12 Mei 2023", "08.00–15.00", "Pasal 7 ayat (2)", "Nomor 25 Tahun 2009", "300 pemohon")))  # fmt: skip

    def lines(self) -> Iterator[str]:
        """The report, a paragraph at a time."""
        dice = self.dice
        yield f"Kunjungan ke MPP {self.place()}"
        yield f"Pelayanan di {self.keep('instansi', dice.choice(INSTITUTIONS))} {self.place()} berjalan sejak pagi. Ada {self.figure()} yang dicatat, dan {self.figure()} pada semester lalu."
        office = dice.choice(OFFICES).format(place=PLACES[self.number])
        official = dice.choice(OFFICIALS)
        self.officials.append(official)
        yield dice.choice((
            f"{office}, {self.keep('pejabat', official)}, mengatakan antrean berkurang menjadi {self.figure()}.",
            f"“Antrean berkurang,” ujar {self.keep('pejabat', official)}, {office}, saat ditemui.",
            f"{self.keep('pejabat', official)} selaku {office} menerima tim di ruang rapat.",
        ))  # fmt: skip
        for paragraph in dice.sample(self.stories(), 9):
            yield paragraph()
        yield self.table()

    def stories(self) -> list[Callable[[], str]]:
        dice = self.dice
        n = self.name
        hide = self.hide
        return [
            lambda: f"Seorang warga bernama {hide('nama: label', n())} sudah tiga kali datang tanpa hasil.",
            lambda: f"Ibu {hide('nama: sapaan', n())} menunggu sejak subuh karena loket dibuka terlambat.",
            lambda: f"“Saya harus pulang lagi,” kata {hide('nama: ucapan', n())} kepada tim.",
            lambda: f"{hide('nama: umur', n())} ({dice.randint(20, 79)}), pedagang sayur, mengeluhkan jaringan yang putus.",
            lambda: f"Berkas atas nama {hide('nama: label', n().upper())} belum dicetak sampai hari ini.",
            lambda: f"Pemohon: {hide('nama: label', n().lower())}; keperluan: cetak ulang KTP-el.",
            lambda: f"Kemarin {hide('nama: kalimat', n())} dan {hide('nama: kalimat', n())} membawa berkas ke loket dua.",
            lambda: f"Menurut {hide('nama: ucapan', n())}, warga {self.place()}, petugas ramah tetapi lambat.",
            lambda: f"KELUHAN {hide('nama: judul', n().upper())} TENTANG AKTA KELAHIRAN",
            lambda: f"NIK {hide('NIK', self.spelled(self.nik()))} tidak ditemukan di dalam sistem.",
            lambda: f"Nomor yang dicoba petugas ialah {hide('NIK', self.spelled(self.nik()))} dan tetap ditolak.",
            lambda: f"No. KK: {hide('KK', self.spelled(self.nik()))} sudah dipecah.",
            lambda: f"NPWP {hide('NPWP', f'{self.digits(2)}.{self.digits(3)}.{self.digits(3)}.{self.digits(1)}-{self.digits(3)}.{self.digits(3)}')} dipakai untuk izin usaha.",
            lambda: f"Ia dapat dihubungi di {hide('telepon', self.phone())} setelah jam kerja.",
            lambda: f"Hubungi {hide('telepon', self.phone())} (Bu RT) untuk jadwal berikutnya.",
            lambda: f"Surel pengadu: {hide('surel', self.email(n()))} dan belum dijawab.",
            lambda: f"Biaya dikembalikan ke rekening {dice.choice(('BRI', 'BCA', 'Mandiri', 'BNI'))} {hide('rekening', dice.choice((self.digits(10), self.digits(15), f'{self.digits(4)}-{self.digits(2)}-{self.digits(6)}-{self.digits(2)}-{self.digits(1)}')))} setelah sebulan.",
            lambda: f"Pelapor tinggal di {hide('alamat', f'Jl. {dice.choice(FAMILY)} No. {dice.randint(1, 99)} RT 0{dice.randint(1, 9)}/RW 0{dice.randint(1, 9)}')} dan harus naik ojek.",
            lambda: f"Alamat: {hide('alamat', f'Dusun {dice.choice(FAMILY)} RT.00{dice.randint(1, 9)} RW.00{dice.randint(1, 9)}')}",
            lambda: f"Yang bersangkutan, TTL {dice.choice(PLACES).split()[-1]}, {hide('tanggal lahir', f'{dice.randint(1, 28)}-{dice.randint(1, 12):02}-19{dice.randint(50, 99)}')}, belum punya akta.",
            lambda: f"Suaminya, {hide('nama: kalimat', n())}, bekerja di luar pulau sehingga tidak dapat hadir.",
        ]  # fmt: skip

    def table(self) -> str:
        rows = ["| No | Nama | NIK | Telepon | Keperluan |"]
        rows += [
            f"| {number} | {self.hide('nama: tabel', self.name())} | {self.hide('NIK', self.nik())} | "
            f"{self.hide('telepon', self.phone().replace(chr(10), ''))} | cetak KTP-el |"
            for number in range(1, 4)
        ]
        return "\n".join(rows)


def salted(seed: int) -> tuple[list[Report], dict[str, list[Salt]]]:
    """Return the reports, and what each was salted with."""
    reports, salts = [], {}
    for number in range(REPORTS):
        writer = Writer(random.Random(f"{seed} {number}"))
        text = "\n\n".join(writer.lines())
        name = f"laporan-{number}"
        reports.append(Report(name, text, text.partition("\n")[0], "", published=True, no_names=()))
        salts[name] = [salt for salt in writer.salts if salt.words in text]
    return reports, salts


def redacted(reports: list[Report]) -> Redacted:
    """Redact with the repository's own words."""
    lexicon, _ = read_lexicon(ROOT / "extract")
    assert lexicon is not None
    places = list(names_of_places(lexicon.places))
    pattern = places_pattern([*places, *INSTITUTIONS])
    located = [
        Report(r.id, r.text, r.title, r.source, published=True,
               no_names=tuple(found.span() for found in pattern.finditer(r.text)))
        for r in reports
    ]  # fmt: skip
    lists = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "extract").glob("*.yml"))]
    words = vocabulary([one.text for one in reports], lists)
    return redact(located, Wishes((), ()), words, places, ())


def measure(seed: int, *, show: bool) -> None:
    """Print recall by kind, and what was lost of what is public."""
    reports, salts = salted(seed)
    done = redacted(reports)
    counted: dict[tuple[bool, str], list[bool]] = defaultdict(list)
    for report in reports:
        now = done.parts[report.id, "text"].text
        tokens = f" {' '.join(words_of(now))} "
        digits = "".join(one for one in now if one.isdigit())
        for salt in salts[report.id]:
            there = _there(salt, now, tokens, digits)
            counted[salt.secret, salt.kind].append(there)
            if show and there == salt.secret:
                at = report.text.index(salt.words)
                print(f"{salt.kind}: {salt.words!r} in {report.text[max(0, at - 50) : at + 70]!r}")
    print(f"{'must be hidden':<22}{'of':>6}{'hidden':>8}")
    for (secret, kind), some in sorted(counted.items(), reverse=True):
        if secret:
            print(f"{kind:<22}{len(some):6}{1 - sum(some) / len(some):8.3f}")
    print(f"{'must stay':<22}{'of':>6}{'stays':>8}")
    for (secret, kind), some in sorted(counted.items()):
        if not secret:
            print(f"{kind:<22}{len(some):6}{sum(some) / len(some):8.3f}")


def _there(salt: Salt, now: str, tokens: str, digits: str) -> bool:
    """Whether a salt is still to be read: any word of a name is too much."""
    if not salt.secret:
        return salt.words in now
    if salt.kind in ("NIK", "KK", "NPWP", "telepon", "rekening"):
        wanted = "".join(str(int(one)) for one in salt.words if one.isdigit())
        return wanted in digits
    if salt.kind.startswith("nama"):
        return any(f" {word} " in tokens for word in words_of(salt.words) if len(word) > 5)
    return f" {' '.join(words_of(salt.words))} " in tokens


if __name__ == "__main__":
    seeds = [int(one) for one in sys.argv if one.isdigit()]
    measure(seeds[0] if seeds else 1, show="--show" in sys.argv)

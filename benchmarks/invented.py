# ruff: noqa: E501, SIM905 (a kind a line, syllables in a row)
"""People, numbers and spellings drawn at random: nothing here is listed that rules could know."""

from __future__ import annotations

import random
from collections.abc import Callable

_FIRST = "b c d f g h j k l m n p r s t w y br dr kr pr tr gl kl pl sl ng ny".split()
_VOWELS = "a a a e i i o u u".split()
_LAST = ["", "", "", "n", "r", "m", "s", "t", "k", "ng", "h", "l"]


class Inventor:
    """Draws people and numbers from a die."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice

    def one(self, *some: str) -> str:
        return self.dice.choice(some)

    def syllables(self, count: int) -> str:
        return "".join(
            self.one(*_FIRST) + self.one(*_VOWELS) + (self.one(*_LAST) if n % 2 else "")
            for n in range(count)
        )

    def word(self) -> str:
        """A name of syllables that was never anybody's."""
        return self.syllables(self.dice.choice((2, 3, 3, 4))).capitalize()

    def javanese(self) -> str:
        stem = self.one(
            "Su",
            "Har",
            "Kar",
            "Wi",
            "Pra",
            "Gun",
            "Sas",
            "Set",
            "Dar",
            "Tu",
            "Po",
            "Le",
            "Ru",
            "Kas",
            "Mur",
            "Jo",
            "Par",
            "Wag",
            "Ngad",
        )
        end = self.one(
            "wati",
            "yanto",
            "ningsih",
            "ningrum",
            "tono",
            "suro",
            "diharjo",
            "mini",
            "iyem",
            "tinah",
            "dijan",
            "tmoko",
            "tarjo",
            "yoga",
            "lastri",
            "gimin",
            "karno",
            "prihatin",
            "wardoyo",
        )
        return stem + self.syllables(1) * self.dice.randrange(2) + end

    def arabic(self) -> str:
        def c() -> str:
            return self.one(*"b d f gh h kh l m n q r s sy t w z".split())

        form = self.dice.randrange(5)
        return (
            f"ma{c()}{c()}u{c()}ah", f"{c()}a{c()}i{c()}ah", f"nur{c()}a{c()}i{c()}", f"mu{c()}a{c()}{c()}i{c()}", f"{c()}u{c()}ai{c()}i",
        )[form].capitalize()  # fmt: skip

    def balinese(self) -> str:
        if self.dice.randrange(2):
            return f"I {self.one('Wayan', 'Made', 'Nyoman', 'Ketut', 'Putu', 'Gede', 'Kadek', 'Komang', 'Gusti Ngurah')} {self.syllables(2).capitalize()}{self.one('ana', 'arta', 'ya', 'ika', 'awan')}"
        return f"Ni {self.one('Wayan', 'Made', 'Nyoman', 'Ketut', 'Luh', 'Putu', 'Kadek', 'Komang', 'Luh Putu')} {self.syllables(2).capitalize()}{self.one('ini', 'asih', 'ani', 'i', 'ati')}"

    def batak(self) -> str:
        clan = self.one(
            "Si", "Hut", "Sim", "Pas", "Nab", "Lum", "Har", "Man", "Tam", "Pan"
        ) + self.syllables(2)
        return f"{self.word()} {self.one('', '', 'br. ', 'Br ', 'boru ')}{clan.capitalize()}"

    def chinese(self) -> str:
        def part() -> str:
            return self.one(
                "L", "T", "Tj", "G", "K", "B", "Sw", "Kw", "H", "Li", "Oe", "S"
            ) + self.one("ing", "ong", "iok", "ie", "oen", "an", "ek", "auw", "iang", "ioe")

        return " ".join((part(), part(), part()))

    def eastern(self) -> str:
        given = (
            self.one("Yo", "Mar", "Fer", "Ber", "Wel", "Kor", "The", "Oct")
            + self.syllables(1)
            + self.one("us", "na", "nus", "ina", "es", "ce")
        )
        return f"{given} {self.syllables(self.dice.choice((2, 3))).capitalize()}"

    def name(self, words: int | None = None) -> str:
        """A name of one to three words, from anywhere."""
        if words == 1:
            return self.dice.choice((self.word, self.javanese, self.arabic))()
        form = self.dice.randrange(10)
        if form < 5 or words:
            some: list[Callable[[], str]] = [self.word, self.javanese, self.arabic]
            return " ".join(
                self.dice.choice(some)() for _ in range(words or self.dice.choice((2, 2, 3)))
            )
        if form == 5:
            return self.balinese()
        if form == 6:
            return self.batak()
        if form == 7:
            return self.chinese()
        if form == 8:
            return self.eastern()
        return f"{self.arabic()} {self.one('bin', 'binti')} {self.arabic()}"

    def digits(self, count: int) -> str:
        return str(self.dice.randint(1, 9)) + "".join(
            str(self.dice.randrange(10)) for _ in range(count - 1)
        )

    def day(self, first: int = 1930, last: int = 2004) -> tuple[int, int, int]:
        return self.dice.randint(1, 28), self.dice.randint(1, 12), self.dice.randint(first, last)

    def date(self) -> str:
        day, month, year = self.day()
        names = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
        return self.one(
            f"{day:02}-{month:02}-{year}", f"{day}/{month}/{year}", f"{day:02}.{month:02}.{year}",
            f"{year}-{month:02}-{day:02}", f"{day} {names[month - 1]} {year}",
            f"{day} {names[month - 1][:3]} {year}", f"{day:02} {month:02} {year}",
        )  # fmt: skip

    def nik(self) -> str:
        code = self.one(
            "1671",
            "3211",
            "5371",
            "3510",
            "1371",
            "6104",
            "6472",
            "7371",
            "3307",
            "2171",
            "9471",
            "1207",
        )
        day, month, year = self.day()
        return f"{code}{self.dice.randint(1, 20):02}{day + self.dice.choice((0, 40)):02}{month:02}{year % 100:02}{self.dice.randint(1, 9999):04}"

    def spaced(self, digits: str, *sizes: int) -> str:
        """Digits as people group them."""
        if self.dice.randrange(4) == 0:
            return digits
        mark = self.one(
            " ",
            "-",
            ".",
            "·",
            " - ",
            "/",
            "\u00a0",
            " · ",
            "  ",
            ",",
            "_",
            " . ",
            "\u2013",
            "•",
            "\u202f",
        )
        groups, at = [], 0
        for size in [*sizes, *[4] * 8]:
            if at < len(digits):
                groups.append(digits[at : at + size])
                at += size
        return mark.join(groups)

    def wide(self, words: str) -> str:
        """Words in letters of full width."""
        return "".join(chr(ord(one) + 0xFEE0) if "!" < one < "~" else one for one in words)

    def disguised(self, name: str) -> str:
        """A name in a spelling that a search for its letters does not find."""
        at = self.dice.randint(2, max(2, len(name.split()[0]) - 2))
        alike = str.maketrans("aeopcxyi", "аеорсхуі")
        return self.dice.choice(
            (
                lambda: f"{name[:at]}\u00ad{name[at:]}",
                lambda: "\u00ad".join(name),
                lambda: f"{name[:at]}\u200b{name[at:]}",
                lambda: f"{name[:at]}-\n{name[at:]}",
                lambda: f"{name[:at]}\u00ad\n{name[at:]}",
                lambda: name.translate(alike),
                lambda: self.wide(name),
                lambda: "".join(f"&#{ord(one)};" for one in name),
                lambda: name.replace(" ", "\u00a0"),
                lambda: name.replace(" ", "  "),
                lambda: f"{name[:at]}\u2060{name[at:]}",
                lambda: f"{name[:at]}\u0301{name[at:]}",
            )
        )()

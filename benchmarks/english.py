"""How well English between Indonesian is read, by meaning alone: `python -m benchmarks.english`.

The sentences are made up, in our own words, and nothing was chosen by them. They are shuffled into
reports of sixteen, with Indonesian between them.
"""
# ruff: noqa: E501 (a sentence a line)

from __future__ import annotations

import random
from datetime import date

from benchmarks.train import MODEL, ROOT, make_meaning
from telusur import extract, link
from telusur.corpus.model import Document, Passage

BETWEEN = (
    "Rapat dibuka pada pukul sembilan oleh ketua panitia dan ditutup menjelang siang.",
    "Rombongan tiba dari ibu kota pada hari Senin dan menginap di hotel dekat alun-alun.",
    "Daftar hadir dan foto kegiatan ini dilampirkan pada bagian akhir laporan.",
    "Tim juga mengucapkan terima kasih kepada bupati yang menerima kami dengan hangat.",
)
SIZE = 16
SENTENCES = """
kendala|konektivitas|The connection at the front desk drops several times a day, so files cannot be sent.
kendala|sdm|Only two officers serve all nine counters, and one of them retires in March.
kendala|kepastian_waktu_biaya|Applicants wait three weeks for a birth certificate that the notice board promises within two days.
kendala|interoperabilitas|The licensing system and the population register do not talk to each other, and staff type everything twice.
kendala|sarana_prasarana|The card printer has been out of order since the rainy season began.
kendala|aksesibilitas_inklusi|People from the outer islands need a full day at sea to reach the office.
kendala|sosialisasi|Most of the people we met had never heard of the mobile service.
kendala|partisipasi_pengaduan|The complaint box is never opened, and nobody answers the hotline.
kendala|anggaran|There is no money left for fuel after September.
kendala|regulasi_kelembagaan|It is unclear whether the district or the province is responsible for the shared counter.
kendala|data_dan_statistik|Poverty figures date from four years ago and still list people who have died.
kendala|standardisasi|Each sub-district asks for different papers for the same correction.
kendala|sarana_prasarana|The waiting room has six chairs for some eighty visitors and no fan.
kendala|kepastian_waktu_biaya|Brokers in the car park sell queue numbers.
kendala|aksesibilitas_inklusi|There is no ramp, and wheelchair users are carried up the stairs.
kendala|transformasi_digital|The online form rejects names of only one word.
kelebihan|kepastian_waktu_biaya|Building permits are now issued within five working days.
kelebihan|aksesibilitas_inklusi|A boat brings the registration service to the small islands twice a month.
kelebihan|partisipasi_pengaduan|Every complaint gets an answer on the same day.
kelebihan|transformasi_digital|Parents register their newborn from the maternity ward through the app.
kelebihan|interoperabilitas|All twenty counters share one database, so nobody has to hand in the same copy twice.
kelebihan|sdm|The staff greet visitors, are patient, and know the rules by heart.
kelebihan|sarana_prasarana|The new hall is clean, bright and has a room for nursing mothers.
kelebihan|standardisasi|Clear procedures hang at every desk and are followed.
kelebihan|kepastian_waktu_biaya|The number of rejected files has fallen by half since the checklist was introduced.
kelebihan|adaptasi_krisis|The counter kept working through the flood from a tent on the hill.
kelebihan|sosialisasi|Village heads explain the requirements at every monthly meeting.
kelebihan|data_dan_statistik|The records of all forty villages are complete and updated weekly.
kebutuhan|sdm|The mayor asked for at least five more officers who can use sign language.
kebutuhan|regulasi_kelembagaan|A decree on who signs for the absent head of office should be issued soon.
kebutuhan|anggaran|Funds for spare parts must be set aside in next year's budget.
kebutuhan|interoperabilitas|We recommend that the tax office open its data to the licensing desk.
kebutuhan|sarana_prasarana|The district needs a generator of its own.
kebutuhan|standardisasi|A single list of requirements ought to apply in all sub-districts.
kebutuhan|konektivitas|Villagers want a mast on the ridge so that they can apply from home.
peluang|aksesibilitas_inklusi|The idle school building next door could host a second counter.
peluang|partisipasi_pengaduan|The women's savings groups offered to collect applications in their hamlets.
peluang|interoperabilitas|The neighbouring city is willing to share its queue system free of charge.
peluang|transformasi_digital|Nearly every household has a smartphone, which is not made use of yet.
tantangan|sdm|Half of the technicians will reach the age of retirement within three years.
tantangan|data_dan_statistik|If the archive is not moved before the rains, the old registers may be lost.
tantangan|anggaran|The grant that pays for the mobile unit ends in December.
||The mission took place from the third to the sixth of May.
||We would like to thank the regent and his staff for their kind hospitality.
||The team consisted of four analysts and an interpreter.
||This report describes the method, the sites and the main results.
||The opening ceremony was attended by the governor and the heads of all agencies.
||The questionnaire is attached as an annex.
||Interviews were held in the local language and translated afterwards.
||The law on public services defines what a service standard consists of.
||The minister cut the ribbon and signed the plaque.
||The district lies on the western coast and has eleven sub-districts.
||The next mission is scheduled for October.
||Participants introduced themselves and the agenda was adopted.
||Names have been left out to protect those who spoke to us.
||The programme aims at better services for all citizens.
||A traditional dance welcomed the guests.
||The meeting was closed at half past four.
||The sample was drawn from a list that the statistics office provided.
||The ministry coordinates the reform of the bureaucracy at national level.
||Sources: notes of the team and documents handed over at the site.
||The chair invited everybody to a group photograph.
||The delegation then flew back to the capital.
||Two students of the state university joined the visit as observers.
"""
"""The kind (none: no finding), its challenge, the sentence."""


def report(sentences: list[str]) -> Document:
    """Lay sentences under one another, Indonesian behind every fourth."""
    lines = []
    for number, one in enumerate(sentences):
        lines.append(one)
        if number % 4 == 3:
            lines.append(BETWEEN[number // 4])
    passages, start = [], 0
    for number, line in enumerate(lines, start=1):
        end = start + len(line)
        passages.append(Passage(number, start, end, line, "", "sentence"))
        start = end + 1
    text = "\n".join(lines)
    return Document("campur", "", "", None, None, None, None, None, "", text, tuple(passages))


def main() -> None:
    """Print how well findings, kinds and challenges are told, and what confidence says of it."""
    lexicon, _ = extract.read_lexicon(ROOT / "extract")
    classifier = extract.load_classifier(link.identify(MODEL))
    if lexicon is None or classifier is None:
        raise SystemExit("there is no classifier for the bundled encoder")
    rows = [line.split("|") for line in SENTENCES.strip().splitlines()]
    random.Random(1).shuffle(rows)
    documents = [
        report([sentence for *_, sentence in rows[begin : begin + SIZE]])
        for begin in range(0, len(rows), SIZE)
    ]
    reader = extract.Reader(lexicon, classifier)
    begun = [reader.begin(one, today=date(2026, 1, 1)) for one in documents]
    meaning = make_meaning([text for one in begun for text in reader.clauses(one)])
    found = {
        words: one
        for each in begun
        for one in reader.finish(each, meaning).findings
        for *_, words in rows
        if one.quote.rstrip(".") in words
    }
    true = {words: (kind, challenge) for kind, challenge, words in rows if kind}
    both = [(found[words], *true[words]) for words in true if words in found]
    kinds = [(one.confidence, one.kind == kind) for one, kind, _ in both]
    bearing = [
        challenge in {it.challenge_id for it in one.challenges} for one, _, challenge in both
    ]
    print(f"{len(both)} of {len(true)} findings, {len(found) - len(both)} false alarms")
    print(
        f"kind {sum(right for _, right in kinds) / len(kinds):.2f}, mean confidence "
        f"{sum(sure for sure, _ in kinds) / len(kinds):.2f}, "
        f"challenge among those told {sum(bearing) / len(bearing):.2f}"
    )


if __name__ == "__main__":
    main()

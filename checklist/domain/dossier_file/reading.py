"""A file as a dossier: read against the content and the regions that it refers to."""

from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from checklist.domain.choices.consistency import selection_refusal, tension_of_pair
from checklist.domain.content import Content, Option
from checklist.domain.dossier import Answer, DetailAnswer, DossierValue, Kept
from checklist.domain.dossier_file.actions import read_actions
from checklist.domain.dossier_file.aside import check_left_aside
from checklist.domain.dossier_file.meeting import read_meeting
from checklist.domain.dossier_file.proposal import ProposalReader
from checklist.domain.dossier_file.schema import FORMATS, KEPT, REQUIRED, Shape
from checklist.domain.dossier_file.snapshot import without_snapshot
from checklist.domain.dossier_file.strict import (
    capped_text,
    check_known,
    check_required,
    date_at,
    json_of,
    object_at,
    of_kind,
    record,
    refuse,
    shown,
    text_at,
    time_at,
    within,
)
from checklist.domain.proposal import NO_PROPOSAL
from checklist.domain.text import MARGIN, PRESENT_LINE_CAP, PRESENT_LINES_CAP, TITLE_CAP, clean_line

# The codes of the gemeenten of every region, by the region's own code.
Regions = Mapping[str, Collection[str]]


def parse_dossier(raw: bytes, content: Content, regions: Regions) -> DossierValue:
    """Read a dossier file, or the dossier in a snapshot, against the content and the codes of regions and gemeenten;
    every text comes out cleaned.

    Raises `ExchangeError` for anything that docs/exchange_format.md does not allow; never another exception.
    """
    top = object_at(json_of(without_snapshot(raw)), "bestand")
    check_required(top, "bestand", REQUIRED)
    shape = FORMATS.get(of_kind(top["format"], str, "format"))
    if shape is None:
        refuse("format", f"hier moet {' of '.join(FORMATS)} staan")
    check_known(top, "bestand", shape["properties"])
    region = of_kind(top["veiligheidsregio"], str, "veiligheidsregio")
    if region not in regions:
        refuse("veiligheidsregio", f"er is geen veiligheidsregio {shown(region)}")
    answers = _Answers(content, region, regions[region], shape["properties"]["choices"]).read(top["choices"])
    chosen = frozenset(code for answer in answers.values() for code in answer.options)
    proposal = ProposalReader(content, region, regions[region], answers)
    check_left_aside(top)
    return DossierValue(
        title=_title(top["title"]),
        veiligheidsregio=region,
        date=date_at(top["date"], "date"),
        until=time_at(top["until"], "until") if "until" in top else None,
        present=_present(top.get("present", [])),
        answers=answers,
        kept=_kept(top.get("kept", []), content, chosen),
        actions=read_actions(top.get("actions", []), content),
        proposal=proposal.read(top["proposal"]) if "proposal" in top else NO_PROPOSAL,
        meeting=read_meeting(top["meeting"], content, region, regions[region]) if "meeting" in top else None,
    )


def _title(value: object) -> str:
    title = capped_text(value, "title", TITLE_CAP, clean_line)
    if not title:
        refuse("title", "de titel is leeg")
    return title


def _present(value: object) -> tuple[str, ...]:
    raw: list[Any] = of_kind(value, list, "present")
    if len(raw) > MARGIN * PRESENT_LINES_CAP:
        _refuse_lines(len(raw))
    lines = (
        capped_text(line, f"present, regel {at}", PRESENT_LINE_CAP, clean_line) for at, line in enumerate(raw, start=1)
    )
    present = tuple(line for line in lines if line)
    if len(present) > PRESENT_LINES_CAP:
        _refuse_lines(len(present))
    return present


def _refuse_lines(number: int) -> NoReturn:
    refuse("present", f"er staan {number} regels; er mogen er {PRESENT_LINES_CAP} in")


@dataclass(frozen=True)
class _Answers:
    """Reads the answers of a dossier of this region, which look like this."""

    content: Content
    region: str
    gemeenten: Container[str]
    shape: Shape

    def read(self, value: object) -> dict[int, Answer]:
        choices = object_at(value, "choices")
        numbers = {str(question.number): question.number for question in self.content.questions}
        for key in choices:
            if key not in numbers:
                refuse("choices", f"er is geen vraag {shown(key)}")
        return {numbers[key]: self._answer(choice, numbers[key]) for key, choice in choices.items()}

    def _answer(self, value: object, number: int) -> Answer:
        place = f"vraag {number}"
        shape = self.shape["properties"][str(number)]
        choice = record(value, place, shape)
        raw: list[Any] = of_kind(choice.get("options", []), list, f"{place}, options")
        # One more than the question has is one twice: a longer list needn't be read to its end.
        most = len(self.content.question_of[number].options) + 1
        codes = [of_kind(code, str, f"{place}, options") for code in raw[:most]]
        for code in codes:
            self._check_option(code, number, place)
        if refusal := selection_refusal(self.content.question_of[number], codes, with_codes=True):
            refuse(place, within(refusal))
        options = object_at(choice["details"], f"{place}, details") if "details" in choice else {}
        return Answer(
            options=self.content.in_order(codes),
            motivation=text_at("motivation", choice, place, shape),
            minority=text_at("minority", choice, place, shape),
            details=tuple(sorted(self._details(options, codes, number))),
        )

    def _check_option(self, code: str, number: int, place: str) -> None:
        if code not in self.content.option_of:
            refuse(place, f"er is geen optie {shown(code)}")
        if self.content.option_of[code].question_number != number:
            refuse(place, f"optie {code} hoort bij een andere vraag")

    def _details(self, options: dict[str, Any], chosen: list[str], number: int) -> Iterator[DetailAnswer]:
        for code, value in options.items():
            self._check_option(code, number, f"vraag {number}, details")
            place = f"vraag {number}, details van {code}"
            if code not in chosen:
                refuse(place, f"optie {code} is niet gekozen")
            option = self.content.option_of[code]
            for key, answer in object_at(value, place).items():
                yield DetailAnswer(code, key, self._value(option, key, answer, place))

    def _value(self, option: Option, key: str, value: object, place: str) -> str:
        detail = next((one for one in option.details if one.key == key), None)
        if detail is None:
            refuse(place, f"de sleutel {shown(key)} is onbekend")
        answer = of_kind(value, str, f"{place}, {key}")
        if detail.of_gemeente:
            if answer not in self.gemeenten:
                refuse(f"{place}, {key}", f"{shown(answer)} is geen gemeente van veiligheidsregio {self.region}")
        elif answer not in {one.value for one in detail.alternatives}:
            refuse(f"{place}, {key}", f"het antwoord {shown(answer)} is onbekend")
        return answer


def _kept(value: object, content: Content, chosen: frozenset[str]) -> tuple[Kept, ...]:
    raw: list[Any] = of_kind(value, list, "kept")
    kept: dict[int, Kept] = {}
    for at, item in enumerate(raw, start=1):
        place = f"kept, regel {at}"
        pair = record(item, place, KEPT)
        a, b = of_kind(pair["a"], str, place), of_kind(pair["b"], str, place)
        tension = tension_of_pair(content, a, b)
        if tension is None:
            refuse(place, f"tussen {shown(a)} en {shown(b)} is geen spanning bekend")
        if not {a, b} <= chosen:
            refuse(place, f"{a} en {b} zijn niet allebei gekozen")
        if tension.number in kept:
            refuse(place, f"de spanning tussen {a} en {b} staat er twee keer in")
        kept[tension.number] = Kept(tension.a, tension.b, text_at("motivation", pair, place, KEPT))
    return tuple(kept[number] for number in sorted(kept))

"""The content of the booklet as plain values: questions, options, tensions, models and notes."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from checklist.domain.decision_content import NO_DECIDING, Deciding
from checklist.domain.reglement_content import NO_REGLEMENT, ReglementContent
from checklist.domain.terms import NO_TERMS, Glossary
from models_catalogue import reading
from models_catalogue.links import link_of


def question_of_code(code: str) -> int:
    """Return the number of the question that an option belongs to: its code is that number and a letter."""
    return int(code[:-1])


# Who coordinates among the gemeentesecretarissen, as texts of details name this functionary until a kring can.
CGS = "de coördinerend gemeentesecretaris"


def with_names(text: str) -> str:
    """Return a text of a detail with the words for its `{cgs}`; other braces are text."""
    return text.replace("{cgs}", CGS)


@dataclass(frozen=True)
class Alternative:
    """One answer to what an option leaves open. `sentence` stands in the advies in place of the option's decision, and
    `brief`, when there is one, in the summary in place of the option's words."""

    value: str
    label: str
    sentence: str
    brief: str = ""


@dataclass(frozen=True)
class Detail:
    """What an option leaves open, as a question. `of_gemeente`: the answer is a gemeente of the dossier's region, and
    there are no alternatives. `required`: as long as it is open there is nothing to decide; `while_open` says so."""

    key: str
    question: str
    of_gemeente: bool = False
    required: bool = False
    while_open: str = ""
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True)
class Option:
    """One choice under a question; `exclusive` means it can't stand beside another option of its question.

    `practice` says what it means, `asks` what it asks of gemeenten; `decision` is the sentence it becomes in the
    advies, `decided_by` who would decide that, and `prompt` what to ask when no motivation was given; `brief` is the
    option in a few words, for the keuzekaart; `in_the_summary` is what 'een regiostaf die …' and 'de regiostaf …' go on
    with at the start of the advies, empty where the summary doesn't name the option; `clause` is its part of the
    design in one sentence (`outcome.sentence`), empty where that doesn't name the option.
    """

    code: str
    label: str
    exclusive: bool = False
    practice: str = ""
    asks: str = ""
    decision: str = ""
    decided_by: str = ""
    prompt: str = ""
    brief: str = ""
    in_the_summary: str = ""
    clause: str = ""
    details: tuple[Detail, ...] = ()

    @property
    def question_number(self) -> int:
        """The number of the question it belongs to, from the code."""
        return question_of_code(self.code)

    @property
    def words(self) -> str:
        """How a screen names it: its few words, or those of the booklet when it has none."""
        return self.brief or self.label

    @property
    def book(self) -> str:
        """The words of the booklet to stand under its few words, empty where they are the same."""
        return "" if self.words.casefold() == self.label.casefold() else self.label


@dataclass(frozen=True)
class Note:
    """A fact newer than the booklet. `doubt` says what wasn't looked up, empty when it is sure (rule 12)."""

    text: str
    source: str
    url: str
    date: str
    doubt: str = ""

    @property
    def link(self) -> str:
        """The url when it is a web address, else an empty text."""
        return link_of(self.url)


@dataclass(frozen=True)
class Consideration:
    """A point to weigh at a question, with the passage of the booklet it rests on."""

    text: str
    passage: str


@dataclass(frozen=True)
class Background:
    """A text that isn't about one question. `only_with`: it goes with these options; empty: with all."""

    kind: str
    heading: str
    text: str
    passage: str
    only_with: tuple[str, ...] = ()

    @property
    def at_questions(self) -> tuple[int, ...]:
        """The questions it stands at: those of its options; the check stands before the first."""
        return (1,) if self.kind == "toets" else tuple(sorted({question_of_code(code) for code in self.only_with}))


@dataclass(frozen=True)
class Question:
    """One of the twelve questions. `many`: more than one option may be chosen.

    `heading` is the question in plain words; `decides` says in a sentence what it settles, `why` that it matters;
    `opener` starts the talk in the meeting; `in_a_sentence` is its short name as it stands in a sentence: 'de plaats'.
    `backgrounds` are what the booklet says besides at its page.
    """

    number: int
    label: str
    short_name: str
    many: bool
    options: tuple[Option, ...]
    notes: tuple[Note, ...] = ()
    decides: str = ""
    why: str = ""
    opener: str = ""
    passage: str = ""
    considerations: tuple[Consideration, ...] = ()
    in_a_sentence: str = ""
    heading: str = ""
    backgrounds: tuple[Background, ...] = ()

    @property
    def words(self) -> str:
        """How a screen asks it: in plain words, or in those of the booklet when it has none."""
        return self.heading or self.label

    @property
    def name_in_a_sentence(self) -> str:
        """How a sentence names it: its short name when it has no words for that."""
        return self.in_a_sentence or self.short_name

    @property
    def asks_for_gemeente(self) -> bool:
        """Whether one of its options leaves open which gemeente."""
        return any(detail.of_gemeente for option in self.options for detail in option.details)


@dataclass(frozen=True)
class Repair:
    """A way out of a tension, in the words of the content: options that come and options that go. `number` is its
    place among those of its tension."""

    number: int
    text: str
    adds: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()


# What a screen calls the severity of a tension.
ON_SCREEN = {"tegenstrijdig": "botst", "aandachtspunt": "afspraak nodig"}


@dataclass(frozen=True)
class Tension:
    """Two options that cannot both hold (`contradiction`) or only with an agreement.

    `agreement` is the sentence with which both can stay; none helps a contradiction. `repairs`: the most obvious first.
    `question` is what the kring must talk about, in a few words; empty until a redacteur gives an own tension one.
    """

    number: int
    a: str
    b: str
    contradiction: bool
    readers: int
    explanation: str
    ground: str = ""
    agreement: str = ""
    repairs: tuple[Repair, ...] = ()
    question: str = ""

    @property
    def severity(self) -> str:
        """The word for it, in documents and in the exchange format."""
        return "tegenstrijdig" if self.contradiction else "aandachtspunt"

    @property
    def word(self) -> str:
        """The word for it on screen: it clashes, or needs an agreement."""
        return ON_SCREEN[self.severity]

    @property
    def counts(self) -> bool:
        """Whether both readers of the booklet read it so."""
        return reading.counts(self.readers)


@dataclass(frozen=True)
class Trait:
    """What a model says of an option. `stance` is kenmerkend, past or past-niet; only two readers count."""

    option: str
    stance: str
    ground: str
    readers: int

    @property
    def counts(self) -> bool:
        """Whether both readers of the booklet read it so."""
        return reading.counts(self.readers)

    @property
    def fits(self) -> bool:
        """Whether the option fits the model; kenmerkend includes past."""
        return reading.fits(self.stance)

    @property
    def state(self) -> str:
        """The shape that goes with it; what one reader read is 'mogelijk', whatever it was."""
        return reading.state_of(self.stance, self.readers)

    @property
    def word(self) -> str:
        """The stance in words: 'past niet', or 'mogelijk past niet' for one reader."""
        return reading.words_of(self.stance, self.readers)


@dataclass(frozen=True)
class GovernanceModel:
    """One of the nine models of chapter 2 with its traits in the booklet's order of options.

    `in_a_sentence` is its short name as it stands in a sentence: 'de managementraad'.
    """

    number: int
    slug: str
    name: str
    short_name: str
    region: str
    passage: str
    hallmarks: tuple[str, str]
    traits: tuple[Trait, ...] = ()
    in_a_line: str = ""
    in_a_sentence: str = ""
    brief: str = ""

    @property
    def name_in_a_sentence(self) -> str:
        """How a sentence names it: its short name when it has no words for that."""
        return self.in_a_sentence or self.short_name

    @property
    def name_in_a_table(self) -> str:
        """At most four words: its short name when it has none."""
        return self.brief or self.short_name

    @cached_property
    def trait_of(self) -> Mapping[str, Trait]:
        """Its traits by option code; of an option that isn't in it the booklet says nothing."""
        return {trait.option: trait for trait in self.traits}

    @cached_property
    def spoken(self) -> frozenset[int]:
        """The numbers of the questions of which the booklet says something; about the others it is silent."""
        return frozenset(question_of_code(trait.option) for trait in self.traits)

    def state_of(self, code: str) -> str:
        """The shape that goes with an option: what was read of it, else 'anders' or 'zwijgt'."""
        if trait := self.trait_of.get(code):
            return trait.state
        return reading.state_without_stance(spoken=question_of_code(code) in self.spoken)


@dataclass(frozen=True)
class Content:
    """Everything the twelve questions stand on, in the booklet's order.

    `switched_off` are pairs that were called a tension before. They count nowhere; they are here for what a kring wrote
    about one when it kept it. `glossary` has the terms that its texts use, `deciding` who decides what,
    `reglement` the articles to choose from. Contents with the same `stamp` are the same.
    """

    questions: tuple[Question, ...]
    tensions: tuple[Tension, ...]
    models: tuple[GovernanceModel, ...]
    switched_off: tuple[Tension, ...] = ()
    glossary: Glossary = NO_TERMS
    stamp: str = ""
    deciding: Deciding = NO_DECIDING
    reglement: ReglementContent = NO_REGLEMENT

    def __hash__(self) -> int:
        """Its hash as a value, made once: what others remember per content is looked up many times a page."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.questions, self.tensions, self.models, self.switched_off, self.stamp))

    @cached_property
    def question_of(self) -> Mapping[int, Question]:
        """The questions by number."""
        return {question.number: question for question in self.questions}

    @cached_property
    def option_of(self) -> Mapping[str, Option]:
        """The options by code, in the booklet's order (1a … 12c)."""
        return {option.code: option for question in self.questions for option in question.options}

    @cached_property
    def shared_words(self) -> frozenset[str]:
        """The words that more than one option has: they need their question."""
        counted = Counter(option.words for option in self.option_of.values())
        return frozenset(words for words, count in counted.items() if count > 1)

    def in_order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The given codes in the booklet's order, each once; unknown codes are left out."""
        wanted = set(codes)
        return tuple(code for code in self.option_of if code in wanted)

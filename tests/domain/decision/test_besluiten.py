"""What is asked of which organ: the rules, on small contents made for each of them."""

from datetime import date

import pytest

from checklist.domain.decision.value import Asked, StopKind
from checklist.domain.decision_content import DecisionKind, DecisionText, Organ
from checklist.domain.dossier import Kept
from checklist.domain.proposal import OtherMeeting, Proposal
from tests.domain.decision.designs import asked, asking, decides, moment, notes, only, small_content

EVALUATED = Proposal(evaluation=date(2028, 4, 1))


def told(found: Asked, organ: Organ) -> list[tuple[str, str]]:
    """The numbers and texts of what an organ is asked."""
    own = found.of(organ)
    return [(point.number, point.text) for point in own.points] if own else []


def test_points_are_numbered_through_the_organs_in_their_order() -> None:
    content = small_content(
        {"1a": asking(decides(Organ.RADEN, "te betalen"), decides(Organ.DB, "te doen"), decides(Organ.AB, "te willen"))}
    )
    found = asked(content, "1a 2a")
    assert [one.organ for one in found.decisions] == [Organ.AB, Organ.DB, Organ.RADEN]
    assert [point.number for one in found.decisions for point in one.points] == ["2.1", "2.2", "2.3", "2.4"]


def test_the_organ_on_the_cover_comes_first() -> None:
    content = small_content({"1a": asking(decides(Organ.DB, "te doen"), decides(Organ.AB, "te willen"))})
    found = asked(content, "1a", proposal=Proposal(organ=Organ.DB))
    assert [one.organ for one in found.decisions] == [Organ.DB, Organ.AB]
    assert found.own == found.decisions[0]


def test_agreements_of_the_kring_and_the_secretarissen_have_numbers_of_their_own() -> None:
    content = small_content(
        {"1a": asking(decides(Organ.SECRETARY, "te helpen"), decides(Organ.KRING, "te willen"))},
    )
    found = asked(content, "1a")
    assert told(found, Organ.KRING) == [("C.1", "te willen.")]
    assert told(found, Organ.SECRETARY) == [("C.2", "te helpen.")]


def test_an_opening_names_the_region_and_ends_without_a_comma() -> None:
    content = small_content({"1a": asking(decides(Organ.RADEN, "te betalen"))})
    own = asked(content, "1a").of(Organ.RADEN)
    assert own
    assert own.opening == "De raden van Voorbeeldregio besluiten"


@pytest.mark.parametrize(
    ("decision", "organ"),
    [
        (decides(Organ.DB, "te doen"), Organ.DB),
        (decides(Organ.AB, "te doen"), Organ.AB),
        (decides(Organ.RADEN, "te doen"), Organ.AB),
    ],
)
def test_the_algemeen_bestuur_decides_unless_the_dagelijks_bestuur_alone_does(
    decision: DecisionText, organ: Organ
) -> None:
    content = small_content({"1a": asking(decision, notes(Organ.AB, "dit"))})
    assert asked(content, "1a").organ == organ


def test_one_thing_to_take_note_of_is_a_sentence() -> None:
    content = small_content({"1a": asking(notes(Organ.DB, "de koers"))})
    found = asked(content, "1a").of(Organ.DB)
    assert found
    assert found.informing
    assert (found.informing.text, found.informing.codes, found.informing.informed) == (
        "kennis te nemen van de koers.",
        ("1a",),
        (),
    )


def test_more_things_to_take_note_of_are_one_point_and_the_last_of_the_meeting() -> None:
    content = small_content(
        {
            "1a": asking(notes(Organ.AB, "de koers", sources=("vraag",), to_check=True)),
            "2a": asking(notes(Organ.AB, "de plaats"), decides(Organ.AB, "te doen")),
        }
    )
    own = asked(content, "1a 2a").own
    assert own
    assert [point.text for point in own.points] == ["te doen.", "kennis te nemen van:"]
    assert [(one.text, one.codes, one.star) for one in own.points[1].informed] == [
        ("de koers", ("1a",), True),
        ("de plaats", ("2a",), False),
    ]


@pytest.mark.parametrize(
    ("organs", "text"),
    [
        ((Organ.KRING,), "de afspraken van de kring"),
        ((Organ.SECRETARY,), "de afspraken van de kring"),
        ((Organ.RADEN,), "de besluiten die aan raden worden gevraagd"),
        (
            (Organ.SECRETARY, Organ.RADEN, Organ.COLLEGES),
            "de afspraken van de kring en de besluiten die aan colleges en raden worden gevraagd",
        ),
        (
            (Organ.COLLEGES, Organ.RADEN, Organ.OTHERS),
            "de besluiten die aan colleges, raden en besturen van andere regelingen worden gevraagd",
        ),
    ],
)
def test_the_algemeen_bestuur_takes_note_of_what_others_decide(organs: tuple[Organ, ...], text: str) -> None:
    content = small_content({"1a": asking(*(decides(organ, "te doen") for organ in organs))})
    assert told(asked(content, "1a"), Organ.AB)[0][1] == f"kennis te nemen van {text}."


def test_nothing_is_taken_note_of_where_the_bestuur_alone_decides() -> None:
    content = small_content({"1a": asking(decides(Organ.AB, "te doen"))})
    assert told(asked(content, "1a"), Organ.AB) == [("2.1", "te doen.")]


def test_the_evaluation_is_decided_on_when_it_has_a_date_and_before_taking_note() -> None:
    content = small_content({"1a": asking(decides(Organ.AB, "te doen"), notes(Organ.AB, "dit"))})
    found = asked(content, "1a", proposal=EVALUATED)
    assert [text for _, text in told(found, Organ.AB)] == [
        "te doen.",
        "te laten evalueren.",
        "kennis te nemen van dit.",
    ]


@pytest.mark.parametrize("proposal", [EVALUATED, Proposal()])
def test_who_only_takes_note_decides_on_no_evaluation(proposal: Proposal) -> None:
    content = small_content({"1a": asking(notes(Organ.AB, "dit"))})
    found = asked(content, "1a", proposal=proposal)
    assert [text for _, text in told(found, Organ.AB)] == ["kennis te nemen van dit."]
    assert found.only_informs


def test_options_that_ask_the_same_share_one_decision() -> None:
    same = decides(Organ.AB, "te doen", sources=("vraag",), to_check=True)
    content = small_content({"1a": asking(same), "2a": asking(same)})
    own = asked(content, "1a 2a").own
    assert own
    assert [(one.text, one.codes, one.grounds) for one in own.points] == [("te doen.", ("1a", "2a"), ("vraag",))]


@pytest.mark.parametrize(
    ("sources", "to_check", "grounds"),
    [
        (("zeker", "vraag"), True, ("vraag",)),
        (("zeker",), True, ("zeker",)),
        (("vraag",), False, ()),
        ((), True, ()),
    ],
)
def test_a_decision_names_the_sources_to_look_up(
    sources: tuple[str, ...], to_check: bool, grounds: tuple[str, ...]
) -> None:
    content = small_content({"1a": asking(decides(Organ.AB, "te doen", sources=sources, to_check=to_check))})
    own = asked(content, "1a").own
    assert own
    assert own.points[0].grounds == grounds


def test_without_a_compulsory_detail_an_option_gives_nothing_but_a_reason_to_stop() -> None:
    content = small_content({"1b": asking(decides(Organ.AB, "te doen"))})
    found = asked(content, "1b 2a")
    assert not found.decisions
    assert found.not_told == {"1b"}
    assert [(stop.kind, stop.text) for stop in found.stops] == [(StopKind.DETAIL, "De vorm is nog open.")]


def test_an_answer_to_a_detail_decides_what_is_asked() -> None:
    content = small_content(
        {
            "1b": asking(
                decides(Organ.AB, "te doen", condition=only("vorm", "in")),
                decides(Organ.AB, "te laten", condition=only("vorm", "uit")),
            )
        }
    )
    assert told(asked(content, "1b", {"1b": {"vorm": "uit"}}), Organ.AB) == [("2.1", "te laten.")]


def test_an_answer_that_is_none_is_open() -> None:
    content = small_content({"1b": asking(decides(Organ.AB, "te doen"))})
    assert asked(content, "1b", {"1b": {"vorm": "half"}}).not_told == {"1b"}


def test_without_an_optional_detail_the_usual_holds_and_a_sentence_says_so() -> None:
    content = small_content(
        {
            "2b": asking(
                decides(Organ.AB, "te doen", condition=only("hoe", "", "zo")),
                decides(Organ.AB, "te laten", condition=only("hoe", "anders")),
            )
        }
    )
    found = asked(content, "1a 2b")
    assert told(found, Organ.AB) == [("2.1", "te doen.")]
    assert found.defaults == ("Het voorstel gaat uit van zo.",)


def test_a_contradiction_gives_no_decisions_and_a_reason_to_stop() -> None:
    content = small_content(
        {code: asking(decides(Organ.AB, f"te doen wat bij {code} hoort")) for code in ("1a", "2a", "3a")}
    )
    found = asked(content, "1a 2a 3a")
    assert told(found, Organ.AB) == [("2.1", "te doen wat bij 2a hoort.")]
    assert found.not_told == {"1a", "3a"}
    assert [(stop.kind, stop.a, stop.b, stop.text) for stop in found.stops] == [
        (
            StopKind.CONTRADICTION,
            "1a",
            "3a",
            "De keuzes ‘instelling door de kring’ (1a) en ‘geen directe relatie met de colleges’ (3a) gaan niet samen: "
            "uitleg 1. "
            "Nodig is dat de kring één van beide kiest, of vastlegt waarom beide blijven staan.",
        )
    ]


def test_a_contradiction_that_is_kept_gives_both_decisions() -> None:
    content = small_content({"3a": asking(decides(Organ.AB, "te doen"))})
    found = asked(content, "1a 2a 3a", kept=(Kept("1a", "3a", "Daarom."),))
    assert (found.stops, found.kept) == ((), (("1a", "3a"),))
    assert told(found, Organ.AB) == [("2.1", "te doen.")]


def test_what_needs_an_agreement_stops_nothing() -> None:
    found = asked(small_content({}), "1a 2a")
    assert (found.stops, found.kept, found.not_told) == ((), (), frozenset())


def test_the_first_two_questions_are_reasons_to_stop_and_others_are_open() -> None:
    found = asked(small_content({}), "2a")
    assert [stop.text for stop in found.stops] == ["Het is nog niet bepaald wie de regiostaf instelt."]
    assert found.open_questions == (3,)
    assert [stop.text for stop in asked(small_content({}), "1a 3b").stops] == [
        "Het is nog niet bepaald wat de regiostaf gaat doen."
    ]


def test_where_nothing_is_chosen_that_is_the_only_reason() -> None:
    found = asked(small_content({}), "")
    assert [(stop.kind, stop.text) for stop in found.stops] == [
        (StopKind.NOTHING, "Er zijn nog geen keuzes gemaakt waarover een orgaan kan besluiten.")
    ]
    assert (found.decisions, found.agreements, found.open_questions) == ((), (), (1, 2, 3))


@pytest.mark.parametrize(
    ("details", "text"),
    [
        ({}, "een nog aan te wijzen gemeente"),
        ({"3b": {"gemeente": "GM0828"}}, "de gemeente Oss"),
        ({"3b": {"gemeente": "GM0373"}}, "de gemeente Bergen"),
        ({"3b": {"gemeente": "GM9999"}}, "een nog aan te wijzen gemeente"),
    ],
)
def test_a_decision_names_the_gemeente(details: dict[str, dict[str, str]], text: str) -> None:
    content = small_content({"3b": asking(decides(Organ.AB, "te wonen bij {gemeente}"))})
    assert told(asked(content, "3b", details), Organ.AB) == [("2.1", f"te wonen bij {text}.")]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("", "de coördinerend gemeentesecretaris"),
        ("De coördinerend functionaris", "de coördinerend functionaris"),
        ("het {regio}-hoofd.", "het {regio}-hoofd"),
        ("CGS", "CGS"),
    ],
)
def test_a_decision_names_the_functionary_as_the_kring_does(typed: str, name: str) -> None:
    content = small_content({"1a": asking(decides(Organ.AB, "met {cgs} te praten"))})
    assert told(asked(content, "1a", proposal=Proposal(cgs=typed)), Organ.AB) == [("2.1", f"met {name} te praten.")]


LATER = small_content(
    {
        "1a": asking(decides(Organ.AB, "later te doen", step="tweede"), notes(Organ.AB, "dit"), steps="eerste tweede"),
        "2a": asking(decides(Organ.AB, "nu te doen"), steps="eerste"),
        "3b": asking(decides(Organ.AB, "te begroten", step="tweede"), steps="tweede"),
    },
    moment("eerste", 1, Organ.AB),
    moment("tweede", 2, Organ.AB, "eerste"),
)


def test_what_a_later_meeting_decides_stands_last_with_its_date() -> None:
    own = asked(
        LATER, "1a 2a", proposal=Proposal(other_meetings=(OtherMeeting(Organ.AB, on=date(2027, 7, 1), step="tweede"),))
    ).own
    assert own
    assert [(point.number, point.text, point.later, point.later_on) for point in own.points] == [
        ("2.1", "nu te doen.", "", None),
        ("2.2", "kennis te nemen van dit.", "", None),
        ("2.3", "later te doen.", "tweede", date(2027, 7, 1)),
    ]


def test_a_step_that_is_an_organs_first_moment_is_not_later() -> None:
    own = asked(LATER, "3b").own
    assert own
    assert [(point.text, point.later) for point in own.points] == [("te begroten.", "")]


@pytest.mark.parametrize(("codes", "together"), [("1a", False), ("1a 1b", True)])
def test_more_organs_that_establish_the_regiostaf_decide_together(codes: str, together: bool) -> None:
    establish = asking(decides(Organ.AB, "in te stellen", DecisionKind.ESTABLISH))
    content = small_content({"1a": establish, "1b": establish})
    assert asked(content, codes, {"1b": {"vorm": "in"}}).together == together

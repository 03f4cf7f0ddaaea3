"""The full example, held to the agreed document: its numbers and its sentences."""

from dataclasses import replace
from datetime import date

import pytest

from checklist.domain.advies.voorstel.value import Voorstel
from checklist.domain.decision_content import Organ
from checklist.domain.dutch import in_a_row
from tests.domain.advies.voorstel.composing import composed, example


@pytest.fixture(scope="module")
def voorstel() -> Voorstel:
    """What the full example says."""
    return composed(example("vol-voorstel"))


def test_the_choices_are_named_in_words_with_their_decisions(voorstel: Voorstel) -> None:
    """Table 1; what is only taken note of is no decision."""
    assert [(row.name, row.choice, ", ".join(row.decisions)) for row in voorstel.choices] == [
        ("Instelling", "door de kring (1a); daarna in de organisatieverordening (1d)", "2.8, C.1, C.18"),
        (
            "Opdracht",
            "advies aan het bestuur (2a), aan de gemeenten (2b) en samenwerking tussen gemeenten (2d)",
            "2.1, 2.10, C.2, C.3, C.4, C.5",
        ),
        ("Colleges", "adviseert een stuurgroep uit de colleges (3b)", "2.11, C.6"),
        ("Raden", "werkt samen met griffiers (4b)", "C.7, C.19"),
        (
            "Veiligheidsregio",
            "vaste relatie met het bestuur (5b) en met het management (5c)",
            "2.2, 2.3, 2.9, C.8, C.9",
        ),
        ("Werkterrein", "alles van de veiligheidsregio (6b)", "C.10"),
        ("Plaats", "bij het overleg van gemeentesecretarissen (7a)", "C.11"),
        ("Leiding", "vertegenwoordiging van gemeentesecretarissen (8a)", "C.12, C.20"),
        (
            "Ondersteuning",
            "medewerkers van gemeenten (9a) en vrijgesteld bij de gemeente Meierijstad (9b)",
            "2.12, C.13, C.14, C.21",
        ),
        (
            "Bekostiging",
            "budget van de veiligheidsregio (10b) en bijdrage van de gemeenten (10c)",
            "2.4, 2.5, 2.13, 2.14, 2.16, C.15",
        ),
        ("Coördinerend secretaris", "is deel van de regiostaf (11b)", "C.16"),
        ("Perspectief", "wordt organisator van brede samenwerking (12b)", "2.15, C.17"),
    ]


def test_every_question_has_its_caveat_and_its_paragraphs_follow_on(voorstel: Voorstel) -> None:
    """The one caveat of each question, with the numbers of the paragraphs around it."""
    assert [
        (
            one.remark.number if one.remark else "",
            in_a_row([part.number for part in one.minority]),
            in_a_row([part.number for part in one.rejected]),
        )
        for one in voorstel.arguments
    ] == [
        ("4.1.4", "4.1.5", "4.1.6"),
        ("4.2.4", "4.2.5", "4.2.6"),
        ("4.3.3", "", "4.3.4"),
        ("4.4.3", "4.4.4", ""),
        ("4.5.3", "", "4.5.4"),
        ("4.6.2", "4.6.3", "4.6.4 en 4.6.5"),
        ("4.7.2", "", "4.7.3"),
        ("4.8.3", "4.8.4", "4.8.5"),
        ("4.9.3", "", "4.9.4"),
        ("4.10.3", "4.10.4", "4.10.5"),
        ("4.11.2", "", "4.11.3"),
        ("4.12.3", "4.12.4", ""),
    ]


@pytest.mark.parametrize(
    ("question", "start"),
    [
        (1, "Een afspraak tussen gemeentesecretarissen is vrijblijvend"),
        (2, "U krijgt naast het advies van de eigen organisatie een tweede advies"),
        (5, "Een vaste plaats voor de regiostaf kan het gewicht"),
        (9, "Eén gemeente draagt als werkgever het risico"),
        (10, "De regiostaf adviseert dan over de organisatie die hem betaalt"),
        (11, "Bij een ramp of crisis gaat de coördinatietaak voor"),
    ],
)
def test_the_caveat_is_that_of_what_the_bestuur_decides(voorstel: Voorstel, question: int, start: str) -> None:
    """Of more options the one that matters most to the organ on the cover."""
    remark = voorstel.arguments[question - 1].remark
    assert remark
    assert remark.text.startswith(start)


def test_a_list_belongs_to_its_paragraph(voorstel: Voorstel) -> None:
    """4.2.3 has the list of the kring."""
    paragraph = voorstel.arguments[1].motivation[2]
    assert paragraph.number == "4.2.3"
    assert paragraph.text.text.endswith("Wij denken aan:")
    assert len(paragraph.text.items) == 3


def test_rejected_options_go_on_from_their_name(voorstel: Voorstel) -> None:
    """Never by a code alone."""
    assert voorstel.arguments[0].rejected[0].lead == "Instelling door de colleges (1c)"


def test_what_must_be_looked_up_is_numbered_in_the_order_of_the_decisions(voorstel: Voorstel) -> None:
    """After the booklet, which is source 1."""
    found = [(one.citation, one.points, one.source) for one in voorstel.consequences.look_up]
    assert found[0] == ("Wet veiligheidsregio’s (Wvr) art. 12 lid 2", "2.1 tot en met 2.3", 2)
    assert [citation for citation, _, _ in found if "Wvr" in citation][1:] == ["Wvr art. 36"]
    assert ("Gemeentewet art. 189", "2.13 en 2.16", 6) in found
    assert [source for _, _, source in found] == list(range(2, len(found) + 2))


def test_sources_lead_back_to_where_they_are_named(voorstel: Voorstel) -> None:
    """The booklet to 1.2, the law to the legal paragraph, and each has an address that opens."""
    first, second = voorstel.sources[:2]
    assert (first.back, first.address, first.checked) == ("1.2", "op papier", True)
    assert (second.back, second.address, second.checked) == ("5.3", "wetten.overheid.nl/BWBR0027466", False)
    assert all(row.link.endswith(row.address) or row.link.rstrip("/").endswith(row.address) for row in voorstel.sources
               if row.link)  # fmt: skip


def test_the_pairs_of_appendix_d(voorstel: Voorstel) -> None:
    """What is missing first, then what is kept; a decision that settles an agreement is named."""
    assert [(one.number, one.codes, one.provided) for one in voorstel.agreements_needed] == [
        ("D.1", ("1a", "10b"), ""),
        ("D.2", ("2b", "10b"), "2.5"),
    ]
    assert [(one.number, one.codes) for one in voorstel.agreements_kept] == [
        ("D.3", ("1a", "2a")),
        ("D.4", ("1a", "10c")),
        ("D.5", ("2a", "2b")),
        ("D.6", ("2a", "10b")),
        ("D.7", ("10b", "12b")),
    ]
    assert voorstel.other_steps[0].number == "D.8"


def test_moments_of_decision_and_named_steps_are_told_in_chapter_8(voorstel: Voorstel) -> None:
    """With the kring's own action before the first later step."""
    assert [str(row.what) if isinstance(row.what, str) else row.what.text for row in voorstel.steps] == [
        "Stel het voorstel in de kring vast.",
        "Spreek met de voorzitter van de veiligheidsregio.",
        "Bereid het besluit van het algemeen bestuur voor.",
        "Besluit in elk college over het voorstel.",
        "Bespreek het vaste overleg met de regiostaf in het dagelijks bestuur en vraag de directie het te voeren.",
        "Besluit in het algemeen bestuur over het voorstel.",
        "Vraag elke raad het budget voor de bijdrage beschikbaar te stellen.",
        "Wijs de leiding van de regiostaf aan en maak bekend wie dat zijn.",
        "Laat de regiostaf beginnen met het eerste onderwerp.",
        "Evalueer de regiostaf en bespreek de uitkomst in de kring en met het bestuur.",
        "Stel in het dagelijks bestuur de regels over de ambtelijke organisatie vast.",
    ]
    assert voorstel.steps[-1].on == date(2028, 5, 25)


def test_the_summary_has_all_of_the_example_on_one_page(voorstel: Voorstel) -> None:
    """Nothing is dropped; the views are those about what the organ on the cover decides."""
    summary = voorstel.summary
    assert not any(vars(summary.dropped).values())
    assert summary.minority_names == (
        *("instelling", "opdracht", "raden", "werkterrein", "leiding", "bekostiging", "perspectief"),
    )
    assert [(one.name, one.number) for one in summary.minorities] == [("opdracht", "4.2.5"), ("bekostiging", "4.10.4")]
    assert [(one.organ, one.count, one.first, one.last) for one in summary.elsewhere] == [
        (Organ.DB, 2, "2.8", "2.9"),
        (Organ.COLLEGES, 6, "2.10", "2.15"),
        (Organ.RADEN, 1, "2.16", "2.16"),
    ]
    assert summary.agreements == 21
    assert [one.told_at for one in summary.attention] == ["6.1", "6.2", "6.3"]
    assert [(one.what, one.on) for one in summary.planning] == [
        ("Vastgesteld", date(2026, 11, 24)),
        ("Besluit", date(2027, 2, 18)),
        ("Laatste besluit vóór de start", date(2027, 3, 25)),
        ("Evaluatie", date(2028, 4, 1)),
    ]


def test_the_models_are_counted_out_of_all_that_was_chosen(voorstel: Voorstel) -> None:
    """The first row of the table, and what stood at no model."""
    first = voorstel.models[0]
    assert (first.hallmarks, first.of_hallmarks, first.fitting, first.of, first.clashing) == (2, 2, 9, 18, 0)
    assert len(voorstel.without_example) == 6


def test_tables_are_numbered_as_they_come(voorstel: Voorstel) -> None:
    """Without a table of costs the risks are table 2."""
    assert list(voorstel.tables.items()) == [
        ("choices", 1),
        ("risks", 2),
        ("steps", 3),
        ("models", 4),
        ("sources", 5),
        ("other_steps", 6),
    ]


def test_the_figure_is_told_in_whole_sentences(voorstel: Voorstel) -> None:
    """At most 700 characters."""
    assert voorstel.figure.startswith("Links de gemeenten, rechts de veiligheidsregio, in het midden de regiostaf.")
    assert voorstel.figure.endswith(".")
    assert len(voorstel.figure) <= 700


def test_without_risks_of_the_kring_all_caveats_are_told() -> None:
    """Of every chosen option, with where it belongs."""
    dossier = example("vol-voorstel")
    voorstel = composed(replace(dossier, proposal=replace(dossier.proposal, risks=())))
    assert len(voorstel.caveats) == voorstel.chosen
    assert [one.number for one in voorstel.caveats[:4]] == ["4.1.4", "4.1", "4.2.4", "4.2"]
    assert "risks" not in voorstel.tables

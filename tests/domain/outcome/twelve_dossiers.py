"""Twelve dossiers written by hand, each with what the product says of it, worked out in words from the content.

Where they stand for each model is worked out in `test_dossiers`; here it is what the kring reads: the sentences, what
turns the outcome, and the room that is left. The number of designs is counted by hand: 15 answers to question 1, 15 to
2, 4 to 3, 4 to 4, 8 to 5, 3 to 6, 4 to 7, 2 to 8, 7 to 9, 4 to 10, 3 to 11 and 3 to 12 make 174,182,400.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A dossier in words and what it comes to. `turning`: changes of one answer with what the design then looks like;
    `most` and `nothing`: the open question that matters most, and those that change nothing; `repair`: the first
    way out of the first contradiction; `left`: whole designs without contradiction."""

    name: str
    words: str
    sentences: tuple[str, str, str]
    turning: dict[tuple[int, str], str]
    most: int | None
    nothing: tuple[int, ...]
    left: int
    repair: str = ""


CASES = (
    Case(
        "niets",
        "Nothing is chosen. One hallmark makes a model clear: so 2a, 2b and the other hallmarks turn it; 2a and 2b "
        "together do not, unless 2c comes with them: then the adoptieregeling, with two kenmerkend, is even with the "
        "managementraad. Question 2 can lead to four outcomes (these two, both, none), 9 to four as well, but 2 to "
        "more orders of the rest. Nobody has a trait or a tension in 4; in 10 tensions need a second option. Room: "
        "15·4·3·2·4·3 for 1, 4, 6, 8, 10, 12; for 5a 3·2·3·8 answers to 2, 3, 9 and 7 with 11, else 7·15·4·7·11.",
        sentences=(
            "U hebt nog niets gekozen: er is nog geen duidelijk model.",
            "Een combinatie van modellen is er dus ook niet.",
            "Geen van uw keuzes botst of vraagt een afspraak en twaalf vragen zijn nog niet bepaald.",
        ),
        turning={
            (3, "‘bestuurscommissie met wethouders’ kiezen"): "de adviesstructuur voor een brede regio",
            (7, "‘secretarissen of veiligheidsadviseurs’ kiezen"): "de managementraad",
        },
        most=2,
        nothing=(4, 10),
        left=4320 * (3 * 2 * 3 * 8 + 7 * 15 * 4 * 7 * 11),
    ),
    Case(
        "een-vraag",
        "All open but one: 7c is a hallmark of two models, and these are even. Leaving it open again takes both away; "
        "9b gives the bureau its second hallmark, 12c the concernfunctie. Question 4 still says nothing, but 10 does: "
        "10a asks for an agreement with 7c. Room: 15·4·3·2·4·3·3 for 1, 4, 6, 8, 10, 11, 12 (11 is free, as 7b is not "
        "chosen); with 5a 3·2·3, else 7·15·4·7.",
        sentences=(
            "Even dicht bij uw ontwerp staan het veiligheidsbureau bij de centrumstad (uw enige keuze past) en de "
            "concernfunctie bij een gemeente (uw enige keuze past): van beide koos u één hoofdkenmerk.",
            "Bij het veiligheidsbureau bij de centrumstad past uw enige keuze.",
            "Geen van uw keuzes botst of vraagt een afspraak en elf vragen zijn nog niet bepaald.",
        ),
        turning={
            (7, "open laten"): "geen duidelijk model",
            (9, "‘iemand vrijgesteld bij één gemeente’ kiezen"): "het veiligheidsbureau bij de centrumstad",
            (12, "‘alle gemeenschappelijke regelingen’ kiezen"): "de concernfunctie bij een gemeente",
        },
        most=2,
        nothing=(4,),
        left=15 * 4 * 3 * 2 * 4 * 3 * 3 * (3 * 2 * 3 + 7 * 15 * 4 * 7),
    ),
    Case(
        "gelijk",
        "2b is a hallmark of the adoptieregeling and kenmerkend, 3c one of the adviesstructuur and past: the first is "
        "ahead, and together they do both. 5b and 6c, past for the adviesstructuur alone, put it ahead; so does "
        "leaving 2 open. No question is without effect: even 4 asks for an agreement (4a with 2b). Room: 3c rules 5a "
        "out, so 7·7·11 for 5, 9 and 7 with 11.",
        sentences=(
            "1 van uw 2 keuzes past bij de adoptieregeling en geen keuze past er niet bij.",
            "Bij de adoptieregeling en de adviesstructuur voor een brede regio samen passen uw beide keuzes.",
            "Eén paar vraagt om een afspraak en tien vragen zijn nog niet bepaald.",
        ),
        turning={
            (2, "open laten"): "de adviesstructuur voor een brede regio",
            (5, "‘vaste lijn met bestuur’ kiezen"): "de adviesstructuur voor een brede regio",
            (6, "‘ook sociale en integrale veiligheid’ kiezen"): "de adviesstructuur voor een brede regio",
        },
        most=5,
        nothing=(),
        left=15 * 4 * 3 * 2 * 4 * 3 * (7 * 7 * 11),
    ),
    Case(
        "alles-botst",
        "5a contradicts 2a, 2c, 3c and 9c, and 7b contradicts 11a. The adviesstructuur has the hallmark 3c; 3c, "
        "2a and 7b are past, 5a and 11a past niet. Leaving 3 open leaves the managementraad as the only one with "
        "a hallmark (2a). 5b in place of 5a ends four contradictions. 8a gives the functionaris a hallmark, with four "
        "past and one past niet.",
        sentences=(
            "3 van uw 7 keuzes passen bij de adviesstructuur voor een brede regio en 2 passen er niet bij.",
            "Bij de adoptieregeling past 1 van uw 7 keuzes, en twee keuzes staan niet in een voorbeeld.",
            "Vijf paren keuzes botsen en zes vragen zijn nog niet bepaald.",
        ),
        turning={
            (3, "open laten"): "de managementraad",
            (5, "‘vaste lijn met bestuur’ in plaats van ‘geen directe relatie’"): "de onafhankelijk secretaris",
            (8, "‘vertegenwoordiging van secretarissen’ kiezen"): "de functionaris verlengd lokaal bestuur",
        },
        most=8,
        nothing=(4,),
        left=0,
        repair="Kies een vaste lijn met het bestuur van de veiligheidsregio.",
    ),
    Case(
        "stilte",
        "Only silence: no model has any of these by two readers. So nobody is ahead, all of it is in no example, and "
        "any hallmark turns it. Room: 3·2·3 for 6, 8, 12; with 5a 3·3·8 (3 is settled), else 7·15·7·11.",
        sentences=(
            "Er is geen duidelijk model: van geen enkel model koos u een hoofdkenmerk.",
            "Een combinatie van modellen is er dus ook niet, en vier keuzes staan niet in een voorbeeld.",
            "Geen van uw keuzes botst of vraagt een afspraak en acht vragen zijn nog niet bepaald.",
        ),
        turning={
            (3, "met ‘bestuurscommissie met wethouders’ erbij"): "de adviesstructuur voor een brede regio",
            (7, "‘secretarissen of veiligheidsadviseurs’ kiezen"): "de managementraad",
        },
        most=2,
        nothing=(),
        left=3 * 2 * 3 * (3 * 3 * 8 + 7 * 15 * 7 * 11),
    ),
    Case(
        "een-lezer",
        "7a is a hallmark of the managementraad. That it has 1a and 12a too was read by one reader: neither "
        "counts, so both are in no example. Leaving 7 open takes the only hallmark away; 9a is one of the "
        "adoptieregeling: even. Room: 4·3·2·4·3 for 4, 6, 8, 10, 11; with 5a 3·2·3, else 7·15·4·7.",
        sentences=(
            "1 van uw 3 keuzes past bij de managementraad en geen keuze past er niet bij.",
            "Bij de managementraad past 1 van uw 3 keuzes, en twee keuzes staan niet in een voorbeeld.",
            "Geen van uw keuzes botst of vraagt een afspraak en negen vragen zijn nog niet bepaald.",
        ),
        turning={
            (7, "open laten"): "geen duidelijk model",
            (
                7,
                "‘onafhankelijke afdeling veiligheidsregio’ in plaats van ‘secretarissen of veiligheidsadviseurs’",
            ): "de onafhankelijk secretaris",
            (9, "‘medewerkers van gemeenten’ kiezen"): "de adoptieregeling en de managementraad",
        },
        most=9,
        nothing=(4,),
        left=4 * 3 * 2 * 4 * 3 * (3 * 2 * 3 + 7 * 15 * 4 * 7),
    ),
    Case(
        "managementraad",
        "A whole design. Both hallmarks; 2a 2b 2d 5b 5c 6b 7a 8a 11b are past, nine of sixteen. The adoptieregeling "
        "has both hallmarks too, with five past. Without 2a or without 7a the managementraad keeps one hallmark, and "
        "the adoptieregeling is alone with two; no other single answer takes one away. 9a is the adoptieregeling's. "
        "Nothing is open, nothing contradicts: exactly this design is left.",
        sentences=(
            "9 van uw 16 keuzes passen bij de managementraad en geen keuze past er niet bij.",
            "Bij de adoptieregeling en de managementraad samen passen 10 van uw 16 keuzes, en zes keuzes staan niet "
            "in een voorbeeld.",
            "Twee paren vragen om een afspraak, één paar is afgesproken en geen vraag staat nog open.",
        ),
        turning={(2, "zonder ‘advies aan het bestuur’"): "de adoptieregeling", (7, "open laten"): "de adoptieregeling"},
        most=None,
        nothing=(),
        left=1,
    ),
    Case(
        "centrumstad",
        "Both hallmarks of the bureau; 1c 2c 2d 5c 6a 7c 9b are past, and it is silent on the rest. 12c would "
        "give the concernfunctie both hallmarks as well, but with four past against seven: no single answer turns "
        "it. 3 and 8 weigh the same, each with two orders of the models and one agreement (3a with 1c, 8a with "
        "7c), so the booklet's order decides; nothing in 4 does anything. Room: 4·4·2.",
        sentences=(
            "7 van uw 10 keuzes passen bij het veiligheidsbureau bij de centrumstad en geen keuze past er niet bij.",
            "Bij het veiligheidsbureau bij de centrumstad passen 7 van uw 10 keuzes, en drie keuzes staan niet in "
            "een voorbeeld.",
            "Twee paren vragen om een afspraak en drie vragen zijn nog niet bepaald.",
        ),
        turning={},
        most=3,
        nothing=(4,),
        left=4 * 4 * 2,
    ),
    Case(
        "los-van-de-regio",
        "Both hallmarks of the adoptieregeling; 1c 2b 2d 6b 9a are past. It is, with the concernfunctie, the one "
        "that says nothing against 5a. The managementraad has one hallmark (7a); 2a in place of 2b would give it "
        "both and leave the adoptieregeling one. 8b with 9a is kept. Only 11 is open: 11a asks for an agreement "
        "with 2d, 11c with 8b. Room: three answers to 11, as 7b is not chosen.",
        sentences=(
            "5 van uw 12 keuzes passen bij de adoptieregeling en geen keuze past er niet bij.",
            "Bij de adoptieregeling passen 5 van uw 12 keuzes, en vier keuzes staan niet in een voorbeeld.",
            "Eén paar is afgesproken en één vraag is nog niet bepaald.",
        ),
        turning={(2, "‘advies aan het bestuur’ in plaats van ‘advies aan de gemeenten’"): "de managementraad"},
        most=11,
        nothing=(),
        left=3,
    ),
    Case(
        "past-niet",
        "Three models have one hallmark each: managementraad 2a, functionaris 8a, secretaris 5b. The "
        "managementraad has all three past; for the secretaris 8a is past niet. 7d gives the secretaris both "
        "hallmarks, 5d the functionaris, 3c the adviesstructuur its first, with four past. 3, 7 and 11 lead to "
        "two outcomes each, 7 to the most orders (four, against two and three). "
        "Room: 5b and no 5a, so 15·4·4·3·7·4·3 for the rest and 11 for 7 with 11.",
        sentences=(
            "Al uw 3 keuzes passen bij de managementraad en geen keuze past er niet bij.",
            "Bij de managementraad passen al uw 3 keuzes.",
            "Geen van uw keuzes botst of vraagt een afspraak en negen vragen zijn nog niet bepaald.",
        ),
        turning={
            (3, "‘bestuurscommissie met wethouders’ kiezen"): "de adviesstructuur voor een brede regio",
            (5, "met ‘deel van het management’ erbij"): "de functionaris verlengd lokaal bestuur",
            (7, "‘onafhankelijke afdeling veiligheidsregio’ kiezen"): "de onafhankelijk secretaris",
        },
        most=7,
        nothing=(),
        left=15 * 4 * 4 * 3 * 7 * 4 * 3 * 11,
    ),
    Case(
        "in-het-management",
        "5d is a hallmark of functionaris and directeur; the first has 2c 5d 6b 7b past, the second three of these; "
        "11a is in no example. 11b gives the directeur its second hallmark; without 5d nobody has one. 7b-11a "
        "contradicts and is kept, and still no whole design without contradiction is left. Neither 4 nor 10 does "
        "anything.",
        sentences=(
            "4 van uw 5 keuzes passen bij de functionaris verlengd lokaal bestuur en geen keuze past er niet bij.",
            "Bij de functionaris verlengd lokaal bestuur passen 4 van uw 5 keuzes, en één keuze staat niet in een "
            "voorbeeld.",
            "Eén paar is afgesproken en zeven vragen zijn nog niet bepaald.",
        ),
        turning={
            (5, "open laten"): "geen duidelijk model",
            (11, "‘CGS in de regiostaf’ in plaats van ‘CGS los van regiostaf’"): "de overkoepelend directeur",
        },
        most=9,
        nothing=(4, 10),
        left=0,
        repair="Maak de CGS deel van de regiostaf.",
    ),
    Case(
        "drie-samen",
        "3c, 7a and 9a are each a hallmark of another model, and the combination is these three; 7a and 9a are "
        "kenmerkend and even, 3c is past and comes after them. 12b is the veiligheidsmanager's, who has no hallmark, "
        "and three models is the most. 4a is in no example. 8a is past for managementraad and adviesstructuur, "
        "kenmerkend for the first only; 11b is past for the managementraad alone: each breaks the tie. 6c gives the "
        "manager a hallmark beside 12b. Room: 3c rules 5a out, so 15·15·7·3·2·4·3 for 1, 2, 5, 6, 8, 10, 11.",
        sentences=(
            "Even dicht bij uw ontwerp staan de adoptieregeling (1 van uw 5 keuzes past) en de managementraad (1 van "
            "uw 5 keuzes past): van beide koos u één hoofdkenmerk.",
            "Bij de adoptieregeling, de adviesstructuur voor een brede regio en de managementraad samen passen 3 van "
            "uw 5 keuzes, en één keuze staat niet in een voorbeeld.",
            "Geen van uw keuzes botst of vraagt een afspraak en zeven vragen zijn nog niet bepaald.",
        ),
        turning={
            (6, "‘ook sociale en integrale veiligheid’ kiezen"): "de veiligheidsmanager",
            (8, "‘vertegenwoordiging van secretarissen’ kiezen"): "de managementraad",
            (11, "‘CGS in de regiostaf’ kiezen"): "de managementraad",
        },
        most=5,
        nothing=(),
        left=15 * 15 * 7 * 3 * 2 * 4 * 3,
    ),
)

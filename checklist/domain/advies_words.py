"""How the advies names questions, models and options inside a sentence of its own.

Numbers, slugs and codes never change; a question or model that isn't here keeps its short name. The wording is ours.
"""

QUESTION_IN_A_SENTENCE = {
    1: "de instelling",
    2: "de opdracht",
    3: "de verhouding met de colleges",
    4: "de verhouding met de raden",
    5: "de verhouding met de veiligheidsregio",
    6: "het werkterrein",
    7: "de plaats",
    8: "de leiding",
    9: "de ondersteuning",
    10: "de bekostiging",
    11: "de verhouding met de coördinerend gemeentesecretaris",
    12: "het perspectief",
}

MODEL_IN_A_SENTENCE = {
    "veiligheidsbureau-centrumstad": "het veiligheidsbureau bij de centrumstad",
    "overkoepelend-directeur": "de overkoepelend directeur",
    "functionaris-verlengd-lokaal-bestuur": "de functionaris verlengd lokaal bestuur",
    "onafhankelijk-secretaris": "de onafhankelijk secretaris",
    "veiligheidsmanager": "de veiligheidsmanager",
    "adoptieregeling": "de adoptieregeling",
    "adviesstructuur-brede-regio": "de adviesstructuur voor een brede regio",
    "concernfunctie-gemeente": "de concernfunctie bij een gemeente",
    "managementraad": "de managementraad",
}

# What follows 'een regiostaf die …': the summary opens with where it belongs (question 7) and what it does (2).
PLACE_IN_A_SENTENCE = {
    "7a": "hoort bij het overleg van gemeentesecretarissen, van gemeentelijke veiligheidsadviseurs, of van beide",
    "7b": "hoort bij de taak van de coördinerend gemeentesecretaris",
    "7c": "hoort bij de centrumgemeente",
    "7d": "hoort bij een afdeling van de veiligheidsregio die het bestuur onafhankelijk adviseert",
}

TASK_IN_A_SENTENCE = {
    "2a": "adviseert het bestuur van de veiligheidsregio vanuit de gemeenten",
    "2b": "adviseert de gemeenten over voorstellen die hen binden",
    "2c": "zorgt dat gemeenten en veiligheidsregio nieuw beleid in de voorbereiding op elkaar afstemmen",
    "2d": "organiseert de samenwerking tussen gemeenten",
}

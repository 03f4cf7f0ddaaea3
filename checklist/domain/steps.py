"""The steps that a besluitpad can have, by their keys: fixed, because paths, dossiers and files go by them (rule 12).

What a step is, who takes it and after which others stands in the content and can be edited.
"""

# In the order of the content, which is that of a path where dates are equal.
STEPS = (
    *("open_punten", "kosten_ramen", "juridische_toets", "directie_vooroverleg", "griffiers_vooroverleg"),
    *("kring_vaststellen", "colleges_informeren", "aanbieden", "or_advies", "college_voorleggen", "db_voorbereiding"),
    *("raden_commissie", "ab_besluit", "db_afspraak_directie", "db_organisatieregels", "colleges_besluiten"),
    *("raden_budget", "ontwerp_regeling", "ontwerp_naar_raden", "zienswijze_regeling", "zienswijzen_verwerken"),
    *("toestemming_raden", "colleges_wijzigen", "regeling_bekendmaken", "raden_overleg", "raden_voorstel_commissie"),
    *("ab_adviescommissie", "begroting_kaders", "begroting_naar_raden", "zienswijze_begroting"),
    *("zienswijze_antwoord", "begroting_vaststellen", "begroting_toezenden", "commissie_leden"),
    *("uitnodiging_voorzitter", "aanwijzing_nagaan", "taakverdeling_cgs", "griffiers_afspraken", "kosten_verdelen"),
    *("uren_vastleggen", "functionaris_regelen", "medewerkers_regelen", "leiding_aanwijzen", "plaats_regelen"),
    *("onafhankelijkheid_vastleggen", "stukkenstroom", "onderwerpen_kiezen", "politie_overleg", "werkafspraken"),
    *("regelingen_overzicht", "andere_besturen", "perspectief_uitwerken", "start", "evaluatie"),
)

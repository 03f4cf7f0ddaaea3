"""The worked example gives the reglement of the design, word for word."""

from tests.domain.decision.reglement.reading import lines, of_example
from tests.export.voorstellen import example

EXPECTED = """\
Reglement regiostaf Brabant-Noord
Afspraak van de kring van gemeentesecretarissen; daarna vast te leggen in de organisatieverordening
De kring van gemeentesecretarissen in Veiligheidsregio Brabant-Noord,
overwegende dat de gemeenten via verlengd lokaal bestuur verantwoordelijk zijn voor de veiligheidsregio en \
daarvoor een gezamenlijke ambtelijke staf nodig hebben;
met het voornemen de regiostaf daarna te laten regelen in de organisatieverordening;
spreekt het volgende reglement af:
Artikel 1. Begripsbepalingen
In dit reglement wordt verstaan onder:
algemeen bestuur: algemeen bestuur van de veiligheidsregio;
colleges: colleges van burgemeester en wethouders van de gemeenten;
coördinerend gemeentesecretaris: functionaris, bedoeld in artikel 36 van de Wet veiligheidsregio’s;
gemeenten: gemeenten die deelnemen aan de gemeenschappelijke regeling van de veiligheidsregio;
kring: overleg van de gemeentesecretarissen van de gemeenten;
netwerk van griffiers: netwerk van de griffiers van de gemeenten;
raden: gemeenteraden van de gemeenten;
regiostaf: gemeenschappelijk ondersteunend orgaan van de gemeenten, bedoeld in artikel 2;
stuurgroep: stuurgroep die is samengesteld uit leden van de colleges;
veiligheidsregio: openbaar lichaam Veiligheidsregio Brabant-Noord.
Artikel 2. Instelling
1. Er is een regiostaf in de veiligheidsregio.
2. De regiostaf is ingesteld door de kring.
3. De instelling door de kring is een afspraak tussen gemeentesecretarissen. Deze afspraak bindt de \
bestuursorganen van de gemeenten en van de veiligheidsregio niet.
4. De kring vraagt het bevoegde orgaan om de regiostaf te regelen in de organisatieverordening. Dit reglement \
geldt totdat die regeling in werking treedt.
Artikel 3. Opdracht
1. De regiostaf heeft tot taak:
a. het algemeen bestuur vanuit verlengd lokaal bestuur te adviseren over voorstellen van de veiligheidsregio;
b. de gemeenten te adviseren over voorstellen van de veiligheidsregio die hen binden, zodat elke gemeente haar \
standpunt kan bepalen; en
c. de samenwerking tussen de gemeenten te organiseren.
2. De regiostaf adviseert het algemeen bestuur op uitnodiging van de voorzitter van de veiligheidsregio of op \
grond van een besluit van het algemeen bestuur.
3. De regiostaf zendt zijn advies over een voorstel dat de gemeenten bindt, aan alle gemeenten. Elke gemeente \
bepaalt zelf haar standpunt.
4. Boven elk advies staat of het is bestemd voor het algemeen bestuur of voor de gemeenten.
5. De organisatie van de samenwerking laat de taak van de coördinerend gemeentesecretaris onverlet.
Artikel 4. Plaats
1. De regiostaf is aangehaakt aan de kring.
2. Het werk van de regiostaf is een vast onderwerp op de agenda van de kring.
Artikel 5. Samenstelling
1. De regiostaf bestaat uit:
a. de ambtelijke leiding, bedoeld in artikel 6;
b. de coördinerend gemeentesecretaris; en
c. de ondersteuning, bedoeld in artikel 8.
2. Wie in de regiostaf werkt, blijft in dienst bij de eigen werkgever.
3. De kring houdt bij de samenstelling rekening met het verschil in grootte tussen de gemeenten.
Artikel 6. Leiding
1. De ambtelijke leiding van de regiostaf berust bij een vertegenwoordiging van drie gemeentesecretarissen.
2. De kring wijst de leden van de vertegenwoordiging aan voor twee jaar. De kring kan een lid tussentijds vervangen.
3. De vertegenwoordiging kiest uit haar midden een voorzitter.
Artikel 7. Coördinerend gemeentesecretaris
1. De coördinerend gemeentesecretaris heeft een vaste plaats in de regiostaf.
2. Dit reglement laat de aanwijzing en de wettelijke taak van de coördinerend gemeentesecretaris onverlet.
Artikel 8. Ondersteuning
1. De regiostaf wordt ondersteund door:
a. medewerkers van de gemeenten; en
b. een of meer vrijgestelde medewerkers in dienst van de gemeente Meierijstad.
2. Elke gemeente stelt medewerkers beschikbaar voor ten minste 120 uur per jaar.
3. De vrijgestelde medewerkers werken in opdracht van de ambtelijke leiding van de regiostaf.
Artikel 9. Bekostiging
1. De kosten van de regiostaf worden gedekt uit:
a. een bijdrage ten laste van de begroting van de veiligheidsregio; en
b. een afzonderlijke bijdrage van de gemeenten.
2. De bijdrage van de veiligheidsregio vergt een besluit van het algemeen bestuur. Aan de bijdrage zijn geen \
voorwaarden verbonden over de inhoud van de adviezen.
3. De bijdrage van de gemeenten wordt naar inwonertal verdeeld. Elke gemeente besluit zelf over haar bijdrage.
4. De begroting van de regiostaf vermeldt per onderdeel uit welke bijdrage het wordt gedekt.
5. De bijdrage van de veiligheidsregio wordt alleen gebruikt voor werk binnen het domein van de veiligheidsregio.
6. De ambtelijke leiding zendt elk jaar een begroting en een verantwoording aan degenen die bijdragen.
Artikel 10. Verhouding tot de colleges
1. De regiostaf adviseert de stuurgroep. De stuurgroep besluit niet in de plaats van de colleges.
2. De stuurgroep bestaat uit een lid van elk college. Elk lid houdt het eigen college op de hoogte.
Artikel 11. Verhouding tot de raden
De regiostaf werkt voor het contact met de raden samen met het netwerk van griffiers. Zij stemmen in elk geval \
de planning af van voorstellen waarover de raden een zienswijze kunnen geven.
Artikel 12. Verhouding tot de veiligheidsregio
1. De regiostaf heeft een gestructureerde relatie met het bestuur van de veiligheidsregio. Een vertegenwoordiger \
van de regiostaf woont op uitnodiging van de voorzitter de vergadering van het algemeen bestuur bij en kan daar \
het advies toelichten.
2. De regiostaf heeft een gestructureerde relatie met het ambtelijk management van de veiligheidsregio. Zij \
overleggen ten minste vier keer per jaar.
3. De regiostaf bespreekt een conceptadvies met het ambtelijk management. Het management kan feiten corrigeren. \
Het oordeel blijft van de regiostaf.
Artikel 13. Werkterrein
1. Het werkterrein van de regiostaf is het gehele domein van de veiligheidsregio.
2. Elke gemeente blijft verantwoordelijk voor haar integraal veiligheidsbeleid.
Artikel 14. Overleg en besluitvorming
1. De regiostaf komt ten minste zes keer per jaar bijeen.
2. De regiostaf stelt elk jaar een werkplan op. Het werkplan vermeldt over welke voorstellen van de \
veiligheidsregio de regiostaf adviseert.
3. De regiostaf streeft naar overeenstemming. Wordt die niet bereikt, dan vermeldt het advies ook het standpunt \
van de minderheid.
4. De regiostaf neemt geen besluiten in de plaats van een bestuursorgaan.
Artikel 15. Archief en openbaarheid
1. De gemeente waar de vrijgestelde medewerkers in dienst zijn, beheert de documenten van de regiostaf.
2. Een verzoek om openbaarheid wordt behandeld door het bestuursorgaan waarbij het document berust.
3. Een advies is openbaar vanaf het moment waarop het is geagendeerd, tenzij de wet zich daartegen verzet.
4. Dit reglement is geen grondslag voor het delen van persoonsgegevens.
Artikel 16. Perspectief en evaluatie
1. De kring evalueert de werking van de regiostaf binnen een jaar na de inwerkingtreding van dit reglement.
2. De kring zendt de uitkomst van de evaluatie aan het algemeen bestuur en aan de colleges.
3. De regiostaf groeit in stappen uit tot organisator van de brede samenwerking op het terrein van veiligheid. \
Elke stap vergt een afzonderlijk besluit.
Artikel 17. Inwerkingtreding
1. Dit reglement treedt in werking op 1 april 2027.
2. Een bepaling die een besluit vergt van een ander orgaan dan het orgaan dat dit reglement vaststelt, werkt \
vanaf de dag waarop dat besluit in werking treedt.
3. Artikel 9 werkt voor een gemeente vanaf de dag waarop zij over haar bijdrage heeft besloten.
4. De regiostaf begint zodra alle gemeenten hun bijdrage hebben toegezegd.
Artikel 18. Citeertitel
Dit reglement wordt aangehaald als: Reglement regiostaf Brabant-Noord.
Afgesproken in de vergadering van 24 november 2026.
De voorzitter van de kring,
De secretaris van de kring,
"""


def test_the_worked_example_comes_out_word_for_word() -> None:
    assert lines(of_example(example("vol-voorstel"))) == EXPECTED.splitlines()


def test_nothing_of_it_is_open_and_nothing_stops_it() -> None:
    reglement = of_example(example("vol-voorstel"))
    assert (reglement.gaps, reglement.stopped, [one.number for one in reglement.articles if one.stopped]) == (0, (), [])

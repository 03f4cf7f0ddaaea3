"""A document by hand with everything that a voorstel is made of, for what WeasyPrint makes of each in the tags."""

_STYLE = """
@page {
  size: A4; margin: 16mm 18mm 16mm 36mm;
  @top-left { content: "Een regiostaf" } @bottom-right { content: counter(page) }
}
h2 { break-before: page } h3 { break-before: auto; break-after: avoid }
.nr { display: inline-block; width: 15mm } .numbered { text-indent: -15mm }
table { table-layout: fixed; width: 100% } ul { list-style: none }
ul.points { list-style: disc }
.page::after { content: target-counter(attr(href), page) }
.blank { display: inline-block; width: 28mm; border-bottom: 0.5pt solid }
sup { font-size: 8pt }
"""

_WORDS = "Een zin die lang genoeg is om met de andere over het eind van een regel te komen. "


def _row(anchor: str, text: str) -> str:
    return f'<li><a href="#{anchor}">{text}</a> <a class="page" href="#{anchor}" aria-label="bladzijde"></a></li>'


def _paragraph(number: str, text: str) -> str:
    return f'<p class="numbered" id="p-{number}"><span class="nr">{number}</span>{text}</p>'


def _table(caption: str, rows: int) -> str:
    cells = "".join(
        f'<tr><th scope="row">6.{n}</th><td>Risico {n}</td><td>Maatregel {n}</td></tr>' for n in range(1, rows + 1)
    )
    head = '<tr><th scope="col">Nummer</th><th scope="col">Risico</th><th scope="col">Maatregel</th></tr>'
    return f"<table><caption>{caption}</caption><thead>{head}</thead><tbody>{cells}</tbody></table>"


CONTENTS = (("samenvatting", "Samenvatting"), ("besluit", "2 Gevraagd besluit"), ("risicos", "6 Risico’s"))
ADDRESS = "wetten.overheid.nl/<wbr>BWBR0027466/<wbr>hoofdstuk/<wbr>eerste/<wbr>artikel/<wbr>zoveel"

HTML = f"""<!doctype html><html lang="nl">
<head><title>Een regiostaf (concept)</title><style>{_STYLE}</style></head><body>
<p>Voorstel aan het algemeen bestuur</p>
<h1>Een regiostaf voor Voorbeeldregio</h1>
<table class="facts"><tbody>
<tr><th scope="row">Status</th><td>Concept</td></tr>
<tr><th scope="row">Orgaan</th><td>algemeen bestuur</td></tr>
</tbody></table>
<nav aria-labelledby="inhoud"><p id="inhoud"><b>Inhoud</b></p><ul>{"".join(_row(*row) for row in CONTENTS)}</ul></nav>
<section><h2 id="samenvatting">Samenvatting</h2>
<div class="box"><p><b>Dit voorstel kan zo niet worden besloten:</b></p>
<ul class="points"><li>Eén reden.</li><li>Nog een.</li></ul></div>
<p><b>Vraag.</b> Wij vragen het bestuur in te stemmen.</p></section>
<section><h2 id="besluit">2 Gevraagd besluit</h2>
<h3>Het algemeen bestuur van Voorbeeldregio besluit:</h3>
{_paragraph("2.1", _WORDS * 3 + '<sup><a href="#bron-1" aria-label="bron 1">1</a></sup> (2a)*')}
{_paragraph("2.2", "kennis te nemen van:")}<ul class="points"><li>de instelling; (1a)</li><li>de taken. (2d)</li></ul>
<p class="sign">Besloten op <span class="blank">&nbsp;</span> De voorzitter, <span class="blank">&nbsp;</span></p>
<p>{_WORDS}Zie <a href="https://wetten.overheid.nl/BWBR0027466">{ADDRESS}</a> en <a href="#p-2.1">2.1</a>.</p>
<p><span lang="en">Span of control</span> is een term.</p>
</section>
<section><h2 id="risicos">6 Risico’s</h2><p>Voor.</p>{_table("Tabel 2. De risico’s", 70)}<p>Na.</p>
<figure><img src="regiostaf:proef.svg" alt="Een tekening."><figcaption>Figuur 1. De tekening</figcaption></figure>
<ol><li id="bron-1">Wet gemeenschappelijke regelingen. <a href="#p-2.1">Terug naar 2.1</a></li></ol></section>
</body></html>"""

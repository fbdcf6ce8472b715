"""Files that are sent, and files that are saved."""

import io
import os
import time
import zipfile
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "sample-roster.xlsx"


def check(client, folder, cookie, report):
    before = {name: os.stat(os.path.join(folder, name)).st_mtime_ns for name in os.listdir(folder)}
    sheet = b"Name,Flu\nAna Example,2026-09-10\n"
    days = {"set": "sample-hospital-network", "from": "2027-01-04", "to": "2027-04-04", "as": "csv"}
    bad = []
    for name in ("a.csv", "../../answers.key", "/etc/passwd", "a\\r\\nSet-Cookie: x=1.csv", "%0d%0aX: y", "a;b=\\\"c\\\".csv",
                 "\u202efdp.exe"):
        reply = client.upload("/roster", days, "sheet", sheet, name)
        is_sheet = name.endswith(".csv")
        told = (200, 'attachment; filename="roster-2026-11-22.csv"') if is_sheet else (422, "")
        if (reply.status, reply.one("Content-Disposition")) != told or reply.all("Set-Cookie") or reply.all("X"):
            bad.append(f"{name}: {reply.status} {reply.headers}")
    report.check("the name of a file that is sent reaches no header and no path", not bad, "\n".join(bad))
    bad = []
    for content in (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", b"<!doctype html><script>1</script>",
                    b"#!/bin/sh\necho", b"\x7fELF\x02\x01\x01", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"MZ\x90\x00"):
        for path, field in (("/roster", "sheet"), ("/answers", "kept")):
            reply = client.upload(path, {**days, "as": ""}, field, content)
            if reply.status not in (400, 422) or reply.all("Set-Cookie") or b"<" in content and content in reply.body:
                bad.append(f"{path}: {content[:12]} {reply.status}")
    report.check("pictures, pages and programs sent as a sheet or as answers are refused", not bad, "\n".join(bad))
    bad = []
    book, kept = SAMPLE.read_bytes(), client.ask("/answers/file", Cookie=cookie).body
    for path, field, name, content, status in (
            ("/roster", "sheet", "a.csv", sheet, 200), ("/roster", "sheet", "a.CSV", sheet, 200),
            ("/roster", "sheet", "a.txt", sheet, 200), ("/roster", "sheet", "a.xlsx", book, 200),
            ("/roster", "sheet", "a.xlsx", sheet, 422), ("/roster", "sheet", "a.csv", book, 422),
            ("/roster", "sheet", "a.csv.html", sheet, 422), ("/roster", "sheet", "a.xlsm", book, 422),
            ("/roster", "sheet", "csv", sheet, 422), ("/answers", "kept", "a.txt", kept, 303),
            ("/answers", "kept", "a.csv", kept, 422), ("/answers", "kept", "a.txt", sheet, 422)):
        reply = client.upload(path, days, field, content, name)
        if reply.status != status:
            bad.append(f"{path} {name}: {reply.status}, expected {status}")
    report.check("a file is taken only under the ending that its content has", not bad, "\n".join(bad))
    bad = []
    for content in (workbook(6_000, 0), workbook(1, 300 << 20)):
        began = time.monotonic()
        reply = client.upload("/roster", {**days, "as": ""}, "sheet", content, "sheet.xlsx")
        if reply.status != 422 or time.monotonic() - began > 10:
            bad.append(f"{len(content)} bytes: {reply.status} after {time.monotonic() - began:.1f} s")
    report.check("a workbook of too many parts, or that unpacks too far, is refused", not bad, bad)
    after = {name: os.stat(os.path.join(folder, name)).st_mtime_ns for name in os.listdir(folder)}
    report.check("what is sent leaves nothing in the data folder", before == after and before, set(before) ^ set(after))

    saved = [client.ask("/answers/file", Cookie=cookie), client.ask("/roadmap/aama/cma/calendar", Cookie=cookie),
             client.upload("/roster", days, "sheet", sheet)]
    bad = [reply.path for reply in saved
           if reply.status != 200 or not reply.one("Content-Disposition").startswith('attachment; filename="')]
    report.check("files that are saved are attachments with names of ours", not bad, bad)


def workbook(parts, size):
    """The sample workbook with so many more parts, and so many more bytes in its sheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(SAMPLE) as sample, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for name in sample.namelist():
            text = sample.read(name)
            book.writestr(name, text + b" " * size if "worksheets/" in name else text)
        for number in range(parts):
            book.writestr(f"xl/part{number}.xml", b"")
    return made.getvalue()

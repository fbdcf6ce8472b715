"""Somebody leaves with everything as a file, on a phone and in Spanish, and comes back with another account."""

import io
import zipfile
from pathlib import Path

import accounts
import papers

AGAIN = "luis.again@mail.example"
LEAVE, RETURN = "/account/archive", "/account/archive/import"


def move(here, page):
    here.glance(page, "archive", LEAVE)
    here.glance(page, "archive return", RETURN)
    file = leave(here, page)
    names = zipfile.ZipFile(io.BytesIO(file)).namelist()
    here.check("archive: the papers are in it", names[0] == "manifest.json" and any(n.startswith("papers/") for n in names), names)
    context, other = here.enter(locale="es-US")
    papers.sign_up(other, here.server, AGAIN)
    wrong(here, other, file)
    come(here, other, file)
    here.check("archive: all of it shows what it would add", other.locator("main li").count() > 2, other.inner_text("main"))
    here.check("archive: no paper is made anew", "se hacen de nuevo" not in other.inner_text("main"), other.inner_text("main"))
    here.glimpse(other, "archive plan.es")
    accounts.press(other, other.get_by_role("button", name="Agregar todo"))
    here.check("archive: it is there", other.url.endswith("/es/account"), other.url)
    here.check("archive: who leaves again has the same bytes", leave(here, other) == file)
    here.glance(other, "externship brought back", "/account/externship")
    here.check("archive: a signature is what the file says", "Su archivo dice: firmado" in other.inner_text("main"),
               other.inner_text("main"))
    come(here, other, file)
    here.check("archive: twice is once", "Nada es nuevo" in other.inner_text("h2"), other.inner_text("main"))
    here.glimpse(other, "archive nothing new.es")
    context.close()


def leave(here, page):
    """The bytes of the file."""
    here.go(page, "/es" + LEAVE)
    if "/again" in page.url:
        page.fill("#password", accounts.PASSWORD)
        accounts.press(page, page.locator("main form button").first)
        here.go(page, "/es" + LEAVE)
    page.check("#health")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Guardar el archivo").click()
    file = Path(saved.value.path()).read_bytes()
    # A page that becomes a file is one that did not open.
    page.complaints.clear()
    return file


def come(here, page, file):
    here.go(page, "/es" + RETURN)
    page.set_input_files("#file", {"name": "todo.zip", "mimeType": "application/zip", "buffer": file})
    with page.expect_navigation(timeout=120000):
        page.get_by_role("button", name="Ver lo que agregaría").click()


def wrong(here, page, file):
    come(here, page, file[:-40])
    here.check("archive: one that is cut is refused", page.locator(".errors").count() == 1, page.url)
    page.complaints.clear()
    here.glimpse(page, "archive return, error.es")

"""Somebody adds a photo of a card on a phone, in Spanish, with a connection that is lost once; and without scripts."""

import os
import re
import sys
from pathlib import Path

import accounts
import reading

sys.path.append(str(Path(__file__).resolve().parents[1] / "Server"))
import samples  # noqa: E402

ADDRESS = "luis.papers@mail.example"


def walk(browser, server, report, looks):
    """The texts of the pages."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="es-US")
    page = looks.watch(context.new_page())
    page.set_default_timeout(20000)
    sign_up(page, server)
    texts = empty(page, server, looks)
    lost(context, page, server, report)
    texts += shown(page, server, report, looks)
    plain(browser, context, server, report)
    texts += several(browser, context, page, server, report, looks)
    context.close()
    return texts


def sign_up(page, server, address=ADDRESS):
    page.goto(server.address + "/es/sign-up")
    page.fill("#email", address)
    for field, value in (("month", "2"), ("day", "28"), ("year", "1999")):
        page.fill(f"#{field}", value)
    accounts.press(page, page.locator("main form button").first)
    page.goto(accounts.link(server.folder, address))
    page.fill("#new-password", accounts.PASSWORD)
    accounts.press(page, page.locator("main form button").first)


def collect(page, server, looks, path, name):
    page.goto(server.address + path)
    texts = [(name, page.evaluate(reading.COLLECT))]
    looks.look(page, name, "light")
    return texts


def empty(page, server, looks):
    texts = []
    for language, prefix in (("en", ""), ("es", "/es")):
        texts += collect(page, server, looks, f"{prefix}/account/papers", f"papers none.{language}")
        texts += collect(page, server, looks, f"{prefix}/account/papers/add", f"papers add.{language}")
    return texts


def lost(context, page, server, report):
    """The second piece does not get through, and for a while nothing does."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(server.address + "/es/account/papers/add")
    file = Path(server.folder, "card.png")
    file.write_bytes(samples.png(900, 1400) + os.urandom(3 << 20))
    state = {"pieces": 0, "cut": False}

    def pass_on(route):
        state["pieces"] += route.request.method == "PATCH"
        if state["pieces"] == 2 and "was" not in state:
            state["cut"] = state["was"] = True
        route.abort("connectionreset") if state["cut"] else route.continue_()

    page.route("**/account/papers/uploads**", pass_on)
    page.set_input_files("#file", str(file))
    page.check("#answer")
    page.get_by_role("button", name="Agregarlo").click()
    page.locator("#paper-progress output", has_text="Sin conexión").wait_for()
    report.check("papers: a lost connection is said, and nothing is lost", page.locator("#paper-progress").is_visible())
    context.set_offline(True)
    state["cut"] = False
    context.set_offline(False)
    page.wait_for_url(re.compile(r"/account/papers/[\w-]{22}$"))
    report.check("papers: the upload goes on by itself where it stopped", state["pieces"] >= 3, state)
    report.check("papers: it is there, in Spanish", "/es/account/papers/" in page.url and "Descargar" in page.inner_text("main"),
                 page.url)
    page.unroute("**/account/papers/uploads**")
    page.complaints.clear()


def shown(page, server, report, looks):
    place = page.url.removeprefix(server.address).removeprefix("/es")
    width = page.evaluate("document.querySelector('img.paper').naturalWidth")
    report.check("papers: the preview is shown", width > 100, width)
    texts = []
    for language, prefix in (("en", ""), ("es", "/es")):
        texts += collect(page, server, looks, prefix + place, f"papers one.{language}")
        texts += collect(page, server, looks, f"{prefix}/account/papers", f"papers list.{language}")
    # What is not taken says why, where it is.
    page.goto(server.address + "/es/account/papers/add")
    file = Path(server.folder, "picture.png")
    file.write_bytes(samples.SVG)
    page.set_input_files("#file", str(file))
    page.check("#answer")
    page.get_by_role("button", name="Agregarlo").click()
    page.locator("#paper-progress output", has_text="No es una foto").wait_for()
    report.check("papers: what is not taken says why", page.locator("#paper-progress.bad").is_visible())
    page.complaints.clear()
    return texts


def plain(browser, context, server, report):
    """The same form where no script runs."""
    other = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    other.add_cookies(context.cookies())
    page = other.new_page()
    page.set_default_timeout(20000)
    page.goto(server.address + "/es/account/papers/add")
    file = Path(server.folder, "letter.pdf")
    file.write_bytes(samples.pdf(pages=2))
    page.set_input_files("#file", str(file))
    page.check("#answer-5")
    accounts.press(page, page.get_by_role("button", name="Agregarlo"))
    report.check("papers: without scripts the form sends the file whole", "PDF, 2 páginas" in page.inner_text("main"), page.url)
    other.close()


def several(browser, context, page, server, report, looks):
    """Three photos as one paper: sent by the script, put in order and finished without one."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(server.address + "/es/account/papers/add")
    files = []
    for number, (width, height) in enumerate(((300, 200), (200, 300), (250, 250))):
        files.append(Path(server.folder, f"page-{number}.jpg"))
        files[-1].write_bytes(samples.jpeg(width, height))
    page.set_input_files("#file", [str(file) for file in files])
    page.check("input[name=answer][value=transcript]")
    page.get_by_role("button", name="Agregarlo").click()
    page.wait_for_url(re.compile(r"/account/papers/pages/[\w-]{22}$"))
    page.complaints.clear()
    place = page.url.removeprefix(server.address).removeprefix("/es")
    report.check("papers: several photos are the pages of one paper", page.locator("#pages > li").count() == 3, page.url)
    texts = []
    for language, prefix in (("en", ""), ("es", "/es")):
        page.goto(server.address + prefix + place)
        name = f"papers pages.{language}"
        texts.append((name, page.evaluate(reading.COLLECT)))
        looks.look(page, name, "light", axe_at={360})
    other = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    other.add_cookies(context.cookies())
    plain = other.new_page()
    plain.set_default_timeout(20000)
    plain.goto(server.address + "/es" + place)
    shapes = [page.evaluate("e => e.naturalWidth > e.naturalHeight", page.locator("img.paper").nth(n).element_handle()) for n in (0, 1)]
    report.check("papers: they stand in the order in which they were picked", shapes == [True, False], shapes)
    accounts.press(plain, plain.get_by_role("button", name="Antes").first)
    plain.set_input_files("#file", str(files[0]))
    accounts.press(plain, plain.get_by_role("button", name="Agregar como última página"))
    report.check("papers: without scripts a page is added", plain.locator("#pages > li").count() == 4, plain.url)
    accounts.press(plain, plain.get_by_role("button", name="Hacer un documento"))
    report.check("papers: the pages become one PDF", "PDF, 4 páginas" in plain.inner_text("main"), plain.inner_text("main"))
    shape = plain.evaluate("(i => [i.naturalWidth, i.naturalHeight])(document.querySelector('img.paper'))")
    report.check("papers: the page that was moved is the first", 0 < shape[0] < shape[1], shape)
    other.close()
    return texts

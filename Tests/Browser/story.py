"""The whole story on a phone, in Spanish: from the sign-up to somebody without an account who reads that it is so, and that the
link was ended. The connection is lost once on the way. Every page of it is looked at."""

import re
import sys
from pathlib import Path

import accounts
import archive
import coaching
import externship
import hooks
import papers
import qr
from walk import PHONE, Walk

sys.path.append(str(Path(__file__).resolve().parents[1] / "Server"))
import samples  # noqa: E402

ADDRESS, CHECKER = "luis.story@mail.example", "vera.story@mail.example"
FIRST, LAST = (2024, 3, 14), (2029, 3, 31)
OWN = {
    "record": "/account/record", "record form": "/account/record/add/certification",
    "record form, name": "/account/record/add/person-name", "record form, program": "/account/record/add/program", "health": "/account/health", "status": "/account/status",
    "status on a day": "/account/status?on=2025-06-01&known=2026-11-20", "education": "/account/education",
    "courses": "/account/education/courses",
    "what if": "/account/what-if", "what if it lapses": "/account/what-if?kind=lapse&credential=aama/cma",
    "what if a move": "/account/what-if?kind=move&state=WA&day=2028-03-01",
    "reminders": "/account/reminders", "export": "/account/record/export", "import": "/account/record/import",
    "papers": "/account/papers", "verification": "/account/verification", "sharing": "/account/sharing",
    "account": "/account",
}


def walk(browser, server, report, looks):
    """All of it. The result is the texts of the pages."""
    here = Walk(browser, server, report, looks)
    context, page = here.enter(locale="es-US")
    papers.sign_up(page, server, ADDRESS)
    here.check("whoever followed the link is signed in, in Spanish", page.url.endswith("/es/account"), page.url)
    join(here, page)
    certify(here, page)
    say_names(here, page)
    photograph(here, context, page)
    share(here, page)
    check(here)
    believe(here, page)
    for name, path in OWN.items():
        here.see(page, f"story {name}", path)
    calendar(here, page)
    hooks.tell(here, page)
    coaching.coach(here, page, ADDRESS)
    externship.keep(here, context, page)
    verify(here, page)
    archive.move(here, page)
    context.close()
    return here.texts


def join(here, page):
    """An employer that checks invites both; one of them has an account already."""
    here.desk("organization", "create", "Clínica Ribera", "--kind", "employer")
    here.desk("grant", ADDRESS, "--role", "person", "--organization", "Clínica Ribera", "--lang", "es")
    here.desk("grant", CHECKER, "--role", "verifier", "--organization", "Clínica Ribera")
    page.goto(accounts.link(here.server.folder, ADDRESS, part="/invitation/"))
    accounts.press(page, page.locator("main form button").first)
    here.check("an invitation is accepted with the account one has", page.url.endswith("/account"), page.url)


def day(page, prefix, when):
    for part, number in zip(("year", "month", "day"), when):
        page.fill(f"#{prefix}{part}", str(number))


def certify(here, page):
    here.go(page, "/es/account/record/add/certification")
    page.get_by_role("button", name="Guardar").click()
    here.go(page, "/es/account/record/add/certification")
    page.select_option("#of", "aama/cma")
    day(page, "date-", (2024, 13, 14))
    accounts.press(page, page.get_by_role("button", name="Guardar"))
    here.check("a month that is none comes back with what is wrong", page.locator(".errors").count() == 1, page.url)
    page.complaints.clear()
    here.look(page, "story record form, error.es")
    day(page, "date-", FIRST)
    page.select_option("#by", "examination")
    day(page, "expires-", LAST)
    page.fill("#provenance", "Certificado en papel")
    accounts.press(page, page.get_by_role("button", name="Guardar"))
    here.check("the certification stands in the record", "CMA (AAMA)" in page.inner_text("main"), page.url)
    accounts.press(page, page.get_by_role("link", name="CMA (AAMA)").first)
    item = page.url.removeprefix(here.server.address + "/es")
    here.see(page, "story record item", item)


def say_names(here, page):
    """The name of today and an earlier one: the issuer still shows that."""
    for text, kind, until in (("Luis Ejemplo", "current", None), ("Luis Rivera", "earlier", (2025, 6, 7))):
        here.go(page, "/es/account/record/add/person-name")
        page.fill("#name", text)
        page.select_option("#type", kind)
        if until:
            day(page, "until-", until)
        accounts.press(page, page.get_by_role("button", name="Guardar"))
    text = page.inner_text("main")
    here.check("both names stand in the record", "Luis Ejemplo, el nombre actual" in text and "Luis Rivera, un nombre anterior" in text, text)


def photograph(here, context, page):
    """A photo from a camera, held upright, with the place where it was taken; the connection is lost in the middle of it."""
    here.go(page, "/es/account/papers/add")
    file = Path(here.server.folder, "card.jpg")
    file.write_bytes(samples.with_exif(samples.jpeg(2400, 1800, samples.card(2400, 1800))))
    here.check("the photo is as large as photos are", file.stat().st_size > 2 << 20, file.stat().st_size)
    state = {"pieces": 0, "cut": False}

    def pass_on(route):
        state["pieces"] += route.request.method == "PATCH"
        if state["pieces"] == 2 and "was" not in state:
            state["cut"] = state["was"] = True
        route.abort("connectionreset") if state["cut"] else route.continue_()

    page.route("**/account/papers/uploads**", pass_on)
    page.set_input_files("#photo", str(file))
    page.check("input[name=answer][value=certificate]")
    places = page.locator("#record option").evaluate_all("all => all.map(o => [o.value, o.textContent])")
    page.select_option("#record", next(value for value, name in places if "CMA (AAMA)" in name))
    page.get_by_role("button", name="Agregarlo").click()
    page.locator("#paper-progress output", has_text="Sin conexión").wait_for()
    context.set_offline(True)
    state["cut"] = False
    context.set_offline(False)
    page.wait_for_url(re.compile(r"/account/papers/[\w-]{22}$"))
    page.unroute("**/account/papers/uploads**")
    page.complaints.clear()
    shape = page.evaluate("(i => [i.naturalWidth, i.naturalHeight])(document.querySelector('img.paper'))")
    here.check("the photo stands upright after the connection was lost", 0 < shape[0] < shape[1], (shape, state))
    here.check("it belongs to the certification", "CMA (AAMA)" in page.inner_text("main"), page.inner_text("main"))
    sent = page.request.get(page.url + "/file").body()
    here.check("place and camera are gone", b"Exif" not in sent and b"Pixel" not in sent, len(sent))
    here.see(page, "story paper", page.url.removeprefix(here.server.address + "/es"))
    accounts.press(page, page.get_by_role("link", name="CMA (AAMA)").first)
    here.check("the record leads to its paper", page.locator("section:has(#papers) li a").count() == 1, page.url)


def share(here, page):
    here.go(page, "/es/account/sharing")
    options = page.locator("#with option").evaluate_all("all => all.map(o => o.value)")
    page.select_option("#with", next(o for o in options if o.endswith(":verification")))
    for kind in ("certification", "person-name"):
        page.check(f"input[name=kind][value={kind}]")
    accounts.press(page, page.get_by_role("button", name="Compartir esto"))
    here.check("it is shared", page.locator("#shared").count() == 1, page.inner_text("main")[:300])


def check(here):
    """Somebody who checks, in English, by mouse, without scripts."""
    context, page = here.enter(java_script_enabled=False)
    page.goto(accounts.link(here.server.folder, CHECKER, part="/invitation/"))
    day(page, "", (1984, 5, 2))
    page.fill("#new-password", accounts.PASSWORD)
    accounts.press(page, page.locator("main form button").first)
    accounts.turn_on(page, here.server, here.report)
    here.go(page, "/account")
    page.get_by_role("link", name="Clínica Ribera").click()
    page.get_by_role("link", name="Checks with issuers").click()
    work = page.url.removeprefix(here.server.address)
    due = page.inner_text("main")
    here.check("the work list has it", ADDRESS in due and "CMA (AAMA)" in due, due[:400])
    page.get_by_role("link", name="Note what the issuer says").first.click()
    form = page.url.removeprefix(here.server.address)
    text = page.inner_text("main")
    here.check("the form says whom to ask, and what is not known", "aama-ntl.org" in text and "no source here names it" in text, text)
    here.check("and which names the person has", "Luis Ejemplo; Luis Rivera (until Jun 7, 2025)" in text, text)
    scripted, watched = here.enter()
    scripted.add_cookies(context.cookies())
    here.see(watched, "story checks", work)
    here.see(watched, "story check", form)
    scripted.close()
    here.go(page, form)
    page.check("input[name=answer][value=confirms]")
    day(page, "begins-", FIRST)
    day(page, "ends-", LAST)
    page.select_option("#method", "issuer-website")
    page.fill("#shown-name", "Somebody Else")
    accounts.press(page, page.get_by_role("button", name="Note it"))
    here.check("without the day of looking nothing is noted", page.locator(".errors").count() == 1, page.url)
    day(page, "", (2026, 11, 22))
    accounts.press(page, page.get_by_role("button", name="Note it"))
    here.check("the name of somebody else is no confirmation", "The record has no such name" in page.inner_text("main"), page.url)
    page.fill("#shown-name", "RIVERA, Luis")
    accounts.press(page, page.get_by_role("button", name="Note it"))
    here.check("it is noted, and due again later", "Due later" in page.inner_text("main"), page.inner_text("main")[:400])
    context.close()


def believe(here, page):
    """Makes the link. It is shown once, in letters and as a QR code."""
    here.go(page, "/es/account/verification")
    text = page.inner_text("main")
    here.check("its owner sees who asked, when and how", "Clínica Ribera" in text and "Quien la emite lo confirma" in text, text)
    page.check("input[name=credential][value='aama/cma']")
    page.fill("#name", "Luis Ejemplo")
    page.select_option("#purpose", "job")
    page.select_option("#days", "30")
    accounts.press(page, page.get_by_role("button", name="Hacer el enlace"))
    here.link = page.inner_text("#link").strip()
    here.check("the link leads here", here.link.startswith(here.server.address + "/es/verify/"), here.link)
    box = page.locator("svg.qr").bounding_box()
    here.check("the QR code fits a phone", 160 <= box["width"] <= 360 and abs(box["width"] - box["height"]) < 1, box)
    found = qr.read(page, here.server.folder)
    here.check("a reader of QR codes finds the link in it", found == [here.link], found)
    here.look(page, "story link made.es")


def calendar(here, page):
    """The address of a calendar is shown once, and opens without an account."""
    here.go(page, "/es/account/reminders")
    accounts.press(page, page.get_by_role("button", name="Crear una dirección"))
    address = page.inner_text("#feed").strip()
    here.look(page, "story calendar made.es")
    context, _ = here.enter()
    answer = context.request.get(address)
    here.check("the calendar opens without an account", answer.status == 200 and "BEGIN:VCALENDAR" in answer.text(), answer.status)
    context.close()


def verify(here, page):
    """Somebody with the link alone."""
    context, stranger = here.enter(locale="es-US")
    path = here.link.removeprefix(here.server.address + "/es")
    stranger.goto(here.link)
    text = stranger.inner_text("main")
    here.check("yes, for today", "Sí, con certificación hoy" in text, text)
    here.check("with the name and the letters", "Luis Ejemplo, CMA (AAMA)" in stranger.inner_text("h1"), stranger.inner_text("h1"))
    for what, word in {
        "the day and how long ago": "22 de noviembre de 2026 (hoy)", "the method": "la página web de quien la emite",
        "that the issuer has another name of theirs": "La fuente muestra otro nombre. El expediente de la persona lo tiene como suyo.",
        "how long a check counts": "30 días", "the last day on record": "31 de marzo de 2029",
        "what was not checked": "Lo que esto no dice", "the page of the issuer": "aama-ntl.org",
        "that no source names a page to look somebody up": "ninguna fuente de aquí la nombra",
    }.items():
        here.check(f"it says {what}", word in text, text)
    here.check("and not what else is known", not any(word in text for word in (ADDRESS, "Certificado en papel", "Rivera")), text)
    here.check("nothing is left in the browser of who looked", not context.cookies(), context.cookies())
    here.see(stranger, "story verify", path)
    here.go(stranger, "/es" + path)
    day(stranger, "", (2031, 1, 1))
    accounts.press(stranger, stranger.get_by_role("button", name="Comprobar"))
    text = stranger.inner_text("main")
    here.check("of a day beyond, nobody knows", "No se sabe" in text, text)
    here.look(stranger, "story verify, not known.es")
    here.go(page, "/es/account/verification")
    here.check("its owner sees that it was opened", "Abierto" in page.inner_text("#links"), page.inner_text("#links"))
    accounts.press(page, page.get_by_role("button", name="Terminar este enlace"))
    here.see(stranger, "story verify ended", path, answers=410)
    here.go(stranger, "/es" + path)
    text = stranger.inner_text("main")
    here.check("an ended link says so, and nothing of anybody", "terminó este enlace" in text and "Luis" not in text, text)
    context.close()

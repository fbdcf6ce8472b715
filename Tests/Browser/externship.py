"""Days of an externship on a phone: written down without scripts, signed by somebody without an account, and a letter asked for."""

import accounts
import qr

LEDGER = "/account/externship"
DAYS = (((2026, 9, 8), "8"), ((2026, 9, 9), "7.5"))


def keep(here, context, page):
    """What a student does. Every page is looked at in both languages."""
    for name, path in (("none", ""), ("add", "/add")):
        here.glance(page, f"externship {name}", LEDGER + path)
    wrong(here, page)
    other, plain = here.enter(java_script_enabled=False)
    other.add_cookies(context.cookies())
    for day, hours in DAYS:
        write(here, plain, day, hours)
        accounts.press(plain, plain.get_by_role("button", name="Guardar este día"))
    here.check("externship: without scripts the days are kept", plain.locator("#days li").count() == 2, plain.url)
    ask_for_a_letter(here, plain)
    other.close()
    here.go(page, "/es" + LEDGER)
    accounts.press(page, page.locator("#days a").first)
    here.glance(page, "externship day", page.url.removeprefix(here.server.address + "/es"))
    here.glance(page, "externship links", LEDGER + "/links")
    here.glance(page, "externship letters", LEDGER + "/letters")
    path = link(here, page, look=True)
    here.glance(page, "sign-off own", path, answers=403)
    sign(here, path)
    here.go(page, "/es" + LEDGER)
    text = page.inner_text("main")
    here.check("externship: the ledger says who signed, and who is a reference",
               "Firmado por Rosa Ejemplo" in text and "rosa@clinic.example" in text, text)
    here.glance(page, "externship signed", LEDGER)
    end(here, page)


def write(here, page, day, hours):
    here.go(page, f"/es{LEDGER}/add")
    for part, number in zip(("year", "month", "day"), day):
        page.fill(f"#{part}", str(number))
    for field, value in (("site", "Clínica Ribera"), ("preceptor", "Rosa Ejemplo"), ("hours", hours), ("skill-blood-draws", "3")):
        page.fill(f"#{field}", value)


def wrong(here, page):
    write(here, page, (2026, 13, 8), "30")
    accounts.press(page, page.get_by_role("button", name="Guardar este día"))
    here.check("externship: what is wrong comes back", page.locator(".errors").count() == 1, page.url)
    page.complaints.clear()
    here.glimpse(page, "externship add, error.es")


def ask_for_a_letter(here, page):
    here.go(page, f"/es{LEDGER}/letters")
    page.fill("#from", "Clínica Ribera")
    for part, number in (("year", 2026), ("month", 10), ("day", 1)):
        page.fill(f"#{part}", str(number))
    accounts.press(page, page.get_by_role("button", name="Anotar el pedido"))
    here.check("externship: a letter that was asked for is noted", page.locator("#letters > li").count() == 1, page.url)


def link(here, page, look=False):
    """The path of a link for the first day that is not signed."""
    here.go(page, f"/es{LEDGER}/links")
    page.check("#day")
    page.fill("#name", "Luis Ejemplo")
    accounts.press(page, page.get_by_role("button", name="Hacer el enlace"))
    address = page.inner_text("#link").strip()
    here.check("externship: the link leads here", address.startswith(here.server.address + "/es/sign-off/"), address)
    if look:
        found = qr.read(page, here.server.folder)
        here.check("externship: the QR code holds the link", found == [address], found)
        here.glimpse(page, "sign-off link made.es")
    return address.removeprefix(here.server.address + "/es")


def sign(here, path):
    """Somebody with the link alone, without scripts."""
    context, page = here.enter(java_script_enabled=False)
    watched, seen = here.enter()
    here.glance(seen, "sign-off", path)
    here.go(page, "/es" + path)
    accounts.press(page, page.get_by_role("button", name="Enviar"))
    here.check("sign-off: without an answer nothing is signed", page.locator(".errors").count() == 1, page.url)
    page.check("#answer")
    page.fill("#name", "Rosa Ejemplo")
    page.fill("#role", "RN")
    page.check("#consent")
    page.fill("#reference", "rosa@clinic.example")
    accounts.press(page, page.get_by_role("button", name="Enviar"))
    here.check("sign-off: it is signed", "Estos días están firmados" in page.inner_text("h1"), page.inner_text("main"))
    here.glance(seen, "sign-off answered", path)
    context.close()
    watched.close()


def end(here, page):
    """Another link, which its owner ends."""
    path = link(here, page)
    here.go(page, "/es" + LEDGER)
    accounts.press(page, page.get_by_role("button", name="Terminar este enlace"))
    context, stranger = here.enter()
    here.glance(stranger, "sign-off ended", path, answers=410)
    context.close()

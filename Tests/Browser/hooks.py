"""An organization says where it is told of reminders, and somebody consents to that."""

import accounts

KEEPER = "kim.story@mail.example"


def tell(here, page):
    """`page` is of whoever shares something with the organization, in Spanish."""
    here.desk("grant", KEEPER, "--role", "coordinator", "--organization", "Clínica Ribera", "--permission", "members")
    context, keeper = here.enter(java_script_enabled=False)
    keeper.goto(accounts.link(here.server.folder, KEEPER, part="/invitation/"))
    for part, number in (("year", 1984), ("month", 5), ("day", 2)):
        keeper.fill(f"#{part}", str(number))
    keeper.fill("#new-password", accounts.PASSWORD)
    accounts.press(keeper, keeper.locator("main form button").first)
    accounts.turn_on(keeper, here.server, here.report)
    here.go(keeper, "/account")
    accounts.press(keeper, keeper.get_by_role("link", name="Clínica Ribera"))
    place = keeper.url.removeprefix(here.server.address)
    scripted, watched = here.enter()
    scripted.add_cookies(context.cookies())
    set_address(here, watched, place)
    consent(here, page)
    here.go(keeper, place)
    text = keeper.inner_text("main")
    here.check("webhook: its keeper sees who wants it", "luis.story@mail.example" in text, text)
    here.glance(watched, "organization told", place)
    scripted.close()
    context.close()


def set_address(here, page, place):
    here.go(page, place)
    page.fill("#webhook", "http://127.0.0.1/in")
    accounts.press(page, page.get_by_role("button", name="Set the address"))
    here.check("webhook: an address inside is refused", page.locator(".errors").count() == 1, page.url)
    page.complaints.clear()
    here.glimpse(page, "organization, error.en")
    page.fill("#webhook", "https://texts.example.org/fobwatch")
    accounts.press(page, page.get_by_role("button", name="Set the address"))
    here.check("webhook: its secret is shown", page.inner_text("#secret").startswith("whsec_"), page.url)
    here.glimpse(page, "webhook secret.en")


def consent(here, page):
    here.go(page, "/es/account/reminders")
    accounts.press(page, page.get_by_role("button", name="Doy mi consentimiento"))
    text = page.inner_text("#channels")
    here.check("webhook: who shares with it consents", "los recibe, como usted dijo" in text, text)
    here.glance(page, "reminders told", "/account/reminders")

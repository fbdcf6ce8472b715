"""Somebody shares with the coach of a school, who says what comes next, and ends it again."""

import accounts

COACH = "cora.story@mail.example"
SCHOOL = "Escuela Ribera"


def coach(here, page, address):
    """`page` is of whoever shares, in Spanish; `address` is theirs."""
    here.desk("organization", "create", SCHOOL, "--kind", "school")
    here.desk("grant", address, "--role", "person", "--organization", SCHOOL, "--lang", "es")
    here.desk("grant", COACH, "--role", "coach", "--organization", SCHOOL)
    page.goto(accounts.link(here.server.folder, address, count=2, part="/invitation/"))
    accounts.press(page, page.locator("main form button").first)
    here.glance(page, "coach of nobody", "/account/coach")
    share(here, page)
    context, there = here.enter(java_script_enabled=False)
    there.goto(accounts.link(here.server.folder, COACH, part="/invitation/"))
    day(there, (1979, 3, 8))
    there.fill("#new-password", accounts.PASSWORD)
    accounts.press(there, there.locator("main form button").first)
    accounts.turn_on(there, here.server, here.report)
    candidate = look(here, context, there, address)
    here.glance(page, "own coach", "/account/coach")
    here.go(page, "/es/account/coach")
    text = page.inner_text("main")
    here.check("coach: who shares sees who sees to it, and that somebody looked", COACH in text and "Visto" in text, text)
    accounts.press(page, page.get_by_role("button", name="Terminar ahora"))
    there.fill("#note", "Too late")
    accounts.press(there, there.get_by_role("button", name="Add the note"))
    ended = there.inner_text("main")
    here.check("coach: once it is ended, an open page shows and does nothing", address not in ended and "Luis" not in ended, ended)
    answer = here.go(there, candidate)
    here.check("coach: nor does its address", answer.status == 403 and "Luis" not in there.inner_text("main"), answer.status)
    there.complaints.clear()
    here.go(there, "/coaching")
    here.check("coach: nobody is left on the list", "Luis" not in there.inner_text("main"), there.inner_text("main"))
    context.close()


def day(page, when):
    for part, number in zip(("year", "month", "day"), when):
        page.fill(f"#{part}", str(number))


def share(here, page):
    here.go(page, "/es/account/sharing")
    options = page.locator("#with option").evaluate_all("all => all.map(o => [o.value, o.textContent])")
    page.select_option("#with", next(value for value, name in options if value.endswith(":coaching") and SCHOOL in name))
    for kind in ("certification", "person-name"):
        page.check(f"input[name=kind][value={kind}]")
    accounts.press(page, page.get_by_role("button", name="Compartir esto"))


def look(here, context, there, address):
    """What a coach does, without scripts. The result is the address of the page of the person."""
    here.go(there, "/coaching")
    text = there.inner_text("main").replace("\u200b", "")
    here.check("coach: the list has whoever shares", "Luis Ejemplo" in text and address in text, text)
    accounts.press(there, there.get_by_role("link", name="Luis Ejemplo"))
    candidate = there.url.removeprefix(here.server.address)
    here.check("coach: the page says what comes next", "CMA (AAMA)" in there.inner_text("section.next"), there.inner_text("main"))
    scripted, watched = here.enter()
    scripted.add_cookies(context.cookies())
    here.see(watched, "coaching", "/coaching")
    here.see(watched, "candidate", candidate)
    scripted.close()
    here.go(there, candidate)
    there.fill("#note", "MRN 448812 came today")
    accounts.press(there, there.get_by_role("button", name="Add the note"))
    here.check("coach: a text like a patient's is asked about", there.locator("#keep-text").count() == 1, there.inner_text("main"))
    there.complaints.clear()
    there.fill("#note", "Called about the points.")
    accounts.press(there, there.get_by_role("button", name="Add the note"))
    here.check("coach: the note stands", "Called about the points." in there.inner_text("#notes"), there.inner_text("main"))
    there.select_option("#owner", label=COACH)
    there.select_option("#from", "candidate")
    day(there, (2026, 12, 4))
    accounts.press(there, there.get_by_role("button", name="Save this"))
    here.check("coach: so does whose turn it is", "Dec 4, 2026" in there.inner_text("#plan"), there.inner_text("main"))
    return candidate

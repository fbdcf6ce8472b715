"""Somebody makes an account, signs in with a code, looks at what there is, and goes. By mouse, without scripts."""

import base64
import email
import email.policy
import hashlib
import hmac
import re
import struct
import time
from pathlib import Path

import reading

ADDRESS = "maya@mail.example"
PASSWORD = "wolf lantern ninety gravel"
PAGES = ["/account", "/account/again", "/account/address", "/account/password", "/account/code", "/account/sessions",
         "/account/sharing", "/account/guardian", "/account/verification", "/account/deletion", "/account/clocks"]
OUTSIDE = ["/sign-up", "/sign-in", "/sign-in/code", "/forgotten", "/mail-sent"]


def link(folder, address, count=1, seconds=30, part=""):
    """The link in the newest mail to an address, once there are so many; only links with this part."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = []
        for path in sorted(Path(folder, "mail").glob("*.eml"), key=lambda p: p.stat().st_mtime):
            mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            if address in str(mail["To"]):
                text = mail.get_body(("plain",)).get_content()
                found += [url for url in re.findall(r"https?://\S+", text)[:1] if part in url]
        if len(found) >= count:
            return found[-1]
        time.sleep(0.2)
    raise AssertionError(f"no mail {count} to {address}")


def code(secret):
    """What an authenticator shows (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7fffffff) % 1_000_000:06d}"


def press(page, button):
    """Sends a form, and waits for the page that answers: a hash of a password takes its time."""
    with page.expect_navigation():
        button.click()


def button(page, words):
    press(page, page.get_by_role("button", name=words).first)


def walk(browser, server, report, looks):
    """All of it, with everything looked at. The result is the texts of the pages."""
    texts = []
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = looks.watch(context.new_page())
    page.set_default_timeout(15000)
    sign_up(page, server, report)
    report.check("accounts: whoever followed the link is signed in", page.url.endswith("/account"), page.url)
    cookies = {c["name"]: c for c in context.cookies()}
    session = cookies.get("fob-session", {})
    report.check("accounts: the session is HttpOnly and SameSite", session.get("httpOnly") and session.get("sameSite") == "Lax",
                 cookies)
    secret = turn_on(page, server, report)
    texts += look(browser, context, server, report, looks)
    sign_in_again(page, server, report, secret)
    page.goto(server.address + "/account/deletion")
    button(page, "Delete my account for good")
    left = [c["name"] for c in context.cookies()]
    report.check("accounts: a deleted account leaves no cookie", not left, left)
    context.close()
    return texts


def sign_up(page, server, report):
    page.goto(server.address + "/")
    page.locator("details.menu summary").click()
    page.get_by_role("link", name="Account").first.click()
    report.check("accounts: the menu leads who is not signed in to the sign-in", page.url.endswith("/sign-in"), page.url)
    page.get_by_role("link", name="I have no account yet").click()
    page.fill("#email", ADDRESS)
    for field, value in (("month", "2"), ("day", "28"), ("year", "1999")):
        page.fill(f"#{field}", value)
    button(page, "Send me the mail")
    report.check("accounts: a sign-up says to look into the mail", "Look into your mail" in page.inner_text("h1"),
                 page.inner_text("h1"))
    page.goto(link(server.folder, ADDRESS))
    page.fill("#new-password", "too short")
    button(page, "Make my account")
    report.check("accounts: a short password comes back with what is missing", page.locator(".errors").count() == 1)
    page.fill("#new-password", PASSWORD)
    button(page, "Make my account")


def turn_on(page, server, report):
    page.goto(server.address + "/account/code")
    button(page, "Begin")
    secret = page.inner_text("#secret").replace(" ", "")
    page.fill("#code", code(secret))
    button(page, "Turn it on")
    codes = page.locator("#codes li").count()
    report.check("accounts: ten recovery codes are shown", codes == 10, codes)
    return secret


def sign_in_again(page, server, report, secret):
    page.goto(server.address + "/account")
    button(page, "Sign out")
    page.go_back()
    report.check("accounts: going back after signing out shows nothing of the account", ADDRESS not in page.content(),
                 page.url)
    page.goto(server.address + "/sign-in")
    page.fill("#email", ADDRESS)
    page.fill("#password", PASSWORD)
    button(page, "Sign in")
    report.check("accounts: the code is asked for", page.url.endswith("/sign-in/code"), page.url)
    # A code is good once: the one that turned it on may still be shown.
    time.sleep(31 - time.time() % 30)
    page.fill("#code", code(secret))
    button(page, "Sign in")
    report.check("accounts: the code lets in", page.url.endswith("/account"), page.url)


def look(browser, context, server, report, looks):
    """Every page for somebody signed in, and for nobody, in both languages."""
    texts = []
    stranger = browser.new_context()
    scripted = browser.new_context()
    scripted.add_cookies(context.cookies())
    for place, paths in ((scripted, PAGES), (stranger, OUTSIDE)):
        page = looks.watch(place.new_page())
        for path in paths:
            for language, prefix in (("en", ""), ("es", "/es")):
                response = page.goto(server.address + prefix + path)
                name = f"{path[1:].replace('/', ' ')}.{language}"
                if report.check(f"{name}: answers 200", response.status == 200, response.status):
                    report.check(f"{name}: is not stored", response.headers.get("cache-control") == "no-store")
                    texts.append((name, page.evaluate(reading.COLLECT)))
                    looks.look(page, name, "light")
        page.close()
    stranger.close()
    scripted.close()
    return texts

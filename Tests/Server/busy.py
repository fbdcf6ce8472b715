"""50 passwords are hashed at full cost: whoever is signed in is answered within a second all the same."""

import http.client
import pathlib
import re
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Crash"))

from browser import Browser
from installation import Installation

ATTEMPTS = 50
WORDS = "plum wagon tidy orbit 42"


def run(program, check):
    with Installation(program) as installation:
        installation.environment["FOBWATCH_TRUSTED_PROXY"] = "127.0.0.1"
        installation.start()
        maya = enter(installation)
        alone = pages(maya, lambda: False)
        ended = threading.Event()
        statuses = []
        strangers = [threading.Thread(target=stranger, args=(installation.port, number, statuses)) for number in range(ATTEMPTS)]
        waiting = threading.Thread(target=lambda: ([each.join() for each in strangers], ended.set()))
        for each in strangers:
            each.start()
        waiting.start()
        beside = pages(maya, ended.is_set)
        waiting.join()
        check("50 wrong passwords are looked at and refused", statuses == [422] * ATTEMPTS, statuses)
        check("meanwhile somebody who is signed in is answered", len(beside) >= 5, beside)
        check("each of her pages within a second", max(beside) < 1, beside)
        print(f"busy: a signed-in page took at most {1000 * max(alone):.0f} ms alone, {1000 * max(beside):.0f} ms beside "
              f"{ATTEMPTS} hashes ({len(beside)} pages)")


def enter(installation):
    """Somebody who makes an account, and is signed in."""
    browser = Browser()
    browser.port = installation.port
    browser.post("/sign-up", {"email": "maya@example.org", "year": "1990", "month": "2", "day": "28"})
    link = re.search(r"/sign-up/[\w-]+", installation.mail("maya@example.org")).group(0)
    browser.send(browser.get(link)[1], link, {"new-password": WORDS})
    return browser


def pages(browser, ended):
    """How long pages of the account take, in seconds: 20 of them, or as many as there are until it has ended."""
    times = []
    while len(times) < 20 or not ended() and len(times) < 2000:
        began = time.monotonic()
        status, _ = browser.get("/account")
        times.append(time.monotonic() - began if status == 200 else float("inf"))
        time.sleep(0.02)
        if ended() and len(times) >= 5:
            break
    return times


def stranger(port, number, statuses):
    """Tries a password, from a network of its own, so that nobody is told to wait."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", "/sign-in", f"email={number}%40example.org&password=wrong+wrong+wrong", {
        "Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{port}",
        "X-Forwarded-For": f"198.51.{number}.1"})
    statuses.append(connection.getresponse().status)
    connection.close()

"""The website in a real browser.

    .venv/bin/python Tests/Browser/run.py .build/debug/fobwatch [--pictures]

Starts a server of its own, walks through it as a newcomer would, and looks at every page in both languages. Screenshots
go to screenshots/; `--pictures` also makes those of the documentation. The last line is `N passed, N failed`.
"""

import argparse
import signal
import statistics
import sys
import time
from datetime import date
from pathlib import Path

sys.dont_write_bytecode = True

from playwright.sync_api import sync_playwright

import accounts
import papers
import reading
import story
from links import crawl, personal
from looks import Looks
from newcomer import Newcomer
from report import Report
from server import Server

ROOT = Path(__file__).resolve().parents[2]
# The day the server answers for: the results of a run do not hang on the day it is run.
TODAY = date(2026, 11, 22)
CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]}
CREDENTIALS = ["aama/cma", "amt/rma", "nha/ccma", "ncct/ncma"]
EXPLAINERS = sorted(path.stem for path in (ROOT / "knowledge/explainers").glob("*.yaml") if path.stem != "sources")
PAGES = {
    "start": "/", "answers": "/answers", "chooser": "/compare", "how we know": "/how-we-know", "words": "/words",
    "roster": "/roster", "worth": "/worth",
    "print": "/print", "not found": "/no-such-page",
    "programs": "/programs", "programs, search": "/programs?q=carington&in=az", "programs, none": "/programs?q=zzzzzzzz",
    "program": "/programs/dapip-100946004-23-3", "program, end not known": "/programs/dapip-167701002-23-230",
    "states": "/states", "states, blood": "/states?task=venipuncture&with=none&on=2024-07-01", "state": "/states/wa",
    "state without rules": "/states/al", "state task": "/states/wa/venipuncture", "no rule": "/states/al/vaccine",
    "duties": "/duties", "explainers": "/explain", "search": "/search", "which": "/search?q=CMA",
    "found": "/search?q=blood+draw", "nothing found": "/search?q=zzzzzz",
    **{f"explainer {e}": f"/explain/{e}" for e in EXPLAINERS},
    "states compared": "/states/compare?a=tx&b=wa&c=ny&d=ca", "move": "/states/move?from=tx&to=wa&on=2027-03-01",
    **{f"reason {c}": f"/reason/{c}/eligibility" for c in CREDENTIALS},
    **{f"roadmap {c}": f"/roadmap/{c}" for c in CREDENTIALS},
}


def spanish(path):
    return "/es" if path == "/" else "/es" + path


def walk(browser, address, report, looks, language, scripts):
    """The interview, from the start page to the comparison. The result is the context, with its cookie."""
    how = f"interview.{language}, {'with' if scripts else 'without'} scripts"
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    page = looks.watch(context.new_page())
    urls = []
    page.on("request", lambda request: urls.append(request.url))
    home = address + ("/" if language == "en" else "/es")
    page.goto(home)
    person = Newcomer(page, TODAY)
    texts = []
    page.keyboard.press("Tab")
    report.check(f"{how}: the first stop skips to the page", page.evaluate("document.activeElement.matches('a.skip')"))
    begin = "main a[href='/question']" if language == "en" else "main a[href='/es/question']"
    if not report.check(f"{how}: the keyboard reaches the way in", person.tab_to(begin)):
        return context, texts
    person.enter()
    while page.locator("form.question").count() and len(person.asked) < 40:
        texts.append((f"question {person.fact()}.{language}", page.evaluate(reading.COLLECT)))
        if scripts:
            looks.look(page, f"question {person.fact()}.{language}", "light", axe_at={360})
            page.set_viewport_size({"width": 360, "height": 740})
        try:
            fact = person.step()
        except AssertionError as problem:
            report.check(f"{how}: the keyboard answers every question", False, problem)
            break
        goes_on = not page.locator("form.question").count() or person.fact() != fact
        if not report.check(f"{how}: {fact} is taken", goes_on, page.locator("main").inner_text()[:400]):
            break
    ends = page.url.rstrip("/").endswith("/compare")
    report.check(f"{how}: it ends at the comparison", ends, f"{page.url} after {person.asked}")
    report.check(f"{how}: 12 questions or fewer, none twice",
                 0 < len(person.asked) <= 12 and len(set(person.asked)) == len(person.asked), person.asked)
    report.check(f"{how}: every stop of the keyboard shows its focus", not person.unseen, "\n".join(set(person.unseen)))
    found = personal(urls, person.told)
    report.check(f"{how}: no address holds an answer", not found, "\n".join(found))
    cookies = [c for c in context.cookies() if c["name"] == "fobwatch"]
    report.check(f"{how}: the cookie is HttpOnly and SameSite",
                 len(cookies) == 1 and cookies[0]["httpOnly"] and cookies[0]["sameSite"] in ("Lax", "Strict"), cookies)
    report.check(f"{how}: it is the only cookie", len(context.cookies()) == 1, context.cookies())
    report.check(f"{how}: a quiet console", not page.complaints, "\n".join(page.complaints))
    return context, texts


def keep_and_load(context, address, report, looks):
    """The file of answers: saved, forgotten, loaded again."""
    page = looks.watch(context.new_page())
    page.set_default_timeout(5000)
    kept = context.request.get(address + "/answers/file").body()
    report.check("the kept file begins with its mark", kept.startswith(b"# Fobwatch answers"), kept[:80])
    page.goto(address + "/answers")
    accounts.press(page, page.locator("form[action='/answers/removal'] button"))
    report.check("forgotten answers are gone, cookie and all", not context.cookies(), context.cookies())
    page.goto(address + "/answers")
    page.set_input_files("#kept", {"name": "kept.txt", "mimeType": "text/plain", "buffer": kept})
    accounts.press(page, page.locator("form[enctype='multipart/form-data'] button"))
    again = context.request.get(address + "/answers/file").body()
    report.check("loaded answers are the kept ones", again == kept, f"{kept!r}\n{again!r}")
    page.close()


def check_a_roster(context, address, report, looks):
    """The sample sheet, sent and answered without scripts, corrected and saved as a file."""
    page = looks.watch(context.new_page())
    page.set_default_timeout(20000)
    page.goto(address + "/roster")
    page.select_option("#set", "sample-hospital-network")
    page.fill("#from", "2027-01-04")
    page.fill("#to", "2027-04-04")
    page.set_input_files("#sheet", ROOT / "examples" / "sample-roster.csv")
    page.locator("main form button").first.click()
    first = page.locator("table tbody tr").first.inner_text()
    report.check("a roster is answered, worst first", "row 12" in first and "Jan 4, 2027" in first, first)
    looks.look(page, "roster answered", "light", axe_at={360})
    page.select_option("#column-14", "ignore")
    page.locator("main form button").first.click()
    text = page.locator("table").inner_text()
    report.check("a corrected column counts, without the sheet being picked again", "(row 29)" in text, text[:400])
    with page.expect_download() as saved:
        page.locator("main form button[value=csv]").click()
    lines = saved.value.path().read_text(encoding="utf-8-sig").splitlines()
    report.check("the answer is saved as a file with every row", len(lines) == 148, len(lines))
    report.check("a roster leaves no cookie", not context.cookies(), context.cookies())
    page.close()


def look_at_pages(context, address, report, looks, scheme):
    """Every page in both languages. The result is their texts."""
    texts = []
    page = looks.watch(context.new_page())
    page.emulate_media(color_scheme=scheme)
    for name, path in PAGES.items():
        for language, place in (("en", path), ("es", spanish(path))):
            response = page.goto(address + place)
            expected = 404 if name == "not found" else 200
            if not report.check(f"{name}.{language}, {scheme}: answers {expected}", response.status == expected,
                                response.status):
                page.complaints.clear()
                continue
            if expected == 404:
                page.complaints.clear()
            texts.append((f"{name}.{language}", page.evaluate(reading.COLLECT)))
            looks.look(page, f"{name}.{language}", scheme)
    page.close()
    return texts


def on_paper(context, address, report, looks):
    """What a printer gets: no buttons, no menus, nothing lost."""
    page = looks.watch(context.new_page())
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    for language, path in (("en", "/print"), ("es", "/es/print")):
        page.goto(address + path)
        shown = page.evaluate("""() => [...document.querySelectorAll('button, .btn, nav, .no-print')]
          .filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 120))""")
        report.check(f"print.{language}: no buttons and no menus on paper", not shown, "\n".join(shown))
        cut = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        report.check(f"print.{language}: nothing is cut at the right", not cut)
        pdf = page.pdf(path=looks.folder / f"print.{language}.pdf", format="Letter")
        report.check(f"print.{language}: it can be printed", pdf[:4] == b"%PDF")
    page.close()


def judge_reading(texts, report):
    """Reading grades of all pages; short pages of one language are taken together."""
    names = reading.names(ROOT / "knowledge")
    for language, measure, unit, hardest in (("en", reading.grade, "grade", max), ("es", reading.ease, "ease", min)):
        pages, short = {}, []
        for name, blocks in texts:
            if not name.endswith("." + language):
                continue
            found = reading.sentences(blocks, names)
            words = sum(len(sentence) for sentence in found)
            if words >= 60:
                pages[name] = (measure(found), found)
            else:
                short += found
        if short:
            pages[f"short pages.{language}"] = (measure(short), short)
        if not report.check(f"there are {language} pages to read", pages):
            continue
        median = statistics.median(value for value, _ in pages.values())
        worst = hardest(pages, key=lambda name: pages[name][0])
        print(f"   {language}: median {unit} {median:.1f}; the hardest is {worst}, {pages[worst][0]:.1f}")
        if language == "en":
            report.check("English: the median page reads at grade 8 or below", median <= 8, f"{median:.1f}")
            hard = {name: value for name, value in pages.items() if value[0] > 9}
        else:
            hard = {name: value for name, value in pages.items() if value[0] < 60}
        report.check(f"{language}: no page is too hard", not hard, "\n".join(
            f"{name}: {value:.1f}; {' '.join(hardest(found, key=lambda s: measure([s])))}"
            for name, (value, found) in sorted(hard.items())))


def pictures(context, address):
    """The pictures of the documentation."""
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + "/roadmap/aama/cma")
    folder = ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    drawing = page.locator("section[aria-labelledby=calendar]").bounding_box()
    clip = {"x": 0, "y": 0, "width": 1280, "height": drawing["y"] + drawing["height"] + 24}
    page.screenshot(path=folder / "roadmap.png", clip=clip, full_page=True)
    page.close()


def know_nothing(browser, address, report):
    """Somebody who knows the answer to no question still gets to the end."""
    page = browser.new_page()
    page.goto(address + "/question")
    asked = []
    while page.locator("form.question").count() and len(asked) < 60:
        asked.append(page.locator("form.question").get_attribute("action"))
        page.locator("#unknown, #answer-unknown").first.check()
        page.locator("form.question button[type=submit]").click()
    report.check("12 questions or fewer for somebody who knows nothing", len(set(asked)) == len(asked) <= 12,
                 f"{len(asked)}: {asked}")
    page.close()


def main():
    parser = argparse.ArgumentParser(description="The website in a real browser.")
    parser.add_argument("program", help="the fobwatch to test")
    parser.add_argument("--pictures", action="store_true", help="also make the pictures of the documentation")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    report, began = Report(), time.monotonic()
    looks = Looks(report, ROOT / "screenshots")
    with Server(options.program, TODAY) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        texts = []
        context = browser.new_context()
        with report.section("Interview by keyboard"):
            context, found = walk(browser, server.address, report, looks, "en", scripts=True)
            texts += found
            walk(browser, server.address, report, looks, "en", scripts=False)
            texts += walk(browser, server.address, report, looks, "es", scripts=True)[1]
        with report.section("Interview with nothing but “I do not know”"):
            know_nothing(browser, server.address, report)
        with report.section("Keeping the answers"):
            keep_and_load(context, server.address, report, looks)
        with report.section("A roster"):
            check_a_roster(browser.new_context(), server.address, report, looks)
        with report.section("Accounts"):
            texts += accounts.walk(browser, server, report, looks)
        with report.section("Papers"):
            texts += papers.walk(browser, server, report, looks)
        with report.section("From sign-up to a verified link"):
            texts += story.walk(browser, server, report, looks)
        with report.section("Links"):
            odd = personal(crawl(context.request, server.address, report), set())
            report.check("no address asks more than weights and days", not odd, "\n".join(odd))
        for scheme in ("light", "dark"):
            with report.section(f"Pages, {scheme}"):
                found = look_at_pages(context, server.address, report, looks, scheme)
                texts += found if scheme == "light" else []
        with report.section("Paper"):
            on_paper(context, server.address, report, looks)
        with report.section("Reading"):
            judge_reading(texts, report)
        if options.pictures:
            with report.section("Pictures"):
                pictures(context, server.address)
        report.check("the server runs to the end", not server.died(), server.died())
        browser.close()
    report.check("the server stops when told to, in good order", server.status == 0, server.status)
    print(f"{time.monotonic() - began:.0f} seconds")
    sys.exit(report.close())


if __name__ == "__main__":
    main()

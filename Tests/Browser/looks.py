"""How a page looks and behaves: width, accessibility and console, at three widths, light and dark."""

import re

from axe_playwright_python.sync_playwright import Axe

WIDTHS = [(320, 640), (360, 740), (1440, 900)]
# axe takes the most time: each width has it in one of the two schemes.
AXE_AT = {"light": {320, 1440}, "dark": {360}}
AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}

# What sticks out at the right: elements wider than the window that are not inside something that scrolls by itself.
WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')].filter(e => {
    const box = e.getBoundingClientRect();
    if (box.right <= width + 0.5 || box.width === 0) return false;
    for (let p = e.parentElement; p; p = p.parentElement)
      if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(p).overflowX) && p !== document.body) return false;
    return true;
  }).slice(0, 5).map(e => e.outerHTML.slice(0, 160)).concat(['page ' + document.documentElement.scrollWidth]);
}"""

# A second line beside that between two items of a list; a mark of a list at the last line of a long item, where a block would
# have it at the first.
ODD = """() => [...document.querySelectorAll('.list > li > details')].filter(e => {
  const style = getComputedStyle(e);
  return style.borderBlockStartWidth !== '0px' || style.borderBlockEndWidth !== '0px';
}).concat([...document.querySelectorAll('.errors li > a')].filter(e => getComputedStyle(e).display !== 'block'))
  .slice(0, 5).map(e => e.outerHTML.slice(0, 160))"""


class Looks:
    def __init__(self, report, folder):
        self.report = report
        self.folder = folder
        self.folder.mkdir(exist_ok=True)
        self.axe = Axe()

    def watch(self, page):
        """Collects what the console and the network complain about."""
        page.complaints = []
        page.on("console", lambda m: page.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: page.complaints.append(str(e)))
        # The sign of a page is fetched last: whoever goes on at once ends that.
        page.on("requestfailed", lambda r: None if "/favicon-" in r.url and r.failure == "net::ERR_ABORTED"
                else page.complaints.append(f"failed: {r.url}"))
        return page

    def look(self, page, name, scheme, axe_at=None):
        """Everything about the page that is open. `axe_at` holds other widths for axe than those of the scheme."""
        check = self.report.check
        lang = page.evaluate("document.documentElement.lang")
        heads = page.locator("h1").count()
        check(f"{name}, {scheme}: one head, a title, a language",
              heads == 1 and page.title() and lang == ("es" if name.endswith(".es") else "en"),
              f"{heads} h1, title {page.title()!r}, lang {lang!r}")
        odd = page.evaluate(ODD)
        check(f"{name}, {scheme}: lists have one line between items, and marks at the first", not odd, "\n".join(odd))
        for width, height in WIDTHS:
            page.set_viewport_size({"width": width, "height": height})
            wide = page.evaluate(WIDE)
            check(f"{name}, {scheme}, {width} px: nothing sticks out", not wide, "\n".join(wide))
            if width in (axe_at or AXE_AT[scheme]):
                found = self.axe.run(page, options=AXE).response["violations"]
                check(f"{name}, {scheme}, {width} px: axe finds nothing", not found, violations(found))
                page.screenshot(path=self.folder / f"{slug(name)}.{width}.{scheme}.png", full_page=True)
        check(f"{name}, {scheme}: a quiet console", not page.complaints, "\n".join(page.complaints))
        page.complaints.clear()


def violations(found):
    lines = []
    for violation in found:
        lines.append(f"{violation['id']} ({violation['impact']}): {violation['help']}")
        for node in violation["nodes"][:3]:
            lines.append(f"    {node['html'][:160]}")
            lines.append(f"    {node['failureSummary'].splitlines()[-1].strip()}")
    return "\n".join(lines)


def slug(name):
    return re.sub(r"[^a-z0-9.-]+", "-", name.lower())

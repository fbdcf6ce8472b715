"""docs/reference/asvs.md, as text."""

from collections import Counter

STATUSES = ("test", "not_applicable", "open")

HEAD = """\
# Security requirements

Every requirement of levels 1 and 2 of the [OWASP Application Security Verification Standard
5.0.0](https://owasp.org/www-project-application-security-verification-standard/), with the tests that show it. Numbers and
levels are the standard's; the words are ours, and shorter: the standard's own text decides what is meant. It is published
under CC BY-SA 4.0.

Written by `scripts/asvs write` from `asvs.yaml`: change that. `scripts/asvs check` compares it with the logs of the tests of
the day. A test is named by its target and suite, or the folder of its script, and the sentence that it prints; a section of a
document by its file and heading.

What does not apply: identity providers that others run (V6.8), OAuth and OpenID Connect but for consent (V10.1 to V10.6), and
calls (V17). Tests of `Tests/Security` fail when one of them comes: by the list of modules that the sources import, by what is
connected to, and by what addresses answer. Other things that are not here, such as LDAP, WebSockets and scripts, are shown by
a test that fails when they come.
"""


def page(listed):
    rows = listed["requirements"]
    chapters = listed["chapters"]
    lines = [HEAD, "| Chapter | All | Shown by tests | Does not apply | Open |", "| --- | --- | --- | --- | --- |"]
    counts = {chapter: Counter() for chapter in chapters}
    for row in rows:
        counts[_chapter(row)].update(status for status in STATUSES if status in row)
    for chapter, title in chapters.items():
        lines.append(_figures(f"{chapter} {title}", counts[chapter]))
    total = sum(counts.values(), Counter())
    lines.append(_figures("**All**", total))
    share = 100 * total["not_applicable"] / max(1, total.total())
    lines += ["", f"{share:.1f} % do not apply."]
    for chapter, title in chapters.items():
        lines += ["", f"## {chapter} {title}", "", "| Number | Level | What it asks | Shown by |",
                  "| --- | --- | --- | --- |"]
        lines += [_row(row) for row in rows if _chapter(row) == chapter]
    return "\n".join(lines) + "\n"


def _chapter(row):
    return row["number"].split(".")[0]


def _figures(name, counts):
    return f"| {name} | {counts.total()} | {counts['test']} | {counts['not_applicable']} | {counts['open']} |"


def _row(row):
    if "test" in row:
        shown = "<br>".join(f"`` {name} ``" if "`" in name else f"`{name}`" for name in row["test"])
    elif "open" in row:
        shown = f"**Open:** {row['open']}"
    else:
        shown = f"Does not apply: {row['not_applicable']}"
    if "note" in row:
        shown += f"<br>{row['note']}"
    cells = [row["number"], str(row["level"]), row["means"], shown]
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"

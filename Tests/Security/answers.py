"""What every answer of the server says, and what no page holds."""

import re
from urllib.parse import urlsplit

from client import Marks

POLICY = {"default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"}
FOREIGN = {"Origin": "https://elsewhere.example", "Access_Control_Request_Method": "POST",
           "Access_Control_Request_Headers": "content-type"}


def samples(client, pages, cookie):
    """One answer of each kind: every page, and every status that can be had."""
    asset = next(value for reply in pages.values() for value in Marks(reply.text).values("href", "link")
                 if value.endswith(".svg"))
    sheet = next(value for reply in pages.values() for value in Marks(reply.text).values("href", "link")
                 if value.endswith(".css"))
    return list(pages.values()) + [
        client.ask(asset), client.ask(sheet), client.ask("/health/live"), client.ask("/nothing"), client.ask("/es/nada"),
        client.ask("/answers/file", Cookie=cookie), client.ask("/roadmap/aama/cma/calendar"), client.ask("/words", "HEAD"),
        client.ask("/words", "DELETE"), client.ask("/search?q=%FF"), client.post("/answers/removal", {}),
        client.post("/answers/removal", {}, Sec_Fetch_Site="cross-site"), client.post("/answers", {"kept": "no"}),
        client.post("/answers", {"kept": "a" * 70_000}), client.upload("/roster", {"set": "sample-clinic"}),
    ]


def of_headers(client, replies, report):
    kinds = {reply.status for reply in replies}
    report.check("answers of every kind are looked at", {200, 303, 400, 403, 404, 405, 413, 422} <= kinds, kinds)

    def wrong(holds):
        return [f"{reply.status} {reply.path} {reply.headers}" for reply in replies if not holds(reply)]

    def strict(reply):
        policy = reply.one("Content-Security-Policy")
        words = {" ".join(part.split()) for part in policy.split(";")}
        return POLICY <= words and not re.search(r"unsafe|\*|https?:|strict-dynamic", policy)

    for sentence, holds in {
        "every answer has a content policy of our own files alone": strict,
        "every answer tells browsers not to guess its type":
            lambda reply: reply.one("X-Content-Type-Options") == "nosniff",
        "every answer keeps our addresses from other sites":
            lambda reply: reply.one("Referrer-Policy") in ("no-referrer", "same-origin"),
        "no answer can stand in a frame, or be read by another site's page":
            lambda reply: "frame-ancestors 'none'" in reply.one("Content-Security-Policy")
            and reply.one("Cross-Origin-Opener-Policy") == reply.one("Cross-Origin-Resource-Policy") == "same-origin",
        "every answer says its type, and a text its letters": typed,
    }.items():
        found = wrong(holds)
        report.check(sentence, not found, "\n".join(found))

    opened = [f"{method} {path}" for path in ("/", "/words", "/answers", "/roster", "/health/live")
              for method in ("GET", "POST", "OPTIONS") for name, _ in client.ask(path, method, **FOREIGN).headers
              if name.lower().startswith("access-control-")]
    report.check("no answer opens itself to other origins", not opened, opened)


def typed(reply):
    """Whether the type is right for the content, with `charset=utf-8` for texts."""
    kind = reply.one("Content-Type")
    if not reply.body:
        return True
    starts = {"text/html": b"<!doctype html>", "text/css": b"", "image/svg+xml": b"<svg", "application/json": b"{",
              "text/calendar": b"BEGIN:VCALENDAR", "text/plain": b"# Fobwatch"}
    name = kind.split(";")[0]
    if name not in starts or not reply.body.lower().lstrip().startswith(starts[name].lower()):
        return False
    needs = name.startswith("text/") or name.endswith("+xml")
    return not needs or "charset=utf-8" in kind.lower()


def of_pages(pages, report):
    texts = {path: reply.text for path, reply in pages.items() if "text/html" in reply.one("Content-Type")}
    report.check("there are pages to look at", len(texts) > 100, len(texts))
    bad = []
    for path, text in texts.items():
        for tag, found in Marks(text).tags:
            if tag in ("script", "iframe", "frame", "object", "embed", "applet", "base", "portal", "style"):
                bad.append(f"{path}: <{tag}>")
            if tag == "meta" and "http-equiv" in found:
                bad.append(f"{path}: <meta http-equiv>")
            bad += [f"{path}: {name}" for name in found if name.startswith("on") or name in ("style", "srcdoc", "ping")]
    report.check("no page holds a script, a frame, a plug-in or a style of its own", not bad, "\n".join(bad))

    bad = []
    for path, text in texts.items():
        for tag, found in Marks(text).tags:
            for name in ("src", "srcset", "action", "formaction", "data", "poster", "href", "xlink:href"):
                value = found.get(name)
                if value is None or tag == "a" and name == "href":
                    continue
                if urlsplit(value).scheme or value.startswith("//"):
                    bad.append(f"{path}: <{tag} {name}={value}>")
            if tag == "a" and urlsplit(found.get("href", "")).scheme not in ("", "http", "https", "mailto"):
                bad.append(f"{path}: {found['href']}")
    report.check("no page loads or sends anything elsewhere", not bad, "\n".join(bad))

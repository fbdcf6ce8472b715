"""What is sent to the server: by whom, how often, under which name, and what comes of it."""

import html
import re

from client import FORM

KINDS = {"/question/*", "/answers", "/answers/removal", "/programs/*/pick", "/programs/removal", "/roster", "/roadmap/*/*"}
TEXTS = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "<svg/onload=alert(1)>",
    "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "[b]bold[/b]", "**bold**", "[x](javascript:alert(1))", "%s%s%n",
    "'; DROP TABLE entry; --", "\\u003cscript\\u003e", "&lt;b&gt;", "</title><b>", "*)(uid=*))(|(uid=*", "' or '1'='1",
]
PROXY = {
    "X_Forwarded_For": "10.0.0.1", "X_Forwarded_Proto": "http", "X_Forwarded_Host": "elsewhere.example",
    "X_Forwarded_Prefix": "/admin", "X_Real_IP": "127.0.0.1", "Forwarded": "for=127.0.0.1;host=elsewhere.example;proto=http",
    "X_Original_URL": "/answers", "X_Rewrite_URL": "/answers", "X_HTTP_Method_Override": "POST", "X_User_ID": "1",
    "Remote_User": "administrator", "X_SSL_Client_Verify": "SUCCESS", "X_SSL_Client_S_DN": "CN=administrator",
    "X_Client_Cert": "MIIB", "X_Accel_Redirect": "/etc/passwd",
}


def from_elsewhere(client, addresses, report):
    report.check("the pages have the forms that are known here", set(addresses) == KINDS, set(addresses) ^ KINDS)
    bad = []
    for action in addresses.values():
        for kind in (FORM, "multipart/form-data; boundary=b", "text/plain", "application/json", ""):
            for headers in ({"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"}, {"Origin": "null"},
                            {"Origin": "https://elsewhere.example"}, {"Origin": "http://localhost.elsewhere.example"}):
                reply = client.ask(action, "POST", b"answer=yes", **headers, **({"Content_Type": kind} if kind else {}))
                if reply.status != 403 or reply.all("Set-Cookie"):
                    bad.append(f"{action} {kind} {headers}: {reply.status}")
    report.check("every form refuses what comes from elsewhere, whatever its type", not bad, "\n".join(bad))


def by_asking(client, pages, addresses, cookie, report):
    bad = [path for path, reply in pages.items() if reply.all("Set-Cookie")]
    for action in addresses.values():
        for method in ("GET", "HEAD"):
            reply = client.ask(action + "?answer=yes&kept=x", method, Cookie=cookie)
            bad += [f"{method} {action}"] if reply.all("Set-Cookie") else []
    report.check("asking for a page changes nothing that is kept", not bad, bad)


def parameters(client, answer, kept, report):
    fact, value, cookie = answer
    plain = client.post(f"/question/{fact}", {"answer": value})
    more = client.post(f"/question/{fact}", [("answer", value), ("age-band", "18-or-over"), ("fact", "diploma-status"),
                                            ("today", "2000-01-01"), ("changed", "x"), ("work-as-medical-assistant", "9")])
    report.check("a form changes the one answer it is about", kept(plain) == kept(more) != "", kept(more))
    twice = client.post(f"/question/{fact}", [("answer", value), ("answer", "unknown")])
    elsewhere = client.ask(f"/question/{fact}?answer={value}", "POST", b"", Content_Type=FORM, Cookie=f"answer={value}")
    same = client.ask("/states?task=vaccine&task=venipuncture").body == client.ask("/states?task=vaccine").body
    report.check("of a parameter that comes twice the first counts, and none counts in another place",
                 kept(twice) == kept(plain) and elsewhere.status == 422 and same, (kept(twice), elsewhere.status, same))
    strange = client.ask("/search?q=%253Cb%253E%2526%2b").text
    report.check("what is encoded twice is decoded once", 'value="%3Cb%3E%26+"' in strange and "<b>" not in strange,
                 strange[strange.find("<input"):][:300])

    bad = []
    for path in ("/", "/words", "/nothing", "/health/live", "/states?task=vaccine"):
        for name, value in PROXY.items():
            if client.ask(path, **{name: value}).told != client.ask(path).told and path != "/health/live":
                bad.append(f"{path} {name}")
    moved = client.post("/answers/removal", {}, Host="elsewhere.example", **PROXY)
    report.check("headers that only a proxy sets mean nothing", not bad and moved.one("Location") == "/", bad)
    bad = []
    for path in ("/answers/removal", "/es/answers/removal", "//elsewhere.example/answers/removal", f"/question/{fact}"):
        reply = client.post(path, {"answer": value, "next": "https://elsewhere.example"}, Host="elsewhere.example")
        place = reply.one("Location")
        if reply.status == 303 and (not place.startswith("/") or place.startswith(("//", "/\\"))):
            bad.append(f"{path}: {place}")
    report.check("redirects stay here", not bad, bad)


def texts(client, report):
    """Each text in each field that comes back on a page."""
    bad = []
    for text in TEXTS:
        roster = f"Name,Flu\n\"{text.replace(chr(34), chr(34) * 2)}\",2026-09-10\n".encode()
        days = {"set": "sample-hospital-network", "from": "2027-01-04", "to": "2027-04-04"}
        for place, reply in {
            "search": client.ask("/search?q=" + quoted(text)), "programs": client.ask("/programs?q=" + quoted(text)),
            "number": client.post("/question/program-total-hours", {"answer": text}),
            "day": client.post("/question/program-graduated", {"month": text, "day": "1", "year": "2026"}),
            "roster": client.upload("/roster", days, "sheet", roster),
        }.items():
            shown = reply.text
            is_raw = any(sign in text for sign in "<>\"") and text in shown
            if is_raw or text not in html.unescape(shown):
                bad.append(f"{place}: {text}")
    report.check("markup, templates and patterns in a field come back as text", not bad, "\n".join(bad))


def quoted(text):
    return "".join(f"%{byte:02X}" for byte in text.encode())


def shown_answers(client, pages, cookie, report):
    """Whatever differs for somebody with answers is never stored by a browser."""
    bad, personal = [], 0
    for path, reply in pages.items():
        if path.startswith("/assets/"):
            continue
        mine = client.ask(path, Cookie=cookie)
        # That there are answers is no answer: pages about states offer to use them.
        if re.sub(rb'<option value="answers">[^<]*</option>', b"", mine.body) != reply.body:
            personal += 1
            bad += [path] if mine.one("Cache-Control") != "no-store" else []
    report.check("a page that differs for somebody with answers is never stored", not bad and personal > 10,
                 f"{personal} differ\n" + "\n".join(bad))

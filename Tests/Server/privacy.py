"""Personal marks in every place where a visitor can put one; then the whole log and all figures are searched for them."""

import pathlib
import re
import urllib.parse

from server import Server, everything

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A name, an address, a number and a sentence, as people write them; none of them is a word of ours.
MARKS = ["Zebedea", "Quockerwodger", "zebedea.q@mail.example", "078-05-1120", "hunter2-Xylograph", "pbkdf-q8Rz3", "Ñandúñ"]
HEADERS = ["User-Agent", "Referer", "Accept", "Accept-Language", "Cookie", "Authorization", "X-Forwarded-For", "Forwarded",
           "X-Request-Id", "Traceparent", "If-None-Match", "Origin", "Content-Type", "Range", "X-Zebedea"]
FORMS = ["answer", "kept", "month", "day", "year", "q", "name", "email", "password", "set", "sheet", "columns"]


def run(program, check):
    with Server(program, "--log-level", "debug") as server:
        for path in paths():
            ask(server, path)
        broken(server)
        server.get("/words")
        asked = {key for key in server.figures() if key.startswith("fobwatch_http_requests_total")}
        text = server.get("/metrics")[2].decode()
        server.stop()
        log = "".join(server.logged)
        check("requests were logged", log.count('"event":"request"') > 100, log[:300])
        for mark in MARKS:
            for form in spellings(mark):
                check(f"{form} is not in the log", form.lower() not in log.lower(), line_with(log, form))
                check(f"{form} is not in the figures", form.lower() not in text.lower(), line_with(text, form))
        missing = [pattern for pattern in patterns() if not any(f'route="{pattern}"' in key for key in asked)]
        check("every pattern of route was asked for", not missing, missing)
        routes = {event["route"] for event in server.events() if "route" in event}
        check("the log names patterns alone", routes <= set(patterns()), routes - set(patterns()))


def patterns():
    """The patterns as the source lists them, so that a new route has to be walked here, too."""
    text = (ROOT / "Sources/Website/RoutePattern.swift").read_text(encoding="utf-8")
    return re.findall(r'case [^\n]*: "([^"]+)"', text) + re.findall(r'RoutePattern\("([^"]+)"\)', text)


def paths():
    """Every pattern with a mark in each place, and with values that there are."""
    there = {"{fact}": "diploma", "{body}": "aama", "{credential}": "cma", "{rule}": "eligibility", "{state}": "wa",
             "{task}": "vaccine", "{program}": "dapip-100946002-23-3", "{name}": "zebedea.css", "{explainer}": "locum-tenens",
             "{token}": "A" * 43}
    for pattern in patterns():
        if pattern in ("{unknown}", "{unreadable}"):
            continue
        filled = pattern
        for key, value in there.items():
            filled = filled.replace(key, value)
        marked = re.sub(r"\{\w+\}", "quockerwodger", pattern)
        yield from dict.fromkeys([filled, "/es" + filled, marked, pattern.replace("{", "").replace("}", "") + "/Zebedea"])
    yield "/" + urllib.parse.quote("Zebedea Ñandúñ/078-05-1120")
    yield "/states/zq"


def ask(server, path):
    query = urllib.parse.urlencode({name: mark for name, mark in zip(FORMS, MARKS * 2)})
    headers = {name: f"fobwatch={MARKS[2]}; session={MARKS[4]}" if name == "Cookie" else " ".join(MARKS[:-1]) for name in HEADERS}
    plain = {name: value for name, value in headers.items() if name not in ("Authorization", "Cookie", "Content-Type", "Origin")}
    body = urllib.parse.urlencode({name: mark for name in FORMS for mark in MARKS}).encode()
    sheet = (f"--b\r\nContent-Disposition: form-data; name=\"kept\"; filename=\"{MARKS[0]}.csv\"\r\n\r\n"
             f"name,email\n{MARKS[0]} {MARKS[1]},{MARKS[2]}\r\n--b--\r\n").encode()
    server.get(path)
    server.get(f"{path}?{query}", headers)
    server.get(f"{path}?{MARKS[1]}=%zz", plain)
    server.get(path, {**plain, "Content-Type": "application/x-www-form-urlencoded"}, "POST", body)
    server.get(path, {**plain, "Content-Type": "multipart/form-data; boundary=b"}, "POST", sheet)
    server.get(path, headers, "POST", body)
    server.get(path, {"Content-Type": f"text/{MARKS[1]}"}, "PUT", b"x" * 70_000 + MARKS[0].encode())


def broken(server):
    """What is no HTTP, so that libraries have something to say of it."""
    for text in (f"{MARKS[0]} {MARKS[1]}\r\n\r\n", f"GET /{MARKS[0]} HTTP/9.9\r\n\r\n",
                 f"GET / HTTP/1.1\r\nHost: a\r\n{MARKS[1]}\r\n\r\n", f"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {MARKS[3]}\r\n\r\n",
                 f"POST /answers HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n{MARKS[0]}\r\n",
                 f"POST /answers HTTP/1.1\r\nHost: a\r\nContent-Length: 500\r\n\r\n{MARKS[0]}"):
        connection = server.open(5)
        connection.sendall(text.encode())
        connection.shutdown(1)
        everything(connection)
        connection.close()


def spellings(mark):
    """As it is, and as addresses and JSON write it."""
    return dict.fromkeys([mark, urllib.parse.quote(mark), urllib.parse.quote_plus(mark), mark.encode("unicode_escape").decode()])


def line_with(text, form):
    return next((line for line in text.splitlines() if form.lower() in line.lower()), "")

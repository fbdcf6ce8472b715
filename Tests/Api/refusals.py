"""What cannot be answered is refused with what was expected, what was found, where, and what to do."""

import json

import people

MAYA = people.examples()["examples/maya.yaml"]


def person(**more):
    return {"person_file": 1, **more}


# What is sent, and the status, the place and a part of what was expected that come back.
BODIES = [
    ("no JSON", "check", b"{", 400, "line 1, column 2", "the end of a value"),
    ("two values", "check", b"{}\n {}", 400, "line 2, column 2", ""),
    ("a name twice", "check", b'{"person": {}, "person": {}}', 400, None, "each name once"),
    ("no UTF-8", "check", b'{"person": "\xff"}', 400, None, "UTF-8"),
    ("half a character", "check", b'{"person": "\\ud800"}', 400, None, "surrogates"),
    ("a deep body", "check", b"[" * 40 + b"]" * 40, 400, None, "16 levels"),
    ("an array", "check", [], 400, "", "an object"),
    ("no person", "check", {}, 400, "", "'person'"),
    ("a member that is not described", "check", {"person": person(), "more": 1}, 400, "/more", "one of the names"),
    ("a member that is not described in a person", "check", {"person": person(surname="x")}, 400, "/person/surname", "one of the names"),
    ("an old person file", "check", {"person": {"person_file": 2}}, 400, "/person/person_file", "1"),
    ("a text for a list", "check", {"person": person(), "for": "aama/cma"}, 400, "/for", "an array"),
    ("a day that is none", "check", {"person": person(), "asOf": "soon"}, 400, "/asOf", "2026-11-22"),
    ("a day that there is not", "check", {"person": person(), "on": "2027-02-29"}, 422, "/on", "a day"),
    ("a year too far", "check", {"person": person(), "on": "9999-12-31"}, 422, "/on", "1900 to 2199"),
    ("an interval without its end", "check", {"person": person(), "from": "2027-01-01"}, 422, "", "both"),
    ("an interval that ends before it begins", "check", {"person": person(), "from": "2027-01-02", "to": "2027-01-01"}, 422, "/to", "2027-01-02"),
    ("an unknown act", "check", {"person": person(), "act": "flying"}, 422, "/act", "an act"),
    ("an unknown act with a day", "check", {"person": person(), "pins": {"flying": "2027-01-01"}}, 422, "/pins/flying", "an act"),
    ("letters without their body", "check", {"person": person(), "for": ["aama/cma", "CMA"]}, 422, "/for/1", "a credential"),
    ("an unknown rule", "explain", {"person": person(), "subject": "aama/cma/flying"}, 422, "/subject", "a rule"),
    ("a result that there is not", "check", {"person": person(attempts=[{"of": "aama/cma", "result": "lost"}])}, 400, "/person/attempts/0/result", "'passed'"),
    ("an unknown credential in the record", "check", {"person": person(attempts=[{"of": "x/y"}])}, 422, "/person/attempts/0/of", ""),
    ("a day that there is not in the record", "check", {"person": person(attempts=[{"date": "2026-02-31"}])}, 422, "/person/attempts/0/date", "a day like 2026-11-22"),
    ("work that ends before it begins", "check", {"person": person(work=[{"from": "2026-01-01", "until": "2025-01-01"}])}, 422, "/person", ""),
    ("an id twice", "check", {"person": person(work=[{"id": "a"}], cards=[{"id": "a"}])}, 422, None, ""),
    ("a control character", "check", {"person": person(name="a\u0007b")}, 422, "/person/name", "text"),
    ("more programs than anybody has", "check", {"person": person(programs=[{}] * 11)}, 422, "/person/programs", "at most 10 entries"),
    ("more work than anybody has", "check", {"person": person(work=[{}] * 201)}, 422, "/person/work", "at most 200 entries"),
    ("an unknown goal", "plan", {"person": person(), "goal": "CMA"}, 422, "/goal", "a credential"),
    ("a change that cannot be read", "plan", {"person": person(), "whatIf": ["fail 1", "fly"]}, 422, "/whatIf/1", "a change like fail 2"),
    ("an assumption that cannot be read", "plan", {"person": person(), "assume": ["hours many"]}, 422, "/assume/0", "a change"),
    ("a move beside something else", "plan", {"person": person(), "whatIf": ["move WA 2027-03-01", "fail 1"]}, 422, "/whatIf", "a move alone"),
    ("a what-if beside something else", "plan", {"person": person(), "whatIf": ["lapse aama/cma", "fail 1"]}, 422, "/whatIf", "a what-if on a record alone"),
    ("a lapse of what is not held", "plan", {"person": person(), "whatIf": ["lapse amt/rma"]}, 422, "/whatIf", "a what-if like"),
    ("a move to nowhere", "plan", {"person": person(), "whatIf": ["move ZZ 2027-03-01"]}, 422, "/whatIf", "a state"),
]

ADDRESSES = [
    ("states/zz", 404, "path", "code", "a state"),
    ("tasks/flying?state=wa", 404, "path", "task", "a task"),
    ("tasks/venipuncture", 400, "query", "state", "a value"),
    ("tasks/venipuncture?state=Washington", 400, "query", "state/0", "two letters"),
    ("tasks/venipuncture?state=zz", 422, "query", "state", "a state"),
    ("states?task=flying", 422, "query", "task", "a task"),
    ("states?with=CMA", 422, "query", "with", "Write the body with the letters"),
    ("states?on=2027-02-29", 422, "query", "on", "a day"),
    ("states?on=tomorrow", 400, "query", "on", "2026-11-22"),
    ("states?on=2027-01-01&on=2027-01-02", 400, "query", "on", "one value"),
    ("states?lang=fr", 400, "query", "lang", "'en', 'es'"),
    ("states?name=Maya", 400, "query", "name", "one of the names"),
    ("states?on=%ff", 400, "query", "", "UTF-8"),
    ("search", 400, "query", "q", "a value"),
    ("search?q=", 400, "query", "q", "1 to 120 characters"),
    ("search?q=a&most=0", 400, "query", "most", "from 1"),
    ("search?q=a&most=%2B3", 400, "query", "most", "from 1"),
    ("search?q=" + "a" * 121, 400, "query", "q", "1 to 120 characters"),
    ("credentials?x=", 400, "query", "x", "one of the names lang"),
]


def run(report, server):
    for what, name, body, status, place, expected in BODIES:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        found = server.get(f"/api/v1/{name}", {"Content-Type": "application/json"}, "POST", data)
        told(report, what, found, status, "body", place, expected)
    for address, status, part, place, expected in ADDRESSES:
        told(report, address[:60], server.get(f"/api/v1/{address}"), status, part, place, expected)
    large = json.dumps({"person": person(name="x" * 70_000)}).encode()
    status, headers, body = server.get("/api/v1/check", {"Content-Type": "application/json"}, "POST", large)
    report.check("a body that is too large is refused as one", status == 413 and json.loads(body)["status"] == 413,
                 (status, body[:200]))


def told(report, what, found, status, part, place, expected):
    got, headers, body = found
    problem = json.loads(body)
    errors = problem.get("errors", [])
    first = errors[0] if errors else {}
    text = json.dumps(first, ensure_ascii=False)
    report.check(
        f"{what} is refused with its place",
        got == status == problem["status"] and headers["content-type"] == "application/problem+json"
        and problem["type"] == "about:blank" and headers["cache-control"] == "no-store"
        and first.get("in") == part and (place is None or first.get("where") == place) and expected in text
        and all(error["detail"] for error in errors),
        f"expected {status} {part} {place} {expected}, found {got} {body[:600]}")

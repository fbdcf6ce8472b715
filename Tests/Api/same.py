"""Every answer is, byte for byte, what the command prints for the same question."""

import json
import subprocess
import urllib.parse

import people
from server import TODAY

CREDENTIALS = ("aama/cma", "amt/rma", "nha/ccma", "ncct/ncma")
CLOCK = ["--as-of", TODAY, "--json"]

# What the body adds to the person, and what the command line adds.
QUESTIONS = [
    ("check", {}, []),
    ("check", {"lang": "es"}, ["--lang", "es"]),
    ("check", {"for": ["CMA (AAMA)", "nha/ccma/eligibility"], "on": "2027-03-01"},
     ["--for", "CMA (AAMA)", "nha/ccma/eligibility", "--on", "2027-03-01"]),
    ("check", {"from": "2026-12-01", "to": "2027-06-30", "knownOn": "2026-11-01"},
     ["--from", "2026-12-01", "--to", "2027-06-30", "--known-on", "2026-11-01"]),
    ("check", {"act": "examination", "pins": {"application": "2027-01-15"}},
     ["--act", "examination", "--pin", "application=2027-01-15"]),
    *(("explain", {"subject": name}, [name]) for name in CREDENTIALS),
    ("explain", {"subject": "aama/cma", "flip": True, "lang": "es"}, ["aama/cma", "--flip", "--lang", "es"]),
    ("compare", {}, []),
    ("compare", {"all": True, "lang": "es"}, ["--all", "--lang", "es"]),
    ("plan", {}, []),
    ("plan", {"goal": "aama/cma", "assume": ["hours 10"]}, ["--goal", "aama/cma", "--assume", "hours 10"]),
    ("plan", {"goal": "all", "lang": "es"}, ["--goal", "all", "--lang", "es"]),
    ("plan", {"goal": "nha/ccma", "whatIf": ["fail 1", "delay 6w"]},
     ["--goal", "nha/ccma", "--what-if", "fail 1", "--what-if", "delay 6w"]),
    ("plan", {"goal": "all", "whatIf": ["fail 2"]}, ["--goal", "all", "--what-if", "fail 2"]),
    ("plan", {"whatIf": ["move WA 2027-03-01"]}, ["--what-if", "move WA 2027-03-01"]),
    ("plan", {"whatIf": ["add nahp/nrcma 2027-03-01"]}, ["--what-if", "add nahp/nrcma 2027-03-01"]),
    ("plan", {"whatIf": ["fail amt/rma 2027-03-01"], "lang": "es"}, ["--what-if", "fail amt/rma 2027-03-01", "--lang", "es"]),
]

# An address and its query, and the command.
ADDRESSES = [
    ("credentials", {}, ["credentials"]),
    ("credentials", {"lang": "es"}, ["credentials", "--lang", "es"]),
    ("tasks", {"lang": "es"}, ["tasks", "--lang", "es"]),
    ("states", {}, ["states"]),
    ("states", {"task": ["venipuncture", "practice"], "with": "aama/cma", "on": "2027-01-15"},
     ["states", "--task", "venipuncture", "practice", "--with", "aama/cma", "--on", "2027-01-15"]),
    *((f"states/{code}", {"with": "CMA (AAMA)", "lang": language},
       ["state", code, "--with", "CMA (AAMA)", "--lang", language])
      for code, language in (("wa", "en"), ("ca", "es"), ("tx", "en"))),
    ("tasks/venipuncture", {"state": ["wa", "CA"]}, ["task", "venipuncture", "--in", "wa", "CA"]),
    ("tasks/practice", {"state": "us", "with": "nha/ccma"}, None),
    ("search", {"q": "injections in washington"}, ["search", "injections in washington"]),
    ("search", {"q": "flebotomía", "most": 3, "lang": "es"}, ["search", "flebotomía", "--most", "3", "--lang", "es"]),
]


def run(report, server, program):
    for path, person in people.examples().items():
        for name, body, arguments in QUESTIONS:
            printed = printed_by(program, [name, path, *arguments, *CLOCK])
            status, answer = ask(server, name, {"person": person, "asOf": TODAY, **body})
            report.check(
                f"{name} answers what the command prints", status == 200 and answer == printed,
                f"{path} {body}: {status} {answer[:300]}\n{printed[:300]}")
    for path, query, arguments in ADDRESSES:
        address = f"/api/v1/{path}?" + urllib.parse.urlencode(query, doseq=True)
        status, _, answer = server.get(address.rstrip("?"))
        if arguments is None:
            report.check("a state that there is not is no question", status == 422, f"{address}: {status}")
            continue
        clock = CLOCK if arguments[0] != "search" else ["--json"]
        printed = printed_by(program, [*arguments, *clock])
        report.check(
            f"{arguments[0]} answers what the command prints", status == 200 and answer == printed,
            f"{address}: {status} {answer[:300]}\n{printed[:300]}")
    without_a_day(report, server)
    worked_examples(report, server)


def without_a_day(report, server):
    person = people.examples()["examples/maya.yaml"]
    _, dated = ask(server, "check", {"person": person, "asOf": TODAY})
    _, plain = ask(server, "check", {"person": person})
    report.check("without a day the server's today is meant", dated == plain, f"{dated[:200]}\n{plain[:200]}")


def worked_examples(report, server):
    """Every tenth line of the public corpus has the answer that it expects."""
    wrong = []
    lines = people.corpus()[::10]
    for line in lines:
        body = {"person": line["person"], "for": [line["rule"]], "asOf": line["as_of"], "on": line["day"]}
        if line.get("act"):
            body["act"] = line["act"]
        if line.get("pins"):
            body["pins"] = line["pins"]
        if line.get("known_on"):
            body["knownOn"] = line["known_on"]
        status, answer = ask(server, "check", body)
        found = json.loads(answer)
        found = found[0] if status == 200 else found
        if any(found.get(key) != value for key, value in line["expect"].items() if key in ("verdict", "grade")):
            wrong.append(f"{line['id']}: expected {line['expect']}, found {status} {str(found)[:300]}")
    report.check(f"{len(lines)} worked examples are answered as they say", len(lines) > 200 and not wrong,
                 "\n".join(wrong))


def ask(server, name, body):
    status, _, answer = server.get(
        f"/api/v1/{name}", {"Content-Type": "application/json"}, "POST", json.dumps(body), timeout=60)
    return status, answer


def printed_by(program, arguments):
    run = subprocess.run([program, *arguments], capture_output=True, timeout=300, cwd=people.ROOT,
                         env={"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    return run.stdout if run.returncode == 0 else run.stderr

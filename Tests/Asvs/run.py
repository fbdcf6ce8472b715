"""Whether scripts/asvs notices what it is for: lists and logs made up here, each with one thing wrong.

usage: .venv/bin/python Tests/Asvs/run.py
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))

from report import Report

SHOWN = "SampleTests.SampleSuite/what is typed: escaped"
ROWS = {f"V1.1.{n}": {"level": 2, "open": "a test"} for n in range(1, 8)}
ROWS["V1.1.1"] = {"level": 1, "test": [SHOWN, "Sample/the door is shut"]}
ROWS["V1.1.2"] = {"level": 2, "not_applicable": "There is no door."}


def swift(ends="pass", cases=1, age=0, times=1, parameterized=True):
    """The records of a run of Swift Testing with one test, as version 0 writes them."""
    records = []
    for line in range(1, times + 1):
        test = f"SampleTests.SampleSuite/escaped(text:)/SampleTests.swift:{line}:4"
        place = {"fileID": "SampleTests/SampleTests.swift", "line": line, "column": 4}
        now = {"instant": {"absolute": 1.0, "since1970": time.time() - age}, "testID": test}
        records.append({"kind": "test", "payload": {
            "kind": "function", "id": test, "name": "escaped(text:)", "displayName": "what is typed: escaped",
            "isParameterized": parameterized, "sourceLocation": place}})
        records += [{"kind": "event", "payload": {"kind": "testCaseStarted", "messages": [], **now}}] * cases
        if ends:
            kind = "testSkipped" if ends == "skip" else "testEnded"
            records.append({"kind": "event", "payload": {"kind": kind, "messages": [{"symbol": ends, "text": ""}], **now}})
    return records


def suite(*passed, name="Sample/the door is shut", age=0):
    return [{"kind": "check", "name": name, "passed": each, "at": time.time() - age} for each in passed]


def written(rows):
    """The list as YAML; JSON is YAML."""
    entries = [{"number": number, "means": "Something.", **row} for number, row in rows.items()]
    return json.dumps({"chapters": {"V1": "Doors"}, "requirements": entries})


def asked(text, records, act="check", published=None, fresh=True):
    """What the script prints about a list and a log, and its exit status."""
    with tempfile.TemporaryDirectory() as folder:
        listed, log = Path(folder, "asvs.yaml"), Path(folder, "log.jsonl")
        listed.write_text(text)
        log.write_text("".join(json.dumps(record) + "\n" for record in records))
        environment = {key: value for key, value in os.environ.items() if key not in ("FOBWATCH_VECTORS", "FOBWATCH_CHECKS")}
        if published is not None:
            Path(folder, "asvs").mkdir()
            flat = [{"req_id": number, "L": level} for number, level in published.items()]
            Path(folder, "asvs", "asvs-5.0.0-en.flat.json").write_text(json.dumps({"requirements": flat}))
            environment["FOBWATCH_VECTORS"] = folder

        def run(*arguments):
            return subprocess.run([sys.executable, ROOT / "scripts/asvs.py", *arguments, "--list", listed],
                                  capture_output=True, text=True, env=environment, timeout=60)
        page = run("write")
        if not fresh:
            Path(folder, "asvs.md").write_text("old")
        done = page if act == "write" else run("check", log)
        return done.returncode, done.stdout + done.stderr


def main():
    report = Report("Asvs")
    good = swift() + suite(True, True)

    def refused(sentence, words, rows=ROWS, records=good, text=None, **more):
        status, said = asked(text or written(rows), records, **more)
        report.check(sentence, status != 0 and words in said, said)

    status, said = asked(written(ROWS), good)
    report.check("a list whose tests passed is taken, with its figures", status == 0 and said.endswith("1 passed, 0 failed\n")
                 and "7 requirements: 1 shown by tests, 1 do not apply, 5 open" in said, said)
    numbers = {number: str(row["level"]) for number, row in ROWS.items()}
    status, said = asked(written(ROWS), good, published={**numbers, "V9.9.9": "3"})
    report.check("a list with the published numbers is taken", status == 0, said)
    section = {**ROWS, "V1.1.3": {"level": 2, "test": ["docs/reference/person-file.md#Fields"]}}
    status, said = asked(written(section), good)
    report.check("a section that is there is taken", status == 0, said)

    refused("a name that no test has is refused", "V1.1.1: SampleTests.SampleSuite/other: did not run",
            {**ROWS, "V1.1.1": {"level": 1, "test": ["SampleTests.SampleSuite/other"]}})
    refused("a test of another suite is refused", "did not run",
            {**ROWS, "V1.1.1": {"level": 1, "test": ["SampleTests.OtherSuite/what is typed: escaped"]}})
    refused("a test that failed is refused", "failed", records=swift("fail") + suite(True))
    refused("a test that was skipped is refused", "was skipped", records=swift("skip", cases=0) + suite(True))
    refused("a test with a known issue is refused", "known issue", records=swift("passWithKnownIssue") + suite(True))
    refused("a test that did not end is refused", "did not end", records=swift(None) + suite(True))
    refused("a test without cases is refused", "had no cases", records=swift(cases=0) + suite(True))
    refused("a name of two tests is refused", "is the name of two tests", records=swift(times=2) + suite(True))
    refused("a test of yesterday is refused", "not today", records=swift(age=2 * 86_400) + suite(True))
    refused("a check that failed once is refused", "the door is shut: failed", records=swift() + suite(True, False, True))
    refused("a check of yesterday is refused", "not today", records=swift() + suite(True, age=2 * 86_400))
    refused("a log that is cut is refused", "log.jsonl", records=good[:1] + [[]])

    twice = json.loads(written(ROWS))
    twice["requirements"].insert(0, twice["requirements"][0])
    refused("a number that stands twice is refused", "V1.1.1: expected once, found 2 times", text=json.dumps(twice))
    refused("a key that stands twice is refused", "expected each key once",
            text=written(ROWS).replace('"level": 1', '"level": 1, "level": 2'))
    refused("two answers to one number are refused", "V1.1.1: expected one of",
            {**ROWS, "V1.1.1": {"level": 1, "test": [SHOWN], "open": "x"}})
    refused("no answer is refused", "found none", {**ROWS, "V1.1.3": {"level": 2}})
    refused("an answer that is no text is refused", "expected a text for open", {**ROWS, "V1.1.3": {"level": 2, "open": ["x"]}})
    refused("an empty list of tests is refused", "expected a list", {**ROWS, "V1.1.3": {"level": 2, "test": []}})
    refused("an unknown key is refused", "unknown key 'tests'", {**ROWS, "V1.1.3": {"level": 2, "open": "x", "tests": []}})
    refused("level 3 is refused", "expected level 1 or 2", {**ROWS, "V1.1.3": {"level": 3, "open": "x"}})
    refused("numbers out of order are refused", "V1.1.6 stands after V1.1.7", dict(reversed(ROWS.items())))
    refused("a chapter without a title is refused", "V2: expected its title", {**ROWS, "V2.1.1": {"level": 1, "open": "x"}})
    refused("more than 15 % that do not apply are refused", "more than 15 %",
            {**ROWS, "V1.1.3": {"level": 2, "not_applicable": "x"}})
    refused("a number that is left out is refused", "V1.1.8: is published and not listed",
            published={**numbers, "V1.1.8": "1"})
    refused("a number that nobody published is refused", "V1.1.7: is listed and not published",
            published={number: level for number, level in numbers.items() if number != "V1.1.7"})
    refused("another level is refused", "V1.1.3: level 1 is published, 2 is listed", published={**numbers, "V1.1.3": "1"})
    refused("a page that was not written anew is refused", "asvs.md is not what", fresh=False)
    for name, words in [("docs/none.md#Fields", "there is no file"), ("docs/reference/person-file.md#Nothing", "has no heading"),
                        ("docs/reference/person-file.md#Person", "has no heading")]:
        refused(f"{name} is refused", words, {**ROWS, "V1.1.3": {"level": 2, "test": [name]}})
    refused("no page is written of a list with a fault", "found none", {**ROWS, "V1.1.3": {"level": 2}}, act="write")
    sys.exit(report.close())


if __name__ == "__main__":
    main()

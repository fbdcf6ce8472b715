"""The requirements of the OWASP Application Security Verification Standard, and what shows each of them.

    asvs.py check [--list FILE] LOG…     the tests named in docs/reference/asvs.yaml passed today, by these logs
    asvs.py write [--list FILE]          writes docs/reference/asvs.md beside it

A log is what `swift test --event-stream-output-path LOG --event-stream-version 0` writes, or what the other suites append
to the file named in FOBWATCH_CHECKS (Tests/ran.py). With FOBWATCH_VECTORS, numbers and levels are compared with those
published. The head of asvs.yaml says how tests are named.
"""

import argparse
import json
import os
import re
import sys
import time
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True

import yaml

from asvs_logs import outcomes
from asvs_page import page

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "docs/reference/asvs.yaml"
STATUSES = ("test", "not_applicable", "open")
# How many of all requirements may not apply, in percent.
MOST_NOT_APPLICABLE = 15
# How many words a section has at least to say anything.
LEAST_WORDS = 20


class Once(yaml.SafeLoader):
    """YAML in which a key that stands twice is a fault."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.YAMLError(f"line {node.start_mark.line + 1}: expected each key once, found {key!r} again")
        return super().construct_mapping(node, deep)


def faults_of(row):
    """What is wrong with one requirement as it is written down."""
    number = row.get("number")
    if not isinstance(number, str) or not re.fullmatch(r"V\d+\.\d+\.\d+", number):
        return [f"{number}: expected a number like V1.2.3"]
    faults = []
    if row.get("level") not in (1, 2):
        faults.append(f"{number}: expected level 1 or 2, found {row.get('level')}")
    for key in row.keys() - {"number", "level", "means", "note", *STATUSES}:
        faults.append(f"{number}: unknown key {key!r}")
    found = [status for status in STATUSES if status in row]
    if len(found) != 1:
        faults.append(f"{number}: expected one of {', '.join(STATUSES)}, found {', '.join(found) or 'none'}")
    for key in ("means", "note", "not_applicable", "open"):
        if key in row or key == "means":
            if not isinstance(row.get(key), str) or not row[key].strip():
                faults.append(f"{number}: expected a text for {key}")
    tests = row.get("test", ["-"])
    if not isinstance(tests, list) or not tests or not all(isinstance(test, str) for test in tests):
        faults.append(f"{number}: expected a list of names for test")
    elif len(set(tests)) < len(tests):
        faults.append(f"{number}: a test stands twice")
    return faults


def read(path):
    """The list, and what is wrong with how it is written."""
    listed = yaml.load(path.read_text(encoding="utf-8"), Loader=Once)
    rows = listed["requirements"]
    faults = [fault for row in rows for fault in faults_of(row)]
    if not faults:
        for number, count in Counter(row["number"] for row in rows).items():
            if count > 1:
                faults.append(f"{number}: expected once, found {count} times")
        order = [tuple(int(part) for part in row["number"][1:].split(".")) for row in rows]
        faults += [f"V{'.'.join(map(str, b))} stands after V{'.'.join(map(str, a))}"
                   for a, b in zip(order, order[1:]) if b < a]
        chapters = {row["number"].split(".")[0] for row in rows}
        faults += [f"{chapter}: expected its title under chapters" for chapter in chapters - listed["chapters"].keys()]
    return listed, faults


def faults_against_publication(rows, vectors):
    """Where numbers or levels differ from those that OWASP publishes."""
    [path] = sorted(Path(vectors, "asvs").glob("asvs-5.0.0-*.flat.json"))
    published = {entry["req_id"]: int(entry["L"]) for entry in json.loads(path.read_text())["requirements"]
                 if entry["L"] in "12"}
    ours = {row["number"]: row["level"] for row in rows}
    return ([f"{number}: is published and not listed" for number in published.keys() - ours.keys()]
            + [f"{number}: is listed and not published for level 1 or 2" for number in ours.keys() - published.keys()]
            + [f"{number}: level {published[number]} is published, {ours[number]} is listed"
               for number in published.keys() & ours.keys() if published[number] != ours[number]])


def fault_of_section(name):
    """What is wrong with `docs/….md#Heading`; nothing if that section is there and says something."""
    place, _, heading = name.partition("#")
    path = ROOT / place
    if not path.is_file():
        return f"there is no file {place}"
    lines = path.read_text(encoding="utf-8").splitlines()
    for at, line in enumerate(lines):
        mark = re.fullmatch(r"(#+) +(.*?)", line)
        if mark and mark[2] == heading:
            section = []
            for later in lines[at + 1:]:
                ends = re.match(r"(#+) ", later)
                if ends and len(ends[1]) <= len(mark[1]):
                    break
                section.append(later)
            words = len(" ".join(section).split())
            return f"the section {heading!r} has {words} words" if words < LEAST_WORDS else None
    return f"{place} has no heading {heading!r}"


def fault_of_test(name, ran):
    """Why a named test does not show anything; nothing if it passed."""
    if name.startswith("docs/") and "#" in name:
        return fault_of_section(name)
    return ran.get(name, "did not run")


def check(path, logs):
    listed, faults = read(path)
    rows = listed["requirements"]
    for fault in faults:
        print(f"FAILED: {fault}")
    if faults:
        return 0, len(faults)
    if os.environ.get("FOBWATCH_VECTORS"):
        faults += sorted(faults_against_publication(rows, os.environ["FOBWATCH_VECTORS"]))
    if (path.parent / "asvs.md").read_text(encoding="utf-8") != page(listed):
        faults.append("docs/reference/asvs.md is not what `scripts/asvs write` writes")
    counts = Counter(status for row in rows for status in STATUSES if status in row)
    if counts["not_applicable"] * 100 > MOST_NOT_APPLICABLE * len(rows):
        faults.append(f"{counts['not_applicable']} of {len(rows)} do not apply: more than {MOST_NOT_APPLICABLE} %")
    ran = outcomes(logs, time.time())
    for row in rows:
        wrong = [f"{name}: {fault}" for name in row.get("test", []) if (fault := fault_of_test(name, ran))]
        faults += [f"{row['number']}: {fault}" for fault in wrong]
    for fault in faults:
        print(f"FAILED: {fault}")
    print(f"{len(rows)} requirements: {counts['test']} shown by tests, {counts['not_applicable']} do not apply, "
          f"{counts['open']} open; {len(ran)} tests in the logs")
    return counts["test"], len(faults)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("act", choices=["check", "write"])
    parser.add_argument("logs", nargs="*", type=Path, metavar="LOG")
    parser.add_argument("--list", type=Path, default=LIST, help="the list, if it is another one")
    options = parser.parse_args()
    if options.act == "write":
        listed, faults = read(options.list)
        if faults:
            raise SystemExit("\n".join(faults))
        (options.list.parent / "asvs.md").write_text(page(listed), encoding="utf-8")
        return 0
    if not options.logs:
        parser.error("check needs the logs of today's tests")
    passed, failed = check(options.list, options.logs)
    print(f"{max(0, passed - failed)} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

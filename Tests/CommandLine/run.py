#!/usr/bin/env python3
"""The command line as a user meets it: answers, bad input, exit codes, the same answer everywhere.

Usage: run.py PATH-OF-FOBWATCH
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAYA = ROOT / "examples" / "maya.yaml"
DAY = ["--as-of", "2026-11-22"]
passed = failed = 0


def run(*args, env=None, cwd=None, binary=None):
    environment = {**os.environ, "LANG": "C.UTF-8", **(env or {})}
    return subprocess.run(
        [binary or FOBWATCH, *map(str, args)], capture_output=True, env=environment, cwd=cwd, timeout=60, text=True)


def check(name, condition, detail=""):
    global passed, failed
    if condition:
        passed += 1
    else:
        failed += 1
        print(f"FAILED: {name}")
        for line in str(detail)[:600].splitlines():
            print(f"    {line}")


def refused(name, content, *expected):
    """A person file that must be refused: exit status 3, a place, and the words that say what is wrong."""
    path = WORK / f"{name}.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = run("check", path, *DAY)
    check(f"{name} ends with 3", result.returncode == 3, (result.returncode, result.stderr))
    check(f"{name} says where", f"{name}.yaml:" in result.stderr, result.stderr)
    check(f"{name} prints no answer", result.stdout == "", result.stdout)
    for words in expected:
        check(f"{name} says '{words}'", words in result.stderr, result.stderr)


def bad_input():
    head = "person_file: 1\n"
    refused("impossible-date", head + "programs: [ { graduated: 2026-02-30 } ]\n", ":2:26", "2026-02-30", "expected")
    refused("unknown-credential", head + "certifications: [ { of: cma, date: 2020-01-01 } ]\n", "unknown credential", "aama/cma")
    refused(
        "certified-before-graduation",
        head + "programs: [ { graduated: 2024-06-01 } ]\ncertifications: [ { of: aama/cma, date: 2020-01-01 } ]\n", "2024-06-01")
    refused("brackets", "[" * 200_000)
    refused("alias-bomb", "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", "anchor")
    refused("empty", "", "empty")
    refused("noise", bytes((i * 7919 + 13) % 256 for i in range(5000)))
    refused("unknown-key", head + "foo: 1\n", "unknown key 'foo'")
    refused("twice", head + "person_file: 1\n")
    refused("bare-yes", head + "person: { aama_member: yes }\n")
    refused("all-at-once", head + "foo: 1\nbar: 2\n", "'foo'", "'bar'")
    check("a file that is not there ends with 3", run("check", WORK / "nothere.yaml").returncode == 3)
    check("a bad day ends with 3", run("check", MAYA, "--as-of", "2026-13-01").returncode == 3)
    check("an unknown option ends with 2", run("check", MAYA, "--bogus").returncode == 2)
    check("an unknown rule ends with 3", run("check", MAYA, "--for", "aama/cma/nothing").returncode == 3)
    check("an unknown act ends with 3", run("check", MAYA, "--act", "flying").returncode == 3)


def answers():
    result = run("check", MAYA, *DAY, "--json")
    check("check answers", result.returncode == 0, result.stderr)
    report = {entry["rule"]: entry for entry in json.loads(result.stdout)}
    cma = report["aama/cma/eligibility"]
    check("CMA (AAMA) is not met before the last 30 days", cma["verdict"] == "not met", cma)
    check("an undated rule is presumed, never green or red", cma["grade"] == "presumed" and not cma["isRed"], cma)
    opens = [span["from"] for span in cma["days"] if span["verdict"] == "met"]
    check("it opens 30 days before the classes end", opens and opens[0] == "2027-04-28", opens)
    check("every answer carries the notice", all("not legal advice" in entry["notice"] for entry in report.values()))
    required = run("check", MAYA, *DAY, "--for", "aama/cma", "--require")
    check("--require ends with 1 on a no", required.returncode == 1, required.stdout)
    later = run("check", MAYA, *DAY, "--on", "2027-05-10", "--for", "aama/cma", "--require")
    check("--require ends with 0 on a yes", later.returncode == 0, later.stdout)
    days = run("check", MAYA, *DAY, "--from", "2027-04-01", "--to", "2027-05-31", "--for", "aama/cma")
    check("an interval names its gap", "Apr 1, 2027" in days.stdout and "27 days" in days.stdout, days.stdout)
    explained = run("explain", MAYA, "aama/cma", *DAY, "--flip")
    check("explain --flip names the smallest change", "Wait until Apr 28, 2027" in explained.stdout, explained.stdout[-400:])
    spanish = run("check", MAYA, *DAY, "--lang", "es")
    check("Spanish answers", "Probablemente no" in spanish.stdout, spanish.stdout[:300])


def same_everywhere():
    expected = run("compare", MAYA, *DAY).stdout
    check("compare answers", "CMA (AAMA)" in expected)
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago"]:
        check(f"the same in {zone}", run("compare", MAYA, *DAY, env={"TZ": zone}).stdout == expected)
    alone = WORK / "alone"
    alone.mkdir()
    binary = alone / "fobwatch"
    shutil.copy(FOBWATCH, binary)
    shutil.copy(MAYA, alone)
    alone.chmod(0o555)
    result = run("compare", "maya.yaml", *DAY, cwd=alone, binary=str(binary))
    check("the program alone in a read-only folder gives the same answer", result.stdout == expected, result.stderr)
    alone.chmod(0o755)
    packs = WORK / "packs"
    shutil.copytree(ROOT / "knowledge", packs)
    copied = run("compare", MAYA, *DAY, "--knowledge", packs).stdout.splitlines()
    check("a copy of the packs gives the same answer", copied == expected.splitlines())
    fees = packs / "credentials" / "ncct" / "ncma" / "fees.yaml"
    fees.write_text(fees.read_text().replace("119 USD", "123 USD"))
    check("a changed fee shows", "$123" in run("compare", MAYA, *DAY, "--knowledge", packs).stdout)
    fees.write_text(fees.read_text() + "\nnonsense: 1\n")
    broken = run("compare", MAYA, *DAY, "--knowledge", packs)
    check("a broken pack ends with 3 and a place", broken.returncode == 3 and "fees.yaml:" in broken.stderr, broken.stderr)


def packs():
    cases = run("rules", "cases")
    check("every worked example of the packs holds", cases.returncode == 0, cases.stdout[-600:])
    print(f"worked examples: {cases.stdout.strip().splitlines()[-1]}")
    lint = run("rules", "lint", ROOT / "knowledge")
    check("the packs have no faults", lint.returncode == 0, lint.stdout[-600:])


def found():
    """The search, and the duties."""
    def search(*words):
        result = run("search", *words, "--json")
        check(f"search {words} answers", result.returncode == 0, result.stderr)
        return json.loads(result.stdout)

    names = {"kind": "term", "id": "medical-assistant"}
    for words in (["healthcare", "support", "worker"], ["personal de apoyo clínico"], ["Allied Health Profesional"]):
        hit = search(*words)["hits"][0]
        check(f"{words} lands on the job", {key: hit[key] for key in names} == names, hit)
    check("CMA asks which", len(search("cma")["which"]) == 1)
    check("the state is asked for", search("flu shot, Texas")["hits"][0]["id"] == "us-tx/task/vaccine")
    check("nothing is an answer", search("zzzzzz")["hits"] == [])
    check("search says which in words", "Which one?" in run("search", "BLS", "--lang", "en").stdout)
    check("no words end with 2", run("search").returncode == 2)
    check("a bad --most ends with 2", run("search", "x", "--most", "0").returncode == 2)
    duties = json.loads(run("duties", "--json").stdout)
    check("both sides", {duty["side"] for duty in duties["duties"]} == {"clinical", "administrative"})
    check("every duty opens to a skill and an exam area",
          all(duty["skills"] and duty["exams"] for duty in duties["duties"]))
    check("and to the states, or why not",
          all(("task" in duty) != ("withoutTask" in duty) for duty in duties["duties"]))
    check("O*NET is credited", "CC BY 4.0" in duties["attribution"] and "CC BY 4.0" in run("duties").stdout)
    asthma = json.loads(run("duties", "--condition", "asthma", "--json").stdout)["duties"]
    check("duties for a condition", asthma and all("asthma" in duty["conditions"] for duty in asthma))
    check("an unknown condition ends with 3", run("duties", "--condition", "gout").returncode == 3)
    check("an unknown side ends with 2", run("duties", "--side", "both").returncode == 2)


def tallied():
    """The sum that the tests end with counts each program in its own words."""
    def tally(text):
        return subprocess.run([ROOT / "scripts/tally"], input=text, capture_output=True, text=True).stdout.strip()

    check("a tally adds programs up", tally("3 passed, 1 failed\nworked examples: 20 passed, 0 failed\n") == "23 1")
    check("a tally leaves out what a failure quotes", tally("    3 passed, 1 failed\n") == "0 0")
    swift = [
        '◇ Test "days" started.', '✔ Test "days" passed after 0.001 seconds.',
        '◇ Test case passing 1 argument x → 1 to "cases" started.',
        '✔ Test case passing 1 argument x → 1 to "cases" passed after 0.001 seconds.',
        '✔ Test "cases" with 5 test cases passed after 0.851 seconds.', '✔ Suite "Days" passed after 1 seconds.',
        '✘ Test months() recorded an issue at Days.swift:3:5: Expectation failed: 1 == 2',
        '✘ Test months() failed after 0.002 seconds with 1 issue.', '✘ Suite "Days" failed after 1 seconds.',
        '✘ Test run with 3 tests in 1 suite failed after 1 seconds with 1 issue.']
    check("a tally counts Swift tests, not cases and suites", tally("\n".join(swift)) == "2 1", tally("\n".join(swift)))
    check("a run that ended early counts what it told", tally("\n".join(swift[:-1])) == "2 1")
    check("a tally of nothing is nothing", tally("") == "0 0")


if __name__ == "__main__":
    FOBWATCH = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        WORK = pathlib.Path(folder)
        bad_input()
        answers()
        same_everywhere()
        packs()
        found()
        tallied()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)

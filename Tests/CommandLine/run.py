#!/usr/bin/env python3
"""The command line as a user meets it: answers, bad input, exit codes, the same answer everywhere.

Usage: run.py PATH-OF-FOBWATCH
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "Tests"))

from ran import ran

MAYA = ROOT / "examples" / "maya.yaml"
DAY = ["--as-of", "2026-11-22"]
passed = failed = 0


def run(*args, env=None, cwd=None, binary=None):
    environment = {**os.environ, "LANG": "C.UTF-8", **(env or {})}
    return subprocess.run(
        [binary or FOBWATCH, *map(str, args)], capture_output=True, env=environment, cwd=cwd, timeout=60, text=True)


def peak_memory(*args):
    """A run of the program: exit status, messages, and the most memory it held, in kB."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([FOBWATCH, *map(str, args)], stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        errors.seek(0)
        return os.waitstatus_to_exitcode(status), errors.read().decode(), usage.ru_maxrss


def check(name, condition, detail=""):
    global passed, failed
    ran("CommandLine", name, condition)
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


def rosters():
    sample = ROOT / "examples" / "sample-roster.csv"
    asked = ["--set", "sample-hospital-network", "--from", "2027-01-04", "--to", "2027-04-04", *DAY]
    result = run("roster", "check", sample, *asked, "--json")
    check("a roster is answered", result.returncode == 0, result.stderr)
    report = json.loads(result.stdout)
    rows = {row["row"]: row for row in report["rows"]}
    check("147 rows", len(rows) == 147, len(rows))
    for number, day, words in [
        (12, "2027-01-04", "BLS"), (29, "2027-03-11", "BLS"), (47, "2027-01-04", "state credentials"), (63, "2027-01-04", "flu"),
    ]:
        row = rows[number]
        check(f"row {number} breaks on {day}", row["verdict"] == "not met" and row["firstDay"] == day, row)
        check(f"row {number} says why", words in row["reason"], row["reason"])
    check("worst first", report["rows"][0]["verdict"] == "not met" and report["rows"][-1]["verdict"] == "met")
    check("one person under two names is noticed", any(note["rows"] == [33, 120] for note in report["notes"]), report["notes"])
    book = run("roster", "check", ROOT / "examples" / "sample-roster.xlsx", *asked, "--json")
    check("the workbook gives the same rows", json.loads(book.stdout)["rows"] == report["rows"], book.stderr)
    sheet = run("roster", "check", sample, *asked, "--csv", "--lang", "es")
    check("a sheet of answers in Spanish", sheet.stdout.startswith("\ufeffFila,Nombre"), sheet.stdout[:80])
    check("--require ends with 1", run("roster", "check", sample, *asked, "--require").returncode == 1)
    for name, content, words in [
        ("cut", "Name,BLS expires\nAna Example\n", "row 2"),
        ("asked", "Name,BLS expires\nAna Example,03/04/2027\n", "column B (BLS expires)"),
        ("bytes", b"Name,BLS expires\nJos\xe9,\n", "UTF-8"), ("other", b"PK\x03\x04rest", "workbook"),
    ]:
        path = WORK / f"{name}.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        refused = run("roster", "check", path, *asked)
        check(f"a sheet that is {name} ends with 3", refused.returncode == 3 and refused.stdout == "", refused.stderr)
        check(f"a sheet that is {name} says '{words}'", words in refused.stderr and "Nothing was checked" in refused.stderr, refused.stderr)
    bomb = WORK / "bomb.xlsx"
    with zipfile.ZipFile(ROOT / "examples" / "sample-roster.xlsx") as book, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as out:
        for name in book.namelist():
            if "worksheets/" not in name:
                out.writestr(name, book.read(name))
                continue
            with out.open(name, "w") as part:
                part.write(b'<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>')
                for _ in range(400):
                    part.write(b"x" * (1 << 20))
    check("a workbook of 400 MB packed small is small", bomb.stat().st_size < 1 << 20, bomb.stat().st_size)
    code, errors, peak = peak_memory("roster", "check", bomb, *asked)
    check("a workbook that unpacks to 400 MB ends with 3", code == 3 and "Nothing was checked" in errors, errors)
    check("and takes less than 200 MB", peak < 200_000, peak)
    check("an unknown set ends with 3", run("roster", "check", sample, "--set", "nothing", *DAY).returncode == 3)
    check("an unknown field ends with 2", run("roster", "check", sample, *asked, "--map", "Name=nothing").returncode == 2)


EXPORT = {
    "InstituteCampuses.csv": '''"DapipId","OpeId","IpedsUnitIds","LocationName","ParentName","ParentDapipId","LocationType","Address","UpdateDate"
"1","2","3","Sample College","-","-","Institution","1 Main St, Dayton, OH 45402","10/6/2020 12:00:00 AM"
''',
    "AccreditationRecords.csv": '''"DapipId","AgencyId","AgencyName","ProgramId","ProgramName","SequentialId","InitialDateFlag","AccreditationDate","AccreditationStatus","ReviewDate","DepartmentDescription","AccreditationEndDate","EndingActionId"
"1","23","Accrediting Bureau of Health Education Schools","3","Medical Assistant Education","1","Actual","12/1/2010 12:00:00 AM","Accredited","2/28/2022","","",""
''',
}


def programs():
    listed = run("programs", "--in", "az", "--search", "carington tuscon", "--json")
    found = json.loads(listed.stdout)["programs"]
    check("a search with typing mistakes finds the program", [p["city"] for p in found] == ["Tucson"], listed.stdout)
    check("after the vintage it is not known", found[0]["days"][-1]["standing"] == "notKnown", found[0]["days"])
    empty = run("programs", "--search", "zzzzzzzz", "--lang", "es")
    check("nothing found is an answer, with its notice", empty.returncode == 0 and "CAAHEP" in empty.stdout, empty.stdout)
    shown = run("programs", "show", found[0]["id"], *DAY)
    check("a program shows its days", "Nov 22, 2026: not known" in shown.stdout, shown.stdout)
    check("an unknown program ends with 3", run("programs", "show", "dapip-0").returncode == 3)
    check("a state that is none ends with 3", run("programs", "--in", "Ohio").returncode == 3)
    person = run("programs", "show", "dapip-100946004-23-3", "--as-person", *DAY)
    path = WORK / "picked.yaml"
    path.write_text(person.stdout)
    answer = run("check", path, "--for", "aama/cma/eligibility", *DAY)
    check("a printed program is a person file", answer.returncode == 0 and "Not known yet" in answer.stdout, answer.stderr)

    export, data = WORK / "export", WORK / "data-programs"
    export.mkdir()
    files = [export / name for name in EXPORT]
    for file, text in zip(files, EXPORT.values()):
        file.write_text(text)
    fewer = run("programs", "import", *files, "--data", data, *DAY)
    check("an export with fewer records is refused", fewer.returncode == 3 and "row 3, column A" in fewer.stderr, fewer.stderr)
    check("and changes nothing", not data.exists() and "Nothing was changed" in fewer.stderr, fewer.stderr)
    taken = run("programs", "import", *files, "--data", data, "--fewer", *DAY)
    check("unless it is told to", taken.stdout == "In use: 1 programs, records through 2020-10-06\n", (taken.stdout, taken.stderr))
    before = (data / "programs.tsv").read_bytes()
    check("the list in use is the imported one", "Sample College" in run("programs", "--data", data).stdout)
    whole = files[1].read_bytes()
    for name, content in {
        "cut": whole[:-20], "in UTF-16": whole.decode().encode("utf-16"), "another file": files[0].read_bytes(),
        "reordered": whole.replace(b'"AgencyId","AgencyName"', b'"AgencyName","AgencyId"'), "empty": b"",
    }.items():
        files[1].write_bytes(content)
        result = run("programs", "import", *files, "--data", data, *DAY)
        check(f"an export that is {name} is refused", result.returncode == 3 and "AccreditationRecords.csv: " in result.stderr, result.stderr)
        check(f"an export that is {name} changes nothing", (data / "programs.tsv").read_bytes() == before)
    check("a data folder is needed", run("programs", "import", *files).returncode == 2)
    (data / "programs.tsv").write_bytes(before[:-9])
    damaged = run("programs", "--data", data)
    check("a damaged list ends with 3 and its line", damaged.returncode == 3 and "line " in damaged.stderr, damaged.stderr)


def packs():
    cases = run("rules", "cases")
    check("every worked example of the packs holds", cases.returncode == 0, cases.stdout[-600:])
    print(f"worked examples: {cases.stdout.strip().splitlines()[-1]}")
    lint = run("rules", "lint", ROOT / "knowledge")
    check("the packs have no faults", lint.returncode == 0, lint.stdout[-600:])


def workbook():
    """A made-up national workbook in the published form."""
    header = ("AREA,AREA_TITLE,AREA_TYPE,PRIM_STATE,NAICS,NAICS_TITLE,I_GROUP,OWN_CODE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,"
              "EMP_PRSE,JOBS_1000,LOC_QUOTIENT,PCT_TOTAL,PCT_RPT,H_MEAN,A_MEAN,MEAN_PRSE,H_PCT10,H_PCT25,H_MEDIAN,H_PCT75,"
              "H_PCT90,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90,ANNUAL,HOURLY")

    def row(code, group, jobs):
        return (f"99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,{code},Sample,{group},{jobs},1.0,,,,,20.00,41600,0.5,"
                "12.50,15.00,19.00,23.00,30.00,26000,31200,39520,47840,62400,,")

    rows = [row("00-0000", "total", 22 * 30000)]
    for major in range(11, 54, 2):
        rows.append(row(f"{major}-0000", "major", 30000))
        codes = ["31-1120", "31-9092"] if major == 31 else [f"{major}-1011", f"{major}-7199"]
        rows += [row(code, "detailed", 15000) for code in codes]
    return "\n".join([header, *rows]) + "\n"


def statistics():
    national = run("statistics", *DAY)
    check("wages are answered", national.returncode == 0 and "$45,690" in national.stdout, national.stderr)
    check("the outlook says what others copied", "secondary" in national.stdout and "13 %" in national.stdout)
    state = json.loads(run("statistics", "--in", "WA", "--json", *DAY).stdout)
    check("a state has its own figures only", {f["geography"] for f in state["figures"]} == {"us-wa"}, state["figures"])
    check("every figure has a source", all(f["sources"] and f["edition"] and f["unit"] for f in state["figures"]))
    stale = {e["edition"]: e["standing"] for e in state["editions"]}
    check("an older edition is marked", stale["2023-05"] == "older" and stale["2025-05"] == "newest", stale)
    later = run("statistics", "--as-of", "2030-01-01").stdout
    check("a late day marks the newest edition", "perhaps out of date" in later, later[:400])
    check("Spanish figures", "no cargado" in run("statistics", "--in", "WA", "--lang", "es", *DAY).stdout)
    for wrong in (["--in", "ZZ"], ["--edition", "1999-05"]):
        result = run("statistics", *wrong, *DAY)
        check(f"{wrong} ends with 3", result.returncode == 3 and result.stderr, result.stderr)

    data = WORK / "installation"
    file = WORK / "national_M2026_dl.csv"
    text = workbook()
    file.write_text(text)
    taken = run("statistics", "import", file, "--data", data, *DAY)
    check("a published workbook is taken", taken.returncode == 0 and "15" in taken.stdout, taken.stderr)
    shown = run("statistics", "--data", data, "--edition", "2026-05", *DAY).stdout
    check("its figures are shown with their edition", "$39,520" in shown and "May 2026" in shown, shown)
    kept = (data / "statistics.json").read_bytes()
    lines = text.splitlines(keepends=True)
    for name, content in {
        "cut": text[:len(text) // 2].encode(), "cut at a line": "".join(lines[:40]).encode(),
        "rows moved": "".join([*lines[:5], lines[9], lines[5], *lines[6:]]).encode(),
        "columns moved": text.replace("H_MEAN,A_MEAN", "A_MEAN,H_MEAN").encode(),
        "another encoding": text.encode("utf-16"), "another mark": text.replace(",39520,", ",39520 USD,").encode(),
        "another file": b"Name,State\nAna Example,TX\n", "empty": b"",
    }.items():
        file.write_bytes(content)
        result = run("statistics", "import", file, "--data", data, *DAY)
        check(f"a workbook, {name}: refused with 3", result.returncode == 3 and "Nothing was changed" in result.stderr,
              result.stderr)
        check(f"a workbook, {name}: changes nothing", (data / "statistics.json").read_bytes() == kept)
    check("a refusal names row and column", "row 1, column A" in run(
        "statistics", "import", _write(file, b"Name,State\nAna Example,TX\n"), "--data", data, *DAY).stderr)


def _write(path, content):
    path.write_bytes(content)
    return path


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


def logs():
    """What the commands of the log and of backups refuse; with a database, they are tested in Tests/StorageTests."""
    nothing = WORK / "nothing"
    quiet = {"FOBWATCH_DATABASE": "", "FOBWATCH_PASSPHRASE": "", "FOBWATCH_CONFIG": str(_write(WORK / "none.conf", b"\n"))}
    words = _write(WORK / "words.txt", b"correct horse battery staple\n")
    for name, args, status, said in [
        ("log verify without a database", ["log", "verify", "--data", nothing], 3, "fobwatch.sqlite"),
        ("log checkpoint without a database", ["log", "checkpoint", "--data", nothing], 3, "fobwatch.sqlite"),
        ("log verify against no file", ["log", "verify", "--against", WORK / "none"], 3, "cannot be read"),
        ("log verify with half of a print", ["log", "verify", "--size", "3"], 2, "--root"),
        ("log verify in a database that is none", ["log", "verify", "--database", "mysql://x"], 3, "postgres://"),
        ("backup without a database", ["backup", WORK / "b", "--data", nothing, "--passphrase-file", words], 3, "fobwatch.sqlite"),
        ("backup without a passphrase", ["backup", WORK / "b", "--data", nothing], 3, "--passphrase-file"),
        ("backup with a short passphrase", ["backup", WORK / "b", "--passphrase-file", _write(WORK / "short.txt", b"short")], 3, "15"),
        ("restore of what is no backup", ["restore", words, "--data", WORK / "new", "--passphrase-file", words], 3, "backup"),
        ("restore of no file", ["restore", WORK / "none", "--data", WORK / "new", "--passphrase-file", words], 3, "cannot be read"),
        ("restore into a folder in use", ["restore", words, "--data", WORK, "--passphrase-file", words], 3, "empty"),
    ]:
        result = run(*args, env=quiet)
        check(f"{name} ends with {status}", result.returncode == status, (result.returncode, result.stderr))
        check(f"{name} says '{said}'", said in result.stderr, result.stderr)
        check(f"{name} makes nothing", not nothing.exists() and not (WORK / "b").exists() and not (WORK / "new").exists())
    elsewhere = run("backup", WORK / "b", "--passphrase-file", words, env={**quiet, "FOBWATCH_DATABASE": "postgres://x"})
    check("a PostgreSQL database is backed up otherwise", "pg_dump" in elsewhere.stderr and elsewhere.returncode == 3)


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


def documented():
    """What README and the tutorial show is what the program answers. The edition's number is left out: it is the packs'."""
    def plain(text):
        return [re.sub(r"edition [0-9a-f]{16}", "edition", line) for line in text.strip("\n").split("\n")]

    place = WORK / "documented"
    place.mkdir()
    (place / "fobwatch").symlink_to(FOBWATCH)
    (place / "examples").symlink_to(ROOT / "examples")
    environment = {**os.environ, "LANG": "C.UTF-8", "PATH": f"{place}:{os.environ['PATH']}"}
    for page in ("README.md", "docs/tutorials/first-answer.md"):
        answers = []
        for block in re.findall(r"^```[a-z]*\n(.*?)^```$", (ROOT / page).read_text(), re.S | re.M):
            command, _, rest = block.partition("\n")
            if found := re.match(r"\$ \.build/debug/(fobwatch .*)", command):
                command, block = found[1], rest
            elif re.match("fobwatch |sed ", command):
                command, block = block.strip(), ""
            else:
                command = None
            if command:
                said = [command, f"{command} --flip"] if command.startswith("fobwatch explain") else [command]
                answers = [
                    plain(subprocess.run(
                        ["bash", "-c", each], cwd=place, env=environment, timeout=60, text=True,
                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout) for each in said]
            shown = plain(block)
            if answers and shown != [""]:
                holds = any(answer[at:at + len(shown)] == shown for answer in answers for at in range(len(answer)))
                check(f"{page} shows what is answered: {shown[0].strip()[:60]}", holds, "\n".join([*answers[-1], "SHOWN", *shown]))


if __name__ == "__main__":
    FOBWATCH = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        WORK = pathlib.Path(folder)
        bad_input()
        answers()
        same_everywhere()
        rosters()
        programs()
        packs()
        statistics()
        found()
        logs()
        tallied()
        documented()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)

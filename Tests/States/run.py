#!/usr/bin/env python3
"""The map, the table, the page of each state and the command say the same, each asked of a process of its own.

    Tests/States/run.py .build/debug/fobwatch

Then one value is changed in a copy of the packs, and all of them change. The last line is `N passed, N failed`.
"""
import html.parser
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "Tests"))

from ran import ran

DAY = "2026-11-22"
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
passed = failed = 0


def check(name, condition, detail=""):
    global passed, failed
    ran("States", name, condition)
    if condition:
        passed += 1
    else:
        failed += 1
        print(f"FAILED: {name}")
        for line in str(detail)[:800].splitlines():
            print(f"    {line}")


def command(*arguments, knowledge=None):
    packs = ["--knowledge", str(knowledge)] if knowledge else []
    result = subprocess.run([PROGRAM, *arguments, *packs], capture_output=True, text=True, timeout=120)
    if result.returncode != 0:
        raise SystemExit(f"{arguments} ended with {result.returncode}: {result.stderr}")
    return result.stdout


class Chips(html.parser.HTMLParser):
    """Every link with the words it shows or is called by: address to words, tiles and table apart."""

    def __init__(self):
        super().__init__()
        self.tiles, self.chips = {}, {}
        self.open = None

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        kind = (found.get("class") or "").split(" ")[0]
        if tag != "a":
            return
        if kind == "tile":
            self.tiles[found["href"]] = found["aria-label"].split(": ", 1)[1]
        elif kind == "chip":
            self.open = found["href"]
            self.chips[self.open] = ""

    def handle_endtag(self, tag):
        if tag == "a":
            self.open = None

    def handle_data(self, data):
        if self.open is not None:
            self.chips[self.open] += data.strip()


class Server:
    """A server of its own on a free port, for the days of a test."""

    def __init__(self, knowledge=None):
        self.folder = tempfile.mkdtemp()
        packs = ["--knowledge", str(knowledge)] if knowledge else []
        self.log = pathlib.Path(self.folder, "log")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "18300", "--data", self.folder + "/data", *packs],
            stdout=self.log.open("w"), stderr=subprocess.STDOUT)

    def __enter__(self):
        for _ in range(600):
            for word in self.log.read_text().split():
                if word.startswith("http://127.0.0.1:"):
                    self.address = word.rstrip("./")
                    try:
                        urllib.request.urlopen(self.address + "/health/live", timeout=2)
                        return self
                    except OSError:
                        pass
            time.sleep(0.1)
        raise SystemExit("the server does not answer:\n" + self.log.read_text())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def page(self, path):
        chips = Chips()
        with urllib.request.urlopen(self.address + path, timeout=20) as reply:
            chips.feed(reply.read().decode())
        return chips


def agree(tasks, codes, knowledge=None):
    """What the command says, by state and task; the pages must say the same."""
    said = json.loads(command("states", "--with", "aama/cma", "--as-of", DAY, "--json", knowledge=knowledge))
    words = {(row["jurisdiction"][3:], row["task"]): row["words"] for row in said["tasks"]}
    check("the command answers for 51 states and 6 tasks", len(words) == 51 * 6, len(words))
    address = "/states/{}/{}?on=" + DAY
    with Server(knowledge) as server:
        for task in tasks:
            page = server.page(f"/states?task={task}&on={DAY}")
            wanted = {address.format(code, task): text for (code, name), text in words.items() if name == task}
            check(f"{task}: the map says what the command says", page.tiles == wanted,
                  [(k, page.tiles.get(k), v) for k, v in wanted.items() if page.tiles.get(k) != v])
            shown = {k: v for k, v in page.chips.items() if k in wanted}
            check(f"{task}: the table says what the command says", shown == wanted,
                  [(k, shown.get(k), v) for k, v in wanted.items() if shown.get(k) != v])
        for code in codes:
            page = server.page(f"/states/{code}?on={DAY}")
            wanted = {address.format(code, task): text for (name, task), text in words.items() if name == code}
            shown = {k: v for k, v in page.chips.items() if k in wanted}
            check(f"{code}: the page of the state says what the command says", shown == wanted,
                  [(k, shown.get(k), v) for k, v in wanted.items() if shown.get(k) != v])
    return words


def on_the_command_line():
    def refused(name, status, *arguments):
        result = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=60)
        check(f"{name} ends with {status}", result.returncode == status and result.stderr and not result.stdout,
              (result.returncode, result.stderr[:200]))

    refused("an unknown state", 3, "state", "ZZ")
    refused("an unknown task", 3, "task", "flying", "--in", "CA")
    refused("an unknown credential", 3, "states", "--with", "cma")
    refused("a task without a state", 2, "task", "vaccine")
    refused("two people", 2, "state", "CA", "--with", "aama/cma", "--person", str(ROOT / "examples" / "luis.yaml"))
    luis = str(ROOT / "examples" / "luis.yaml")
    for name, text in [("a move to nowhere", "move ZZ 2027-03-01"), ("a move on no day", "move WA 2027-02-30"),
                       ("a move without a day", "move WA")]:
        refused(name, 3, "plan", luis, "--what-if", text, "--as-of", DAY)
    refused("a move and something else", 3, "plan", luis, "--what-if", "move WA 2027-03-01", "--what-if", "fail 1", "--as-of", DAY)
    move = json.loads(command("plan", luis, "--what-if", "move WA 2027-03-01", "--as-of", DAY, "--json"))
    check("a move knows where it begins", (move["from"], move["to"], move["day"]) == ("us-tx", "us-wa", "2027-03-01"), move)
    fees = {s["name"]: s["text"] for step in move["steps"] for s in step["statements"] if s["name"].startswith("fee.")}
    check("and what it costs", fees.get("fee.initial") == "$145", fees)
    check("and the credential", any(step["kind"] == "credential" for step in move["steps"]))
    spanish = command("task", "vacuna", "--in", "al", "--lang", "es", "--as-of", DAY)
    check("Spanish, with the board to ask", "Sin regla" in spanish and "Pregunte a: " in spanish, spanish)
    past = command("task", "iv-start", "--in", "WA", "--as-of", DAY, "--on", "2023-04-19")
    check("another day gives the rule of that day", "Apr 19, 2023" in past, past)
    check("every answer names who decides", "Who decides: Washington State Department of Health" in past, past)


def main():
    on_the_command_line()
    said = json.loads(command("states", "--as-of", DAY, "--json"))
    tasks = sorted({row["task"] for row in said["tasks"]})
    codes = sorted({row["jurisdiction"][3:] for row in said["tasks"]})
    before = agree(tasks, codes)
    kept = (ROOT / "docs" / "reference" / "state-tasks.md").read_text()
    table = command("states", "--table", "--with", "aama/cma", "--as-of", DAY, knowledge=ROOT / "knowledge")
    check("docs/reference/state-tasks.md is what `fobwatch states --table` prints", kept == table,
          "run: fobwatch states --table --with aama/cma --as-of 2026-11-22 > docs/reference/state-tasks.md")

    with tempfile.TemporaryDirectory() as folder:
        packs = pathlib.Path(folder, "knowledge")
        shutil.copytree(ROOT / "knowledge", packs)
        file = packs / "jurisdictions" / "us-fl" / "tasks.yaml"
        text = file.read_text()
        begin = text.index("\n  venipuncture:")
        old = text.index("unconditional:", begin)
        file.write_text(text[:old] + "prohibited:" + text[old + len("unconditional:"):])
        after = agree(["venipuncture"], ["fl"], packs)
        changed = {key for key in before if before[key] != after[key]}
        check("one changed word of a pack changes one answer, everywhere", changed == {("fl", "venipuncture")}, changed)
        check("it says no now", after[("fl", "venipuncture")] == "Rule says no", after[("fl", "venipuncture")])
        table = command("states", "--table", "--with", "aama/cma", "--as-of", DAY, knowledge=packs)
        rows = [line for line in table.splitlines() if line.startswith("| Florida |") and "Rule says no" in line]
        check("the document says it too", len(rows) == 1, rows)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()

#!/usr/bin/env python3
"""Kills the server under load, again and again, and looks whether anything is lost that it said was kept.

Usage: run.py PATH-OF-FOBWATCH [ROUNDS]: so many on SQLite, and as many on PostgreSQL, whose postmaster is killed with it.

This program stands outside the server: it has its own list of what was acknowledged, and its own checkpoints of the log. After
each start every write that was acknowledged must be there, and the log must agree with every checkpoint.
"""

import http.client
import os
import random
import re
import sys
import threading
import time
from html import unescape
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from browser import Browser
from installation import Installation
from postgres import Postgres
from ran import ran

PASSWORD = "plum wagon tidy orbit 42"
GOALS = ["/roadmap/aama/cma", "/roadmap/nha/ccma", "/roadmap/amt/rma"]


class Writer:
    """Somebody with an account who writes notes to a step of a kept roadmap, one after another."""

    def __init__(self, installation, number):
        self.installation = installation
        self.address = f"writer{number}@example.org"
        self.browser = Browser()
        self.acknowledged = []
        self.under_way = None
        self.count = 0
        self.failure = None
        self._enter(GOALS[number % len(GOALS)])

    def _enter(self, goal):
        self.browser.port = self.installation.port
        born = {"year": "1990", "month": "2", "day": "28"}
        status, place, _ = self.browser.post("/sign-up", {"email": self.address, **born})
        assert (status, place) == (303, "/mail-sent"), (status, place)
        link = re.search(r"/sign-up/[\w-]+", self.installation.mail(self.address)).group(0)
        status, place, _ = self.browser.send(self.browser.get(link)[1], link, {"new-password": PASSWORD})
        assert (status, place) == (303, "/account"), (status, place)
        status, place, _ = self.browser.send(self.browser.get(goal)[1], goal, {})
        assert status == 303 and place.startswith("/account/roadmaps/"), (status, place)
        self.step = place + "/steps/exam"

    def form(self):
        """The page of the step, and what is filled in; None while the server is without its database."""
        status, page = self.browser.get(self.step)
        if status >= 500:
            return None
        assert status == 200, (status, page[:200])
        fields = {name: unescape(value) for name, value in
                  re.findall(r'<input[^>]*name="(month|day|year|owner|said)"[^>]*value="([^"]*)"', page)}
        picked = re.search(r'<input[^>]*name="answer"[^>]*value="([^"]*)"[^>]*checked', page)
        fields["answer"] = picked.group(1) if picked else ""
        return page, fields

    def note(self):
        """What stands there now."""
        return unescape(re.search(r'<textarea[^>]*name="note"[^>]*>([^<]*)</textarea>', self.form()[0]).group(1)).strip()

    def write_on(self, stop):
        """Writes until told to stop, or until nobody answers."""
        self.browser.port = self.installation.port
        try:
            while not stop.is_set():
                form = self.form()
                if form is None:
                    return
                page, fields = form
                self.count += 1
                self.under_way = f"write {self.count} of {self.address}"
                status, _, text = self.browser.send(page, self.step, {**fields, "note": self.under_way})
                if status >= 500:
                    return  # Its database is gone already. Whether it was kept is not known.
                if status != 303:
                    raise AssertionError(f"{status}: {text[:300]}")
                self.acknowledged.append(self.under_way)
                self.under_way = None
        except (OSError, http.client.HTTPException):
            pass  # Killed.
        except AssertionError as error:
            self.failure = error

    def lost(self):
        """What is wrong with what stands there; None when it is the last write, or the one that nobody answered to."""
        self.browser.port = self.installation.port
        found = self.note()
        last = self.acknowledged[-1] if self.acknowledged else ""
        if found == self.under_way:
            # It was kept, and its answer did not come: from now on it must stay.
            self.acknowledged.append(found)
        elif found != last:
            return f"{self.address}: '{last}' expected, or '{self.under_way}', found '{found}'"
        self.under_way = None
        return None


def readers(installation, stop):
    """Load beside the writers."""
    browser = Browser()
    browser.port = installation.port
    try:
        while not stop.is_set():
            browser.get("/states")
    except (OSError, http.client.HTTPException):
        pass


def rounds(program, name, count, report, postgres=None):
    dice = random.Random(7)
    checkpoints, kept = 0, []
    with Installation(program, postgres) as installation:
        installation.start()
        writers = [Writer(installation, number) for number in range(3)]
        wrong = []
        for number in range(count):
            stop = threading.Event()
            work = [threading.Thread(target=writer.write_on, args=(stop,)) for writer in writers]
            work += [threading.Thread(target=readers, args=(installation, stop)) for _ in range(2)]
            for thread in work:
                thread.start()
            time.sleep(dice.uniform(0.2, 1.2))
            if number % 4 == 0:
                file = str(installation.data.parent / f"checkpoint-{number}")
                status, said = installation.command("log", "checkpoint", "--output", file)
                wrong += [] if status == 0 else [f"round {number}: no checkpoint: {said}"]
                kept.append(file)
                time.sleep(dice.uniform(0.05, 0.4))
            if postgres:
                # Either first: the server alone for a moment, or without its database.
                order = [postgres.kill, installation.kill]
                dice.shuffle(order)
                for kill in order:
                    kill()
            else:
                installation.kill()
            stop.set()
            for thread in work:
                thread.join()
            if postgres:
                postgres.start_again()
            installation.start()
            for writer in writers:
                problem = writer.lost()
                wrong += [f"round {number}: {problem}"] if problem else []
            # The newest checkpoint each time; all of them at the end.
            for file in (kept if number == count - 1 else kept[-1:]):
                status, said = installation.command("log", "verify", "--against", file)
                checkpoints += 1
                wrong += [] if status == 0 else [f"round {number}: the log does not agree with {file}: {said}"]
            if (number + 1) % 10 == 0:
                print(f"{name}: {number + 1} of {count} kills, {sum(len(w.acknowledged) for w in writers)} writes acknowledged",
                      flush=True)
        acknowledged = sum(len(writer.acknowledged) for writer in writers)
        failures = [repr(writer.failure) for writer in writers if writer.failure]
        writers[0].acknowledged.append("never written")
        report(f"{name}: a write that is not there would be noticed", writers[0].lost())
    report(f"{name}: no acknowledged write is lost, and the log agrees with every checkpoint kept outside", not wrong,
           "\n".join(wrong[:10]))
    report(f"{name}: writes were under way all the time", acknowledged >= count and not failures,
           (acknowledged, failures[:3]))
    print(f"{name}: {count} kills, {acknowledged} acknowledged writes, {checkpoints} comparisons with a checkpoint")


class Report:
    def __init__(self):
        self.passed = self.failed = 0

    def __call__(self, sentence, holds, detail=""):
        ran("Crash", sentence, holds)
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {sentence}\n{detail}")


def main():
    program = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    report = Report()
    rounds(program, "SQLite", count, report)
    with Postgres(is_durable=True) as postgres:
        rounds(program, "PostgreSQL", count, report, postgres)
    print(f"{report.passed} passed, {report.failed} failed")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()

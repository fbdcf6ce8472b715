#!/usr/bin/env python3
"""Two processes on one PostgreSQL remind thousands of people, and one of them is killed again and again.

Usage: run.py PATH-OF-FOBWATCH PATH-OF-THE-SEEDER [HOW-MANY]

Nobody is left out, nothing happens in silence, and who got a mail twice is among those that are `possibly sent`.
"""

import base64
import collections
import contextlib
import datetime
import email
import email.policy
import hashlib
import hmac
import http.client
import http.server
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading
import time

import icalendar

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Server"))

from postgres import Postgres
from ran import ran
from smtp import MailServer

DAY = "2026-11-23"
passed = failed = 0


def check(name, holds, detail=""):
    global passed, failed
    ran("Reminders", name, holds)
    if holds:
        passed += 1
        return
    failed += 1
    print(f"FAILED: {name}\n    {str(detail)[:1000]}")


class Killing(list):
    """The mails of a server that, once one is there, may end whoever brought it before its answer is read."""

    def __init__(self, random):
        super().__init__()
        self.process = None
        self.kill_at = None
        self.after_answer = 0
        self.random = random

    def append(self, mail):
        super().append(mail)
        if self.kill_at is not None and len(self) >= self.kill_at and self.process:
            self.kill_at = None
            self.after_answer += 1
            self.process.kill()


def calendar(program, data, environment, seed):
    """What an independent reader of RFC 5545 makes of the private calendar of somebody."""
    server = subprocess.Popen([program, "serve", "--port", "0", "--data", str(data)], env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)
    found = {}
    ready = threading.Event()

    def listen(stream):
        for line in stream:
            address = re.search(r"runs at http://[0-9.]+:(\d+)", line)
            if address:
                found["port"] = int(address.group(1))
                ready.set()

    for stream in (server.stdout, server.stderr):
        threading.Thread(target=listen, args=(stream,), daemon=True).start()

    def ask(token):
        connection = http.client.HTTPConnection("127.0.0.1", found["port"], timeout=30)
        connection.request("GET", f"/calendar/{token}.ics")
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def events(token):
        read = icalendar.Calendar.from_ical(ask(token)[1])
        return {str(event["UID"]): event for event in read.walk("VEVENT")}

    def seen(event):
        return event.decoded("DTSTART"), int(event["SEQUENCE"]), str(event["STATUS"])

    try:
        if not ready.wait(60):
            check("the server starts", False)
            return
        token = seed("feed", "es")
        answer, body = ask(token)
        check("a calendar is answered without a cookie, and kept by nobody", answer.status == 200
              and answer.getheader("Content-Type") == "text/calendar; charset=utf-8" and not answer.getheader("Set-Cookie")
              and "no-store" in answer.getheader("Cache-Control") and "noindex" in answer.getheader("X-Robots-Tag"), answer.getheaders())
        check("its lines are folded at 75 bytes and end as they have to", all(len(line) <= 75 for line in body.split(b"\r\n"))
              and b"\n" not in body.replace(b"\r\n", b"") and b"\r\n " in body, body)
        first = events(token)
        check("another program reads it", len(first) >= 2, body)
        check("whole days, whose end is the day after", all(
            type(event.decoded("DTSTART")) is datetime.date
            and event.decoded("DTEND") - event.decoded("DTSTART") == datetime.timedelta(days=1) for event in first.values()), body)
        check("the texts are Spanish, and whole", any("tarjeta de BLS" in str(event["SUMMARY"]) for event in first.values())
              and any("RMA (AMT):" in str(event["SUMMARY"]) and "ñ" in str(event["SUMMARY"]) for event in first.values()),
              [str(event["SUMMARY"]) for event in first.values()])
        check("asked again it says the same", {uid: seen(event) for uid, event in events(token).items()}
              == {uid: seen(event) for uid, event in first.items()})
        [card] = [uid for uid, event in first.items() if "BLS" in str(event["SUMMARY"])]
        seed("card", 700)
        moved = events(token)
        check("a day that moves moves the event, whose number grows", moved.keys() == first.keys()
              and seen(moved[card])[0] > seen(first[card])[0] and seen(moved[card])[1] == seen(first[card])[1] + 1
              and all(seen(moved[uid]) == seen(first[uid]) for uid in first if uid != card), moved)
        again = seed("feed", "en")
        check("another address ends the first", ask(token)[0].status == 404)
        check("and has the same events in the other language", events(again).keys() >= {card}
              and "your BLS card" in str(events(again)[card]["SUMMARY"]), events(again))
        check("what is nobody's address is not there", ask("A" * 43)[0].status == 404 and ask("x")[0].status == 404)
    finally:
        server.terminate()
        server.wait(30)


class Watch:
    """Somebody elsewhere who is told after each run, and keeps what came."""

    def __init__(self):
        self.asked, self.headers = [], []
        self.answer, self.answers = (200, {}), []
        watch = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                watch.asked.append((self.command, self.path, {name.lower() for name in self.headers}, body))
                watch.headers.append({name.lower(): value for name, value in self.headers.items()})
                status, headers = watch.answers.pop(0) if watch.answers else watch.answer
                self.send_response(status)
                for name, value in {"Content-Length": "0", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()

            do_GET = do_POST = do_HEAD = answer

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def heartbeat(command, mails, day):
    """The address elsewhere is asked after a run that looked at everybody, and after no other."""
    with contextlib.closing(Watch()) as watch:
        def run(at, **more):
            process = command("run", "--at", f"{at}T15:00:00Z", heartbeat=f"http://127.0.0.1:{watch.port}/beat/7", **more)
            return process, process.communicate(timeout=1_200)[1]

        mails.kill_at, mails.process = len(mails) + 1, None
        process = command("run", "--at", f"{day}T15:00:00Z", heartbeat=f"http://127.0.0.1:{watch.port}/beat/7", to_first=True)
        mails.process = process
        process.communicate(timeout=1_200)
        mails.process = mails.kill_at = None
        check("a run that is killed does not say that all is well", process.returncode == -9 and not watch.asked,
              (process.returncode, watch.asked))
        process, problem = run(day)
        check("a run that looked at everybody says so, once", process.returncode == 0 and len(watch.asked) == 1, (problem, watch.asked))
        check("with a plain question that tells nothing", all(
            method == "GET" and path == "/beat/7" and not body and names <= {"host", "accept"} for method, path, names, body in watch.asked),
            watch.asked)
        watch.answer = (500, {})
        process, problem = run(day)
        check("whoever runs it is told when it is not taken, and the run stands", process.returncode == 0 and len(watch.asked) == 2
              and "heartbeat" in problem, (process.returncode, problem, watch.asked))
        watch.answer = (302, {"Location": f"http://127.0.0.1:{watch.port}/elsewhere"})
        run(day)
        check("it goes nowhere else", [path for _, path, _, _ in watch.asked] == ["/beat/7"] * 3, watch.asked)
    process = command("run", "--at", f"{day}T15:00:00Z", heartbeat=f"http://127.0.0.1:{watch.port}/beat/7")
    problem = process.communicate(timeout=1_200)[1]
    check("nobody there is told too", process.returncode == 0 and "heartbeat" in problem, (process.returncode, problem))


def webhook(program, data, environment, seed, state):
    """A receiver on this machine is told, signed, until it says that it has it: where whoever runs the server allows that."""
    def serve(until, **more):
        server = subprocess.Popen([program, "serve", "--port", "0", "--data", str(data)], env={**environment, **more},
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            end = time.monotonic() + 90
            while time.monotonic() < end and not until():
                time.sleep(0.2)
        finally:
            server.terminate()
            server.wait(30)

    with contextlib.closing(Watch()) as watch:
        watch.answers = [(500, {}), (307, {"Location": f"http://127.0.0.1:{watch.port}/elsewhere"})]
        secret, person = seed("hook", f"http://127.0.0.1:{watch.port}/texts").split()
        serve(lambda: state() == "done", FOBWATCH_WEBHOOK_PRIVATE="yes")
        check("it is told until it takes it, at its own address alone", [row[:2] for row in watch.asked] == [("POST", "/texts")] * 3
              and state() == "done", (watch.asked, state()))
        key = base64.b64decode(secret.removeprefix("whsec_"))

        def signed(headers, body):
            text = b".".join([headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body])
            return headers["webhook-signature"] == "v1," + base64.b64encode(hmac.digest(key, text, hashlib.sha256)).decode()

        check("each message is signed as Standard Webhooks says", len(key) == 32 and all(
            signed(headers, row[3]) for headers, row in zip(watch.headers, watch.asked)), watch.headers)
        check("and has one identifier at each try, and the time of the try", len({h["webhook-id"] for h in watch.headers}) == 1
              and len({h["webhook-timestamp"] for h in watch.headers}) == 3 and all(
                  abs(int(h["webhook-timestamp"]) - time.time()) < 120 for h in watch.headers), watch.headers)
        check("it is JSON that names a person by an identifier", all(
            json.loads(row[3]) == {"type": "reminder.due", "data": {"person": person}}
            and headers["content-type"] == "application/json" for headers, row in zip(watch.headers, watch.asked)), watch.asked)
        before = len(watch.asked)
        seed("hook", f"http://127.0.0.1:{watch.port}/texts")
        serve(lambda: state() == "failed")
        check("without the setting nothing of this machine is asked", len(watch.asked) == before and state() == "failed",
              (watch.asked[before:], state()))


def main():
    program, seeder = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:3])
    people = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000
    chance = random.Random(5)
    with Postgres() as postgres, tempfile.TemporaryDirectory(prefix="fobwatch-reminders-") as folder, \
            MailServer() as first, MailServer() as second:
        first.mails = Killing(chance)
        data = pathlib.Path(folder) / "data"
        (data / "keys").mkdir(parents=True, mode=0o700)
        began = time.monotonic()


        def seed(what, argument):
            return subprocess.run([seeder, what, postgres.address, str(data / "keys"), DAY, str(argument)], check=True, timeout=1_200,
                                  capture_output=True, text=True).stdout.strip()

        seed("people", people)
        seeded = time.monotonic() - began
        hidden = ("SWIFT_DETERMINISTIC_HASHING", "FOBWATCH_")
        config = pathlib.Path(folder) / "none.conf"
        config.touch()
        usual = {k: v for k, v in os.environ.items() if not k.startswith(hidden)} | {
            "FOBWATCH_CONFIG": str(config), "FOBWATCH_DATABASE": postgres.address, "FOBWATCH_MAIL_FROM": "fobwatch@site.example",
            "FOBWATCH_ADDRESS": "https://fobwatch.site.example"}

        def command(*words, server=second, heartbeat=None, to_first=False):
            more = {"FOBWATCH_SMTP": (first if to_first else server).url} | ({"FOBWATCH_HEARTBEAT": heartbeat} if heartbeat else {})
            return subprocess.Popen(
                [program, "remind", *words, "--data", str(data), "--json"], env={**usual, **more},
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

        def audit(time):
            process = command("audit", "--at", f"{DAY}T{time}:00Z")
            text = process.communicate(timeout=600)[0]
            return process.returncode, json.loads(text)

        def rows(text):
            return postgres.ask(f"SELECT {text}")

        # Before anything ran, the audit says so: it is the day after the settings.
        code, told = audit("15:00")
        check("before the first run the audit says that nobody looked", code == 1 and told["late"], told)

        began = time.monotonic()
        other = command("run", "--at", f"{DAY}T15:00:00Z")
        kills = 0
        # Between its mails, and at any time.
        while other.poll() is None and kills < 12:
            process = command("run", "--at", f"{DAY}T15:00:00Z", server=first)
            first.mails.process = process
            if kills % 2 == 0:
                first.mails.kill_at = len(first.mails) + chance.randint(1, 12)
            else:
                threading.Timer(chance.uniform(0.8, 2.5), process.kill).start()
            process.communicate(timeout=600)
            if process.returncode not in (0, -9):
                check("a run that is killed is killed", False, process.returncode)
            if process.returncode == 0:
                break
            kills += 1
        text, problem = other.communicate(timeout=1_200)
        check("the other ran to its end", other.returncode == 0, problem)
        took = time.monotonic() - began
        check("one was killed on the way, some times right after a mail was taken", kills > 1 and first.mails.after_answer > 0,
              (kills, first.mails.after_answer))

        left = int(rows("COUNT(*) FROM reminder_digest WHERE state = 'claimed'"))
        check("what the killed one had is there", left > 0, left)
        first.mails.process = None
        # Later, when the time of the killed one is over, a run takes what it had.
        last = command("run", "--at", f"{DAY}T15:40:00Z")
        problem = last.communicate(timeout=1_200)[1]
        check("a later run takes what the killed one had", last.returncode == 0, problem)
        again = command("run", "--at", f"{DAY}T16:40:00Z")
        sent = json.loads(again.communicate(timeout=1_200)[0])["sent"]
        check("and another has nothing to do", sent == 0, sent)

        counts, names = collections.Counter(), {}
        for mail in [*first.mails, *second.mails]:
            head = email.message_from_bytes(mail["bytes"], policy=email.policy.default)
            address = re.search(r"person-\d+", mail["to"][0])[0]
            counts[head["Message-ID"]] += 1
            names.setdefault(address, set()).add(head["Message-ID"])
        check("nobody is left out", len(names) == people, people - len(names))
        check("everybody has one mail, by its identifier", all(len(ids) == 1 for ids in names.values()),
              [name for name, ids in names.items() if len(ids) > 1][:5])
        twice = {name.strip("<>").split("@")[0] for name, count in counts.items() if count > 1}
        possibly = set(rows("message_id FROM reminder_digest WHERE state = 'possibly sent'").splitlines())
        check("who got it twice is among those possibly sent", twice <= possibly, twice - possibly)
        check("after the kills some are possibly sent, and few", 0 < len(possibly) <= 4 * kills, (len(possibly), kills))
        check("all others are sent, once", int(rows("COUNT(*) FROM reminder_digest WHERE state = 'sent'")) == people - len(possibly),
              rows("state, COUNT(*) FROM reminder_digest GROUP BY state"))
        code, told = audit("16:50")
        check("the audit finds nothing lost", code == 0 and told["sound"] and not told["lost"] and told["people"] == people, told)
        code, told = audit("23:59")
        check("nor late that evening", code == 0, told)
        postgres.ask("DELETE FROM reminder_digest WHERE person = (SELECT person FROM reminder_digest LIMIT 1)")
        code, told = audit("16:50")
        check("and finds what is taken away", code == 1 and len(told["lost"]) == 1, told)

        calendar(program, data, usual, seed)

        # 19 days without a run.
        later = subprocess.run([program, "remind", "audit", "--data", str(data), "--at", "2026-12-12T15:00:00Z"], env=usual,
                               capture_output=True, text=True, timeout=600, check=False)
        check("after 19 days the audit says that nobody looked", later.returncode == 1 and "late" in later.stdout, later)
        before = len(second.mails)
        standstill = command("run", "--at", "2026-12-12T15:00:00Z")
        standstill.communicate(timeout=1_200)
        fresh = collections.Counter(re.search(r"person-\d+", mail["to"][0])[0] for mail in second.mails[before:])
        check("then each gets one mail, not nineteen", fresh and max(fresh.values()) == 1 and len(fresh) > people // 2,
              (len(fresh), max(fresh.values(), default=0)))
        webhook(program, data, usual, seed, lambda: rows("state FROM job WHERE kind = 'webhook' ORDER BY id DESC LIMIT 1"))
        heartbeat(command, first.mails, "2026-12-26")
        print(f"{people} people, seeded in {seeded:.1f} s; {took:.1f} s with {kills} kills, {first.mails.after_answer} right after a "
              f"mail was taken; {len(possibly)} possibly sent, {len(twice)} of them twice")
    print(f"Reminders: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()

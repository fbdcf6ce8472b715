"""The program as somebody who means harm meets it, and what its sources leave out.

    python3 Tests/Security/run.py .build/debug/fobwatch

Starts a server of its own. The last line is `N passed, N failed`.
"""

import sys
from datetime import date
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent / "Browser"))

import answers
import files
import forms
import inventories
import passwords
import sources
import wire
from client import Client, crawl, sent_to
from report import Report
from server import Server

# The day the server answers for.
TODAY = date(2026, 11, 22)
# An answer that any of the first questions takes.
FACT, VALUE = "program-status", "in-one-now"


def server_of(program, report):
    with Server(program, TODAY) as server:
        client = Client(server.address)
        first = client.post(f"/question/{FACT}", {"answer": VALUE})
        cookie = first.one("Set-Cookie").partition(";")[0]

        def kept(reply):
            """The answers that a reply leaves in the browser."""
            found = reply.one("Set-Cookie").partition(";")[0]
            return client.ask("/answers/file", Cookie=found).text if found else ""

        with report.section("Pages"):
            pages = crawl(client, 150)
            answers.of_pages(pages, report)
        with report.section("Headers"):
            answers.of_headers(client, answers.samples(client, pages, cookie), report)
        with report.section("Forms"):
            picked = client.post("/programs/dapip-100946004-23-3/pick", {}).one("Set-Cookie").partition(";")[0]
            known = {**pages, "own": client.ask("/programs/dapip-100946004-23-3", Cookie=picked),
                     "answers": client.ask("/answers", Cookie=cookie), "question": client.ask("/question"),
                     "program": client.ask("/programs/dapip-100946004-23-3")}
            addresses = sent_to(known)
            forms.from_elsewhere(client, addresses, report)
            forms.by_asking(client, pages, addresses, cookie, report)
            forms.parameters(client, (FACT, VALUE, cookie), kept, report)
            forms.shown_answers(client, pages, cookie, report)
        with report.section("Texts and files"):
            forms.texts(client, report)
            files.check(client, server.folder, cookie, report)
        with report.section("Bytes"):
            wire.check(client, report)
        report.check("the server runs to the end", not server.died(), server.died())


def main():
    program, report = sys.argv[1], Report("Security")
    with report.section("Sources"):
        sources.check(report)
        sources.check_program(program, report)
        inventories.check(report)
        passwords.check(program, report)
    with report.section("Server"):
        server_of(program, report)
    sys.exit(report.close())


if __name__ == "__main__":
    main()

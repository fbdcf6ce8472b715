#!/usr/bin/env python3
"""The interface for programs, asked from outside: it answers what the commands print, refuses with a reason and a place,
and holds to its description under schemathesis.

    Tests/Api/run.py .build/debug/fobwatch

The last line is `N passed, N failed`.
"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "Tests"), str(ROOT / "Tests/Server"), str(ROOT / "Tests/Api")]

import described
import generated
import manners
import privacy_of_api
import refusals
import same
from report import Report
from server import Server


def main(program):
    report = Report()
    with Server(program) as server:
        described.run(report, server)
        same.run(report, server, program)
        refusals.run(report, server)
        manners.run(report, server)
        generated.run(report, server)
        privacy_of_api.run(report, server)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main(str(pathlib.Path(sys.argv[1]).resolve())))

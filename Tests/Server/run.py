#!/usr/bin/env python3
"""The server as those who run it and those who would harm it meet it: health, figures, log, limits, end, settings.

Usage: run.py PATH-OF-FOBWATCH [NAME-OF-A-PART…]
"""
import pathlib
import resource
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

import address
import admin
import busy
import clock
import crowd
import database
import ending
import health
import journal
import limits
import mail
import papers
import privacy
import proxy
import settings
import tls
from ran import ran

PARTS = {
    "health": health, "database": database, "settings": settings, "privacy": privacy, "limits": limits, "mail": mail,
    "admin": admin, "clock": clock, "ending": ending, "crowd": crowd, "busy": busy, "proxy": proxy, "tls": tls, "address": address, "journal": journal,
    "papers": papers,
}


class Checks:
    """Counts what holds and shows what does not."""

    def __init__(self):
        self.passed = self.failed = 0

    def __call__(self, name, holds, detail=""):
        ran("Server", name, holds)
        if holds:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED: {name}")
        for line in str(detail)[:1500].splitlines():
            print(f"    {line}")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    check = Checks()
    for name in sys.argv[2:] or PARTS:
        began = time.monotonic()
        PARTS[name].run(program, check)
        print(f"{name}: {time.monotonic() - began:.1f} s")
    print(f"Server: {check.passed} passed, {check.failed} failed")
    sys.exit(1 if check.failed else 0)


main()

"""Tells which checks of a suite ran, to whoever asks by naming a file in FOBWATCH_CHECKS.

Each check is one line of JSON at its end: its name (the folder of the suite, a slash, its sentence), whether it passed,
and when, in seconds since 1970. scripts/asvs reads them.
"""

import json
import os
import time


def ran(suite, sentence, holds):
    path = os.environ.get("FOBWATCH_CHECKS")
    if not path:
        return
    line = {"kind": "check", "name": f"{suite}/{sentence}", "passed": bool(holds), "at": time.time()}
    with open(path, "a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")

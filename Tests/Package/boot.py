"""The service as systemd runs it, asked from inside of a Debian that scripts/package-boot has started. Prints `passed` or `FAILED` a line."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import types
import urllib.error
import urllib.request

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import papers
from server import until

SETTINGS = "/etc/fobwatch/fobwatch.conf"
# The process that reads files, asked what it can do, with everything that the unit takes away.
INTAKE = "/run/systemd/system/intake-check.service"
KEPT = {"photo": b"\xff\xd8\xff", "png": b"\xff\xd8\xff", "heic": b"\xff\xd8\xff", "pdf": b"%PDF"}


def main():
    call("systemctl", "start", "fobwatch")
    check("the service starts and is ready", until(ready, 60), call("systemctl", "status", "fobwatch"))
    rights()
    somebody = accounts()
    watched(somebody)
    ending()
    refused()
    print("END", flush=True)


def check(sentence, holds, detail=""):
    print(f"{'passed' if holds else 'FAILED'}: {sentence}", flush=True)
    if not holds:
        print("".join(f"    {line}\n" for line in str(detail)[:1500].splitlines()), flush=True)


def call(*words):
    done = subprocess.run(words, capture_output=True, text=True, timeout=120)
    return (done.stdout + done.stderr).strip()


def shown(name):
    return call("systemctl", "show", "fobwatch", "--value", "-p", name)


def ready():
    try:
        return urllib.request.urlopen("http://127.0.0.1:8080/health/ready", timeout=5).status == 200
    except OSError:
        return False


def journal():
    return call("journalctl", "-u", "fobwatch", "-o", "cat", "--no-pager")


def rights():
    with open(f"/proc/{shown('MainPID')}/status", encoding="ascii") as file:
        said = dict(line.split(":\t", 1) for line in file.read().splitlines() if ":\t" in line)
    check("it runs as a user of its own, without capabilities, and calls are filtered",
          said["Uid"].split()[0] != "0" and int(said["CapEff"], 16) == int(said["CapBnd"], 16) == 0
          and said["NoNewPrivs"] == "1" and said["Seccomp"] == "2", said)
    exposure = re.search(r"level for fobwatch.service: ([0-9.]+)", call("systemd-analyze", "security", "--no-pager", "fobwatch"))
    check("it is exposed to little (2.0 of 10 at most)", exposure and float(exposure[1]) <= 2, exposure and exposure[0])
    folder = os.stat("/var/lib/fobwatch")
    check("its data folder is its own", folder.st_mode & 0o777 == 0o700 and folder.st_uid != 0, oct(folder.st_mode))
    with open("/lib/systemd/system/fobwatch.service", encoding="utf-8") as file:
        unit = re.sub(r"(?m)^(Type|ExecStart|Restart|RestartSec|WatchdogSec|StateDirectory.*)=.*\n", "", file.read())
    with open(INTAKE, "w", encoding="utf-8") as file:
        file.write(unit.replace("[Service]\n", "[Service]\nType=oneshot\nExecStart=/usr/bin/fobwatch intake --check\n"))
    call("systemctl", "daemon-reload")
    call("systemctl", "start", "intake-check")
    said = call("journalctl", "-u", "intake-check", "-o", "cat", "--no-pager")
    check("there, too, the process that reads a file can do nothing else", all(
        f"{what}: refused" in said for what in ("a file", "a socket", "the network", "another program")) and "calls: filtered" in said, said)


def accounts():
    os.makedirs("/tmp/here", exist_ok=True)
    os.symlink("/var/lib/fobwatch", "/tmp/here/data")
    somebody = papers.Somebody(types.SimpleNamespace(port=8080, folder=types.SimpleNamespace(name="/tmp/here")), "maya@mail.example")
    for name, begins in KEPT.items():
        with open(os.path.join(os.path.dirname(__file__), name), "rb") as file:
            status, headers, _ = answer = somebody.add(file.read(), "certificate")
        content = somebody.ask(headers["location"] + "/file")[2] if status == 303 else b""
        check(f"a paper is read and kept: {name}", content.startswith(begins), (status, papers.reason(answer)))
    check("what is no paper is refused", somebody.add(b"\x7fELF" + bytes(200), "certificate")[0] == 422)
    return somebody


def watched(somebody):
    """A server that hangs is started anew by systemd: after WatchdogSec, which is a minute."""
    old = shown("MainPID")
    os.kill(int(old), signal.SIGSTOP)
    began = time.monotonic()
    check("a server that hangs is started anew", until(lambda: shown("MainPID") not in ("0", old) and ready(), 150), journal()[-800:])
    print(f"  after {time.monotonic() - began:.0f} s", flush=True)
    check("what was kept is there afterwards", len(somebody.papers()) == len(KEPT))


def ending():
    call("systemctl", "stop", "fobwatch")
    check("it ends well", (shown("Result"), shown("ExecMainStatus")) == ("success", "0"), journal()[-400:])
    lines = call("journalctl", "-u", "fobwatch", "-o", "json", "--no-pager").splitlines()
    said = [entry["MESSAGE"] for entry in map(json.loads, lines) if entry.get("_COMM") == "fobwatch"]
    odd = [line for line in said if not str(line).startswith("{")]
    check("in the journal each event is JSON", len(said) > 10 and all(str(line).startswith("Fobwatch runs at") for line in odd), odd[:20])


def refused():
    """What cannot be used is told in the journal."""
    with open(SETTINGS, encoding="utf-8") as file:
        usual = file.read()
    for change, message in ((("port = 8080", "prot = 8080"), "unknown setting 'prot'"),
                            (("host = 127.0.0.1", "host = 0.0.0.0"), "0.0.0.0 is beyond this machine")):
        with open(SETTINGS, "w", encoding="utf-8") as file:
            file.write(usual.replace(*change))
        call("systemctl", "start", "fobwatch")
        check(f"it does not start, and the journal has why: {message}", until(lambda: message in journal(), 20) and not ready(), journal()[-400:])
        check("it is not tried again and again", until(lambda: shown("ActiveState") == "failed", 20)
              and (shown("ExecMainStatus"), shown("NRestarts")) == ("3", "0"), call("systemctl", "status", "fobwatch"))
        call("systemctl", "stop", "fobwatch")
        call("systemctl", "reset-failed", "fobwatch")
    with open(SETTINGS, "w", encoding="utf-8") as file:
        file.write(usual + "\ndatabase = postgres://fobwatch@127.0.0.1:1/fobwatch\n")
    call("systemctl", "start", "--no-block", "fobwatch")
    check("without its database it is tried again", until(lambda: int(shown("NRestarts")) >= 2, 30), journal()[-400:])
    call("systemctl", "stop", "fobwatch")
    call("systemctl", "reset-failed", "fobwatch")
    with open(SETTINGS, "w", encoding="utf-8") as file:
        file.write(usual)
    call("systemctl", "start", "fobwatch")
    check("with its settings again it is ready", until(ready, 60), journal()[-400:])


main()

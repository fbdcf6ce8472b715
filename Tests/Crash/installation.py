"""A data folder with the server that runs on it, both of which outlive being killed."""

import os
import re
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path

TODAY = "2026-11-22"


class Installation:
    """Use with `with`. `postgres`: where its database is; None: a file in the data folder."""

    def __init__(self, program, postgres=None):
        self.program = program
        self.postgres = postgres
        self.process = None
        self.port = None

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="fobwatch-crash-")
        self.data = Path(self._folder.name) / "data"
        hidden = ("SWIFT_DETERMINISTIC_HASHING", "FOBWATCH_")
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
        self.environment["FOBWATCH_CONFIG"] = str(Path(self._folder.name) / "none.conf")
        Path(self.environment["FOBWATCH_CONFIG"]).touch()
        if self.postgres:
            self.environment["FOBWATCH_DATABASE"] = self.postgres.address
        return self

    def __exit__(self, *_):
        self.kill()
        self._folder.cleanup()

    def start(self):
        """Starts the server and waits until it answers."""
        self.said = []
        self.process = subprocess.Popen(
            [self.program, "serve", "--port", "0", "--data", str(self.data), "--as-of", TODAY], env=self.environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        found = threading.Event()

        def listen(stream):
            for line in stream:
                self.said.append(line)
                address = re.search(r"runs at http://[0-9.]+:(\d+)", line)
                if address:
                    self.port = int(address.group(1))
                    found.set()

        for stream in (self.process.stdout, self.process.stderr):
            threading.Thread(target=listen, args=(stream,), daemon=True).start()
        end = time.monotonic() + 120
        while not found.wait(0.02):
            if time.monotonic() > end:
                self.kill()
                raise AssertionError("the server says no address: " + "".join(self.said[-10:]))
            if self.process.poll() is not None:
                time.sleep(0.2)
                raise AssertionError("the server ended when it started: " + "".join(self.said[-10:]))

    def kill(self):
        """kill -9."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def command(self, *arguments):
        """(exit status, what it printed) of a command on the same data."""
        result = subprocess.run([self.program, *arguments, "--data", str(self.data)], env=self.environment,
                                capture_output=True, text=True, timeout=120)
        return result.returncode, result.stdout + result.stderr

    def mail(self, address, seconds=30):
        """The newest mail to an address: waits for it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for file in sorted((self.data / "mail").glob("*.eml"), key=os.path.getmtime, reverse=True):
                text = file.read_text(encoding="utf-8")
                if address in text:
                    return text
            time.sleep(0.05)
        raise AssertionError(f"no mail to {address}: " + "".join(self.said[-5:]))

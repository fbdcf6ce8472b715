"""One server on a free port, on a fixed day, with a data folder of its own that is gone afterwards."""

import os
import re
import subprocess
import tempfile
import threading


class Server:
    """Use with `with`: starts `fobwatch serve`, waits for the address it prints, and stops it again."""

    def __init__(self, program, today):
        self.program = program
        self.today = today
        self.lines = []
        self.address = None
        self._spoken = threading.Event()

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="fobwatch-browser-")
        environment = {k: v for k, v in os.environ.items() if k != "SWIFT_DETERMINISTIC_HASHING"}
        self.process = subprocess.Popen(
            [self.program, "serve", "--port", "0", "--data", self._folder.name,
             "--as-of", self.today.isoformat()],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
        threading.Thread(target=self._listen, daemon=True).start()
        self._spoken.wait(30)
        if self.address is None:
            self.__exit__()
            raise SystemExit("The server said no address:\n" + "".join(self.lines[:20]))
        return self

    @property
    def folder(self):
        """Its data folder."""
        return self._folder.name

    def died(self):
        """How the server ended before it was told to, with the last it said; empty while it runs."""
        status = self.process.poll()
        return "" if status is None else f"exit status {status}\n" + "".join(self.lines[-12:])

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.status = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.status = None
        self._folder.cleanup()

    def _listen(self):
        for line in self.process.stdout:
            self.lines.append(line)
            found = re.search(r"https?://[0-9.a-z]+:\d+", line)
            if found and self.address is None:
                self.address = found.group(0)
                self._spoken.set()
        self._spoken.set()

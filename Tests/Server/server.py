"""One server on a free port, on a fixed day, with folder and settings of its own that are gone afterwards."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import tempfile
import threading
import time

TODAY = "2026-11-22"


class Server:
    """Use with `with`: starts `fobwatch serve`, waits for the address it prints, and stops it again.

    settings: what its file of settings says, by name; environment: what is added to the environment;
    data: files of the data folder, by name.
    """

    def __init__(self, program, *options, settings=None, environment=None, data=None):
        self.program = program
        self.options = options
        self.settings = settings or {}
        self.environment = environment or {}
        self.files = data or {}
        self.said = []
        self.logged = []
        self.port = None
        self.status = None
        self._spoken = threading.Event()

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="fobwatch-server-")
        config = os.path.join(self.folder.name, "fobwatch.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.writelines(f"{name} = {value}\n" for name, value in self.settings.items())
        unwanted = ("SWIFT_DETERMINISTIC_HASHING", "FOBWATCH_")
        environment = {k: v for k, v in os.environ.items() if not k.startswith(unwanted)}
        data = os.path.join(self.folder.name, "data")
        for name, text in self.files.items():
            os.makedirs(data, 0o700, exist_ok=True)
            with open(os.path.join(data, name), "w", encoding="utf-8") as file:
                file.write(text)
        self.process = subprocess.Popen(
            [self.program, "serve", "--config", config, "--port", "0", "--data", data, "--as-of", TODAY,
             *self.options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**environment, **self.environment})
        self._readers = [threading.Thread(target=self._listen, daemon=True),
                         threading.Thread(target=self._keep, daemon=True)]
        for reader in self._readers:
            reader.start()
        self._spoken.wait(60)
        if self.port is None:
            self.__exit__()
            raise SystemExit("The server said no address:\n" + "".join(self.said[:20] + self.logged[:20]))
        return self

    def __exit__(self, *_):
        self.stop()
        self.folder.cleanup()

    def stop(self, wait=60):
        """SIGTERM; gives the exit status, or None when it had to be killed."""
        if self.status is None:
            if self.process.poll() is None:
                self.process.terminate()
            self.status = self.ended(wait)
        return self.status

    def ended(self, wait):
        """The exit status, once it ends by itself within so many seconds; else it is killed: None."""
        try:
            status = self.process.wait(wait)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            status = None
        for reader in self._readers:
            reader.join(5)
        return status

    def signal(self, number=signal.SIGTERM):
        self.process.send_signal(number)

    def get(self, path, headers=None, method="GET", body=None, timeout=20):
        """(status, headers with small letters, body)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def open(self, timeout=20):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    def events(self):
        """What was logged, line by line."""
        return [json.loads(line) for line in list(self.logged) if line.startswith("{")]

    def figures(self):
        """The figures, by name with labels."""
        lines = self.get("/metrics")[2].decode().splitlines()
        return {name: float(value) for name, _, value in
                (line.rpartition(" ") for line in lines if not line.startswith("#"))}

    def _listen(self):
        for line in self.process.stdout:
            self.said.append(line)
            found = re.search(r"https?://[0-9.a-z]+:(\d+)", line)
            if found and self.port is None:
                self.port = int(found.group(1))
                self._spoken.set()
        self._spoken.set()

    def _keep(self):
        for line in self.process.stderr:
            self.logged.append(line)


def until(condition, seconds=10):
    """Waits for something to hold; whether it does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return bool(condition())


def everything(connection):
    """All bytes until the other end closes; what came so far when it resets."""
    taken = b""
    try:
        while part := connection.recv(65536):
            taken += part
    except ConnectionResetError:
        pass
    return taken

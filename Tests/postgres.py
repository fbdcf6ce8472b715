"""A PostgreSQL server that a test starts and stops as it likes; gone afterwards."""

import glob
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time


class Postgres:
    """Use with `with`: makes a cluster of its own, listening to 127.0.0.1 on a free port.

    is_durable: what it said is written outlives a power cut; slower.
    """

    def __init__(self, is_durable=False):
        self.is_durable = is_durable

    def __enter__(self):
        found = os.environ.get("FOBWATCH_TEST_PG_BIN") or max(
            glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]), default=None)
        if not found:
            raise SystemExit("PostgreSQL is not installed: scripts/setup test installs it")
        self.programs = pathlib.Path(found)
        # It does not run as root.
        self.user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] if os.geteuid() == 0 else []
        self.folder = tempfile.mkdtemp(prefix="fobwatch-postgres-")
        if self.user:
            shutil.chown(self.folder, "postgres", "postgres")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._run("initdb", "-U", "fobwatch", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self.start()
        return self

    def __exit__(self, *_):
        try:
            self.stop()
        except subprocess.CalledProcessError:
            pass
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def address(self):
        return f"postgres://fobwatch@127.0.0.1:{self.port}/postgres"

    def start(self):
        lasting = "-c fsync=on -c synchronous_commit=on" if self.is_durable else "-c fsync=off"
        options = f"-c listen_addresses=127.0.0.1 -p {self.port} -k {self.folder} {lasting}"
        self._run("pg_ctl", "-w", "-s", "-l", f"{self.folder}/log", "-o", options, "start")

    def stop(self):
        """As kill -9 would."""
        self._run("pg_ctl", "-m", "immediate", "-w", "-s", "stop")

    def kill(self):
        """kill -9 of the process that all others of it belong to; they end when they notice."""
        pid = int((pathlib.Path(self.folder) / "data/postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)

    def start_again(self, seconds=30):
        """Starts it after `kill`, as soon as nothing of it is left."""
        end = time.monotonic() + seconds
        while True:
            try:
                return self.start()
            except subprocess.CalledProcessError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def ask(self, text):
        """What psql prints for a statement, without a heading."""
        return subprocess.run(
            [self.programs / "psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-c", text, self.address],
            capture_output=True, text=True, check=True, timeout=60).stdout.strip()

    def _run(self, program, *arguments):
        subprocess.run([*self.user, self.programs / program, "-D", f"{self.folder}/data", *arguments], cwd=self.folder,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=60)

"""The server and its database: what cannot be opened is told and ends with 3; what goes away and comes back is used again."""

import os
import shutil
import sqlite3
import stat
import subprocess
import tempfile
import urllib.request

from postgres import Postgres
from server import Server, until
from settings import serve


def run(program, check):
    usual(program, check)
    refusals(program, check)
    places(program, check)
    with Postgres() as postgres:
        gone(program, check, postgres)
        at_once(program, check, postgres)


def usual(program, check):
    with Server(program) as server:
        data = os.path.join(server.folder.name, "data")
        check("nothing to configure: a file in the data folder", os.path.isfile(os.path.join(data, "fobwatch.sqlite")))
        open_to_others = [path for path, _, names in os.walk(data) for path in [path, *(os.path.join(path, n) for n in names)]
                          if os.stat(path).st_mode & (stat.S_IRWXG | stat.S_IRWXO) and not path.endswith("serve.json")]
        check("nobody else reads it, nor the keys", not open_to_others, open_to_others)
        check("with a database it is ready", server.get("/health/ready")[0] == 200)
        check("the jobs of the hour are done", until(lambda: server.figures().get('fobwatch_jobs{state="done"}', 0) >= 3),
              server.figures())
        check("the next hour's wait", server.figures().get('fobwatch_jobs{state="waiting"}') == 3, server.figures())
        server.stop()
        check("a server that ends says nothing is wrong", not [e for e in server.events() if e["level"] != "info"],
              server.logged)


def refused(check, name, result, *words, without=None, status=3):
    text = result.stdout + result.stderr
    check(name, result.returncode == status and all(word in text for word in words) and "runs at" not in text
          and not (without and without in text), (result.returncode, text))


def refusals(program, check):
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "data")
        file = os.path.join(data, "fobwatch.sqlite")
        with Server(program, "--data", data):
            pass
        before = rows(file)
        keys = os.path.join(data, "keys")
        os.rename(keys, keys + ".away")
        refused(check, "other keys than the database was written with are refused", serve(program, folder), "-1.key",
                "Nothing was changed")
        shutil.rmtree(keys, ignore_errors=True)
        os.rename(keys + ".away", keys)
        os.chmod(keys, 0o755)
        refused(check, "a key folder that others can enter is refused", serve(program, folder), "chmod 0700")
        os.chmod(keys, 0o700)
        with sqlite3.connect(file) as database:
            database.execute("INSERT INTO schema_migration VALUES (9999, 'later', x'00', 0)")
        refused(check, "a newer database is refused", serve(program, folder), "version 9999", "Use the newer program")
        with sqlite3.connect(file) as database:
            database.execute("DELETE FROM schema_migration WHERE number = 9999")
        check("nothing was changed by any of it", rows(file) == before, (rows(file), before))
        with Server(program, "--data", data) as server:
            check("and it starts again", server.get("/health/ready")[0] == 200)
        with open(file, "wb") as damaged:
            damaged.write(b"This is a letter. " * 500)
        for name in ("-wal", "-shm"):
            if os.path.exists(file + name):
                os.remove(file + name)
        refused(check, "a file that is no database is refused", serve(program, folder), "fobwatch.sqlite is damaged")
    with tempfile.TemporaryDirectory() as folder:
        for address in ("mysql://a:Xylograph@b/c", "postgres://user:Xy%lograph@host/db", "Xylograph"):
            refused(check, f"{address} is refused, and not repeated",
                    serve(program, folder, environment={"FOBWATCH_DATABASE": address}),
                    "FOBWATCH_DATABASE: Expected the address of a database", without="lograph")
        refused(check, "a PostgreSQL that is not there is told, as something that can pass: with 4, after which systemd tries again",
                serve(program, folder, "--database", "postgres://maker:Xylograph@127.0.0.1:1/fobwatch"),
                "The database cannot be reached", "start again", without="Xylograph", status=4)


def rows(file):
    """How many rows each table has."""
    with sqlite3.connect(file) as database:
        names = [name for name, in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        return {name: database.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0] for name in names}


def places(program, check):
    """A disk without room, and a folder that cannot be changed; root alone can make one that holds for root, too."""
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "data")
        os.mkdir(data)
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=256k,mode=700", "tmpfs", data], stderr=subprocess.DEVNULL).returncode == 0
        if not mounted and os.geteuid() == 0:
            return
        try:
            if mounted:
                ballast = os.path.join(data, "ballast")
                with open(ballast, "wb") as file:
                    file.write(bytes(160_000))
                refused(check, "a disk without room is told", serve(program, folder), "No room is left", data, status=4)
                left = [name for name in os.listdir(data) if name.startswith("fobwatch.sqlite")]
                os.remove(ballast)
                subprocess.run(["mount", "-o", "remount,size=8m", data], check=True)
                with Server(program, "--data", data) as server:
                    check("with room again it starts, and nothing was half done", server.get("/health/ready")[0] == 200, left)
                subprocess.run(["mount", "-o", "remount,ro", data], check=True)
            else:
                os.chmod(data, 0o500)
            refused(check, "a folder that cannot be changed is told", serve(program, folder), data, "right to write there")
        finally:
            if mounted:
                subprocess.run(["umount", "-l", data], check=True)
            os.chmod(data, 0o700)


def gone(program, check, postgres):
    """PostgreSQL ends and comes back while the server runs: it notices both, and nobody has to do anything."""
    with Server(program, environment={"FOBWATCH_DATABASE": postgres.address}) as server:
        data = os.path.join(server.folder.name, "data")
        check("with PostgreSQL there is no file", not os.path.exists(os.path.join(data, "fobwatch.sqlite")), os.listdir(data))
        check("it is ready", server.get("/health/ready")[0] == 200)
        until(lambda: server.figures().get('fobwatch_jobs{state="done"}', 0) >= 2)
        for _ in range(2):
            postgres.stop()
            check("without its database it is not ready", server.get("/health/ready")[0] == 503)
            check("a page of the database says that it can be asked again soon", asked_again(server), server.events())
            check("but it answers", server.get("/words")[0] == 200 and server.get("/health/live")[0] == 200)
            check("the log says that jobs wait", until(lambda: any(e["event"] == "jobs-not-reached" for e in server.events()), 5))
            postgres.start()
            check("with it again it is ready", until(lambda: server.get("/health/ready")[0] == 200, 5))
        # A job that is added elsewhere is done: taken while the database was away, at the latest a second after.
        postgres.ask("DELETE FROM job WHERE kind = 'housekeeping'; INSERT INTO job (kind, unique_key, payload, state, attempts, "
                     "due_at, created_at, changed_at) VALUES ('housekeeping', 'test', '', 'waiting', 0, 0, 0, 0)")
        check("and its jobs go on", until(lambda: postgres.ask("SELECT state FROM job WHERE unique_key = 'test'") == "done", 20),
              postgres.ask("SELECT kind, unique_key, state, last_error FROM job"))
        check("it ends with 0", server.stop(20) == 0, server.logged)
        events = server.events()
        check("the log names the check", any(e["event"] == "not-ready" and e["check"] == "database" for e in events), events)
        check("and says so of jobs once a minute", 1 == sum(e["event"] == "jobs-not-reached" for e in events), events)


def asked_again(server):
    """Whether the page of an invitation, which is looked up, is answered with 503 and a time to come back."""
    status, headers, _ = server.get(f"/invitation/{'A' * 43}")
    return status == 503 and "retry-after" in headers


def roams(addresses):
    """Whether all servers read the answers that a browser got from the first."""
    form = ("--x\r\nContent-Disposition: form-data; name=\"kept\"; filename=\"a.txt\"\r\n\r\n"
            "# Fobwatch answers 1\nhigh-school = yes\n\r\n--x--\r\n").encode()
    first = urllib.request.Request(addresses[0] + "/answers", form, {
        "Content-Type": "multipart/form-data; boundary=x", "Sec-Fetch-Site": "same-origin"})
    opener = urllib.request.build_opener(Stays)
    cookie = opener.open(first).headers["Set-Cookie"].split(";")[0]
    texts = [opener.open(urllib.request.Request(address, headers={"Cookie": cookie})).read()
             for address in addresses]
    without = opener.open(addresses[0]).read()
    return all(len(text) == len(texts[0]) for text in texts) and len(without) != len(texts[0])


class Stays(urllib.request.HTTPRedirectHandler):
    """Follows nothing, and takes the answer as it is."""

    def http_error_303(self, request, answer, *_):
        return answer


def at_once(program, check, postgres):
    """Servers that start at once on a new database bring it forward once; with keys of their own, only one of them serves."""
    for name, shared, serving in (("anew", True, 3), ("other", False, 1)):
        postgres.ask(f"CREATE DATABASE {name}")
        address = postgres.address.rsplit("/", 1)[0] + "/" + name
        with tempfile.TemporaryDirectory() as folder:
            folders = [os.path.join(folder, str(number)) for number in range(3)]
            if shared:
                with Server(program, "--data", os.path.join(folder, "keys")):
                    pass
                for path in folders:
                    shutil.copytree(os.path.join(folder, "keys", "keys"), os.path.join(path, "keys"))
            processes = [subprocess.Popen([program, "serve", "--port", "0", "--data", path], stdout=subprocess.PIPE,
                                          stderr=subprocess.PIPE, text=True, env={**os.environ, "FOBWATCH_DATABASE": address})
                         for path in folders]
            said = [process.stdout.readline() for process in processes]
            if shared:
                check("what a visitor told one of them, the others know", roams([line.split()[-1] for line in said]), said)
            for process in processes:
                process.terminate()
            errors = [process.communicate(timeout=30)[1] for process in processes]
            running = [process.returncode for process, line in zip(processes, said) if "runs at" in line]
            refused_ones = [error for process, error in zip(processes, errors) if process.returncode == 3]
            check(f"of three that start at once with {'the same' if shared else 'other'} keys {serving} serve",
                  running == [0] * serving, (said, errors))
            check("and the others are told which keys they need", len(refused_ones) == 3 - serving
                  and all("Copy" in error for error in refused_ones), refused_ones)
            steps = [error.count("database-brought-forward") for error in errors]
            # Who is refused for its keys has no log of it.
            check("one of them brought it forward", sum(steps) == 1 or not shared and sum(steps) == 0, errors)

"""A clock that jumps by a year, ahead and back: what waits is done all the same, once, and nothing is lost."""

import glob
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

from server import Server, until

YEAR = 365 * 86_400


def run(program, check):
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "clock.so")
        compiler = shutil.which("clang") or str(pathlib.Path(shutil.which("swift")).resolve().parent / "clang")
        subprocess.run([compiler, "-shared", "-fPIC", "-o", library, pathlib.Path(__file__).with_name("clock.c")], check=True)
        offset = os.path.join(folder, "offset")
        wrong = {"LD_PRELOAD": library, "CLOCK_OFFSET_FILE": offset}
        turn(offset, 0)
        jumps(program, check, offset, wrong)


def turn(offset, seconds):
    """Every clock of this test is wrong by so much from now on."""
    with open(offset + ".new", "w", encoding="ascii") as file:
        file.write(str(seconds))
    os.replace(offset + ".new", offset)


def jumps(program, check, offset, wrong):
    with Server(program, environment=wrong) as server:
        data = os.path.join(server.folder.name, "data")
        mails = os.path.join(data, "mail", "*.eml")

        def fobwatch(*words):
            result = subprocess.run([program, *words, "--data", data, "--lang", "en"], capture_output=True, text=True,
                                    timeout=60, env={**os.environ, **wrong})
            check(f"{' '.join(words[:3])} with a clock of its own", result.returncode == 0, (result.stdout, result.stderr))
            return result.stdout

        def jobs(kind):
            return [job for job in json.loads(fobwatch("jobs", "list", "--json")) if job["kind"] == kind]

        fobwatch("admin", "organization", "create", "A", "--kind", "school")
        invite = ["--role", "coach", "--organization", "A"]
        fobwatch("admin", "grant", "one@mail.example", *invite)
        check("a mail goes out", until(lambda: len(glob.glob(mails)) == 1))
        this_year = jobs("housekeeping")[-1]["changed"][:4]

        turn(offset, YEAR)
        check("a year ahead it is ready", server.get("/health/ready")[0] == 200)
        check("the jobs of that hour are done", until(
            lambda: any(job["state"] == "done" and job["changed"][:4] > this_year for job in jobs("housekeeping")), 20),
            jobs("housekeeping"))
        fobwatch("admin", "grant", "two@mail.example", *invite)
        check("mails go out", until(lambda: len(glob.glob(mails)) == 2))
        server.signal()
        check("it ends with 0", server.ended(30) == 0)
        # It waits, and thinks that it is of next year.
        fobwatch("admin", "grant", "three@mail.example", *invite)

        turn(offset, 0)
        with Server(program, "--data", data, environment=wrong) as again:
            check("back again it starts", again.get("/health/ready")[0] == 200)
            check("what was to be done next year is done", until(lambda: len(glob.glob(mails)) == 3), jobs("mail"))
            fobwatch("admin", "grant", "four@mail.example", *invite)
            check("and what comes now", until(lambda: len(glob.glob(mails)) == 4), jobs("mail"))
            turn(offset, -YEAR)
            fobwatch("admin", "grant", "five@mail.example", *invite)
            check("a year behind, too", until(lambda: len(glob.glob(mails)) == 5), jobs("mail"))
            check("it is ready", again.get("/health/ready")[0] == 200)
            check("it ends with 0, whatever the year", again.stop() == 0)
        turn(offset, 0)
        # That of the first mail was tidied away a year later.
        done = jobs("mail")
        check("each mail went once", len(glob.glob(mails)) == 5 and len(done) == 4
              and all(job["state"] == "done" and job["attempts"] == 1 for job in done), done)
        fobwatch("log", "verify")

#!/usr/bin/env python3
"""Two processes on one PostgreSQL do 10,000 jobs, each once, though one of them is killed on the way.

Usage: run.py PATH-OF-THE-WORKER [HOW-MANY]
"""
import pathlib
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from postgres import Postgres
from ran import ran

passed = failed = 0


def check(name, holds, detail=""):
    global passed, failed
    ran("Jobs", name, holds)
    if holds:
        passed += 1
        return
    failed += 1
    print(f"FAILED: {name}\n    {str(detail)[:1000]}")


def start(worker, postgres, number):
    process = subprocess.Popen([worker, "work", postgres.address, str(number)], stdout=subprocess.PIPE, text=True)
    if process.stdout.readline() != "ready\n":
        raise SystemExit("The worker did not start")
    return process


def count(postgres, text):
    return int(postgres.ask(f"SELECT COUNT(*) FROM {text}"))


def wait(condition, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end and not condition():
        time.sleep(0.05)
    return condition()


def main():
    worker = str(pathlib.Path(sys.argv[1]).resolve())
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with Postgres() as postgres:
        # Not unique on purpose: a job that is done twice would show.
        postgres.ask("CREATE TABLE test_done (job BIGINT NOT NULL, worker BIGINT NOT NULL)")
        subprocess.run([worker, "add", postgres.address, str(jobs)], check=True, timeout=120)
        check("all jobs wait", count(postgres, "job WHERE state = 'waiting'") == jobs)
        began = time.monotonic()
        workers = [start(worker, postgres, number) for number in (1, 2)]
        kills = []
        try:
            # Another one takes the place of the first, and is killed as well: a process in the midst of nothing shows little.
            for part in (1, 2, 3):
                reached = wait(lambda part=part: count(postgres, "test_done") >= jobs * part // 4, 120)
                kills.append(count(postgres, "test_done"))
                workers[0].kill()
                workers[0].wait()
                check("one is killed on the way", reached and kills[-1] < jobs, kills)
                if part < 3:
                    workers[0] = start(worker, postgres, 1)
            # The jobs it had are taken again when their lease of five seconds has ended.
            done = wait(lambda: count(postgres, "job WHERE state = 'done'") == jobs, 180)
            took = time.monotonic() - began
            check("all jobs are done", done, postgres.ask("SELECT state, COUNT(*) FROM job GROUP BY state"))
            workers[1].terminate()
            check("the other ends with 0", workers[1].wait(30) == 0)
        finally:
            for process in workers:
                if process.poll() is None:
                    process.kill()
        check("each was done once", postgres.ask("SELECT COUNT(*), COUNT(DISTINCT job) FROM test_done") == f"{jobs}|{jobs}",
              postgres.ask("SELECT COUNT(*), COUNT(DISTINCT job) FROM test_done"))
        check("those that the killed one had were taken by the other", count(postgres, "job WHERE attempts > 1") > 0)
        shares = postgres.ask("SELECT worker, COUNT(*) FROM test_done GROUP BY worker ORDER BY worker").splitlines()
        check("both did some", len(shares) == 2 and all(int(share.split("|")[1]) > jobs // 20 for share in shares), shares)
        print(f"{jobs} jobs in {took:.1f} s; killed after {kills}; {count(postgres, 'job WHERE attempts > 1')} taken again; "
              f"by worker {', '.join(shares)}")
    print(f"Jobs: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()

"""Settings: an option wins over the environment, that over the file; what cannot be used ends with 3 and its place."""

import os
import subprocess
import tempfile

from server import Server


def run(program, check):
    precedence(program, check)
    refusals(program, check)
    forms(program, check)
    encryption(program, check)
    passwords(program, check)


def level(program, *options, settings=None, environment=None):
    """The levels that are logged after a page and a page for machines."""
    with Server(program, *options, settings=settings, environment=environment) as server:
        server.get("/words")
        server.get("/health/live")
        server.stop()
        return {event["level"] for event in server.events()}


def precedence(program, check):
    file = {"log-level": "error"}
    variable = {"FOBWATCH_LOG_LEVEL": "info"}
    check("nothing set: info", level(program) == {"info"})
    check("the file is read", level(program, settings=file) == set())
    check("the environment wins over the file", level(program, settings=file, environment=variable) == {"info"})
    check("an option wins over both",
          level(program, "--log-level", "debug", settings=file, environment=variable) == {"info", "debug"})
    check("an empty variable is none", level(program, settings=file, environment={"FOBWATCH_LOG_LEVEL": ""}) == set())


def refusals(program, check):
    cases = [
        ("connections = 0\n", ":1: expected a whole number from 1 to 1000000 for connections, found '0'"),
        ("\n# remark\nprot = 80\n", ":3: unknown setting 'prot'; there are host, port,"),
        ("port = 1\nport = 2\n", ":2: 'port' stands in line 1 already"),
        ("port\n", ":1: expected a line like 'port = 8080'"),
        ("log-level = loud\n", ":1: expected one of debug, info, warning, error for log-level, found 'loud'"),
        ("log-format = xml\n", ":1: expected json, text or auto for log-format"),
        ("secure-cookies = maybe\n", ":1: expected true or false for secure-cookies"),
        ("idle-time = 0\n", ":1: expected a number of seconds"),
        ("idle-time = nan\n", ":1: expected a number of seconds"),
        ("metrics-token = short\n", ":1: expected 16 characters or more"),
        ("security-contact = a@b.example\n", ":1: security-contact wants security-until"),
        ("security-contact = nobody\nsecurity-until = 2027-01-01\n", ":1: expected a security contact like"),
        ("security-until = tomorrow\nsecurity-contact = a@b.example\n", ":1: expected a day like 2027-06-30"),
        ("trusted-proxy = localhost\n", ":1: expected addresses like 127.0.0.1 or 127.0.0.1, ::1 for trusted-proxy"),
        ("address = fobwatch.example.org\n", ":1: expected an address like https://"),
        ("host = 10.0.0.2\n", ":1: 10.0.0.2 is beyond this machine"),
        (b"host = \xff\n", ": expected settings as UTF-8 text"),
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "fobwatch.conf")
        for text, message in cases:
            with open(path, "wb") as file:
                file.write(text if isinstance(text, bytes) else text.encode())
            result = serve(program, folder, "--config", path)
            check(f"{text!r} is refused with its place", result.returncode == 3 and path + message in result.stderr,
                  (result.returncode, result.stderr))
        result = serve(program, folder, "--config", os.path.join(folder, "missing.conf"))
        check("a missing file is refused", result.returncode == 3 and "missing.conf: the settings cannot be read" in
              result.stderr, result.stderr)
        result = serve(program, folder, environment={"FOBWATCH_ANSWER_TIME": "long"})
        check("the environment has a place, too", result.returncode == 3 and
              "FOBWATCH_ANSWER_TIME: expected a number of seconds" in result.stderr, result.stderr)
        result = serve(program, folder, "--zone", "Mars/Olympus")
        check("a zone that there is not", result.returncode == 3 and "Mars/Olympus" in result.stderr, result.stderr)


def serve(program, folder, *options, environment=None):
    return subprocess.run(
        [program, "serve", "--port", "0", "--data", os.path.join(folder, "data"), *options], capture_output=True,
        text=True, timeout=60, env={**os.environ, **(environment or {})})


def passwords(program, check):
    """The list of passwords that nobody can choose: one that cannot be used is no list, and nobody is left to think so."""
    wrong = {}
    for content in (b"caf\xe9 caf\xe9 caf\xe9 caf\xe9\n", b"", b"short\nshorter\n"):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "data"), 0o700)
            path = os.path.join(folder, "data", "common-passwords.txt")
            with open(path, "wb") as file:
                file.write(content)
            result = serve(program, folder)
            if result.returncode != 3 or "common-passwords.txt: expected passwords" not in result.stderr:
                wrong[content] = (result.returncode, result.stderr)
    check("a list of passwords that cannot be used ends the start", not wrong, wrong)
    told = []
    for options, listed in (([], {}), (["--secure-cookies"], {}), (["--secure-cookies"], {"common-passwords.txt": "listed password 1\n"})):
        with Server(program, *options, data=listed) as server:
            server.stop()
            told += [event["event"] for event in server.events() if event["event"] in ("started", "few-listed-passwords")]
    check("a server has its list of passwords from the start, and takes one of the installation besides", told == ["started"] * 3, told)


def encryption(program, check):
    """Whether the log warns where passwords would travel in the open."""
    def warns(*options):
        with Server(program, *options) as server:
            answers = server.get("/health/live")[0]
            server.stop()
            return answers, [event["level"] for event in server.events() if event["event"] == "not-encrypted"]
    told = [warns(), warns("--host", "localhost"), warns("--host", "0.0.0.0", "--network", "encrypted"),
            warns("--host", "0.0.0.0", "--network", "open")]
    check("beyond its own machine, a server says so where nothing encrypts what it says",
          told == [(200, []), (200, []), (200, []), (200, ["warning"])], told)
    with tempfile.TemporaryDirectory() as folder:
        for options in ([], ["--secure-cookies"]):
            result = serve(program, folder, "--host", "0.0.0.0", *options)
            check(f"beyond its own machine, a server does not start unless it is said that what is between is encrypted ({options})",
                  result.returncode == 3 and result.stderr.startswith("--host: 0.0.0.0 is beyond this machine")
                  and "network = encrypted" in result.stderr, (result.returncode, result.stderr))
        result = serve(program, folder, "--host", "0.0.0.0", "--network", "safe")
        check("of what is between, nothing else can be said", result.returncode == 3 and "--network: expected encrypted or open for network,"
              " found 'safe'" in result.stderr, result.stderr)
        for mode in ("disable", "require", "verify-ca"):
            # Nobody has this address (RFC 5737).
            far = {"FOBWATCH_DATABASE": f"postgres://fobwatch:Seal3d@192.0.2.1/fobwatch?sslmode={mode}&connect_timeout=2"}
            result = serve(program, folder, environment=far)
            check(f"a database on another machine is not asked with sslmode={mode}", result.returncode == 3 and
                  "FOBWATCH_DATABASE: the database is on another machine" in result.stderr and "Seal3d" not in result.stderr,
                  result.stderr)
        result = serve(program, folder, "--network", "encrypted", environment=far)
        check("but it is where what is between is encrypted", result.returncode == 4 and "The database cannot be reached" in result.stderr,
              result.stderr)


def forms(program, check):
    with Server(program, "--log-format", "text") as server:
        server.get("/words")
        server.stop()
        lines = "".join(server.logged)
        check("words for a terminal", " info request GET /words status=200 " in lines, lines)
    with Server(program) as server:
        server.get("/words")
        server.stop()
        events = server.events()
        check("into a pipe, every line is JSON", len(events) == len(server.logged) > 2, server.logged)
        names = [event["event"] for event in events]
        check("start and end are told", names[:2] == ["database-brought-forward", "started"] and names[-2:] == ["ending", "ended"], names)
        found = [e for e in events if e["event"] == "request"]
        check("a request is told by its pattern", len(found) == 1 and found[0]["route"] == "/words"
              and found[0]["status"] == 200 and found[0]["milliseconds"] > 0, found)

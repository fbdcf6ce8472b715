"""What test logs say of each test: why it does not count, or nothing if it passed."""

import json
from datetime import datetime, timezone

# How long a run counts as today's, in seconds.
TODAY = 24 * 3600


class Swift:
    """The records of one run of Swift Testing (version 0): tests by their ids, and how they ended."""

    def __init__(self):
        self.tests, self.cases, self.ends = {}, {}, {}

    def take(self, record):
        payload = record["payload"]
        if record["kind"] == "test":
            if payload["kind"] == "function":
                self.tests[payload["id"]] = payload
            return
        test = payload.get("testID")
        if payload["kind"] == "testCaseStarted":
            self.cases[test] = self.cases.get(test, 0) + 1
        elif payload["kind"] in ("testEnded", "testSkipped"):
            symbol = payload["messages"][0]["symbol"] if payload["messages"] else payload["kind"]
            self.ends[test] = (symbol, payload["instant"]["since1970"])

    def name(self, test):
        """`Target.Suite/what it says`, as in `WebsiteTests.SiteTests/a form from elsewhere is refused`."""
        payload = self.tests[test]
        place = payload["sourceLocation"]
        file = place["fileID"].rsplit("/", 1)[1]
        tail = f"{payload['name']}/{file}:{place['line']}:{place['column']}"
        return f"{test.removesuffix(tail).rstrip('./')}/{payload.get('displayName') or payload['name']}"

    def outcomes(self):
        for test, payload in self.tests.items():
            symbol, at = self.ends.get(test, (None, 0))
            if symbol is None:
                fault = "did not end"
            elif symbol == "skip":
                fault = "was skipped"
            elif symbol == "passWithKnownIssue":
                fault = "passed with a known issue"
            elif symbol != "pass":
                fault = "failed"
            elif payload.get("isParameterized") and not self.cases.get(test):
                fault = "had no cases"
            else:
                fault = None
            yield self.name(test), fault, at


def outcomes(logs, now):
    """By name: None if the test passed in the last day, else what came of it. `now` is in seconds since 1970."""
    found = {}
    for log in logs:
        swift = Swift()
        checks = []
        with open(log, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    record = json.loads(line)
                    if record["kind"] == "check":
                        checks.append((record["name"], None if record["passed"] else "failed", record["at"]))
                    else:
                        swift.take(record)
                except (ValueError, TypeError, KeyError) as fault:
                    raise SystemExit(f"{log}:{number}: expected a record of a test: {fault!r}") from None
        names = set()
        for name, fault, at in swift.outcomes():
            if name in names:
                fault = "is the name of two tests"
            names.add(name)
            _put(found, name, fault or _age(at, now))
        # The same sentence may be checked of several things in turn: all must hold.
        for name, fault, at in checks:
            _put(found, name, fault or _age(at, now))
    return found


def _age(at, now):
    if -TODAY < now - at < TODAY:
        return None
    return f"ran on {datetime.fromtimestamp(at, timezone.utc):%Y-%m-%d}, not today"


def _put(found, name, fault):
    found[name] = found.get(name) or fault

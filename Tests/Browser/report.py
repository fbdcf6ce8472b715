"""What was checked, and what came of it."""

import sys
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from ran import ran


class Report:
    """Counts checks, and says at once what failed."""

    def __init__(self, suite="Browser"):
        self.suite = suite
        self.passed = 0
        self.failures = []

    def check(self, sentence, holds, found=""):
        """One thing that must be so. `found` says what was there instead; it is shown only when the check fails."""
        ran(self.suite, sentence, holds)
        if holds:
            self.passed += 1
            return True
        self.failures.append(sentence)
        print(f"FAILED: {sentence}")
        for line in str(found).splitlines()[:12]:
            print(f"    {line[:300]}")
        return False

    @contextmanager
    def section(self, name):
        """A part of the run; what breaks in it is a failure, and the next part goes on."""
        print(f"-- {name}", flush=True)
        try:
            yield
        except Exception as problem:
            self.check(f"{name}: runs to its end", False, f"{type(problem).__name__}: {problem}")

    def close(self):
        """Prints the closing line; the result is the exit status."""
        print(f"{self.passed} passed, {len(self.failures)} failed")
        return 1 if self.failures else 0

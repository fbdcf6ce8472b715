"""Counts checks and shows those that fail."""

from ran import ran


class Report:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, sentence, holds, detail=""):
        ran("Api", sentence, holds)
        if holds:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED: {sentence}")
        for line in str(detail)[:3000].splitlines():
            print(f"    {line[:400]}")

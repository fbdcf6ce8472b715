#!/usr/bin/env python3
"""Scores answers to the corpus. Plain Python 3.9 or later, nothing to install.

usage: check.py ANSWERS [CORPUS]

ANSWERS: JSON lines, one for each question: {"id": …, "verdict": …} and, if known, "grade", "from", "until" and
"missing" (a list). What an answer leaves out is not compared, but a verdict is always needed.
CORPUS: corpus.jsonl beside this file, unless another is given.

Exit status: 0 every answer right; 1 differences, which are listed; 2 input that cannot be read.
"""

import json
import os
import sys

VERDICTS = {"met", "not met", "undetermined", "not covered"}
FIELDS = ("grade", "from", "until")


def fail(message):
    print(message, file=sys.stderr)
    sys.exit(2)


def read(path):
    """The lines of a file by id, in order."""
    entries = {}
    try:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                try:
                    entry = json.loads(line)
                except ValueError as error:
                    fail(f"{path}:{number}: expected one JSON object on the line: {error}")
                if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
                    fail(f'{path}:{number}: expected an object with an "id"')
                if entry["id"] in entries:
                    fail(f"{path}:{number}: the id {entry['id']} stands twice")
                entries[entry["id"]] = entry
    except OSError as error:
        fail(f"{path}: {error.strerror}")
    return entries


def differences(expected, answer):
    """What an answer should have said and did not; empty: it is right."""
    if answer is None:
        return ["no answer"]
    verdict = answer.get("verdict")
    if verdict not in VERDICTS:
        return [f"expected a verdict ({', '.join(sorted(VERDICTS))}), found {verdict!r}"]
    if verdict != expected["verdict"]:
        return [f"expected {expected['verdict']}, found {verdict}"]
    found = []
    for field in FIELDS:
        if field in expected and field in answer and answer[field] != expected[field]:
            found.append(f"expected {field} {expected[field]}, found {answer[field]}")
    if "missing" in answer:
        for fact in expected.get("missing", []):
            if fact not in answer["missing"]:
                found.append(f"expected {fact} among the missing facts")
    return found


def main(arguments):
    if not 1 <= len(arguments) <= 2 or arguments[0].startswith("-"):
        fail(__doc__.strip())
    corpus = read(
        arguments[1] if len(arguments) == 2 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "corpus.jsonl")
    )
    answers = read(arguments[0])
    if not corpus:
        fail("the corpus is empty")
    unknown = [id for id in answers if id not in corpus]
    if unknown:
        fail("no question has the id " + ", ".join(unknown[:10]))

    rules = {}
    wrong = 0
    for id, question in corpus.items():
        found = differences(question["expect"], answers.get(id))
        score = rules.setdefault(question["rule"].split("#")[0], [0, 0])
        score[1] += 1
        if found:
            wrong += 1
            print(f"{id}\n    " + "\n    ".join(found))
        else:
            score[0] += 1
    if wrong:
        print()
    width = max(len(rule) for rule in rules)
    for rule in sorted(rules):
        right, all = rules[rule]
        print(f"{rule:<{width}}  {right:>4} of {all:>4} right")
    print(f"{'all rules':<{width}}  {len(corpus) - wrong:>4} of {len(corpus):>4} right")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Validates the example people and what the program prints against the schemas of docs/reference.

usage: run.py PROGRAM        from the root of the project
"""

import copy
import json
import pathlib
import subprocess
import sys

import yaml
from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "Tests"))

from ran import ran

passed = 0
failures = []


class Text(yaml.SafeLoader):
    """YAML in which days stay texts, as the program reads them."""


Text.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema(name):
    loaded = json.loads((ROOT / "docs/reference" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(loaded)
    return Draft202012Validator(loaded)


def check(what, faults):
    """One thing that must be so; what is wrong with it is told on one line a fault."""
    global passed
    ran("Schemas", what, not faults)
    if faults:
        failures.append("\n    ".join([what, *faults]))
    else:
        passed += 1


def valid(validator, value, what):
    check(what, [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)])


def refused(validator, value, what):
    check(what, ["expected the schema to refuse it"] if validator.is_valid(value) else [])


def answers(program, *arguments):
    run = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=300, cwd=ROOT)
    if run.returncode not in (0, 1):
        failures.append(f"{' '.join(arguments)}: exit status {run.returncode}: {run.stderr[:300]}")
        return None
    return json.loads(run.stdout)


def main(program):
    person, determination, comparison = schema("person-file"), schema("determination"), schema("comparison")
    people = sorted((ROOT / "examples").glob("*.yaml"))
    assert people, "no examples"
    checked = 0
    for path in people:
        value = yaml.load(path.read_text(encoding="utf-8"), Loader=Text)
        valid(person, value, path.name)
        for wrong in ({"surname": "x"}, {"person_file": 2}, {"work": {"list": []}}, {"attempts": [{"result": "lost"}]},
                      {"programs": [{"graduated": "12/31/2024"}]}, {"as_of": "soon"}):
            refused(person, {**value, **wrong}, f"{path.name} with {wrong}")
        name = str(path.relative_to(ROOT))
        clock = ["--as-of", "2026-11-22", "--json"]
        for arguments in (["check", name, *clock], ["check", name, *clock, "--lang", "es"],
                          ["check", name, *clock, "--from", "2026-12-01", "--to", "2027-06-30"],
                          *(["explain", name, credential, *clock] for credential in
                            ("aama/cma", "amt/rma", "nha/ccma", "ncct/ncma")),
                          ["explain", name, "aama/cma", *clock, "--flip"]):
            answer = answers(program, *arguments)
            if answer is None:
                continue
            valid(determination, answer, " ".join(arguments))
            one = copy.deepcopy(answer[0] if isinstance(answer, list) else answer)
            refused(determination, {**one, "verdict": "yes"}, "another verdict")
            refused(determination, {**one, "extra": 1}, "another key")
            checked += 1
        answer = answers(program, "compare", name, *clock)
        if answer is not None:
            valid(comparison, answer, f"compare {name}")
            refused(comparison, [{**answer[0], "grade": "sure"}], "another grade")
            checked += 1
    corpus = ROOT / "benchmark/corpus.jsonl"
    for number, line in enumerate(corpus.read_text(encoding="utf-8").splitlines(), 1):
        valid(person, json.loads(line)["person"], f"corpus.jsonl:{number}")
    for failure in failures[:100]:
        print(failure)
    print(f"{len(people)} people and {checked} answers against the schemas")
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

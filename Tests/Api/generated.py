"""schemathesis: requests made up from the description, good and bad, with every check it has, from a fixed seed."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import people

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = pathlib.Path(sys.executable).parent / "schemathesis"
DAYS = ["2019-12-31", "2024-02-29", "2026-11-22", "2027-01-15", "2030-06-01"]


def run(report, server):
    base = f"http://127.0.0.1:{server.port}"
    with tempfile.TemporaryDirectory(prefix="fobwatch-api-") as folder:
        answer(report, "requests made up from the description, good and bad, are answered as it says", folder, base,
               f"{base}/api/v1/openapi.json", HERE / "schemathesis.toml", 45)
        narrow = pathlib.Path(folder, "narrow.json")
        status, _, body = server.get("/api/v1/openapi.json")
        narrow.write_text(json.dumps(narrowed(json.loads(body))), encoding="utf-8")
        answer(report, "questions about people and days that there are have an answer", folder, base,
               str(narrow), HERE / "answerable.toml", 30, "--mode", "positive")


def narrowed(document):
    """The same description, for people of the examples and a few days only: nothing of it is a reason to refuse."""
    schemas = document["components"]["schemas"]
    schemas["person-file"] = {"enum": list(people.examples().values())}
    schemas["subject"] = {"enum": ["aama/cma", "CMA (AAMA)", "nha/ccma/eligibility", "amt/rma/eligibility"]}
    schemas["change"] = {"enum": ["fail 2", "delay 6w", "budget 900", "hours 10", "exam 2027-06-14", "member yes"]}
    for name in ("check", "explain", "compare", "plan"):
        properties = schemas[f"{name}Question"]["properties"]
        properties["act"] = {"enum": ["application", "examination"]}
        properties["pins"] = {"type": "object", "properties": {"application": {"enum": DAYS}}, "additionalProperties": False}
        properties.update({day: {"enum": DAYS} for day in ("asOf", "on", "knownOn")})
        # Both or neither, and in order.
        properties["from"] = {"const": DAYS[0]}
        properties["to"] = {"const": DAYS[-1]}
        schemas[f"{name}Question"]["required"] += ["from", "to"]
    schemas["planQuestion"]["properties"]["goal"] = {"enum": ["all", "aama/cma", "CCMA (NHA)"]}
    parameters = document["components"]["parameters"]
    parameters["with"]["schema"] = {"enum": ["aama/cma", "CCMA (NHA)"]}
    parameters["asOf"]["schema"] = parameters["on"]["schema"] = {"enum": DAYS}
    for path in document["paths"].values():
        for operation in path.values():
            for parameter in operation.get("parameters", []):
                if parameter.get("name") in NARROW:
                    narrow_to(parameter, NARROW[parameter["name"]])
            body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
            body.pop("examples", None)
    return document


NARROW = {"task": ["venipuncture", "practice"], "state": ["wa", "CA", "tx"], "code": ["wa", "ca"], "q": ["injection", "cma"]}


def narrow_to(parameter, values):
    schema = parameter["schema"]
    if schema.get("type") == "array":
        schema["items"] = {"enum": values}
    else:
        parameter["schema"] = {"enum": values}


def answer(report, sentence, folder, base, location, config, seconds, *more):
    command = [str(PROGRAM), "--config-file", str(config), "run", location, "--url", base, "--checks", "all",
               "--phases", "examples,coverage,fuzzing", "--seed", "20261122", "--max-time", str(seconds),
               "--continue-on-failure", "--warnings", "off", "--no-color", *more]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("FOBWATCH_")}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=seconds + 120)
    made = re.search(r"(\d+) generated, (\d+) passed", run.stdout)
    is_whole = made is not None and int(made[1]) == int(made[2]) > 100 and "No issues found" in run.stdout
    report.check(sentence, run.returncode == 0 and is_whole,
                 "\n".join(line[:300] for line in (run.stdout + run.stderr).splitlines()[-80:]))
    if made:
        print(f"schemathesis: {made[1]} requests, {sentence}")

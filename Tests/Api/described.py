"""The description: whole, held together with the schemas of docs/reference, with examples that are answered and of answers."""

import json

import jsonschema
import people


def run(report, server):
    status, headers, body = server.get("/api/v1/openapi.json")
    source = (people.ROOT / "Sources/Website/Assets/openapi.json").read_bytes()
    report.check("the description is served as it stands", status == 200 and body == source, (status, len(body)))
    document = json.loads(body)
    report.check("the description is OpenAPI 3.1", document["openapi"] == "3.1.0", document["openapi"])
    for name in ("person-file", "determination", "comparison"):
        reference = json.loads((people.ROOT / f"docs/reference/{name}.schema.json").read_text(encoding="utf-8"))
        report.check(f"the schema of {name} is that of docs/reference",
                     document["components"]["schemas"][name] == embedded(reference, name),
                     "run scripts/openapi to take it over")
    loose = sorted(dangling(document, document))
    report.check("every reference leads somewhere", not loose, loose)
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            statuses = set(operation["responses"])
            wanted = {"200", "400", "405", "406", "500", "503"} | (
                {"403", "413", "415", "422"} if method == "post" else set())
            report.check(f"{method} {path} describes its answers", wanted <= statuses and operation["description"],
                         wanted - statuses)
            body = operation.get("requestBody", {}).get("content", {}).get("application/json")
            for name, example in (body or {}).get("examples", {}).items():
                answered(report, server, document, path, name, example["value"], operation)
            for status, response in operation["responses"].items():
                exemplified(report, document, f"{method} {path} {status}", status, response)


def exemplified(report, document, name, status, response):
    """Each answer has one example, which is as its schema says."""
    if "$ref" in response:
        response = document["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
    (kind, content), = response["content"].items()
    example = content.get("example", {})
    validator = jsonschema.Draft202012Validator({**content["schema"], "components": document["components"]})
    faults = [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(example)]
    is_same = kind == "application/json" or example.get("status") == int(status)
    report.check(f"the answer {name} has an example as described", "example" in content and is_same and not faults, faults[:5])


def answered(report, server, document, path, name, value, operation):
    status, _, answer = server.get(path, {"Content-Type": "application/json"}, "POST", json.dumps(value))
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    validator = jsonschema.Draft202012Validator({**schema, "components": document["components"]})
    faults = [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(json.loads(answer))]
    report.check(f"the example {name} of {path} is answered as described", status == 200 and not faults,
                 (status, faults[:5], answer[:200]))


def embedded(schema, name):
    """As the description holds it: a reference leads to where it stands there."""
    def moved(value):
        if isinstance(value, list):
            return [moved(item) for item in value]
        if not isinstance(value, dict):
            return value
        return {key: inner.replace("#/$defs/", f"#/components/schemas/{name}/$defs/") if key == "$ref" else moved(inner)
                for key, inner in value.items()}
    return moved({key: value for key, value in schema.items() if key not in ("$schema", "$id")})


def dangling(value, document):
    if isinstance(value, list):
        return {name for item in value for name in dangling(item, document)}
    if not isinstance(value, dict):
        return set()
    found = {name for item in value.values() for name in dangling(item, document)}
    reference = value.get("$ref")
    if isinstance(reference, str):
        target = document
        for key in reference.removeprefix("#/").split("/"):
            target = target.get(key.replace("~1", "/").replace("~0", "~")) if isinstance(target, dict) else None
        if target is None:
            found.add(reference)
    return found

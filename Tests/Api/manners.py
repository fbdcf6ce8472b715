"""Methods, types and origins: what HTTP asks of an interface."""

import json

import people

MAYA = json.dumps({"person": people.examples()["examples/maya.yaml"]})
JSON = {"Content-Type": "application/json"}
ASKED = ["credentials", "states", "states/wa", "tasks", "tasks/practice?state=wa", "search?q=a", "openapi.json"]
TOLD = ["check", "explain", "compare", "plan"]


def run(report, server):
    methods(report, server)
    types(report, server)
    origins(report, server)
    for address in ("/api", "/api/v1", "/api/v2/check", "/api/v1/nothing", "/es/api/v1/states", "/api/v1/states/wa/x",
                    "/api/v1/states/WA"):
        status, headers, body = server.get(address)
        is_problem = headers["content-type"] == "application/problem+json"
        report.check(f"{address} is no address", status == 404 and (is_problem or address.startswith("/es")),
                     (status, headers, body[:100]))


def methods(report, server):
    for path in ASKED:
        _, full, body = server.get(f"/api/v1/{path}")
        status, headers, nothing = server.get(f"/api/v1/{path}", method="HEAD")
        report.check(f"HEAD of {path} is GET without the body",
                     status == 200 and not nothing and headers["content-type"] == full["content-type"],
                     (status, headers))
        for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE"):
            status, headers, body = server.get(f"/api/v1/{path}", JSON, method, MAYA if method != "TRACE" else None)
            report.check(f"{method} of {path} is refused with what is taken",
                         status == 405 and headers.get("allow") == "GET, HEAD, OPTIONS"
                         and json.loads(body)["title"] == "Method Not Allowed", (status, headers))
    for path in TOLD:
        for method in ("GET", "HEAD", "PUT", "DELETE"):
            status, headers, _ = server.get(f"/api/v1/{path}", JSON, method)
            report.check(f"{method} of {path} is refused with what is taken",
                         status == 405 and headers.get("allow") == "OPTIONS, POST", (status, headers))
    for path in ASKED + TOLD:
        status, headers, body = server.get(f"/api/v1/{path}", method="OPTIONS")
        allowed = "OPTIONS, POST" if path in TOLD else "GET, HEAD, OPTIONS"
        report.check(f"OPTIONS of {path} names the methods and permits no other site",
                     status == 204 and not body and headers.get("allow") == allowed
                     and not [name for name in headers if name.startswith("access-control")], (status, headers))


def types(report, server):
    for accept, taken in (
        ("application/json", True), ("*/*", True), ("application/*;q=0.1", True), ("text/html, */*;q=0.1", True), ("", True),
        ("text/html", False), ("application/json;q=0", False), ("application/json;q=0, */*", False), ("application/xml", False),
    ):
        status, headers, _ = server.get("/api/v1/tasks", {"Accept": accept})
        wanted = (200, "application/json") if taken else (406, "application/problem+json")
        report.check(f"Accept: {accept or 'nothing'} is {'met' if taken else 'refused'}",
                     (status, headers["content-type"]) == wanted, (status, headers))
    for kind, taken in (
        ("application/json", True), ("application/json; charset=utf-8", True), ('Application/JSON;charset="UTF-8"', True),
        ("application/json; charset=latin1", False), ("text/plain", False), ("application/x-www-form-urlencoded", False),
        ("application/yaml", False), ("application/json-patch+json", False), ("", False),
    ):
        status, _, body = server.get("/api/v1/compare", {"Content-Type": kind} if kind else {}, "POST", MAYA)
        report.check(f"a body of {kind or 'no type'} is {'read' if taken else 'refused'}",
                     status == (200 if taken else 415), (status, body[:200]))
    status, _, _ = server.get("/api/v1/compare", {**JSON, "Content-Encoding": "gzip"}, "POST", MAYA)
    report.check("a compressed body is refused", status == 415, status)
    status, headers, body = server.get("/api/v1/states", {"Accept-Encoding": "gzip"})
    report.check("an answer is compressed for those who take it",
                 status == 200 and headers.get("content-encoding") == "gzip" and body[:2] == b"\x1f\x8b", headers)


def origins(report, server):
    for name, value in (("Origin", "https://elsewhere.example"), ("Sec-Fetch-Site", "cross-site"), ("Origin", "null")):
        status, found, body = server.get("/api/v1/check", {**JSON, name: value}, "POST", MAYA)
        report.check(f"what another site sends is refused by its {name}",
                     status == 403 and found["content-type"] == "application/problem+json", (status, body[:200]))
    status, headers, _ = server.get("/api/v1/tasks", {"Origin": "https://elsewhere.example"})
    report.check("no other site is permitted to read answers",
                 not [name for name in headers if name.startswith("access-control")], headers)
    status, headers, _ = server.get("/api/v1/compare", JSON, "POST", MAYA)
    report.check("an answer about a person is stored by nobody, and sets no cookie",
                 headers["cache-control"] == "no-store" and "set-cookie" not in headers, headers)
    report.check("an answer of the interface says its type and is not guessed",
                 headers["content-type"] == "application/json" and headers["x-content-type-options"] == "nosniff", headers)

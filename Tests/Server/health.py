"""Health, figures, security.txt, robots.txt and problems, as machines read them."""

import json
import re

from server import Server, TODAY

TOKEN = "a-token-of-this-test-0123456789"


def run(program, check):
    with Server(program) as server:
        plain(server, check)
        figures(server, check)
    settings = {
        "metrics-token": TOKEN, "security-contact": "security@example.org", "security-until": "2026-11-30",
        "address": "https://fobwatch.example.org",
    }
    with Server(program, "--secure-cookies", settings=settings) as server:
        behind_proxy(server, check)
        security(server, check)
    past = {**settings, "security-until": "2026-11-21"}
    with Server(program, settings=past) as server:
        check("a security.txt that ended is gone", server.get("/.well-known/security.txt")[0] == 404)


def plain(server, check):
    status, headers, body = server.get("/health/live")
    check("live", status == 200 and json.loads(body)["status"] == "live", (status, body))
    status, headers, body = server.get("/health/ready")
    check("ready", status == 200 and json.loads(body) == {"status": "ready"}, (status, body))
    check("health is never stored", headers["cache-control"] == "no-store", headers)
    for method, path, expected in (
            ("GET", "/health/other", 404), ("GET", "/api/v1/nothing", 404), ("POST", "/health/live", 405),
            ("DELETE", "/metrics", 405), ("GET", "/metrics?a=%zz", 400)):
        status, headers, body = server.get(path, method=method)
        problem = json.loads(body)
        check(f"{method} {path} is a problem", status == expected and problem["status"] == expected
              and headers["content-type"] == "application/problem+json", (status, headers, body))
    status, headers, body = server.get("/no-such-page")
    check("a page that is missing is a page", status == 404 and b"<h1>" in body, (status, body[:200]))
    check("no security.txt without a contact", server.get("/.well-known/security.txt")[0] == 404)
    check("plain http says nothing of https", "strict-transport-security" not in headers, headers)
    status, headers, body = server.get("/robots.txt")
    check("robots.txt", status == 200 and b"Disallow: /answers\n" in body, body)
    numbers = {server.get("/health/live")[1]["x-request-id"] for _ in range(5)}
    check("each request has a number", len(numbers) == 5 and all(re.fullmatch("[0-9a-f]{16}", n) for n in numbers), numbers)


def figures(server, check):
    server.get("/states/wa")
    server.get("/es/states/tx")
    before = server.figures()
    name = 'fobwatch_http_requests_total{route="/states/{state}",method="GET",status="2xx"}'
    check("both languages count as one pattern", before.get(name) == 2, before.get(name))
    check("memory, time and files are told",
          before["process_resident_memory_bytes"] > 1e6 and before["process_cpu_seconds_total"] > 0
          and before["process_open_fds"] > 3, before)
    labels = {label for key in before for label in re.findall(r"[{,](\w+)=", key)}
    check("labels are of a closed list",
          labels <= {"route", "method", "status", "le", "reason", "version", "edition", "state"}, labels)
    text = server.get("/metrics")[2].decode()
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    form = re.compile(r'[a-z_:]+(\{(\w+="([^"\\]|\\.)*",?)+\})? -?[0-9.e+]+')
    check("every line is one figure", all(form.fullmatch(line) for line in lines),
          [line for line in lines if not form.fullmatch(line)])
    status, _, body = server.get("/metrics", {"X-Forwarded-For": "203.0.113.5"})
    check("figures are not for visitors of a proxy", status == 401 and b"fobwatch_" not in body, (status, body))


def behind_proxy(server, check):
    check("behind https, figures want the token", server.get("/metrics")[0] == 401)
    check("a wrong token does not open", server.get("/metrics", {"Authorization": f"Bearer {TOKEN}x"})[0] == 401)
    check("the token opens", server.get("/metrics", {"Authorization": f"Bearer {TOKEN}"})[0] == 200)
    for path in ("/", "/no-such-page", "/health/ready"):
        headers = server.get(path)[1]
        check(f"{path} says that there is https only",
              headers.get("strict-transport-security") == "max-age=63072000; includeSubDomains", headers)
    check("the token is not logged", not any(TOKEN in line for line in server.logged))


def security(server, check):
    status, headers, body = server.get("/.well-known/security.txt")
    expected = ("Contact: mailto:security@example.org\nExpires: 2026-12-01T00:00:00Z\nPreferred-Languages: en, es\n"
                "Canonical: https://fobwatch.example.org/.well-known/security.txt\n")
    check(f"security.txt holds on {TODAY}", status == 200 and body.decode() == expected, (status, body))
    check("security.txt is text", headers["content-type"] == "text/plain; charset=utf-8", headers)

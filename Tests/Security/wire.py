"""Requests that no browser sends."""

HOST = b"Host: localhost\r\n"
LAST = b"Connection: close\r\n"
SECOND = b"GET /words HTTP/1.1\r\n" + HOST + LAST + b"\r\n"

# How the end of a body can be told in two ways, or in none.
FRAMINGS = {
    "length and chunks": b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks and length": b"Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n",
    "two lengths": b"Content-Length: 0\r\nContent-Length: 5\r\n\r\nabcde",
    "a length with a sign": b"Content-Length: +0\r\n\r\n",
    "a length in base 16": b"Content-Length: 0x0\r\n\r\n",
    "a list of lengths": b"Content-Length: 0, 0\r\n\r\n",
    "a blank before the colon": b"Content-Length : 0\r\n\r\n",
    "an unknown encoding": b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "a hidden encoding": b"X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a size that is none": b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
    "a size with a sign": b"Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n",
}

LONG = {
    "a header": b"GET /words HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 200_000 + b"\r\n" + LAST + b"\r\n",
    "headers": b"GET /words HTTP/1.1\r\n" + HOST + b"".join(b"X%d: a\r\n" % n for n in range(5_000)) + LAST + b"\r\n",
    "an address": b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n" + HOST + LAST + b"\r\n",
}

UPGRADES = {
    "WebSocket": b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                 b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://localhost\r\n",
    "HTTP/2": b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n",
}

CLIMBING = [
    "/.git/config", "/.git/HEAD", "/.env", "/Package.swift", "/knowledge/duties.yaml", "/answers.key", "/serve.json",
    "/data/answers.key", "/keys/record-1.key", "/assets/../Package.swift", "/assets/..%2f..%2fPackage.swift",
    "/assets/..%252f..%252fPackage.swift", "/..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/%2e%2e/answers.key", "/question/..%2f..%2fanswers.key", "/states/..", "/explain/..%2fsources",
    "/assets/....//....//etc/passwd", "/assets/%00", "/etc/passwd", "//etc/passwd",
]
FOLDERS = ["/assets/", "/assets", "/health/", "/knowledge/", "/data/", "/docs/", "/roadmap/", "/reason/"]
OTHERS = [
    "/graphql", "/api/graphql", "/graphiql", "/oauth/authorize", "/oauth/token", "/oauth2/token", "/authorize", "/token",
    "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server", "/saml/acs", "/sso", "/ws", "/socket",
    "/debug", "/debug/pprof/", "/trace", "/console", "/swagger.json", "/server-status", "/phpinfo.php",
]


def statuses(answer):
    """The status of each answer that came back."""
    return [int(part[:3]) for part in answer.split(b"HTTP/1.1 ")[1:] if part[:3].isdigit()]


def check(client, report):
    wrong = {}
    for name, framing in FRAMINGS.items():
        # The sheet of a roster is the largest body that is read; a refusal of its size is not what is looked for.
        for path in (b"/answers/removal", b"/roster"):
            answer = client.say(b"POST " + path + b" HTTP/1.1\r\n" + HOST + framing + SECOND)
            if len(statuses(answer)) != 1 or statuses(answer)[0] not in (400, 413):
                wrong[name] = statuses(answer)
    report.check("a request whose end is told in two ways is refused, and nothing behind it is read", not wrong, wrong)
    plain = client.say(b"POST /answers/removal HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\n\r\n" + SECOND)
    report.check("two requests in a row have two answers", statuses(plain) == [303, 200], statuses(plain))

    wrong = [name for name, request in LONG.items() if statuses(client.say(request)) not in ([400], [413], [414], [431])]
    for path, size in (("/answers", 70_000), ("/question/diploma", 70_000), ("/roster", 12 << 20)):
        head = b"POST %s HTTP/1.1\r\n%sContent-Length: %d\r\n%s\r\n" % (path.encode(), HOST, size, LAST)
        if statuses(client.say(head + b"a" * size, patience=20))[:1] not in ([413], []):
            wrong.append(path)
    report.check("headers, addresses and bodies that are too long are refused", not wrong, wrong)

    wrong = []
    for method in ("TRACE", "TRACK", "BREW", "OPTIONS", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND"):
        reply = client.ask("/words", method, X_Secret="sesame")
        if reply.status not in (400, 405) or b"sesame" in reply.body or reply.status == 405 and not reply.one("Allow"):
            wrong.append(f"{method} {reply.status}")
    report.check("TRACE and other methods are refused, and give nothing back", not wrong, wrong)

    wrong = {}
    for name, headers in UPGRADES.items():
        for path in (b"/", b"/words", b"/ws", b"/health/live"):
            found = statuses(client.say(b"GET " + path + b" HTTP/1.1\r\n" + HOST + headers + b"\r\n", patience=0.7))
            if len(found) != 1 or found[0] == 101:
                wrong[name] = found
    report.check("no request becomes a WebSocket or another protocol", not wrong, wrong)

    wrong = [path for path in CLIMBING if client.ask(path).status not in (400, 404)]
    report.check("paths that climb, and files of a checkout or of the data folder, are not found", not wrong, wrong)
    wrong = [path for path in FOLDERS if client.ask(path).status != 404]
    report.check("no folder is listed", not wrong, wrong)
    wrong = [path for path in OTHERS for reply in (client.ask(path), client.post(path, {"query": "{__schema{types{name}}}"}))
             if reply.status != 404]
    report.check("no address speaks GraphQL, OAuth or SAML, or helps to debug", not wrong, wrong)

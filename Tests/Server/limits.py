"""Sizes, times and numbers that one visitor cannot go beyond."""

import socket
import threading
import time

from server import Server, everything, until

SETTINGS = {"idle-time": "2", "transfer-time": "2", "connections": "40"}


def run(program, check):
    with Server(program, "--log-level", "debug", settings=SETTINGS) as server:
        heads(server, check)
        bodies(server, check)
        idle(server, check)
        slow_body(server, check)
        slow_reader(server, check)
        numbers(server, check)
        check("the server still answers", server.get("/")[0] == 200)
    costly(program, check)


def send(server, text, timeout=10):
    connection = server.open(timeout)
    try:
        connection.sendall(text if isinstance(text, bytes) else text.encode())
    except (ConnectionResetError, BrokenPipeError):
        pass
    return connection


def heads(server, check):
    """Each gets a short refusal or a closed connection, and costs the server nothing it keeps."""
    cases = {
        "a field of 20 kB": "GET / HTTP/1.1\r\nHost: a\r\nX-A: " + "a" * 20_000 + "\r\n\r\n",
        "a head of 40 kB": "GET / HTTP/1.1\r\nHost: a\r\n" + "".join(f"X-{i}: {'a' * 1000}\r\n" for i in range(40)) + "\r\n",
        "an address of 1 MB": "GET /" + "a" * 1_000_000 + " HTTP/1.1\r\nHost: a\r\n\r\n",
        "200 fields": "GET / HTTP/1.1\r\nHost: a\r\n" + "".join(f"X-{i}: a\r\n" for i in range(200)) + "\r\n",
        "no HTTP": "hello\r\n\r\n",
        "two lengths": "POST /answers HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "a length and chunks":
            "POST /answers HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x",
    }
    for name, text in cases.items():
        connection = send(server, text)
        began = time.monotonic()
        answer = everything(connection)
        connection.close()
        check(f"{name} is refused", answer == b"" or answer.startswith(b"HTTP/1.1 400"), answer[:200])
        check(f"{name} is refused at once", time.monotonic() - began < 5)


def bodies(server, check):
    connection = send(server, "POST /answers HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n")
    began = time.monotonic()
    answer = everything(connection)
    connection.close()
    check("a body that is announced too large is refused before it comes", answer.startswith(b"HTTP/1.1 413 "), answer[:200])
    check("and the connection ends", b"onnection: close" in answer and time.monotonic() - began < 5, answer[:600])
    chunk = b"8000\r\n" + b"a" * 0x8000 + b"\r\n"
    connection = send(server, b"POST /answers HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk * 4)
    answer = everything(connection)
    connection.close()
    check("so is one that says nothing of its size", answer.startswith(b"HTTP/1.1 413 "), answer[:200])
    status, headers, body = server.get("/roster", {"Content-Type": "text/plain"}, "POST", b"a" * 70_000)
    check("the page of rosters takes more than a form", status == 400, status)
    status, _, _ = server.get("/roster", {"Content-Type": "text/plain"}, "POST", b"a" * 10_000_000)
    check("but not everything", status == 413, status)
    status, _, _ = server.get("/api/x", {}, "POST", b"a" * 70_000)
    check("programs are told of it, too", status == 413, status)


def idle(server, check):
    """Connections that say nothing, that stop in a head, and that send a head byte by byte."""
    silent = [server.open(), send(server, "GET / HTTP/1.1\r\nHost: a\r\n")]
    used = send(server, "GET /words HTTP/1.1\r\nHost: a\r\n\r\n")
    drip = send(server, "GET / HTTP/1.1\r\n")
    began = time.monotonic()
    drip.settimeout(0.2)
    ended = None
    while ended is None and time.monotonic() - began < 10:
        try:
            drip.sendall(b"X")
            ended = True if drip.recv(1) == b"" else None
        except socket.timeout:
            pass
        except (ConnectionResetError, BrokenPipeError):
            ended = True
    took = time.monotonic() - began
    check("a head that comes byte by byte is not waited for", ended and took < 6, took)
    for connection in silent:
        check("who says nothing is not waited for", everything(connection) == b"")
        connection.close()
    check("a connection between two requests neither", everything(used).startswith(b"HTTP/1.1 200 "))
    used.close()
    drip.close()


def slow_body(server, check):
    connection = send(server, "POST /answers HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n")
    connection.settimeout(0.2)
    began = time.monotonic()
    ended = False
    while not ended and time.monotonic() - began < 15:
        try:
            connection.sendall(b"x" * 10)
            ended = connection.recv(1) == b""
        except socket.timeout:
            pass
        except (ConnectionResetError, BrokenPipeError):
            ended = True
    took = time.monotonic() - began
    check("a body that comes drop by drop is not waited for", ended and took < 8, took)
    connection.close()
    check("that is counted", until(lambda: server.figures().get(
        'fobwatch_http_connections_closed_total{reason="slow-body"}', 0) >= 1))


def slow_reader(server, check):
    """Asks for pages and reads none of them; and asks for many at once."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    connection.settimeout(10)
    connection.connect(("127.0.0.1", server.port))
    connection.sendall(b"GET /how-we-know HTTP/1.1\r\nHost: a\r\n\r\n" * 10)
    ahead = send(server, b"GET /words HTTP/1.1\r\nHost: a\r\n\r\n" * 2000)
    name = 'fobwatch_http_connections_closed_total{reason="too-many-ahead"}'
    check("who asks for too much at once is sent away", until(lambda: server.figures().get(name, 0) >= 1), server.figures())
    check("who takes no answer is not waited for",
          until(lambda: server.figures()["fobwatch_http_connections"] <= 1, 10), server.figures())
    connection.close()
    ahead.close()


def numbers(server, check):
    """40 connections are served; those beyond wait their turn and get it."""
    check("few connections are open", until(lambda: server.figures()["fobwatch_http_connections"] <= 2))
    connections = [server.open() for _ in range(60)]
    time.sleep(0.3)
    for connection in connections:
        connection.sendall(b"GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    answers = [everything(connection) for connection in connections]
    for connection in connections:
        connection.close()
    check("all of 60 get an answer where 40 are served at a time",
          all(answer.startswith(b"HTTP/1.1 200 ") for answer in answers), [a[:30] for a in answers if not a])


def costly(program, check):
    """Many sheets at once from one address: some are answered, some are told to come later, and others hardly notice."""
    rows = "".join(f"Person {number},2026-09-10,2027-0{1 + number % 9}-15\n" for number in range(400))
    body = "".join(f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in
                   (("set", "sample-hospital-network"), ("from", "2027-01-04"), ("to", "2027-04-04"), ("as", "csv")))
    body += f'--b\r\nContent-Disposition: form-data; name="sheet"; filename="a.csv"\r\n\r\nName,Flu,BLS expires\n{rows}\r\n--b--\r\n'
    with Server(program, "--log-level", "warning") as server:
        def send():
            headers = {"Content-Type": "multipart/form-data; boundary=b"}
            status, headers, _ = server.get("/roster", headers, "POST", body.encode(), timeout=60)
            answers.append((status, headers.get("retry-after")))

        answers, times = [], []
        threads = [threading.Thread(target=send) for _ in range(24)]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            began = time.monotonic()
            status = server.get("/words")[0]
            times.append(time.monotonic() - began if status == 200 else 99)
            time.sleep(0.05)
        for thread in threads:
            thread.join()
        check("of many costly requests from one address some are answered, the others told to come later",
              set(answers) == {(200, None), (503, "30")} and answers.count((200, None)) >= 8, answers)
        times.sort()
        check("meanwhile nine pages in ten are answered within a second, and each within ten",
              times and times[len(times) * 9 // 10] < 1 and times[-1] < 10, times[-10:])

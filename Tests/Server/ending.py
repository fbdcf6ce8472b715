"""SIGTERM: nothing new is taken, what runs is finished, in time, and the exit status is 0."""

import os
import signal
import socket
import tempfile
import time

from server import Server, everything, until


def run(program, check):
    finishes(program, check)
    gives_up(program, check)
    tells(program, check)
    with Server(program) as server:
        check("SIGINT ends it, too", (server.signal(signal.SIGINT), server.ended(10))[1] == 0)


def finishes(program, check):
    with Server(program, settings={"end-time": "15"}) as server:
        kept = server.open()
        kept.sendall(b"GET /words HTTP/1.1\r\nHost: a\r\n\r\n")
        check("a connection is open", kept.recv(100).startswith(b"HTTP/1.1 200 "))
        running = server.open()
        running.sendall(b"POST /answers/removal HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nanswe")
        check("a request is half sent", until(lambda: server.figures()["fobwatch_http_connections"] >= 3))
        began = time.monotonic()
        server.signal()
        check("nothing new is taken", until(lambda: refuses(server), 5))
        check("an idle connection is closed", everything(kept) is not None and time.monotonic() - began < 5)
        check("the server waits for the request", server.process.poll() is None)
        running.sendall(b"r=yes")
        answer = everything(running)
        check("the request is finished", answer.startswith(b"HTTP/1.1 303 ") and b"ocation: /\r\n" in answer, answer[:300])
        check("the server ends with 0", server.ended(10) == 0, "".join(server.logged))
        check("and soon after the last answer", time.monotonic() - began < 10)
        names = [event["event"] for event in server.events()]
        check("the end is told", names[-3:] == ["ending", "request", "ended"], names)
        note = os.path.join(server.folder.name, "data", "serve.json")
        check("its note is gone", not os.path.exists(note))


def gives_up(program, check):
    """A request that never comes to its end keeps nobody waiting for long."""
    with Server(program, settings={"end-time": "2", "transfer-time": "60"}) as server:
        running = server.open()
        running.sendall(b"POST /answers/removal HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nanswe")
        until(lambda: server.figures()["fobwatch_http_connections"] >= 2)
        began = time.monotonic()
        server.signal()
        status = server.ended(15)
        check("a request that is never sent whole is given up", status == 0, (status, "".join(server.logged)))
        check("in time", time.monotonic() - began < 8, time.monotonic() - began)
        running.close()


def tells(program, check):
    """What whoever started the server hears, as systemd listens."""
    with tempfile.TemporaryDirectory() as folder:
        ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        ear.bind(os.path.join(folder, "notify"))
        ear.settimeout(10)
        with Server(program, environment={"NOTIFY_SOCKET": os.path.join(folder, "notify")}) as server:
            heard = [ear.recv(100).decode() for _ in range(4)]
            check("it tells that it is ready", "READY=1" in heard, heard)
            check("and that it lives, again and again", heard.count("WATCHDOG=1") >= 2, heard)
            server.signal()
            while heard[-1] == "WATCHDOG=1":
                heard.append(ear.recv(100).decode())
            check("and that it ends", heard[-1] == "STOPPING=1", heard)
            check("with 0", server.ended(10) == 0)
        ear.close()


def refuses(server):
    try:
        server.open(1).close()
        return False
    except OSError:
        return True

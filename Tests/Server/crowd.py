"""1,000 connections that say nothing and 50 that say almost nothing: others are answered as if they were not there."""

import pathlib
import statistics
import threading
import time

from server import Server, until

IDLE = 1_000
SLOW = 50


def run(program, check):
    again(program, check)
    with Server(program, "--log-level", "warning", settings={"idle-time": "60"}) as server:
        ask(server)
        alone = statistics.median(ask(server) for _ in range(20))
        crowd = [server.open() for _ in range(IDLE)]
        slow = [server.open() for _ in range(SLOW)]
        stop = threading.Event()
        dripping = threading.Thread(target=drip, args=(slow, stop), daemon=True)
        dripping.start()
        check("all are connected", until(lambda: server.figures()["fobwatch_http_connections"] >= IDLE + SLOW, 30),
              server.figures()["fobwatch_http_connections"])
        times = [ask(server) for _ in range(100)]
        check("others are answered", None not in times)
        check("each within a second", max(times) < 1, max(times))
        check("the machines that watch, too", server.get("/health/ready")[0] == 200)
        figures = server.figures()
        memory = figures["process_resident_memory_bytes"] / 1e6
        check("they cost little memory", memory < 600, memory)
        print(f"crowd: a page took {1000 * alone:.1f} ms alone, {1000 * statistics.median(times):.1f} ms in the crowd "
              f"(slowest {1000 * max(times):.1f}), {memory:.0f} MB")
        stop.set()
        dripping.join()
        for connection in crowd + slow:
            connection.close()
        check("they leave nothing behind", until(lambda: server.figures()["fobwatch_http_connections"] <= 2, 20))
        began = time.monotonic()
        check("the server ends at once", server.stop() == 0 and time.monotonic() - began < 5)


def again(program, check):
    """Good and bad sheets, and pages for browsers that take gzip: libzip and zlib are asked again and again, on every way out."""
    book = (pathlib.Path(__file__).resolve().parents[2] / "examples/sample-roster.xlsx").read_bytes()

    def send(content):
        days = (("set", "sample-hospital-network"), ("from", "2027-01-04"), ("to", "2027-01-05"))
        body = b"".join(f'--b\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in days)
        body += b'--b\r\nContent-Disposition: form-data; name="sheet"; filename="a.xlsx"\r\n\r\n' + content + b"\r\n--b--\r\n"
        return server.get("/roster", {"Content-Type": "multipart/form-data; boundary=b"}, "POST", body, timeout=60)[0]

    def round_of(count):
        statuses = set()
        for number in range(count):
            statuses |= {send(book), send(book[:4000 + number]), send(book[:-200] + bytes(200))}
            server.get(f"/search?q=word{number}", {"Accept-Encoding": "gzip"})
        time.sleep(1)
        figures = server.figures()
        return statuses, figures["process_resident_memory_bytes"] / 1e6, figures["process_open_fds"]

    with Server(program, "--log-level", "error") as server:
        round_of(10)
        _, before, files = round_of(3)
        statuses, after, files_after = round_of(30)
        check("sheets and pages, good and bad, leave no memory and no file behind",
              statuses == {200, 422} and after - before < 20 and files_after <= files, (statuses, before, after, files, files_after))
        print(f"again: {before:.0f} MB, after 90 more sheets {after:.0f} MB")


def ask(server):
    """How long the start page takes, over a connection of its own."""
    began = time.monotonic()
    status = server.get("/")[0]
    return time.monotonic() - began if status == 200 else None


def drip(connections, stop):
    """One byte of a head a second, from each."""
    text = "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: " + "a" * 1000
    for byte in text.encode():
        for connection in connections:
            try:
                connection.sendall(bytes([byte]))
            except OSError:
                pass
        if stop.wait(1):
            return

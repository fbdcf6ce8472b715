"""Papers that somebody sends: photos and PDFs are kept, and everything else is refused with its reason; the server is unharmed."""

import email
import email.policy
import glob
import html
import http.client
import os
import re
import socket
import sqlite3
import struct
import subprocess
import threading
import time
import urllib.parse

import samples
from server import Server, everything, until

PASSWORD = "wolf lantern ninety gravel"
ADDRESS = "maya.papers@mail.example"


def run(program, check):
    confined(program, check)
    with Server(program, "--log-level", "info") as server:
        somebody = Somebody(server, ADDRESS)
        kept(server, somebody, check)
        harmful(server, somebody, check)
        large(server, somebody, check)
        resumed(server, somebody, check)
        several(server, somebody, check)
        many(server, somebody, check)
        check("no process that reads files is left", until(lambda: not children(server), 5), children(server))
        check("the server answers as before", server.get("/")[0] == 200 and server.process.poll() is None)
        log = "".join(server.logged)
        check("what was refused is in the log with its reason", '"paper-refused"' in log and "other-type" in log, log[-800:])
        secrets = ("holiday.exe", "Houston", "evil.example", ADDRESS)
        check("nothing of a file is, and nobody", not any(word in log for word in secrets), log[-800:])


def confined(program, check):
    """What the process that reads files can still do, on this machine."""
    result = subprocess.run([program, "intake", "--check"], capture_output=True, text=True, timeout=60)
    lines = set(result.stdout.splitlines())
    check("a process that reads a file opens no file, no socket, no network, and starts no program",
          result.returncode == 0 and {"a file: refused", "a socket: refused", "the network: refused"} <= lines, result)
    check("here the system itself refuses every other call", {"calls: filtered", "another program: refused"} <= lines, result)


class Somebody:
    """Who has an account and is signed in."""

    def __init__(self, server, address):
        self.server = server
        self.cookies = {}
        self.post("/sign-up", {"email": address, "year": "1990", "month": "5", "day": "1"})
        link = urllib.parse.urlsplit(self.link(address)).path
        status, _, _ = self.post(link, {"new-password": PASSWORD})
        assert status == 303 and self.cookies, (status, link)
        page = self.ask("/account/papers/add")[2].decode()
        self.token = html.unescape(re.search(r'name="form" value="([^"]+)"', page)[1])

    def link(self, address):
        found = []

        def look():
            for path in glob.glob(os.path.join(self.server.folder.name, "data", "mail", "*.eml")):
                with open(path, "rb") as file:
                    mail = email.message_from_bytes(file.read(), policy=email.policy.default)
                if address in str(mail["To"]):
                    found.extend(re.findall(r"https?://\S+/sign-up/\S+", mail.get_body(("plain",)).get_content()))
            return found
        assert until(look, 30), "no mail"
        return found[0]

    def ask(self, path, method="GET", headers=None, body=None, timeout=60):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers={"Cookie": cookies, **(headers or {})})
            answer = connection.getresponse()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = cookie.split(";")[0].partition("=")
                self.cookies[name] = value
            # Of several of a name the first: what a page says of itself comes before what all say.
            return answer.status, {k.lower(): v for k, v in reversed(answer.getheaders())}, answer.read()
        finally:
            connection.close()

    def post(self, path, fields):
        return self.ask(path, "POST", {"Content-Type": "application/x-www-form-urlencoded"}, urllib.parse.urlencode(fields))

    def add(self, file, kind="card", name="holiday.exe", media="image/svg+xml", path="/account/papers/add"):
        body = b"".join(f'--b\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
                        for field, value in (("form", self.token), ("answer", kind)))
        body += f'--b\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: {media}\r\n\r\n'.encode()
        return self.ask(path, "POST", {"Content-Type": "multipart/form-data; boundary=b"}, body + file + b"\r\n--b--\r\n")

    def add_all(self, files, **fields):
        """The form with several files at once."""
        body = b"".join(f'--b\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
                        for field, value in {"form": self.token, **fields}.items())
        for file in files:
            body += b'--b\r\nContent-Disposition: form-data; name="file"; filename="holiday.exe"\r\n\r\n' + file + b"\r\n"
        return self.ask("/account/papers/add", "POST", {"Content-Type": "multipart/form-data; boundary=b"}, body + b"--b--\r\n")

    def begin(self, size, kind="card"):
        return self.post("/account/papers/uploads", {"form": self.token, "answer": kind, "size": size})

    def send(self, place, offset, piece):
        return self.ask(place, "PATCH", {"Upload-Offset": str(offset), "Form-Token": self.token}, piece)

    def papers(self):
        return set(re.findall(r'href="(/account/papers/[\w-]{22})"', self.ask("/account/papers")[2].decode()))


def reason(answer):
    """The message of a refused form."""
    found = re.search(r'<a href="#[\w-]+">(.*?)</a>', answer[2].decode())
    return html.unescape(found[1]) if found else answer[2].decode()[:300]


def children(server):
    """The processes that the server has started and that still are."""
    try:
        with open(f"/proc/{server.process.pid}/task/{server.process.pid}/children", encoding="ascii") as file:
            return file.read().split()
    except FileNotFoundError:
        return []


def memory(server):
    """What the server has in memory, in MB."""
    with open(f"/proc/{server.process.pid}/status", encoding="ascii") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024


def stored(server, tables):
    """How many rows there are."""
    base = sqlite3.connect(f"file:{server.folder.name}/data/fobwatch.sqlite?mode=ro", uri=True)
    try:
        return {table: base.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables}
    finally:
        base.close()


def kept(server, somebody, check):
    folder = server.folder.name
    photo = samples.with_exif(samples.jpeg(400, 300))
    check("the sample says where it was taken", b"Houston" in photo and b"Exif" in photo)
    files = {"a photo": (photo, b"\xff\xd8\xff"), "a PNG": (samples.png(300, 200), b"\xff\xd8\xff"),
             "a HEIC": (samples.heic(256, 192, os.path.join(folder, "photo.heic")), b"\xff\xd8\xff"),
             "a PDF": (samples.pdf(pages=3), b"%PDF-")}
    for name, (file, begins) in files.items():
        began = time.monotonic()
        status, headers, _ = answer = somebody.add(file, "certificate")
        check(f"{name} is kept, whatever its name says", status == 303, (status, reason(answer) if status != 303 else headers))
        print(f"  {name} of {len(file)} bytes: {time.monotonic() - began:.2f} s")
        if status != 303:
            continue
        place = headers["location"]
        status, headers, content = somebody.ask(place + "/file")
        check(f"{name} can be saved", status == 200 and content.startswith(begins), (status, content[:20]))
        check(f"{name} runs nowhere", headers["x-content-type-options"] == "nosniff" and headers["cache-control"] == "no-store"
              and headers["content-disposition"].startswith("attachment") and "sandbox" in headers["content-security-policy"], headers)
        check(f"{name} says nothing of where it was made", not any(word in content for word in (b"Exif", b"Houston", b"GPS")))
        status, headers, preview = somebody.ask(place + "/preview")
        check(f"{name} has a preview if it is a picture",
              (status == 200 and preview.startswith(b"\xff\xd8\xff")) if begins != b"%PDF-" else status == 404, status)
        if name == "a photo":
            check("it stands upright", size_of(content) == (300, 400), size_of(content))
        check(f"{name} is shown in Spanish", "Descargar" in somebody.ask("/es" + place)[2].decode())
    check("they are listed", len(somebody.papers()) == 4, somebody.papers())
    stranger = Somebody(server, "other.papers@mail.example")
    for place in somebody.papers():
        found = {stranger.ask(place + part)[0] for part in ("", "/file", "/preview")}
        check("nobody else gets at one", found == {404}, found)
        check("a removed one is gone", somebody.post(place + "/removal", {"form": somebody.token})[0] == 303
              and somebody.ask(place + "/file")[0] == 404)
    rows = stored(server, ("paper", "paper_piece"))
    check("with all its bytes", set(rows.values()) == {0}, rows)


def size_of(jpeg):
    """Width and height of a JPEG."""
    place = 2
    while place + 9 < len(jpeg):
        marker, length = jpeg[place + 1], struct.unpack(">H", jpeg[place + 2:place + 4])[0]
        if 0xC0 <= marker <= 0xC2:
            height, width = struct.unpack(">HH", jpeg[place + 5:place + 9])
            return width, height
        place += 2 + length
    return None


def harmful(server, somebody, check):
    photo = samples.jpeg(400, 300)
    heic = samples.heic(256, 192, os.path.join(server.folder.name, "photo.heic"))
    html_pdf = samples.pdf(head="%<html><body><script>alert(document.domain)</script>\n")
    cases = {
        "an archive that unpacks to 1 GB": (samples.unpacking_zip(), "no photo"),
        "an SVG with a script": (samples.SVG, "no photo"),
        "a program": (samples.PROGRAM, "no photo"), "a program for Windows": (samples.WINDOWS, "no photo"),
        "a web page": (b"<!doctype html><title>a</title>", "no photo"), "a GIF": (b"GIF89a" + bytes(100), "no photo"),
        "nothing": (b"", "Pick a photo"), "a single byte": (b"\xff", "no photo"),
        "a PNG of 30,000 by 30,000": (samples.one_bit_png(30_000), "million pixels"),
        "a PNG that says it is larger than it is": (samples.png(7_000, 7_000, rows=10), "damaged"),
        "a cut HEIC": (heic[:len(heic) // 2], "damaged"), "a HEIC of nothing": (heic[:40], "damaged"),
        "a cut photo": (photo[:len(photo) // 2], "damaged"), "a cut PNG": (samples.png(300, 200)[:200], "damaged"),
        "a PDF that is a page, too": (html_pdf, "web page"),
        "a PDF that is an archive, too": (samples.pdf(tail=samples.unpacking_zip()[-80:]), "web page"),
        "a page that is a PDF, too": (b"<html><script>1</script>\n" + samples.pdf(), "no photo"),
        "a locked PDF": (samples.locked_pdf(), "locked"),
        "a PDF with a program": (samples.pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "holds a program"),
        "a PDF that starts one": (samples.pdf("/OpenAction << /S /Launch /F (calc.exe) >>"), "by itself"),
        "a PDF with a file in it": (samples.pdf("/Names << /EmbeddedFiles << /Names [] >> >>"), "other files"),
        "a PDF of 61 pages": (samples.pdf(pages=61), "60 pages"),
        "a PDF that unpacks to 2 GB": (samples.unpacking_pdf(2 << 30), ""),
        "a cut PDF": (b"%PDF-1.7\n1 0 obj <<", "damaged"),
    }
    before = memory(server)
    for name, (file, words) in cases.items():
        began = time.monotonic()
        answer = somebody.add(file)
        check(f"{name} is refused, and the page says why", answer[0] == 422 and words in reason(answer), (answer[0], reason(answer)))
        took = time.monotonic() - began
        if took > 3:
            print(f"  {name}: {took:.1f} s, {reason(answer)}")
        check(f"{name} takes no longer than a file can", took < 30, took)
        if name == "a locked PDF":
            spanish = somebody.add(file, path="/es/account/papers/add")
            check("in Spanish, too", "protegido" in reason(spanish), reason(spanish))
    check("the server has not grown by what they would unpack to", memory(server) - before < 400, (before, memory(server)))
    rows = stored(server, ("paper", "paper_piece", "upload", "upload_piece", "health_paper"))
    check("nothing of them is stored", set(rows.values()) == {0}, rows)
    check("the server answers", server.get("/")[0] == 200)


def large(server, somebody, check):
    """A file of 1 GB, announced and not."""
    cookies = "; ".join(f"{name}={value}" for name, value in somebody.cookies.items())
    before = memory(server)
    for name, head, body in (
            ("a file of 1 GB is refused before it comes", f"Content-Length: {1 << 30}\r\n", b""),
            ("so is one that does not say how large it is", "Transfer-Encoding: chunked\r\n", None)):
        connection = server.open(30)
        connection.sendall((f"POST /account/papers/add HTTP/1.1\r\nHost: a\r\nCookie: {cookies}\r\n{head}"
                            "Content-Type: multipart/form-data; boundary=b\r\n\r\n").encode())
        sent = 0
        if body is None:
            piece = b"100000\r\n" + bytes(1 << 20) + b"\r\n"
            try:
                while sent < 1 << 30:
                    connection.sendall(piece)
                    sent += 1 << 20
                    connection.setblocking(False)
                    try:
                        if connection.recv(1, socket.MSG_PEEK):
                            break
                    except BlockingIOError:
                        pass
                    connection.settimeout(30)
            except OSError:
                pass
            connection.settimeout(30)
        answer = everything(connection)
        connection.close()
        check(name, answer.startswith(b"HTTP/1.1 413 ") or (sent and not answer and sent < 200 << 20), (sent, answer[:100]))
        check(f"{name}: less than 100 MB were taken", sent < 100 << 20, sent)
    status, _, body = somebody.begin(1 << 30)
    check("an upload of 1 GB does not begin", status == 422 and b"25 MB" in body, (status, body))
    check("the server has not grown by it", memory(server) - before < 300, (before, memory(server)))
    largest = samples.pdf(tail=b"\n%" + b"a" * (25 << 20))[:25 << 20]
    answer = somebody.add(largest)
    check("one of 25 MB is looked at", answer[0] in (303, 422), answer[0])
    if answer[0] == 303:
        somebody.post(answer[1]["location"] + "/removal", {"form": somebody.token})


def resumed(server, somebody, check):
    """An upload whose connection is cut in the middle of a piece goes on from what the server has."""
    file = samples.png(700, 900, b"\x00" + os.urandom(2100))
    status, headers, body = somebody.begin(len(file), "health")
    check("an upload begins", status == 201 and headers["upload-offset"] == "0", (status, body))
    place = headers["location"]
    check("without the token of the page nothing is added",
          somebody.ask(place, "PATCH", {"Upload-Offset": "0"}, b"a")[0] == 403)
    check("nor from another site", somebody.ask(place, "PATCH", {
        "Upload-Offset": "0", "Form-Token": somebody.token, "Sec-Fetch-Site": "cross-site"}, b"a")[0] == 403)
    half = len(file) // 2
    check("a piece is taken", somebody.send(place, 0, file[:half])[0] == 204)
    cookies = "; ".join(f"{name}={value}" for name, value in somebody.cookies.items())
    connection = server.open()
    connection.sendall((f"PATCH {place} HTTP/1.1\r\nHost: a\r\nCookie: {cookies}\r\nForm-Token: {somebody.token}\r\n"
                        f"Upload-Offset: {half}\r\nContent-Length: {len(file) - half}\r\n\r\n").encode() + file[half:half + 1000])
    connection.close()
    status, headers, _ = somebody.ask(place, "HEAD")
    check("the server says where it stands", status == 204 and headers["upload-offset"] == str(half)
          and headers["upload-length"] == str(len(file)) and headers["upload-complete"] == "?0", (status, headers))
    check("a piece that belongs elsewhere is not taken", somebody.send(place, 0, file[:10])[0] == 409)
    check("a piece of more than 1 MB is not", somebody.send(place, half, bytes((1 << 20) + 1))[0] == 413)
    status, headers, body = somebody.send(place, half, file[half:])
    check("with the last piece it is kept", status == 201 and headers["upload-complete"] == "?1", (status, body[:300]))
    if status == 201:
        check("who asks once more gets the same", somebody.ask(place, "HEAD")[1].get("location") == headers["location"])
        rows = stored(server, ("paper", "health_paper", "upload_piece"))
        check("what is of health is kept apart, and no piece is left", rows == {"paper": 0, "health_paper": 1, "upload_piece": 0}, rows)
        somebody.post(headers["location"] + "/removal", {"form": somebody.token})
    status, headers, _ = somebody.begin(len(samples.SVG))
    status, _, body = somebody.send(headers["location"], 0, samples.SVG)
    check("an upload that is no paper is refused with its reason", status == 422 and b"no photo" in body, (status, body))
    check("and is gone", somebody.ask(headers["location"], "HEAD")[0] == 404)


def several(server, somebody, check):
    """Photos that become one paper."""
    photo = samples.with_exif(samples.jpeg(400, 300))
    before, rows = somebody.papers(), stored(server, ["upload", "upload_piece"])
    status, _, body = somebody.add_all([photo, samples.SVG, samples.pdf(pages=1), photo], answer="transcript")
    text = html.unescape(body.decode())
    check("of several photos those that are not taken are named, which ones and why",
          status == 422 and "Photo 2: This is no photo" in text and "Photo 3: This is a PDF" in text
          and "Photo 1:" not in text and "Photo 4:" not in text, (status, text[:2000]))
    check("and none of them is here then", stored(server, ["upload", "upload_piece"]) == rows, rows)
    status, headers, body = somebody.add_all([photo] * 5, answer="transcript")
    place = headers.get("location", "")
    check("several photos are the pages of a paper", status == 303 and place.startswith("/account/papers/pages/"),
          (status, body[:300]))
    check("which is none yet", somebody.papers() == before)
    status, headers, _ = somebody.post(place + "/paper", {"form": somebody.token})
    paper = headers.get("location", "")
    file = somebody.ask(paper + "/file")[2]
    check("finished, it is one PDF with all of them", status == 303 and file.startswith(b"%PDF-") and file.count(b"/DCTDecode") == 5,
          (status, file[:80]))
    check("without the place where they were taken", b"Houston" not in file and b"Exif" not in file)
    check("of the pages nothing is left", stored(server, ["upload", "upload_piece"]) == rows, rows)
    again = somebody.add(file, "transcript")
    check("the PDF is taken again like any other", again[0] == 303, reason(again) if again[0] != 303 else "")


def many(server, somebody, check):
    """Many at once: each is read or told to come again, and pages are answered meanwhile."""
    file = samples.jpeg(900, 700)
    answers, times = [], []
    threads = [threading.Thread(target=lambda: answers.append(somebody.add(file)[0])) for _ in range(16)]
    most = 0
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        began = time.monotonic()
        status = server.get("/words")[0]
        times.append(time.monotonic() - began if status == 200 else 99)
        most = max(most, len(children(server)))
    check("of 16 at once each is kept or told to come again", set(answers) <= {303, 503} and answers.count(303) >= 2, answers)
    check("no more than two are read at once", most <= 2, most)
    times.sort()
    check("meanwhile pages are answered", times[len(times) * 9 // 10] < 3 and times[-1] < 15, times[-5:])

"""The public address as browsers meet it: the command that asks it, and the server that looks once a day."""

import contextlib
import datetime
import json
import os
import socket
import ssl
import subprocess
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import proxy
from server import Server, until

KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
STRICT = "max-age=63072000; includeSubDomains"


def run(program, check):
    with tempfile.TemporaryDirectory(prefix="fobwatch-address-") as folder:
        authority(folder, "authority")
        behind_the_page(program, check, folder)
        certificates(program, check, folder)
        others(program, check, folder)
        settings(program, check, folder)
        daily(program, check, folder)


def behind_the_page(program, check, folder):
    """The configuration of behind-a-proxy.md, with a certificate of an authority that this machine trusts."""
    certificate(folder, "page", [proxy.NAME, "localhost"])
    with Server(program, "--secure-cookies", settings={"trusted-proxy": "127.0.0.1"}) as server:
        with proxy.Proxy(server.port, f"{folder}/page.pem", f"{folder}/page.key", answers="localhost") as front:
            found = ask(program, folder, front.closed, front.open)
            check("an address behind the proxy of the page is found to be well", found.returncode == 0 and "WRONG" not in found.stdout
                  and "Well: browsers trust the certificate, for 59 days more." in found.stdout, said(found))
            told = json.loads(ask(program, folder, front.closed, front.open, "--json").stdout)
            check("and so it is told to programs", told["good"] and told["days"] == 59 and told["faults"] == [], told)


def certificates(program, check, folder):
    """Each certificate that a browser would warn of, and one that soon will be."""
    cases = {
        "signs itself": dict(itself=True), "of another name": dict(names=["elsewhere.example"]), "has ended": dict(days=(-20, -1)),
        "does not hold yet": dict(days=(2, 60)), "ends in 4 days": dict(days=(-60, 4.5)),
        "by an authority that this machine does not know": dict(by="stranger"),
    }
    authority(folder, "stranger")
    for number, (words, how) in enumerate(cases.items()):
        certificate(folder, f"case-{number}", **how)
        with Site(folder, f"case-{number}") as site:
            found = ask(program, folder, site.port, proxy.free_port())
            check(f"a certificate is told of: {words}", found.returncode == 1 and words in found.stdout and "Well" not in found.stdout,
                  said(found))


def others(program, check, folder):
    """What is wrong beside the certificate, one at a time."""
    certificate(folder, "good")
    cases = {
        "TLS 1.1 or older is spoken": dict(old=True), "Strict-Transport-Security with a year or more is missing": dict(strict="max-age=60"),
        "is answered with 502": dict(status=502), "a page over http is neither": dict(open_page=200),
        "a form over http is taken": dict(open_form=307), "a program that asks /health over http": dict(open_health=301),
    }
    for words, how in cases.items():
        with Site(folder, "good", **how) as site:
            found = ask(program, folder, site.port, site.open)
            check(f"of an address it is told: {words}", found.returncode == 1 and found.stdout.count("WRONG") == 1 and words in
                  found.stdout, said(found))
    with Site(folder, "good") as site:
        check("an address that is well is told to be so", ask(program, folder, site.port, site.open).returncode == 0)
        spanish = ask(program, folder, site.port, site.open, "--lang", "es")
        check("in Spanish, too", "Bien: los navegadores" in spanish.stdout, said(spanish))
    found = ask(program, folder, proxy.free_port(), proxy.free_port())
    check("an address where nothing answers is told of", found.returncode == 1 and "nothing answers there" in found.stdout, said(found))


def settings(program, check, folder):
    for address in (None, "http://127.0.0.1:8080"):
        found = ask(program, folder, None, 80, address=address)
        check(f"without an address of https ({address}) there is nothing to ask", found.returncode == 3 and "No address of https" in
              found.stderr, said(found))


def daily(program, check, folder):
    """The server itself looks, without holding up what it is for."""
    cases = {
        "case-0": ("certificate-not-trusted", {"level": "error", "reason": "unknown authority"}),
        "case-1": ("certificate-not-trusted", {"reason": "other name"}), "case-2": ("certificate-not-trusted", {"reason": "expired"}),
        "case-4": ("certificate-ends-soon", {"level": "warning", "days": 4}),
    }
    for name, (event, fields) in cases.items():
        with Site(folder, name) as site, watching(program, folder, f"https://localhost:{site.port}") as server:
            def found():
                return [line for line in server.events() if line["event"] == event and fields.items() <= line.items()]
            check(f"the server notices by itself: {event}, {fields}", until(found, 20), server.events())
    with Site(folder, "good") as site, watching(program, folder, f"https://localhost:{site.port}") as server:
        asked = until(lambda: site.asked, 20)
        server.stop()
        events = {line["event"] for line in server.events()}
        check("of a good certificate it says nothing", asked and not events & {"certificate-not-trusted", "certificate-ends-soon",
                                                                              "address-not-reached"}, (asked, events))
    with watching(program, folder, f"https://localhost:{proxy.free_port()}") as server:
        check("the server notices when nothing answers there",
              until(lambda: "address-not-reached" in {line["event"] for line in server.events()}, 20), server.events())
    # An address that takes the connection and never says anything: pages are answered meanwhile, and the end does not wait for it.
    with contextlib.closing(silent()) as deaf, watching(program, folder, f"https://localhost:{deaf.getsockname()[1]}") as server:
        check("pages are answered while the address is asked", server.get("/words")[0] == 200)
        check("the server ends while the address is asked", server.stop(10) == 0)
    with Site(folder, "good") as site, Server(program, settings={"address": f"http://localhost:{site.port}"}) as server:
        server.get("/words")
        server.stop()
        check("an address without https is not asked", not site.asked, site.asked)


def watching(program, folder, address):
    return Server(program, settings={"address": address}, environment={"SSL_CERT_FILE": f"{folder}/authority.pem"})


def silent():
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(5)
    return listening


def ask(program, folder, port, http_port, *options, address=""):
    config = f"{folder}/fobwatch.conf"
    address = f"https://localhost:{port}" if address == "" else address
    with open(config, "w", encoding="utf-8") as file:
        file.write(f"address = {address}\n" if address else "")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FOBWATCH_")}
    environment |= {"SSL_CERT_FILE": f"{folder}/authority.pem", "LANG": "C.UTF-8"}
    return subprocess.run(
        [program, "admin", "check-address", "--config", config, "--http-port", str(http_port), *options],
        capture_output=True, text=True, timeout=60, env=environment)


def said(found):
    return found.returncode, found.stdout, found.stderr


class Site:
    """A site of https, and one of http beside it, that are well but for what they are told to do wrong."""

    def __init__(self, folder, name, old=False, strict=STRICT, status=200, open_page=301, open_form=403, open_health=403):
        self.asked = []
        site = self

        class Closed(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append(self.path)
                self.send_response(status)
                self.send_header("Strict-Transport-Security", strict)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        class Open(Closed):
            def do_GET(self):
                self.answer(open_health if self.path.startswith("/health") else open_page)

            def do_POST(self):
                self.answer(open_form)

            def answer(self, code):
                self.send_response(code)
                if code // 100 == 3:
                    self.send_header("Location", f"https://localhost{self.path}")
                self.send_header("Content-Length", "0")
                self.end_headers()

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{folder}/{name}.pem", f"{folder}/{name}.key")
        if old:
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
        self.closed_site = ThreadingHTTPServer(("127.0.0.1", 0), Closed)
        self.closed_site.handle_error = lambda *_: None
        # The handshake is the thread's, so that one that never comes to its end holds nobody up.
        self.closed_site.socket = context.wrap_socket(self.closed_site.socket, server_side=True, do_handshake_on_connect=False)
        self.open_site = ThreadingHTTPServer(("127.0.0.1", 0), Open)
        self.port, self.open = self.closed_site.server_port, self.open_site.server_port

    def __enter__(self):
        for site in (self.closed_site, self.open_site):
            threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_):
        for site in (self.closed_site, self.open_site):
            site.shutdown()
            site.server_close()


def authority(folder, name):
    openssl("req", "-x509", *KEY, "-nodes", "-days", "3650", "-subj", f"/CN={name} of this test",
            "-keyout", f"{folder}/{name}.key", "-out", f"{folder}/{name}.pem")


def certificate(folder, name, names=("localhost",), days=(-1, 59.5), by="authority", itself=False):
    """A certificate for names, from one day to another, counted from now."""
    path = f"{folder}/{name}"
    openssl("req", *KEY, "-nodes", "-subj", f"/CN={names[0]}", "-keyout", f"{path}.key", "-out", f"{path}.csr")
    with open(f"{path}.ext", "w", encoding="utf-8") as file:
        file.write("subjectAltName = " + ", ".join(f"DNS:{each}" for each in names) + "\n")
    signer = ["-selfsign", "-keyfile", f"{path}.key"] if itself else ["-cert", f"{folder}/{by}.pem", "-keyfile", f"{folder}/{by}.key"]
    now = datetime.datetime.now(datetime.timezone.utc)
    first, last = ((now + datetime.timedelta(days=day)).strftime("%Y%m%d%H%M%SZ") for day in days)
    # `openssl ca` alone takes both ends of the time, and wants a register.
    with open(f"{path}.cnf", "w", encoding="utf-8") as file:
        file.write(f"[ca]\ndefault_ca = this\n[this]\ndatabase = {path}.index\nserial = {path}.serial\nnew_certs_dir = {folder}\n"
                   f"default_md = sha256\npolicy = any\nunique_subject = no\n[any]\ncommonName = supplied\n")
    open(f"{path}.index", "w").close()
    with open(f"{path}.serial", "w", encoding="utf-8") as file:
        file.write(os.urandom(8).hex().upper() + "\n")
    openssl("ca", "-batch", "-notext", "-config", f"{path}.cnf", *signer, "-extfile", f"{path}.ext", "-startdate", first, "-enddate", last,
            "-in", f"{path}.csr", "-out", f"{path}.pem")


def openssl(*options):
    done = subprocess.run(["openssl", *options], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"openssl {' '.join(options)}: {done.stderr}")

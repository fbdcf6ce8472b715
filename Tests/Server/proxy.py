"""nginx as docs/how-to/behind-a-proxy.md configures it, in front of a server: the page is true only while this holds."""

import http.client
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import warnings

from server import Server, until

PAGE = os.path.join(os.path.dirname(__file__), "..", "..", "docs/how-to/behind-a-proxy.md")
NAME = "fobwatch.example.org"
HSTS = "max-age=63072000; includeSubDomains"
# What TLS 1.2 has besides: without forward secrecy, without a seal, or broken.
REFUSED = ["AES256-GCM-SHA384", "AES128-SHA", "ECDHE-RSA-AES256-SHA", "ECDHE-RSA-AES128-SHA256", "DHE-RSA-AES256-GCM-SHA384",
           "CAMELLIA256-SHA", "NULL-SHA256", "ADH-AES256-GCM-SHA384"]


def run(program, check):
    with Server(program, "--secure-cookies", settings={"trusted-proxy": "127.0.0.1"}) as server, Proxy(server.port) as proxy:
        check("nginx takes the configuration of the page", proxy.started, proxy.said)
        if proxy.started:
            versions(proxy, check)
            suites(proxy, check)
            names(proxy, check)
            answers(proxy, check)
            unencrypted(proxy, check)
            often(proxy, check)


class Proxy:
    """nginx with the configuration of the page, on free ports, with a certificate that signs itself unless one is given.

    answers: the name of the site in place of that of the page.
    """

    def __init__(self, behind, certificate=None, key=None, answers=NAME):
        self.behind, self.given, self.answers = behind, (certificate, key), answers

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="fobwatch-proxy-")
        folder = self.folder.name
        self.open, self.closed = free_port(), free_port()
        with open(PAGE, encoding="utf-8") as file:
            [text] = re.findall(r"```nginx\n(.*?)```", file.read(), re.DOTALL)
        self.suites = re.search(r"ssl_ciphers ([^;]+);", text)[1].split(":")
        places = {r"listen 443 ssl": f"listen 127.0.0.1:{self.closed} ssl", r"listen 80;": f"listen 127.0.0.1:{self.open};",
                  r"127\.0\.0\.1:8080": f"127.0.0.1:{self.behind}", r"/etc/letsencrypt/live/[^/]+": folder,
                  r"/var/log/nginx": folder, r"/var/www/acme": folder + "/acme"}
        for pattern, place in places.items():
            if not re.search(pattern, text):
                raise SystemExit(f"docs/how-to/behind-a-proxy.md: expected {pattern} in the configuration")
            text = re.sub(pattern, place, text)
        text = text.replace(NAME, self.answers)
        kept = "".join(f"  {name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        with open(f"{folder}/nginx.conf", "w", encoding="utf-8") as file:
            file.write(f"pid {folder}/pid;\nerror_log {folder}/error.log;\ndaemon off;\nevents {{}}\n"
                       f"http {{\n  ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;\n{kept}{text}}}\n")
        if self.given[0]:
            for path, name in zip(self.given, ("fullchain.pem", "privkey.pem"), strict=True):
                shutil.copy(path, f"{folder}/{name}")
        else:
            subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}", "-keyout",
                            f"{folder}/privkey.pem", "-out", f"{folder}/fullchain.pem"], check=True, capture_output=True)
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        command = [program, "-p", folder, "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log"]
        test = subprocess.run([*command, "-t"], capture_output=True, text=True)
        self.said = test.stderr
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL) if test.returncode == 0 else None
        self.started = self.process is not None and until(lambda: is_open(self.closed), 10)
        return self

    def __exit__(self, *_):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(20)
        self.folder.cleanup()

    def connect(self, name=NAME, version=None, suites=None):
        return connect(self.closed, name, version, suites)

    def refusal(self, name=NAME, version=None, suites=None):
        """What the proxy says when it refuses a connection; nothing when it takes it."""
        return refusal(self.closed, name, version, suites)

    def ask(self, path, method="GET", body=None, headers=None, port=None):
        connection = http.client.HTTPConnection("127.0.0.1", port or self.open, timeout=20)
        if port is None:
            connection.sock = self.connect()
        fields = {"Host": NAME, **(headers or {})}
        try:
            connection.request(method, path, body=body, headers=fields)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            connection.close()


def connect(port, name, version=None, suites=None):
    """A connection whose certificate is not looked at: it is of the test."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    # The client takes everything, so that it is the other end that refuses.
    context.set_ciphers(suites or "ALL:COMPLEMENTOFALL:@SECLEVEL=0")
    if version:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            context.minimum_version = context.maximum_version = version
    return context.wrap_socket(socket.create_connection(("127.0.0.1", port), timeout=10), server_hostname=name)


def refusal(port, name, version=None, suites=None):
    """What the other end says when it refuses a connection; nothing when it takes it."""
    try:
        connect(port, name, version, suites).close()
        return ""
    except ssl.SSLError as error:
        return error.reason or str(error)
    except ConnectionError as error:
        return str(error)


def versions(proxy, check):
    for version in (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1):
        said = proxy.refusal(version=version)
        check(f"behind the proxy, {version.name} is refused", "ALERT" in said.upper(), said)
    for version, name in ((ssl.TLSVersion.TLSv1_2, "TLSv1.2"), (ssl.TLSVersion.TLSv1_3, "TLSv1.3")):
        with proxy.connect(version=version) as connection:
            check(f"behind the proxy, {name} is spoken", connection.version() == name)
    with proxy.connect() as connection:
        check("the newest version is taken where both ends have it", connection.version() == "TLSv1.3")


def suites(proxy, check):
    old = ssl.TLSVersion.TLSv1_2
    taken = [name for name in REFUSED if not proxy.refusal(version=old, suites=f"{name}:@SECLEVEL=0")]
    check("suites without forward secrecy or a seal are refused", not taken, taken)
    mine = [name for name in proxy.suites if "-RSA-" in name]
    refused = [name for name in mine if proxy.refusal(version=old, suites=name)]
    check("the suites of the page are taken", len(mine) == 3 and not refused, refused)
    with proxy.connect(version=old, suites=":".join(reversed(mine))) as connection:
        check("the strongest suite is taken, whatever the visitor prefers", connection.cipher()[0] == mine[0], connection.cipher())
    with proxy.connect(version=ssl.TLSVersion.TLSv1_3) as connection:
        check("the strongest suite of TLS 1.3 is taken", connection.cipher()[0] == "TLS_AES_256_GCM_SHA384", connection.cipher())


def names(proxy, check):
    refused = [proxy.refusal(name=name) for name in ("elsewhere.example", f"old.{NAME}", None)]
    check("no other name is answered", all(refused), refused)


def answers(proxy, check):
    for path, method, more, status in (("/", "GET", {}, 200), ("/none", "GET", {}, 404),
                                       ("/roster", "POST", {"Content-Length": "20000000"}, 413)):
        found, headers, _ = proxy.ask(path, method, None, more)
        said = [value for name, value in headers if name.lower() == "strict-transport-security"]
        check(f"through the proxy, {method} {path} says once that there is https only", (found, said) == (status, [HSTS]),
              (found, headers))
    status, headers, _ = proxy.ask("/answers/removal", "POST", b"", {"Origin": f"https://{NAME}"})
    check("through the proxy, our own forms pass", status == 303, (status, headers))
    status, headers, _ = proxy.ask("/metrics", headers={"Forwarded": "for=127.0.0.1"})
    check("through the proxy, the figures want their token", status == 401, status)


def unencrypted(proxy, check):
    for path in ("/", "/es", "/words?a=b", "/.well-known/security.txt"):
        status, headers, body = proxy.ask(path, port=proxy.open)
        place = dict(headers).get("Location")
        check(f"http leads {path} on", status == 301 and place == f"https://{NAME}{path}" and b"Fobwatch" not in body, (status, place))
    for method, path in (("GET", "/api/v1/states"), ("GET", "/health/ready"), ("GET", "/metrics"), ("POST", "/answers"),
                         ("POST", "/es/answers"), ("DELETE", "/")):
        status, headers, _ = proxy.ask(path, method, port=proxy.open)
        check(f"http does not lead {method} {path} on", status == 403 and "Location" not in dict(headers), (status, headers))


def often(proxy, check):
    connection = http.client.HTTPConnection("127.0.0.1", proxy.closed, timeout=20)
    connection.sock = proxy.connect()
    found = []
    for _ in range(300):
        connection.request("GET", "/health/live", headers={"Host": NAME})
        answer = connection.getresponse()
        answer.read()
        found.append(answer.status)
    connection.close()
    check("through the proxy, an address that asks too often is told so", {200, 429} == set(found) and found[0] == 200, set(found))


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def is_open(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
        return True
    except OSError:
        return False

"""The log on another machine, as docs/how-to/monitor.md has it: the programs of systemd and nginx, with the page's own configuration."""

import configparser
import http.client
import os
import re
import shlex
import shutil
import ssl
import subprocess
import tempfile
import time

import proxy
from server import Server, until
from tls import authority, certificate

PAGE = os.path.join(os.path.dirname(__file__), "..", "..", "docs/how-to/monitor.md")
NAME = "logs.example.org"
UPLOAD, REMOTE = "/lib/systemd/systemd-journal-upload", "/lib/systemd/systemd-journal-remote"


def run(program, check):
    with tempfile.TemporaryDirectory(prefix="fobwatch-journal-") as folder:
        for name in ("ours", "theirs"):
            authority(folder, name)
        certificate(folder, "logs", "localhost", "ours")
        certificate(folder, "sender", "fobwatch", "ours")
        certificate(folder, "stranger", "fobwatch", "theirs")
        with Sender(folder) as sender, Receiver(folder) as receiver:
            check("nginx takes the page's configuration for logs", receiver.started, receiver.said)
            if receiver.started:
                arrives(program, check, sender, receiver)
                refuses(check, sender, receiver)


def arrives(program, check, sender, receiver):
    lines = events(program, "/words")
    sender.keep(lines)
    done = sender.send(receiver.port)
    check("every event of the server arrives on the other machine", done.returncode == 0 and len(lines) > 5
          and receiver.kept() == lines, (done.stderr, len(lines), receiver.kept()))
    more = events(program, "/search?q=none")
    receiver.stop()
    sender.keep(more)
    done = sender.send(receiver.port)
    check("that the other machine is away is noticed", done.returncode != 0 and receiver.kept() == lines, done.stderr)
    receiver.start()
    done = sender.send(receiver.port)
    # The last line before can come a second time: it is sent again where the answer to it may have been lost.
    kept = receiver.kept()
    check("what was said meanwhile arrives when it is back", done.returncode == 0
          and kept in (lines + more, lines + lines[-1:] + more), (done.stderr, len(more), kept[len(lines):]))


def refuses(check, sender, receiver):
    before = receiver.kept()
    sender.keep(["{\"event\":\"from elsewhere\"}"])
    for sentence, names in {"a sender of another authority is refused": {"sender": "stranger"},
                            "a receiver of another authority is sent nothing": {"ours": "theirs"}}.items():
        done = sender.send(receiver.port, names)
        check(sentence, done.returncode != 0 and receiver.kept() == before, (done.returncode, done.stderr))
    entry = b"__REALTIME_TIMESTAMP=1800000000000000\nMESSAGE=from elsewhere\n\n"
    for method, path in (("POST", "/upload"), ("GET", "/upload"), ("GET", "/browse"), ("GET", "/entries")):
        status = receiver.ask(method, path, entry)
        check(f"without a certificate, {method} {path} is refused", status == 400 and receiver.kept() == before, status)
    for method, path in (("GET", "/upload"), ("DELETE", "/upload"), ("GET", "/browse"), ("GET", "/entries")):
        status = receiver.ask(method, path, b"", "sender")
        check(f"who sends cannot read or change: {method} {path}", status in (403, 404), status)
    said = receiver.refusal(ssl.TLSVersion.TLSv1_1)
    check("logs do not travel by an old version of TLS", "ALERT" in said.upper(), said)


def events(program, path):
    """The lines of a server that was asked a little."""
    with Server(program, "--log-level", "debug") as server:
        server.get(path)
        server.get("/health/live")
        server.get("/answers/removal", method="POST")
        server.stop()
        return [line.rstrip("\n") for line in server.logged]


def page():
    with open(PAGE, encoding="utf-8") as file:
        return file.read()


def expected(pattern):
    found = re.search(pattern, page(), re.DOTALL)
    if not found:
        raise SystemExit(f"docs/how-to/monitor.md: expected {pattern}")
    return found[1]


class Sender:
    """A journal, and the program that sends it on by the page's configuration, in place of that of this machine."""

    def __init__(self, folder):
        self.folder = folder
        self.state = f"{folder}/state"
        self.number = 0

    def __enter__(self):
        os.mkdir(f"{self.folder}/here")
        text = expected(r"# /etc/systemd/journal-upload\.conf\n(\[Upload\].*?)```")
        read = configparser.ConfigParser()
        read.optionxform = str
        read.read_string(text)
        wanted = {"URL", "ServerKeyFile", "ServerCertificateFile", "TrustedCertificateFile"}
        if set(read["Upload"]) != wanted:
            raise SystemExit(f"docs/how-to/monitor.md: expected {wanted} for journal-upload.conf")
        self.text = text
        return self

    def __exit__(self, *_):
        pass

    def keep(self, lines):
        """What journald does with the lines of a service, in the form it exports."""
        fields = []
        for line in lines:
            self.number += 1
            fields.append(f"__REALTIME_TIMESTAMP={time.time_ns() // 1000}\n__MONOTONIC_TIMESTAMP={self.number}\n_BOOT_ID={'ab' * 16}\n"
                          f"_SYSTEMD_UNIT=fobwatch.service\nMESSAGE={line}\n\n")
        written = subprocess.run([REMOTE, f"--output={self.folder}/here/system.journal", "-"], input="".join(fields), text=True,
                                 capture_output=True, timeout=60)
        if written.returncode:
            raise SystemExit(written.stderr)

    def send(self, port, names=None):
        """Sends what was not sent yet, and ends. names: files in place of others."""
        names = {"sender": "sender", "ours": "ours"} | (names or {})
        text = self.text
        for pattern, place in {rf"https://{re.escape(NAME)}:19532": f"https://localhost:{port}",
                               r"/etc/fobwatch/journal-upload\.(key|pem)": rf"{self.folder}/{names['sender']}.\1",
                               r"/etc/fobwatch/logs-ca\.pem": f"{self.folder}/{names['ours']}.pem"}.items():
            text, found = re.subn(pattern, place, text)
            if not found:
                raise SystemExit(f"docs/how-to/monitor.md: expected {pattern} in journal-upload.conf")
        path = f"{self.folder}/journal-upload.conf"
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        # The program reads no other file than that of the machine: it is covered for this process alone.
        script = f"mount --bind {shlex.quote(path)} /etc/systemd/journal-upload.conf && exec \"$@\""
        unshare = ["unshare", "--mount"] if os.getuid() == 0 else ["unshare", "--mount", "--map-root-user"]
        return subprocess.run(
            [*unshare, "sh", "-c", script, "sh", UPLOAD, f"--directory={self.folder}/here", f"--save-state={self.state}", "--follow=no"],
            capture_output=True, text=True, timeout=120)


class Receiver:
    """nginx and the program that writes a journal, as the page has them on the machine of logs."""

    def __init__(self, folder):
        self.folder = folder
        self.port, self.behind = proxy.free_port(), proxy.free_port()
        self.writer = None

    def __enter__(self):
        folder = self.folder
        os.mkdir(f"{folder}/there")
        text = expected(r"```nginx\n(server \{\n  listen 19532.*?)```")
        self.command = expected(r"\nExecStart=(/lib/systemd/systemd-journal-remote [^\n]+)\n")
        places = {r"listen 19532 ssl": f"listen 127.0.0.1:{self.port} ssl", r"127\.0\.0\.1:19531": f"127.0.0.1:{self.behind}",
                  r"/etc/nginx/logs\.(pem|key)": rf"{folder}/logs.\1", r"/etc/nginx/logs-ca\.pem": f"{folder}/ours.pem"}
        for pattern, place in places.items():
            text, found = re.subn(pattern, place, text)
            if not found:
                raise SystemExit(f"docs/how-to/monitor.md: expected {pattern} for nginx")
        kept = "".join(f"  {name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        with open(f"{folder}/nginx.conf", "w", encoding="utf-8") as file:
            file.write(f"pid {folder}/pid;\nerror_log {folder}/error.log;\ndaemon off;\nevents {{}}\nhttp {{\n{kept}{text}}}\n")
        nginx = [shutil.which("nginx") or "/usr/sbin/nginx", "-p", folder, "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log"]
        test = subprocess.run([*nginx, "-t"], capture_output=True, text=True)
        self.said = test.stderr
        self.process = subprocess.Popen(nginx, stderr=subprocess.DEVNULL) if test.returncode == 0 else None
        self.start()
        self.started = self.process is not None and until(lambda: proxy.is_open(self.port), 10)
        return self

    def __exit__(self, *_):
        self.stop()
        if self.process:
            self.process.terminate()
            self.process.wait(20)

    def start(self):
        """The socket is given to it as systemd does."""
        command = self.command.replace("/var/log/journal/remote/", f"{self.folder}/there/").split()
        self.writer = subprocess.Popen(["systemd-socket-activate", "--listen", f"127.0.0.1:{self.behind}", *command],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Asking the port would start it: the system lists it.
        until(lambda: f":{self.behind:04X} " in open("/proc/net/tcp", encoding="ascii").read(), 10)

    def stop(self):
        self.writer.terminate()
        self.writer.wait(20)

    def kept(self):
        """The messages of the journal there, from the first."""
        found = subprocess.run(["journalctl", f"--directory={self.folder}/there", "--output=cat", "--quiet"], capture_output=True, text=True,
                               timeout=60)
        return found.stdout.splitlines()

    def ask(self, method, path, body, name=None):
        context = ssl.create_default_context(cafile=f"{self.folder}/ours.pem")
        if name:
            context.load_cert_chain(f"{self.folder}/{name}.pem", f"{self.folder}/{name}.key")
        connection = http.client.HTTPSConnection("localhost", self.port, timeout=20, context=context)
        try:
            connection.request(method, path, body=body, headers={"Content-Type": "application/vnd.fdo.journal"})
            return connection.getresponse().status
        finally:
            connection.close()

    def refusal(self, version):
        """What it says to who speaks another version."""
        return proxy.refusal(self.port, "localhost", version)

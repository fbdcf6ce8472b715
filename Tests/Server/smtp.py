"""A mail server that keeps what it is given, for a test that says how it behaves."""

import base64
import socketserver
import ssl
import subprocess
import threading


class MailServer:
    """Use with `with`. Answers given for a command stand in place of its own: {"RCPT": "550 no"}.

    place: the address it listens on. certificate: a file with a key and a certificate, for TLS. at_once: TLS before anything
    is said. login: (user, password) that it wants. silent: takes connections and says nothing.
    """

    def __init__(self, place="127.0.0.1", certificate=None, at_once=False, login=None, answers=None, silent=False):
        self.certificate, self.at_once, self.login, self.silent = certificate, at_once, login, silent
        self.answers = answers or {}
        self.mails = []
        self.commands = []
        outer = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                try:
                    outer._talk(self.request)
                except (OSError, ssl.SSLError, ValueError):
                    pass

        class Threads(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True

        self._server = Threads((place, 0), Handler)
        self.port = self._server.server_address[1]
        self.url = f"{'smtps' if at_once else 'smtp'}://{place}:{self.port}"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def _encrypted(self, connection):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate)
        return context.wrap_socket(connection, server_side=True)

    def _talk(self, connection):
        if self.silent:
            self.commands.append("connected")
            while connection.recv(4096):
                pass
            return
        is_encrypted = self.at_once
        if is_encrypted:
            connection = self._encrypted(connection)
        file = connection.makefile("rb")
        mail = {"signed_in": False, "encrypted": is_encrypted, "to": []}

        def say(text):
            connection.sendall(text.encode() + b"\r\n")

        say("220 test")
        while line := file.readline():
            text = line.decode().rstrip("\r\n")
            command = text.split(" ")[0].upper()
            self.commands.append(command)
            if command in self.answers:
                say(self.answers[command])
            elif command == "EHLO":
                offers = [] if is_encrypted or not self.certificate else ["STARTTLS"]
                offers += ["AUTH PLAIN"] if self.login else []
                mail["greeted"] = text.split(" ")[1]
                for offer in ["test", *offers]:
                    say(f"250-{offer}")
                say("250 HELP")
            elif command == "STARTTLS":
                say("220 go on")
                connection = self._encrypted(connection)
                file = connection.makefile("rb")
                is_encrypted = mail["encrypted"] = True
            elif command == "AUTH":
                given = text.split(" ")[2] if len(text.split(" ")) > 2 else None
                if given is None:
                    say("334 ")
                    given = file.readline().decode().strip()
                words = base64.b64decode(given).decode().split("\0")
                mail["signed_in"] = tuple(words[1:]) == self.login
                say("235 welcome" if mail["signed_in"] else "535 no")
            elif command == "MAIL":
                mail["from"], mail["to"] = text.split(":", 1)[1].split(" ")[0], []
                say("250 ok" if mail["signed_in"] or not self.login else "530 sign in")
            elif command == "RCPT":
                mail["to"].append(text.split(":", 1)[1])
                say("250 ok")
            elif command == "DATA":
                say("354 go on")
                body = b""
                while (part := file.readline()) != b".\r\n":
                    if not part:
                        # The line was cut: what is not whole is not taken (RFC 5321, 4.1.1.4).
                        return
                    body += part[1:] if part.startswith(b".") else part
                self.mails.append({**mail, "bytes": body})
                say("250 taken")
            elif command == "QUIT":
                say("221 bye")
                return
            else:
                say("250 ok")


def make_certificate(folder, place):
    """A file with a key and its own certificate for an address of this machine."""
    path = f"{folder}/{place}.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={place}", "-addext", f"subjectAltName=IP:{place}", "-keyout", path + ".key", "-out", path + ".crt"],
        check=True, capture_output=True)
    with open(path, "w", encoding="ascii") as file:
        for part in (".key", ".crt"):
            with open(path + part, encoding="ascii") as source:
                file.write(source.read())
    return path, path + ".crt"



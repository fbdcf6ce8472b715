"""Asks a server, by HTTP as it is meant and byte by byte."""

import http.client
import re
import socket
from html.parser import HTMLParser
from urllib.parse import urlencode, urldefrag, urljoin, urlsplit

FORM = "application/x-www-form-urlencoded"


class Reply:
    def __init__(self, path, reply):
        self.path, self.status, self.headers = path, reply.status, reply.getheaders()
        self.body = reply.read()

    def all(self, name):
        return [value for found, value in self.headers if found.lower() == name.lower()]

    def one(self, name):
        """The value of a header that is there once; empty when it is not, or more than once."""
        found = self.all(name)
        return found[0] if len(found) == 1 else ""

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def told(self):
        """All of it but the time and the number of the request."""
        own = ("date", "x-request-id")
        return self.status, [header for header in self.headers if header[0].lower() not in own], self.body


class Client:
    """Holds no cookies: a caller gives them."""

    def __init__(self, address):
        self.place = urlsplit(address).hostname, urlsplit(address).port

    def ask(self, path, method="GET", body=None, **headers):
        """One request; names of headers are written with `_` for `-`."""
        connection = http.client.HTTPConnection(*self.place, timeout=30)
        try:
            fields = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body=body, headers=fields)
            return Reply(path, connection.getresponse())
        finally:
            connection.close()

    def post(self, path, fields, **headers):
        """A form as our own pages send it."""
        return self.ask(path, "POST", urlencode(fields), **{"Content_Type": FORM, **headers})

    def upload(self, path, fields, name=None, file=b"", filename="sheet.csv"):
        """A form with a file."""
        parts = [(f'name="{key}"', value.encode()) for key, value in fields.items()]
        if name:
            parts.append((f'name="{name}"; filename="{filename}"', file))
        body = b"".join(b"--mark\r\nContent-Disposition: form-data; " + head.encode() + b"\r\n\r\n" + content + b"\r\n"
                        for head, content in parts) + b"--mark--\r\n"
        return self.ask(path, "POST", body, Content_Type="multipart/form-data; boundary=mark")

    def say(self, request, patience=3):
        """Bytes as they are. The result is all that comes back until the server hangs up or says nothing more."""
        with socket.create_connection(self.place, timeout=patience) as connection:
            answer = b""
            try:
                connection.sendall(request)
                while chunk := connection.recv(65536):
                    answer += chunk
            except (TimeoutError, ConnectionError):
                pass
            return answer


class Marks(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, {name: value or "" for name, value in attributes}))

    def values(self, name, *tags):
        return [found[name] for tag, found in self.tags if name in found and (not tags or tag in tags)]

    def forms(self):
        """Where forms are sent that change something."""
        return [found.get("action", "") for tag, found in self.tags
                if tag == "form" and found.get("method", "get").lower() == "post"]


def crawl(client, most, **headers):
    """Replies to every page that links lead to, by path, from the start in both languages."""
    waiting, seen = ["/", "/es", "/roster", "/answers", "/words"], {}
    while waiting and len(seen) < most:
        path = waiting.pop(0)
        if path in seen:
            continue
        reply = seen[path] = client.ask(path, **headers)
        if "text/html" in reply.one("Content-Type"):
            links = [urldefrag(urljoin(path, link))[0] for link in Marks(reply.text).values("href")]
            waiting += [link for link in links if re.match(r"/(?!/)", link) and link not in seen]
    return seen


def sent_to(pages):
    """One address of each form that the pages have, by what it does."""
    found = {}
    for reply in pages.values():
        for action in Marks(reply.text).forms():
            kind = re.sub(r"^/es(?=/)", "", action)
            kind = re.sub(r"^/question/.*", "/question/*", re.sub(r"^/programs/.*/pick", "/programs/*/pick", kind))
            kind = re.sub(r"^/roadmap/.*", "/roadmap/*/*", kind)
            found.setdefault(kind, action)
    return found

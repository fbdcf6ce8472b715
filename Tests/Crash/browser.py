"""As much of a browser as somebody with an account needs: cookies, forms, and where an answer leads."""

import http.client
import re
import urllib.parse
from html import unescape


class Browser:
    """One person at one server, whose port can change."""

    def __init__(self):
        self.port = None
        self.cookies = {}

    def get(self, path):
        """(status, text)."""
        status, _, text = self._ask("GET", path)
        return status, text

    def post(self, path, fields):
        """(status, where it leads, text)."""
        body = urllib.parse.urlencode(fields)
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded",
                                               "Origin": f"http://127.0.0.1:{self.port}"})

    def send(self, page, action, fields):
        """Fills a form of a page and sends it; what stands in it unseen goes along."""
        form = re.search(rf'<form[^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', page, re.S)
        if not form:
            raise AssertionError(f"no form for {action} on the page")
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form.group(1)))
        return self.post(action, {**{name: unescape(value) for name, value in hidden.items()}, **fields})

    def _ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, path, body, {**(headers or {}), **({"Cookie": cookies} if cookies else {})})
            answer = connection.getresponse()
            text = answer.read().decode()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    name, _, rest = value.partition("=")
                    self.cookies[name] = rest.partition(";")[0]
            return answer.status, answer.getheader("Location"), text
        finally:
            connection.close()

"""Every link and form inside the site, followed from the start page."""

import re
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids = [], set()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if values.get("id"):
            self.ids.add(values["id"])
        if tag == "form" and (values.get("method") or "get").lower() == "post":
            return
        for name in ("href", "src", "action"):
            if values.get(name):
                self.links.append(values[name])


def crawl(request, address, report, most=600):
    """Follows links breadth first with the cookies of `request`. The result is every address seen."""
    waiting, seen, broken, anchors, ids = [address + "/", address + "/es"], {}, [], [], {}
    while waiting and len(seen) < most:
        url = waiting.pop(0)
        if url in seen:
            continue
        response = request.get(url, max_redirects=5)
        seen[url] = response.status
        if response.status != 200:
            broken.append(f"{response.status} {url}")
            continue
        if "text/html" not in response.headers.get("content-type", ""):
            continue
        reader = _Reader()
        reader.feed(response.text())
        ids[url] = reader.ids
        for link in reader.links:
            target, anchor = urldefrag(urljoin(url, link))
            if not target.startswith(address + "/"):
                continue
            if anchor:
                anchors.append((url, target, anchor))
            if target not in seen:
                waiting.append(target)
    report.check("every internal link answers 200", not broken, "\n".join(broken))
    lost = sorted({f"{source} -> #{anchor}" for source, target, anchor in anchors
                   if target in ids and anchor not in ids[target]})
    report.check("every link to a part of a page finds it", not lost, "\n".join(lost))
    report.check("a crawl sees pages in both languages", any("/es/" in url for url in seen), len(seen))
    print(f"   {len(seen)} addresses" + ("" if not waiting else f"; {len(waiting)} more were not followed"))
    return list(seen)


# What an address can ask: the weights of a comparison, a day, and about states which task, which credential and which
# states. Nothing a person told us.
QUERY = re.compile(
    r"(?:(?:get|keep|date)=[012]|on=\d{4}-\d\d-\d\d|task=[a-z-]+|with=(?:none|answers|[a-z]+/[a-z]+)"
    r"|(?:from|to|[a-d])=[a-z]{2})(?:&|$)")


def personal(urls, told):
    """The addresses with a query of another kind, or with something the person told us."""
    found = []
    for url in urls:
        query = url.partition("?")[2]
        if query and QUERY.sub("", query):
            found.append(url)
        path = url.partition("://")[2].partition("/")[2]
        found += [f"{url} holds {value!r}" for value in told if value in re.split(r"[/?&=#]", path)]
    return found

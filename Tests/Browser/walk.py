"""Somebody who walks through the pages, and what is looked at on the way."""

import subprocess

import reading

PHONE = {"width": 360, "height": 740}


class Walk:
    """Who walks, and what is looked at on the way."""

    def __init__(self, browser, server, report, looks):
        self.browser, self.server, self.report, self.looks = browser, server, report, looks
        self.texts = []

    def enter(self, **more):
        """A browser of its own."""
        context = self.browser.new_context(viewport=PHONE, **more)
        page = self.looks.watch(context.new_page())
        page.set_default_timeout(20000)
        return context, page

    def go(self, page, path):
        page.set_viewport_size(PHONE)
        return page.goto(self.server.address + path)

    def see(self, page, name, path, answers=200):
        """One page in both languages, light and dark."""
        page.wait_for_load_state("networkidle")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for language, prefix in (("en", ""), ("es", "/es")):
                response = page.goto(self.server.address + prefix + path)
                self.report.check(f"{name}.{language}, {scheme}: answers {answers}", response.status == answers, response.status)
                if answers != 200:
                    page.complaints.clear()
                self.look(page, f"{name}.{language}", scheme)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(PHONE)

    def look(self, page, name, scheme="light"):
        """What is open, as it is."""
        if scheme == "light":
            self.texts.append((name, page.evaluate(reading.COLLECT)))
        self.looks.look(page, name, scheme)
        page.set_viewport_size(PHONE)

    def glance(self, page, name, path, answers=200):
        """One page in both languages, on a phone: quicker than `see`."""
        page.wait_for_load_state("networkidle")
        for language, prefix in (("en", ""), ("es", "/es")):
            response = self.go(page, prefix + path)
            self.report.check(f"{name}.{language}: answers {answers}", response.status == answers, response.status)
            if answers != 200:
                page.complaints.clear()
            self.glimpse(page, f"{name}.{language}")

    def glimpse(self, page, name):
        """What is open, on a phone."""
        self.texts.append((name, page.evaluate(reading.COLLECT)))
        self.looks.look(page, name, "light", axe_at={360})
        page.set_viewport_size(PHONE)

    def check(self, sentence, holds, found=""):
        return self.report.check(f"story: {sentence}", holds, found)

    def desk(self, *words):
        """A command of whoever runs the machine."""
        result = subprocess.run([self.server.program, "admin", *words, "--data", self.server.folder], capture_output=True,
                                text=True, timeout=60)
        self.check(f"the command works: {' '.join(words[:2])}", result.returncode == 0, result.stderr)

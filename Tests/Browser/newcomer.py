"""A scripted newcomer: made up, in a program now. Answers each question with the keyboard alone."""

from datetime import date, timedelta


def answers(today):
    """By fact. What is not here is answered with "I do not know"."""
    return {
        "program-status": "in-one-now",
        "program-kind": "school",
        "program-recognized-by": ["ncct"],
        "program-graduated": today + timedelta(days=194),
        "program-completion": today + timedelta(days=187),
        "program-enrolled": today - timedelta(days=75),
        "program-accreditation": "abhes",
        "program-accreditation-began": (2019, 1),
        "program-institution": "yes",
        "program-award": "certificate",
        "program-total-hours": "760",
        "program-practicum-hours": "160",
        "program-academic-hours": "600",
        "program-semesters": "2",
        "work-as-medical-assistant": "none",
        "diploma-status": "diploma",
        "diploma-earned": today - timedelta(days=535),
        "exam-history": "never",
        "age-band": "18-or-over",
    }


class Newcomer:
    """Walks the interview. `told` holds what was picked or typed, if nothing else looks like it."""

    def __init__(self, page, today):
        self.page = page
        self.answers = answers(today)
        self.asked = []
        self.told = set()
        self.unseen = []

    def tab_to(self, wanted, most=60):
        """Tab until the focused element matches a selector. Remembers a stop that shows no focus."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            state = self.page.evaluate("""wanted => {
              const e = document.activeElement;
              if (!e || e === document.body) return null;
              const look = s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none';
              const label = e.closest('label');
              const seen = look(getComputedStyle(e)) || (label && look(getComputedStyle(label)));
              return { hit: e.matches(wanted), seen: !!seen, what: e.outerHTML.slice(0, 120) };
            }""", wanted)
            if state and not state["seen"]:
                self.unseen.append(state["what"])
            if state and state["hit"]:
                return True
        return False

    def fact(self):
        action = self.page.locator("form.question").get_attribute("action")
        return action.rstrip("/").rsplit("/", 1)[1]

    def step(self):
        """Answers the question on the page. The result is the fact."""
        fact = self.fact()
        wanted = self.answers.get(fact)
        self.asked.append(fact)
        page = self.page
        kinds = page.evaluate("""() => [...document.querySelectorAll('form.question input')]
          .map(e => [e.name, e.type, e.value, e.id])""")
        names = {name for name, *_ in kinds}
        choices = [value for name, kind, value, _ in kinds if name == "answer" and kind == "radio"]
        if choices:
            self._pick(choices, wanted if wanted in choices else "unknown")
        elif "year" in names:
            self._day(wanted if isinstance(wanted, (date, tuple)) else None)
        elif isinstance(wanted, list):
            for value in [value for name, _, value, _ in kinds if name == "answer" and value in wanted]:
                self._mark(f"input[value='{value}']")
        elif isinstance(wanted, str) and wanted.isdigit():
            self.tab_to("#answer")
            page.keyboard.type(wanted)
        else:
            self._mark("#unknown")
        if not self.tab_to("button[type=submit]"):
            raise AssertionError(f"{fact}: the keyboard does not reach the button")
        self.enter()
        return fact

    def enter(self):
        """Presses Enter and waits for the page that follows."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def _pick(self, choices, wanted):
        if not self.tab_to("input[type=radio]"):
            raise AssertionError("the keyboard does not reach the choices")
        for _ in range(len(choices) + 1):
            value = self.page.evaluate("document.activeElement.value")
            if value == wanted:
                break
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Space")
        if len(wanted) > 7:
            self.told.add(wanted)

    def _day(self, wanted):
        if wanted is None:
            return self._mark("#unknown")
        year, month, *day = wanted.timetuple()[:3] if isinstance(wanted, date) else wanted
        self.told.add(f"{year}-{month:02}" + (f"-{day[0]:02}" if day else ""))
        order = self.page.evaluate("[...document.querySelectorAll('.date3 input')].map(e => e.id)")
        for field in order:
            self.tab_to("#" + field)
            value = {"year": year, "month": month, "day": day[0] if day else ""}[field]
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(str(value)) if value != "" else None
        if not day:
            self._mark("#month-only")

    def _mark(self, box):
        if not self.tab_to(box):
            raise AssertionError(f"the keyboard does not reach {box}")
        if not self.page.locator(box).is_checked():
            self.page.keyboard.press("Space")

"""Commands of administration, on an installation whose server runs: from the first administrator to a deleted account."""

import glob
import html
import json
import os
import re
import subprocess
import urllib.parse

from server import Server, until

ADDRESS = "first.person@mail.example"
PASSWORD = "wolf lantern ninety gravel"


def run(program, check):
    with Server(program, "--as-of", "2026-11-22") as server:
        desk = Desk(program, server, check)
        first(desk, server, check)
        organizations(desk, check)
        signs_up(server, check)
        roles(desk, check)
        keys(desk, server, check)
        holds(desk, check)
        jobs(desk, check)
        server.stop()
        desk.done("the log still agrees with itself", "log", "verify")
        check("nobody is in the log of the server", ADDRESS not in "".join(server.logged), server.logged)


class Desk:
    def __init__(self, program, server, check):
        self.program, self.check = program, check
        self.data = os.path.join(server.folder.name, "data")

    def __call__(self, *words, lang="en"):
        return subprocess.run([self.program, *words, "--data", self.data, "--lang", lang], capture_output=True, text=True,
                              timeout=60, env={k: v for k, v in os.environ.items() if not k.startswith("FOBWATCH_")})

    def done(self, name, *words, lang="en"):
        result = self(*words, lang=lang)
        self.check(name, result.returncode == 0 and not result.stderr, (result.returncode, result.stdout, result.stderr))
        return result.stdout

    def told(self, name, *words):
        text = self.done(name, *words, "--json")
        return json.loads(text) if text else None

    def refused(self, name, message, *words, lang="en", status=3):
        result = self(*words, lang=lang)
        self.check(name, result.returncode == status and message in result.stderr and not result.stdout,
                   (result.returncode, result.stdout, result.stderr))


def first(desk, server, check):
    text = desk.done("a link for the first administrator", "admin", "first", ADDRESS)
    check("it leads to this server", f"http://127.0.0.1:{server.port}/" in text and "within an hour" in text, text)
    check("in Spanish, too", "Sirve una vez" in desk.done("again", "admin", "first", ADDRESS, lang="es"))
    desk.refused("no address, no link", "is no mail address", "admin", "first", "nobody")
    desk.refused("who is missing is told in Spanish", "No hay cuenta", "admin", "disable", ADDRESS, lang="es")


def organizations(desk, check):
    made = desk.told("an organization is made", "admin", "organization", "create", "  Riverside   College ", "--kind", "school")
    check("its name is tidied", made["name"] == "Riverside College" and made["kind"] == "school", made)
    listed = desk.told("it is listed", "admin", "organization", "list")
    check("alone", listed == [made], listed)
    desk.refused("no kind like this", "expected one of school, agency, employer", "admin", "organization", "create", "A", "--kind", "x")
    desk.refused("no name", "A name has 1 to 200", "admin", "organization", "create", " ", "--kind", "school")
    grant = ["admin", "grant", "coach@mail.example"]
    desk.done("somebody is invited", *grant, "--role", "coach", "--organization", "Riverside College", "--permission", "members")
    desk.refused("a role it does not have", "not recruiter", *grant, "--role", "recruiter", "--organization", made["id"])
    desk.refused("an organization that there is not", "There is no organization", *grant, "--role", "coach", "--organization", "B")
    desk.refused("an identifier can begin with a hyphen", "There is no organization", *grant, "--role", "coach", "--organization",
                 "-AAAAAAAAAAAAAAAAAAAAA")
    desk.refused("a role for nobody", "expected --organization", *grant, "--role", "coach")
    desk.refused("an administrator of a school", "expected no --organization", *grant, "--role", "administrator", "--organization", "A")
    desk.refused("no such role", "expected one of person, coach", *grant, "--role", "boss")
    desk.refused("no such permission", "expected members, health", *grant, "--role", "administrator", "--permission", "all")
    desk.refused("a person has no permissions", "Your role does not need this", *grant, "--role", "person", "--organization", "Riverside College",
                 "--permission", "members")
    check("nobody has a role before accepting it", desk.told("roles", "admin", "roles") == [])
    desk.done("the same name again", "admin", "organization", "create", "Riverside College", "--kind", "agency")
    desk.refused("two of a name are told apart by identifiers", made["id"], *grant, "--role", "coach", "--organization", "Riverside College")


def signs_up(server, check):
    """An account, by the pages and the mail in the folder."""
    cookies = {}
    post(server, cookies, "/sign-up", {"email": ADDRESS, "birth": "1990-05-01", "month": "5", "day": "1", "year": "1990"})
    folder = os.path.join(server.folder.name, "data", "mail")

    def link():
        for path in glob.glob(folder + "/*.eml"):
            with open(path, encoding="utf-8") as file:
                found = re.search(r"http://127\.0\.0\.1:\d+(/sign-up/\S+)", file.read())
            if found:
                return found[1]
        return None
    check("the mail of a sign-up waits in its folder", until(lambda: link() is not None), os.listdir(server.folder.name))
    if link():
        status = post(server, cookies, link(), {"new-password": PASSWORD})
        check("its link makes the account", status in (200, 303), status)


def post(server, cookies, path, values):
    """Fills in the form of a page and sends it."""
    def jar():
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())} if cookies else {}

    def keep(headers):
        for name, value in re.findall(r"(?:^|, )([\w-]+)=([^;,]*)", headers.get("set-cookie", "")):
            cookies[name] = value
    status, headers, body = server.get(path, jar())
    keep(headers)
    page = body.decode()
    form = next((found for found in re.findall(r"<form[^>]*method=\"post\".*?</form>", page, re.S | re.I) if "<input" in found), "")
    fields = {name: html.unescape(value) for name, value in
              re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)}
    known = set(re.findall(r'name="([^"]+)"', form))
    fields.update({name: value for name, value in values.items() if name in known})
    action = re.search(r'action="([^"]+)"', form)
    status, headers, body = server.get(
        html.unescape(action[1]) if action else path,
        {**jar(), "Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{server.port}"}, "POST",
        urllib.parse.urlencode(fields))
    keep(headers)
    return status


def roles(desk, check):
    accounts = desk.told("accounts are listed", "admin", "accounts")
    check("one, that is no administrator", [(a["email"], a["administrator"], a["disabled"], a["holds"]) for a in accounts]
          == [(ADDRESS, False, False, [])], accounts)
    role = ["--role", "administrator"]
    desk.refused("a role that nobody gave is not taken", "does not have this role", "admin", "revoke", ADDRESS, *role)
    desk.done("it becomes one", "admin", "grant", ADDRESS, *role)
    desk.refused("once", "is an administrator already", "admin", "grant", ADDRESS, *role)
    desk.refused("then nobody is the first", "There is an administrator already", "admin", "first", "other@mail.example")
    rows = desk.told("roles are listed", "admin", "roles")
    check("the role is there", rows == [{"email": ADDRESS, "permissions": [], "role": "administrator"}], rows)
    desk.refused("the last one stays", "the last administrator", "admin", "revoke", ADDRESS, *role)
    desk.refused("nor is it deleted", "the last administrator", "admin", "delete", ADDRESS, "--yes")
    desk.refused("without a code there is none to turn off", "signs in without a code", "admin", "factor-off", ADDRESS)
    desk.done("it is kept from signing in", "admin", "disable", ADDRESS)
    desk.refused("once", "cannot sign in already", "admin", "disable", ADDRESS)
    desk.done("and let in again", "admin", "enable", ADDRESS)
    desk.refused("once", "can sign in already", "admin", "enable", ADDRESS)


def keys(desk, server, check):
    before = desk.told("keys are listed", "admin", "keys", "list")
    check("one of each purpose", [(k["purpose"], k["number"], k["newest"]) for k in before] ==
          [(purpose, 1, True) for purpose in ("cookie", "record", "health", "lookup", "checkpoint", "log")], before)
    made = desk.told("newer keys are made", "admin", "keys", "renew", "record", "health", "lookup", "cookie")
    check("four", made["made"] == 4, made)
    after = desk.told("both are there", "admin", "keys", "list")
    check("the newer ones seal", [(k["purpose"], k["number"]) for k in after if k["newest"]] ==
          [("cookie", 2), ("record", 2), ("health", 2), ("lookup", 2), ("checkpoint", 1), ("log", 1)], after)
    check("the server goes on", server.get("/health/ready")[0] == 200)
    check("accounts are found by the newer keys", len(desk.told("accounts", "admin", "accounts")) == 1)
    desk.refused("a key that mails may need stays", "not 8 days old", "admin", "keys", "retire", "record", "1")
    desk.done("but is removed if wanted", "admin", "keys", "retire", "record", "1", "--now")
    check("it is gone", not os.path.exists(os.path.join(desk.data, "keys", "record-1.key")))
    check("and nothing with it", len(desk.told("accounts", "admin", "accounts")) == 1)
    desk.refused("the newest stays", "a key that seals nothing expected", "admin", "keys", "retire", "record", "2", "--now")
    desk.refused("keys of the log stay", "are never removed", "admin", "keys", "retire", "log", "1", "--now")
    desk.refused("no such purpose", "expected record, health", "admin", "keys", "renew", "biscuit")
    desk.done("nothing to renew is nothing wrong", "admin", "keys", "renew")


def holds(desk, check):
    # So that it is not the last administrator that keeps it.
    desk.done("an account on hold", "admin", "hold", "place", ADDRESS, "--reason", "Inquiry 7")
    desk.done("and for a time", "admin", "retention", "place", ADDRESS, "--reason", "Contract", "--through", "2099-06-30")
    accounts = desk.told("holds are listed", "admin", "accounts")
    check("both", accounts[0]["holds"] == ["legal", "retention"], accounts)
    desk.refused("it is not deleted", "legal matter: Inquiry 7", "admin", "delete", ADDRESS, "--yes")
    desk.done("the hold is lifted", "admin", "hold", "lift", ADDRESS)
    desk.refused("once", "nothing to lift", "admin", "hold", "lift", ADDRESS)
    desk.refused("the time goes on", "(through 2099-06-30): Contract", "admin", "delete", ADDRESS, "--yes")
    desk.done("until it is lifted", "admin", "retention", "lift", ADDRESS)
    desk.refused("a reason is wanted", "1 to 500", "admin", "hold", "place", ADDRESS, "--reason", "")
    desk.refused("a day is wanted", "expected a day", "admin", "retention", "place", ADDRESS, "--reason", "a", "--through", "soon")
    desk.done("a disabled account is no administrator to count", "admin", "disable", ADDRESS)
    desk.refused("nothing is deleted without a word", "say --yes", "admin", "delete", ADDRESS)
    desk.done("it is deleted", "admin", "delete", ADDRESS, "--yes")
    check("and gone", desk.told("accounts", "admin", "accounts") == [])
    desk.refused("for good", "There is no account", "admin", "delete", ADDRESS, "--yes")
    desk.done("now somebody can be the first again", "admin", "first", "other@mail.example")


def jobs(desk, check):
    until(lambda: all(job["state"] == "done" for job in desk.told("jobs", "jobs", "list") if job["kind"] == "mail"))
    listed = desk.told("jobs are listed", "jobs")
    mails = [job for job in listed if job["kind"] == "mail"]
    check("mails were sent", len(mails) >= 3 and all(job["state"] == "done" and job["attempts"] == 1 for job in mails), listed)
    check("nothing personal is shown", "mail.example" not in json.dumps(listed), listed)
    waiting = desk.told("only those that wait", "jobs", "list", "--state", "waiting")
    check("the next hour's", sorted(job["kind"] for job in waiting) == ["housekeeping", "log.checkpoint", "reminders"],
          waiting)
    one = desk.told("one is shown", "jobs", "show", str(mails[0]["id"]))
    check("as it is listed", one == mails[0], one)
    check("in words, too", "tipo: mail" in desk.done("in Spanish", "jobs", "show", str(mails[0]["id"]), lang="es"))
    desk.refused("no such job", "There is no job 999999", "jobs", "show", "999999")
    desk.refused("what is done is not tried again", "was given up", "jobs", "retry", str(mails[0]["id"]))
    desk.refused("no such state", "expected waiting", "jobs", "list", "--state", "lost")

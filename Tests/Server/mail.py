"""Mails: as files where there is no mail server, else to it, encrypted; and what is told of them, which is nothing personal."""

import email
import email.policy
import glob
import json
import os
import re
import stat
import subprocess
import tempfile

from server import Server, until
from settings import serve
from smtp import MailServer, make_certificate

# Somebody who appears in no log.
ADDRESS = "zebedea.quockerwodger@mail.example"
SCHOOL = "Academia Ñandúñ \"of\" <Care>"
# An address of this machine that does not count as this machine: what goes there has to be encrypted.
ELSEWHERE = "127.0.0.2"
PASSWORD = "hunter2-Xylograph"


def run(program, check):
    files(program, check)
    with tempfile.TemporaryDirectory() as folder:
        here(program, check)
        keeper(program, check)
        refusing(program, check)
        ending(program, check)
        encrypted(program, check, folder)
        refusals(program, check, folder)


def fobwatch(program, server, *words):
    data = os.path.join(server.folder.name, "data")
    result = subprocess.run([program, *words, "--data", data, "--lang", "es"], capture_output=True, text=True, timeout=60,
                            env={**os.environ, "FOBWATCH_CONFIG": os.path.join(server.folder.name, "fobwatch.conf")})
    if result.returncode != 0:
        raise SystemExit(f"{words}: {result.returncode} {result.stdout} {result.stderr}")
    return result.stdout


def invite(program, server):
    """Has a mail sent, in Spanish."""
    school = json.loads(fobwatch(program, server, "admin", "organization", "create", SCHOOL, "--kind", "school", "--json"))
    fobwatch(program, server, "admin", "grant", ADDRESS, "--role", "coach", "--organization", school["id"])


def mails(program, server):
    """The jobs that send mails."""
    return [job for job in json.loads(fobwatch(program, server, "jobs", "list", "--json")) if job["kind"] == "mail"]


def silent(check, name, server, *others):
    """Nothing personal is in the log, nor in the texts."""
    log = "".join(server.logged) + "".join(server.said) + "".join(others)
    found = [word for word in (ADDRESS, "zebedea", "Ñandú", "invitation/", PASSWORD, "relay-user") if word.lower() in log.lower()]
    check(f"{name}: the log says nothing personal", not found, (found, log))


def readable(check, name, data, home):
    """Whether bytes are the mail we wait for."""
    mail = email.message_from_bytes(data, policy=email.policy.default)
    check(f"{name}: the head says what it has to", mail["To"].addresses[0].addr_spec == ADDRESS
          and mail["Subject"] == "Una invitación a Fobwatch" and mail["Auto-Submitted"] == "auto-generated"
          and mail["Content-Language"] == "es" and len(mail.defects) == 0, mail.as_string())
    text = mail.get_content()
    link = re.search(rf"{re.escape(home)}/es/[a-z]+/[A-Za-z0-9_-]+", text)
    check(f"{name}: the text has its link and its letters", link and "Ñandúñ" in text and "invitan" in text, text)
    check(f"{name}: lines end as mails' do", b"\n" not in data.replace(b"\r\n", b""), data)
    return link[0] if link else ""


def files(program, check):
    with Server(program) as server:
        invite(program, server)
        folder = os.path.join(server.folder.name, "data", "mail")
        check("without a mail server, a mail is a file", until(lambda: glob.glob(folder + "/*.eml")), server.logged)
        for path in glob.glob(folder + "/*.eml"):
            with open(path, "rb") as file:
                link = readable(check, "a file", file.read(), f"http://127.0.0.1:{server.port}")
            check("nobody else reads it", stat.S_IMODE(os.stat(path).st_mode) == 0o600
                  and stat.S_IMODE(os.stat(folder).st_mode) == 0o700, os.stat(path))
        check("the log says that a mail waits", until(lambda: any(e["event"] == "mail-waits" and e["file"].endswith(".eml")
                                                                  for e in server.events())), server.logged)
        until(lambda: mails(program, server)[0]["state"] == "done")
        check("the job is done", [job["state"] for job in mails(program, server)] == ["done"], mails(program, server))
        server.stop()
        silent(check, "a file", server)


def here(program, check):
    with MailServer() as post, Server(program, settings={
            "smtp": post.url, "mail-from": "fobwatch@site.example", "address": "https://fobwatch.site.example/"}) as server:
        invite(program, server)
        check("a mail server on this machine gets the mail", until(lambda: post.mails), server.logged)
        for mail in post.mails:
            readable(check, "a mail", mail["bytes"], "https://fobwatch.site.example")
            check("from whom, to whom", mail["from"] == "<fobwatch@site.example>" and mail["to"] == [f"<{ADDRESS}>"], mail)
            check("it goes in letters that every server passes on", all(byte < 128 for byte in mail["bytes"]))
            check("we greet with our own name", mail["greeted"] == "site.example", mail["greeted"])
        check("the job is done once", until(lambda: mails(program, server)[0]["state"] == "done") and len(post.mails) == 1)
        server.stop()
        silent(check, "a mail", server)


def keeper(program, check):
    """A checkpoint of the log goes out each week, and what arrives can be compared with."""
    with MailServer() as post, Server(program, settings={
            "smtp": post.url, "mail-from": "fobwatch@site.example", "checkpoint-mail": ADDRESS}) as server:
        check("a checkpoint goes out", until(lambda: post.mails), server.logged)
        mail = email.message_from_bytes(post.mails[0]["bytes"], policy=email.policy.default)
        check("it says what it is", "checkpoint" in mail["Subject"] and "Please keep" in mail["Subject"], mail["Subject"])
        path = os.path.join(server.folder.name, "received.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(mail.get_content())
        text = fobwatch(program, server, "log", "verify", "--against", path)
        check("the log is compared with it", "punto" in text.lower(), text)
        server.stop()
        silent(check, "a checkpoint", server)


def refusing(program, check):
    for answers, state, reason in (({"RCPT": "550 no such user " + ADDRESS}, "failed", "the mail server answered 550"),
                                   ({"RCPT": "451 later, " + ADDRESS}, "waiting", "the mail server answered 451"),
                                   ({"EHLO": "421 busy", "HELO": "421 busy"}, "waiting", "the mail server")):
        with MailServer(answers=answers) as post, Server(program, settings={
                "smtp": post.url, "mail-from": "fobwatch@site.example"}) as server:
            invite(program, server)
            held = until(lambda: mails(program, server)[0]["state"] == state and mails(program, server)[0].get("reason"))
            jobs = mails(program, server)
            check(f"{reason}: {state}", held and jobs[0]["reason"].startswith(reason) and jobs[0]["attempts"] == 1, jobs)
            server.stop()
            silent(check, reason, server, json.dumps(jobs))
            events = {"failed": "job-given-up", "waiting": "job-postponed"}
            check(f"{reason}: the log tells of it", any(e["event"] == events[state] and e["kind"] == "mail" for e in server.events()),
                  server.logged)


def ending(program, check):
    """A mail server that says nothing keeps nobody waiting, and the mail is not lost."""
    with MailServer(silent=True) as post, Server(program, settings={
            "smtp": post.url, "mail-from": "fobwatch@site.example"}) as server:
        invite(program, server)
        check("a mail is on its way", until(lambda: post.commands))
        check("meanwhile pages answer", server.get("/words")[0] == 200 and server.get("/health/ready")[0] == 200)
        check("the server ends soon", server.stop(8) == 0, server.logged)
        jobs = mails(program, server)
        check("and gives the job back untried", [(job["state"], job["attempts"]) for job in jobs] == [("waiting", 0)], jobs)


def encrypted(program, check, folder):
    certificate, trusted = make_certificate(folder, ELSEWHERE)
    secret = os.path.join(folder, "password")
    with open(secret, "w", encoding="utf-8") as file:
        file.write(PASSWORD + "\n")
    os.chmod(secret, 0o600)
    login = {"smtp-user": "relay-user", "smtp-password-file": secret, "mail-from": "fobwatch@site.example"}
    for at_once in (False, True):
        name = "encrypted from the start" if at_once else "encrypted before anything is said"
        with MailServer(ELSEWHERE, certificate, at_once, ("relay-user", PASSWORD)) as post:
            with Server(program, settings={"smtp": post.url, "smtp-certificates": trusted, **login}) as server:
                invite(program, server)
                check(f"{name}: the mail arrives", until(lambda: post.mails), (server.logged, post.commands))
                check(f"{name}: after signing in", all(mail["encrypted"] and mail["signed_in"] for mail in post.mails))
                server.stop()
                silent(check, name, server)
            with Server(program, settings={"smtp": post.url, **login}) as server:
                post.mails.clear()
                untrusted(program, check, server, post, f"{name}, by a server that nobody vouches for")
    with MailServer(ELSEWHERE, login=("relay-user", PASSWORD)) as post:
        with Server(program, settings={"smtp": post.url, **login}) as server:
            untrusted(program, check, server, post, "a server elsewhere that does not encrypt")


def untrusted(program, check, server, post, name):
    invite(program, server)
    until(lambda: mails(program, server)[0].get("reason"))
    jobs = mails(program, server)
    check(f"{name}: gets neither mail nor password", not post.mails and jobs[0]["state"] == "waiting"
          and "do not trust each other" in jobs[0]["reason"] and not {"AUTH", "MAIL"} & set(post.commands[-3:]), (jobs, post.commands))
    server.stop()
    silent(check, name, server, json.dumps(jobs))


def refusals(program, check, folder):
    secret = os.path.join(folder, "open")
    with open(secret, "w", encoding="utf-8") as file:
        file.write(PASSWORD)
    os.chmod(secret, 0o604)
    whole = {"FOBWATCH_SMTP": "smtp://localhost", "FOBWATCH_MAIL_FROM": "a@b.example"}
    for given, message in (
            ({"FOBWATCH_SMTP": "mail.example"}, "FOBWATCH_SMTP: expected a mail server like"),
            ({"FOBWATCH_SMTP": "smtp://localhost"}, "FOBWATCH_SMTP: smtp wants mail-from"),
            ({"FOBWATCH_MAIL_FROM": "nobody"}, "FOBWATCH_MAIL_FROM: expected an address"),
            ({"FOBWATCH_CHECKPOINT_MAIL": "nobody"}, "FOBWATCH_CHECKPOINT_MAIL: expected an address"),
            ({"FOBWATCH_SMTP_USER": "a"}, "FOBWATCH_SMTP_USER: smtp-user wants smtp"),
            ({**whole, "FOBWATCH_SMTP_USER": "a"}, "expected both smtp-user and smtp-password-file"),
            ({**whole, "FOBWATCH_SMTP_USER": "a", "FOBWATCH_SMTP_PASSWORD_FILE": "/nowhere"}, "a password in its first line"),
            ({**whole, "FOBWATCH_SMTP_USER": "a", "FOBWATCH_SMTP_PASSWORD_FILE": secret}, "others could read the password"),
            ({**whole, "FOBWATCH_SMTP_CERTIFICATES": "/nowhere"}, "the certificates cannot be read")):
        result = serve(program, folder, environment=given)
        check(f"{message}: refused", result.returncode == 3 and message in result.stderr and PASSWORD not in result.stderr,
              (result.returncode, result.stderr))

"""Pages that list something of the sources: what they leave out, or name too much, is a fault of the page."""

import re
import time
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

from sources import ROOT, lines, swift_sources

ENTRY = r'"((?:account|role|organization|consent|guardian|hold|person|check|link|coach)\.[a-z-]+)"'
# What the unit of the service has to say: a user of its own, no capabilities, nothing to write to but its data folder, no log but the
# journal's.
UNIT = {
    "User": "fobwatch", "Group": "fobwatch", "UMask": "0077", "StateDirectory": "fobwatch", "StateDirectoryMode": "0700",
    "CapabilityBoundingSet": "", "AmbientCapabilities": "", "NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes",
    "PrivateTmp": "yes", "PrivateDevices": "yes", "PrivateUsers": "yes", "ProtectKernelTunables": "yes", "ProtectKernelModules": "yes",
    "ProtectKernelLogs": "yes", "ProtectProc": "invisible", "RestrictNamespaces": "yes", "RestrictSUIDSGID": "yes",
    "MemoryDenyWriteExecute": "yes", "Restart": "on-failure", "RestartPreventExitStatus": "3", "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX", "SystemCallArchitectures": "native",
}
NOT_IN_UNIT = {"ReadWritePaths", "StandardOutput", "StandardError", "SupplementaryGroups", "LogsDirectory", "BindPaths"}
# What the package puts where, and the one command for its own scripts.
PACKAGED = [
    "usr/bin/fobwatch", "lib/systemd/system/fobwatch.service", "etc/fobwatch/fobwatch.conf", "usr/share/man/man1/fobwatch.1",
    "usr/share/doc/fobwatch/configuration.md", "usr/share/doc/fobwatch/THIRD_PARTY.md", "usr/share/doc/fobwatch/changelog",
    "usr/share/doc/fobwatch/copyright",
]
CONTROL = 'install -m 755 packaging/debian/postinst packaging/debian/prerm packaging/debian/postrm "$root/DEBIAN/"'
# What does nothing but for the one who asks: sees one's own consents and who used them, asks one's own guardian.
OWN_ALONE = {"Consents.list", "GuardianConsents.ask", "SharingOverview.look"}
# A link decides there. Who is signed in is looked at only to refuse the owner of the record.
BY_LINK = {"SignOffs.look", "SignOffs.answer", "SignOffs.withdraw"}
# They have one place that asks for them.
ROADMAPS = "Sources/Services/Roadmaps/"
ONE_PLACE = {ROADMAPS: "Roadmaps.swift", "Sources/Services/Externship/": "Externship.swift", "Sources/Services/Coaching/": "Coaching.swift"}
# What is taken from a library in C, and what gives it back.
PAIRS = {
    "PQconninfoParse": "PQconninfoFree", "PQconnectdbParams": "PQfinish", "PQgetCancel": "PQfreeCancel", "PQnotifies": "PQfreemem",
    r"(?:PQexec\w*|PQprepare|PQdescribePrepared|PQgetResult)": "PQclear", "yaml_parser_initialize": "yaml_parser_delete",
    "yaml_parser_parse": "yaml_event_delete", "zip_source_buffer_create": "zip_source_free", "zip_open_from_source": "zip_discard",
    "zip_fopen_index": "zip_fclose", r"(?:deflateInit\w*|CZlib_\w*[iI]nit\w*)": "deflateEnd", "opendir": "closedir",
    r"tjInit\w+": "tjDestroy", "tjCompress2": "tjFree", "tjTransform": "tjFree", "heif_context_alloc": "heif_context_free", "qpdf_init": "qpdf_cleanup",
    "heif_decode_image": "heif_image_release", "heif_context_get_primary_image_handle": "heif_image_handle_release",
    "getifaddrs": "freeifaddrs", r"oath_base32_\w+": "free", r"QRcode_encode\w+": "QRcode_free", r"(?:Glibc\.)?socket": "close", r"(?:mkstemp|open(?=\([^()]*O_))": "close",
}
SETTINGS = re.compile(r"^\| `([a-z-]+)` \|", re.MULTILINE)


def page(name, root=ROOT):
    return (root / "docs/reference" / name).read_text(encoding="utf-8")


def section(text, heading):
    return re.search(rf"(?ms)^## {heading}\n(.*?)(?=^## |\Z)", text)[1]


def named(text, column=1):
    """What stands as code in the first column of a table."""
    found = set()
    for line in text.splitlines():
        cells = line.split(" | ")
        if line.startswith("| `") and len(cells) >= column:
            found |= set(re.findall(r"`([^`]+)`", cells[column - 1]))
    return found


def check(report, root=ROOT):
    files = swift_sources(root)
    events(files, report)
    cryptography(files, root, report)
    settings(files, report)
    versions(report, root)
    service(report, root)
    package(report, root)
    access(files, report)
    given_back(files, report)


def events(files, report):
    website = {path: text for path, text in files.items() if not path.startswith(("Sources/Knowledge/", "Sources/HTML/"))}
    said = {match[1] for _, match, _ in lines(website, r'\.say\(\s*[^"()]*(?:\([^()]*\))?[^"()]*"([a-z-]+)"')}
    said |= {match[1] for _, match, _ in lines(website, r'\btell\(\s*\.\w+, "([a-z-]+)"')}
    said |= {match[1] for _, match, _ in lines(website, r'LogLine\(\s*\.\w+, "([a-z-]+)"')}
    said |= {match[1] for _, match, _ in lines(website, r'"(handler-(?:stuck|given-up))"')}
    listed = named(section(page("log-events.md"), "Events"))
    report.check("every event of the log is in log-events.md, and no other", said == listed and len(said) > 10, said ^ listed)
    logged = {path: text for path, text in files.items() if path.startswith(("Sources/Services/Accounts/", "Sources/Services/Verification/", "Sources/Services/Coaching/", "Sources/Storage/Log/"))}
    kinds = {match[1] for _, match, _ in lines(logged, ENTRY)}
    listed = named(section(page("log-events.md"), "Entries"))
    report.check("every kind of entry about accounts is in log-events.md, and no other", kinds == listed and len(kinds) > 10,
                 kinds ^ listed)
    found = [line for path, _, line in lines(files, r"FileHandle\.standardError|\bfputs\(|os_log|Logger\(|\bsyslog\(|print\(.*stderr")
             if not path.startswith(("Sources/fobwatch/", "Sources/knowledge-compiler/", "Sources/Website/Server/WebServer.swift"))]
    report.check("the server logs to standard error through one writer, and nowhere else", not found, "\n".join(found))


def cryptography(files, root, report):
    text = page("cryptography.md")
    [purposes] = re.findall(r"enum Purpose[^{]*\{(.*?)\n  \}", files["Sources/Cryptography/KeyRing.swift"], re.DOTALL)
    keys = {f"{name}-N.key" for name in re.findall(r"case (\w+)", purposes)}
    missing = keys - named(section(text, "Keys"))
    report.check("every purpose of a key is in cryptography.md", len(keys) >= 6 and not missing, missing)
    used = {match[0] for _, match, _ in lines(files, r"\b(crypto|sodium|randombytes|oath)_[a-z0-9_]*[a-z0-9]\b(?=\()") if not match[0].endswith("_state")}
    listed = set(re.findall(r"`((?:crypto|sodium|randombytes|oath)_[a-z0-9_]+)`", text))
    report.check("every function of cryptography is in cryptography.md, and no other", len(used) > 15 and used == listed, used ^ listed)


def settings(files, report):
    [cases] = re.findall(r"enum Setting[^{]*\{(.*?)\n\n", files["Sources/fobwatch/Settings/Setting.swift"], re.DOTALL)
    names = {raw or name for name, raw in re.findall(r'case (\w+)(?: = "([a-z-]+)")?', cases)}
    listed = set(SETTINGS.findall(page("configuration.md")))
    report.check("every setting is in configuration.md, and no other", len(names) > 15 and names <= listed, names ^ listed)


def versions(report, root=ROOT):
    """Whether a newer version of a package waits for longer than dependencies.md allows, as far as its tags are on this machine."""
    loader = SourceFileLoader("dependencies", str(root / "scripts/dependencies"))
    tool = module_from_spec(spec_from_loader("dependencies", loader))
    loader.exec_module(tool)
    days = {line.rsplit("|", 2)[1].strip() for line in page("dependencies.md").splitlines() if line.startswith("| a newer ")}
    report.check("the times of dependencies.md are those that are held", days == {f"{tool.SAME} days", f"{tool.OTHER} days"}, days)
    now = time.time()
    day = 86_400
    cases = {(91, "1.2.4"): 1, (89, "1.2.4"): 0, (179, "2.0.0"): 0, (181, "2.0.0"): 1, (400, "1.2.2"): 0, (400, "1.3.0-beta.1"): 0}
    wrong = [case for case, late in cases.items()
             if (tool.overdue("1.2.3", [("1.2.3", 0), (case[1], now - case[0] * day - 60)], now)[1] > 0) != (late > 0)]
    report.check("a version that waits too long is noticed", not wrong, wrong)
    found, late = 0, []
    for name, location, version in tool.pins():
        checkout = root / ".build/checkouts" / location.removesuffix(".git").rsplit("/", 1)[1]
        if not checkout.is_dir():
            continue
        found += 1
        newest, days = tool.overdue(version, tool.fetched(checkout), now)
        late += [f"{name} {version}: {newest} waits {days} days too long"] if days > 0 else []
    report.check("no package is older than dependencies.md allows", found > 15 and not late, "\n".join(late) or f"{found} checkouts")


def service(report, root=ROOT):
    said = {}
    for line in (root / "packaging/fobwatch.service").read_text(encoding="utf-8").splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            said.setdefault(name, []).append(value)
    wrong = {name: said.get(name) for name, value in UNIT.items() if said.get(name) != [value]}
    wrong |= {name: said[name] for name in NOT_IN_UNIT & said.keys()}
    filters = said.get("SystemCallFilter", [])
    report.check("the service has no rights but those it needs",
                 not wrong and filters == ["@system-service", "~@privileged @resources"], wrong or filters)


def package(report, root=ROOT):
    """The script that makes the package puts each file there by one command, so that the list here is whole."""
    text = (root / "scripts/package").read_text(encoding="utf-8")
    put = re.findall(r'^put \d+ \S+ (\S+)$', text, re.MULTILINE)
    others = re.findall(r"^\s*(?:cp|mv|ln|tar|rsync)\b.*|^install .*", text, re.MULTILINE)
    report.check("the package holds the program, its manual, its settings, its service and its papers, and nothing else",
                 sorted(put) == sorted(PACKAGED) and others == [CONTROL], (put, others))
    built = (root / "Package.swift").read_text(encoding="utf-8")
    targets = re.findall(r'executableTarget\(\s*name: "([^"]+)"', built)
    report.check("one program is made to be installed", re.findall(r"--product (\S+)", text) == ["fobwatch"] and "fobwatch" in targets,
                 targets)


def access(files, report):
    """Whether every service that does something for somebody asks the one policy, and pages reach the tables by services alone."""
    asked, missing = 0, set()
    for path, text in files.items():
        if not path.startswith("Sources/Services/"):
            continue
        for function in re.finditer(r"(?ms)^  (?:@\w+\n  )?public func (\w+).*?^  \}$", text):
            if re.search(r": (Requester|SignedIn)\b", function[0].split("{")[0]):
                asks = "AccessPolicy." in function[0] or path.startswith(tuple(ONE_PLACE)) and re.search(r"try (?:require|await requireCoach)\(signedIn", function[0]) is not None
                asked += asks
                missing |= set() if asks else {f"{path.rsplit('/', 1)[1][:-6]}.{function[1]}"}
    missing -= {"RoadmapChanging.slip"} if "try await change(" in files[ROADMAPS + "RoadmapChanging.swift"] else set()
    asked *= all("try AccessPolicy.require(.account(signedIn)" in files[folder + file] for folder, file in ONE_PLACE.items())
    report.check("every service that does something for somebody asks AccessPolicy, or is for oneself alone",
                 asked > 30 and missing <= OWN_ALONE | BY_LINK, (asked, missing - OWN_ALONE - BY_LINK))
    found = [line for path, _, line in lines(files, r"\.store\b|AccountTables|\bSQL\w+Table|AccountStore\b")
             if path.startswith("Sources/Website/")]
    report.check("pages reach what is stored through services alone", not found, "\n".join(found))


def given_back(files, report):
    """Whether each file that takes something from a library in C has as many places that give it back, on every way out."""
    wrong, found = [], 0
    for path, text in files.items():
        for taken, given in PAIRS.items():
            takes = len(re.findall(rf"(?<![\w.]){taken}\(", text))
            if path == "Sources/Storage/Backup/DataFolder.swift" and given == "close":
                # The other one belongs to a FileHandle, which closes it.
                takes -= "FileHandle(fileDescriptor: file, closeOnDealloc: true)" in text
            gives = len(re.findall(rf"(?<![\w.]){given}\(", text))
            found += takes > 0
            wrong += [f"{path}: {taken} {takes}, {given} {gives}"] if takes > gives else []
    report.check("what a library in C gives is given back in the same file", found > 12 and not wrong, wrong or found)

"""What the sources leave out, so that it cannot go wrong.

Whoever needs one of these adds its place here, and to docs/reference/asvs.yaml what then holds it.
"""

import json
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# What the sources import besides each other. A parser, a client or a protocol comes in as a module, and so past this list.
MODULES = {
    "ArgumentParser", "CCurl", "CLibOATH", "CLibPQ", "CQREncode", "CSodium", "CYaml", "CZip", "CZlib", "Dispatch", "Foundation",
    "FoundationEssentials", "GRDB", "GRDBSQLite", "Glibc", "HTTPTypes", "Hummingbird", "HummingbirdCore",
    "Logging", "NIOCore", "NIOHTTPTypes",
    "PackagePlugin", "ServiceLifecycle", "Synchronization", "UnixSignals",
}
# Where memory is handed to a library in C, or read without copies.
POINTERS = (
    "Sources/Cryptography/", "Sources/Documents/", "Sources/Intake/", "Sources/MailDelivery/", "Sources/MerkleLog/",
    "Sources/Rules/Evaluation/Memo.swift",
    "Sources/Services/Accounts/Limits/Origin.swift", "Sources/Services/Accounts/Passwords/CommonPasswords.swift",
    "Sources/Services/Archive/ArchiveZip.swift", "Sources/Services/Log/", "Sources/Services/Roster/", "Sources/Storage/",
    "Sources/Website/Layout/Icon.swift", "Sources/Website/Operations/", "Sources/Website/Server/", "Sources/fobwatch/SystemNotice.swift",
)
# The primitives: XChaCha20-Poly1305, BLAKE2b with a key, SHA-256, argon2id (texts, keys of backups), Ed25519, HMAC-SHA1 in
# one-time codes, HMAC-SHA256 in webhooks.
PRIMITIVES = re.compile(
    r"crypto_(aead_xchacha20poly1305_ietf_(en|de)crypt|generichash|hash_sha256(_init|_update|_final|_state)?"
    r"|pwhash|pwhash_argon2id_str(_verify|_needs_rehash)?|sign_(seed_keypair|detached|verify_detached)|auth_hmacsha256(_init|_update|_final|_state)?)"
    r"|sodium_(init|memcmp|memzero)|randombytes_buf(_deterministic)?|oath_(init|totp_generate|base32_(en|de)code)")
# What is put into a text of SQL besides placeholders: names of our own tables and columns, placeholders, locks.
IN_SQL = re.compile(
    r"columns|[a-z]+Columns|places|placeholders|table|lock|channel|milliseconds( \* 2)?|(statements\.)?dialect\.\w+"
    r"|(\w+|\$[01])\.(table|columns)|\$[01]\.name|\w+\.columns\([^()]*\)|[A-Z]\w+\.\w+|\w+\.count( \+ \d)?"
    r"|places\.joined\(separator: \", \"\)")
SQL = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|DROP|PRAGMA|SET) [a-z_\\$(]")

ABSENT = {
    "no source starts another program, but the one process that reads a file of a stranger":
        (r"\bProcess\(|posix_spawn|\bpopen\(|[^.\w]system\(|\bexec[lv]p?e?\(|\bv?fork\(|NSTask|import Subprocess", ("Sources/Intake/Process/",)),
    "no source runs code or expressions made of text":
        (r"NSExpression|NSPredicate|\bdlopen\(|\bdlsym\(|JSContext|NSAppleScript|NSClassFromString|Selector\(", ()),
    "no source makes a regular expression": (r"NSRegularExpression|\bRegex\b|\bregcomp\(|\.regularExpression", ()),
    "no source formats by a pattern": (r"String\(format|\bv?f?s?n?printf\(|NSLog\(|String\(.*localizedFormat|\bsyslog\(", ()),
    "no source reads XML with another parser than our scanner, which takes no entities":
        (r"FoundationXML|\bXMLParser|XMLDocument|libxml|\bexpat", ()),
    "no source revives objects": (r"NSKeyedUnarchiver|NSUnarchiver|PropertyList|NSCoding|unarchive|#selector", ()),
    "only the database, the mail server, addresses of organizations, our own address, our own health check and the service manager are connected to":
        (r"URLSession|HTTPClient|Bootstrap\b|[^.\w]connect\(|\bsocket\(|PQconnect|NWConnection|CFStream|contentsOf: *URL\(string"
         r"|curl_easy_perform",
         # The process that reads a file of a stranger tries to make a socket only to tell that it cannot.
         ("Sources/MailDelivery/", "Sources/Storage/Postgres/", "Sources/Website/Server/LocalPort.swift", "Sources/Intake/Process/IntakeWorker.swift", "Sources/fobwatch/SystemNotice.swift")),
    # Elsewhere are only waits of a random length, and the name of a folder.
    "secrets are made of random bytes from libsodium alone":
        (r"SystemRandomNumberGenerator|arc4random|\brand\(|srand|drand48|/dev/u?random|getrandom|\.random\(in|\.shuffled\("
         r"|randomElement|UUID\(", ("Sources/Storage/", "Sources/Services/Jobs/", "Sources/Services/Editing/Installation.swift")),
    "pointers are used only where memory meets a library in C or is read without copies":
        (r"Unsafe\w*Pointer|withUnsafe|unsafeBitCast|OpaquePointer|Unmanaged", POINTERS),
    "sums that wrap around stand only in encodings and fingerprints":
        (r"\s&[-+*]=?\s", ("Sources/Documents/", "Sources/Services/Knowledge/KnowledgeLoader.swift",
                          "Sources/Website/Operations/Watch/RequestIDs.swift")),
    "markup is taken as it is only where it is written down": (r"unsafeRaw", ("Sources/HTML/HTML.swift",)),
    "no source behaves differently in a debug build": (r"#if .*DEBUG|_isDebugAssertConfiguration", ()),
}


# What each of the patterns has to find, so that none of them is blind.
FOUND = [
    "let task = Process()", "NSPredicate(format: text)", "try Regex(text)", "String(format: text, 1)", "XMLParser(data: d)",
    "NSKeyedUnarchiver(forReadingFrom: d)", "URLSession.shared", "UUID().uuidString", "withUnsafeBytes(of: x) { $0 }",
    "a &+ b", "HTML.unsafeRaw(x)", "#if DEBUG",
]


def swift_sources(root=ROOT):
    """The code without remarks, by path."""
    return {str(path.relative_to(root)): re.sub(r"(?m)^\s*//.*$|\s// .*$", "", path.read_text(encoding="utf-8"))
            for path in sorted((root / "Sources").rglob("*.swift")) if "Packs" not in path.parts}


def lines(files, pattern):
    for path, text in files.items():
        for match in re.finditer(pattern, text):
            yield path, match, f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"


def check(report, root=ROOT):
    files = swift_sources(root)
    report.check("there are sources to look at", len(files) > 300, len(files))
    for (sentence, (pattern, places)), example in zip(ABSENT.items(), FOUND, strict=True):
        if not re.search(pattern, example):
            report.check(f"{sentence}: this is noticed", False, example)
        found = [line for path, _, line in lines(files, pattern) if not path.startswith(places or ("-",))]
        report.check(sentence, not found, "\n".join(found))

    own = {path.name for path in (root / "Sources").iterdir() if path.is_dir()}
    found = [line for _, match, line in lines(files, r"(?m)^\s*(?:@\w+ )*(?:public |package |private )?import (?:\w+ (?=\w+\.))?(\w+)")
             if match[1] not in MODULES | own]
    report.check("the sources import no module but the listed ones", not found, "\n".join(found))

    found = [line for path, match, line in lines(files, r"\b(crypto|sodium|randombytes|oath)_[a-z0-9_]*[a-z0-9]\b(?=\(|\b)")
             if not PRIMITIVES.fullmatch(match[0]) and not re.fullmatch(r"[A-Z0-9_]+", match[0].rsplit("_", 1)[1])]
    report.check("cryptography is done by the listed functions of libsodium and liboath, and by no others", not found,
                 "\n".join(found))

    found = []
    for path, match, line in lines(files, r'"""(?:.|\n)*?"""|"(?:[^"\\\n]|\\\((?:[^()"]|\([^()]*\)|"[^"]*")*\)|\\.)*"'):
        if SQL.search(match[0]):
            found += [f"{line[:120]}: {part}" for part in re.findall(r"\\\(((?:[^()]|\([^()]*\))*)\)", match[0])
                      if not IN_SQL.fullmatch(part)]
            if not path.startswith("Sources/Storage/"):
                found.append(f"{line[:120]}: SQL outside of Storage")
    report.check("texts of SQL stand in Storage, and nothing but names and placeholders is put into them", not found,
                 "\n".join(found))

    scripts = [path for pattern in ("*.js", "*.mjs", "*.ts", "*.wasm", "*.swf", "*.jar") for path in root.glob(f"Sources/**/{pattern}")]
    own = [root / "Sources/Website/Assets/scripts/papers.js"]
    report.check("the website has no script but the one that sends a paper in pieces", scripts == own, scripts)
    readers = [line for path, _, line in lines(files, r"import (CTurboJPEG|CPNG|CHEIF|CQPDF)\b") if not path.startswith("Sources/Intake/Reading/")]
    report.check("what reads photos and PDFs is imported by Intake alone, and called in its process", not readers, readers)
    settings = (root / "Package.swift").read_text() + "".join(
        path.read_text(errors="ignore") for path in (root / "scripts").iterdir() if path.is_file())
    found = re.findall(r"-Ounchecked|unsafeFlags|-enforce-exclusivity=unchecked|-disable-\w*check\w*", settings)
    report.check("no build turns checks of sums and bounds off", not found, found)


def check_program(program, report, root=ROOT):
    """What is in the program, and what of it is written down."""
    told = (root / "THIRD_PARTY.md").read_text(encoding="utf-8")
    needed = re.findall(r"Shared library: \[(.+?)\]",
                        subprocess.run(["readelf", "-d", program], capture_output=True, text=True, check=True).stdout)
    system = re.compile(r"libswift.*|lib_?Foundation.*|libdispatch.*|libBlocksRuntime.*|lib(c|m|gcc_s|stdc\+\+|pthread|dl|rt)\.so.*|ld-linux.*"
                        r"|lib(icu|_).*")
    names = {"libz": "zlib", "libsqlite3": "SQLite"}
    unknown = [library for library in needed if not system.fullmatch(library)
               and f"[{names.get(library.split('.')[0], library.split('.')[0])}]" not in told]
    report.check("every library that the program links is in THIRD_PARTY.md", needed and not unknown, unknown or needed)

    resolved = root / "Package.resolved"
    pins = json.loads(resolved.read_text())["pins"] if resolved.exists() else []
    wrong = [f"{pin['location']} {pin['state'].get('version')}" for pin in pins
             if not re.search(rf"\({re.escape(pin['location'].removesuffix('.git'))}\) \| {re.escape(str(pin['state'].get('version')))}\b",
                              told, re.IGNORECASE)]
    report.check("every package that is resolved is in THIRD_PARTY.md with its version, from its maintainer's address",
                 pins and not wrong, "\n".join(wrong) or "no Package.resolved")

    tracked = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True).stdout.splitlines()
    keys = [path for path in tracked if re.search(r"\.(key|pem|p12|pfx|jks|kdbx)$|(^|/)(\.env|\.netrc|\.pgpass|id_[a-z0-9]+)$", path)]
    for path in tracked:
        if path.startswith(("Sources/", "scripts/", "docs/", "knowledge/", "examples/", ".ci/")) or "/" not in path:
            if (root / path).is_symlink() or not (root / path).is_file():
                continue
            text = (root / path).read_text(encoding="utf-8", errors="ignore")
            if re.search(r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|postgres(ql)?://[^\s:/@]+:(?!(?i:password)@)[^\s@*]{4,}@", text):
                keys.append(path)
    report.check("no key and no password stands in the repository", not keys, keys)

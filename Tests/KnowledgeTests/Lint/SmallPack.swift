import Documents
import Knowledge

/// A folder of packs small enough to read at a glance, with nothing wrong; tests change one thing in it.
struct SmallPack {
  var files: [String: String] = [
    "sources.yaml": """
    sources:
      page: { publisher: "Board", title: { en: "Page", es: "Página" }, url: "https://example.org", voice: body,
              dated: 2024-05-01, age: { en: "Dated page.", es: "Página con fecha." }, retrieved: 2026-11-22 }
      copy: { publisher: "Board", title: { en: "Copy", es: "Copia" }, url: "https://example.org/copy", voice: body,
              age: { en: "Undated copy.", es: "Copia sin fecha." }, retrieved: 2026-11-22 }
    """,
    "credentials/aama/cma/credential.yaml": """
    credential: aama/cma
    mark: CMA (AAMA)
    name: { en: "Certified", es: "Certificado" }
    focus: { en: "Medical assistants", es: "Asistentes médicos" }
    body: AAMA
    url: "https://example.org"
    """,
    "credentials/aama/cma/eligibility.yaml": SmallPack.rule(
      requires: """
        some: program
        that:
          all:
            hours:
              text: { en: "At least 560 hours", es: "Al menos 560 horas" }
              source: { id: page, row: AAMA-EL-01 }
              at_least: { program.academic_hours: 560 hours }
            graduated:
              text: { en: "Graduated", es: "Graduación" }
              happened: program.graduated
        """),
    "credentials/aama/cma/eligibility.cases.yaml": SmallPack.cases,
    "coverage/rows.yaml": """
    rows:
      AAMA-EL-01: { fact: "Hours", confidence: P }
      AAMA-EL-02: { fact: "Trivia", confidence: S, left_out: "No rule rests on it." }
    """,
  ]

  /// The rule file with another `requires`, indented by two.
  static func rule(requires: String, extra: String = "") -> String {
    """
    rule: aama/cma/eligibility
    title: { en: "Who can sit", es: "Quién puede presentarse" }
    encoded: 2026-11-22
    review_by: 2027-05-22
    acts: [application, examination]
    asks: examination
    \(extra)
    requires:
    \(requires.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n"))
    """
  }

  static let cases = """
    cases:
      - { case: enough, rule: aama/cma/eligibility, as_of: 2026-11-22,
          given: { programs: [ { academic_hours: 560, graduated: 2025-06-01 } ] }, expect: { verdict: met } }
      - { case: too few, rule: aama/cma/eligibility, as_of: 2026-11-22,
          given: { programs: [ { academic_hours: 559, graduated: 2025-06-01 } ] }, expect: { verdict: not met } }
    """

  static let path = "credentials/aama/cma/eligibility.yaml"

  init() {}

  /// With another rule in place of the good one.
  init(requires: String, extra: String = "") {
    files[SmallPack.path] = SmallPack.rule(requires: requires, extra: extra)
  }

  /// The folder, parsed; files that cannot be parsed are left out, with their faults.
  var parsed: (documents: [(path: String, node: Node)], faults: [Fault]) {
    var documents: [(path: String, node: Node)] = []
    var faults: [Fault] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      do throws(Faults) {
        documents.append((path, try DocumentReader.read(text: text, file: path)))
      } catch {
        faults += error.all
      }
    }
    return (documents, faults)
  }

  var base: KnowledgeBase { KnowledgeReader.readLeniently(parsed.documents).0 }

  /// Everything wrong, as it would be printed.
  var faults: [String] {
    let (documents, unread) = parsed
    let (base, found) = KnowledgeReader.readLeniently(documents)
    return Faults(unread + found + PackLint.faults(in: documents, base: base)).all.map(\.description)
  }

  /// Whether some fault of the file says all of the words.
  func isRefused(_ words: String..., file: String = SmallPack.path) -> Bool {
    faults.contains { fault in fault.hasPrefix(file + ":") && words.allSatisfy { fault.contains($0) } }
  }
}

/// The kinds of record that a person's evidence is made of. One record is one thing with everything known about it:
/// a program with its dates and its accreditation is one record, never loose facts.
public enum EvidenceKind: String, Sendable, CaseIterable, Hashable {
  case person, diploma, program, work, application, attempt, certification, activity, fee, card, document, decision,
    license,
    training, health, screening
  /// A name of the person: an earlier one, or one used beside it. No rule reads it; who compares a proof with a record does.
  case personName = "person-name"

  /// The name of its list in a person file.
  public var listName: String {
    switch self {
    case .person: "person"
    case .diploma: "diplomas"
    case .program: "programs"
    case .work: "work"
    case .application: "applications"
    case .attempt: "attempts"
    case .certification: "certifications"
    case .activity: "continuing_education"
    case .fee: "fees"
    case .card: "cards"
    case .document: "documents"
    case .decision: "decisions"
    case .license: "licenses"
    case .training: "trainings"
    case .health: "health"
    case .screening: "screenings"
    case .personName: "names"
    }
  }

  /// Its fields, in slot order.
  public var fields: [Field] { EvidenceKind.allFields[index] }

  var index: Int {
    switch self {
    case .person: 0
    case .diploma: 1
    case .program: 2
    case .work: 3
    case .application: 4
    case .attempt: 5
    case .certification: 6
    case .activity: 7
    case .fee: 8
    case .card: 9
    case .document: 10
    case .decision: 11
    case .license: 12
    case .training: 13
    case .health: 14
    case .screening: 15
    case .personName: 16
    }
  }

  private static let allFields: [[Field]] = allCases.map(makeFields)

  /// The tasks that a training may be for: those of `knowledge/jurisdictions/tasks.yaml`, which a test compares.
  private static let trainingTasks = [
    "practice", "injection-intramuscular", "injection-subcutaneous", "injection-intradermal", "vaccine", "venipuncture",
    "skin-puncture", "medication", "inhaled-medication", "controlled-substance", "iv-start", "iv-medication", "x-ray",
    "ecg", "waived-test", "respiratory-test", "urinary-catheter", "minor-surgery", "triage", "moderate-test",
    "specimen",
    "vital-signs",
  ]

  private static func makeFields(_ kind: EvidenceKind) -> [Field] {
    let specs: [(String, Field.Content)] =
      switch kind {
      case .person:
        [
          ("age", .choice(["under-13", "13-to-17", "18-or-over"])), ("jurisdiction", .name), ("aama_member", .flag),
        ]
      case .diploma:
        [("type", .choice(["diploma", "ged", "equivalent", "foreign-evaluated"])), ("earned", .day)]
      case .program:
        [
          ("name", .name),
          ("type", .choice(["school", "apprenticeship", "workforce", "military"])),
          ("subject", .choice(["medical-assisting", "medical-office-administration", "other"])),
          ("level", .choice(["postsecondary", "high-school"])),
          ("award", .choice(["certificate", "diploma", "associate-degree", "bachelor-degree", "none"])),
          ("enrolled", .day), ("coursework_completed", .day), ("practicum_completed", .day), ("graduated", .day),
          ("academic_hours", .amount("hours")), ("practicum_hours", .amount("hours")),
          ("total_hours", .amount("hours")), ("semesters", .amount("semesters")),
          ("practicum_setting", .choice(["outpatient", "other"])),
          ("accreditation", .spans(["caahep", "abhes", "other"])),
          ("institution_recognized", .flag), ("recognized_by", .set(["amt", "ncct", "state"])),
          ("curriculum_sciences", .flag), ("curriculum_injections", .flag), ("curriculum_phlebotomy", .flag),
          ("injections", .amount("times")), ("phlebotomies", .amount("times")), ("competencies_met", .flag),
        ]
      case .work:
        [
          ("employer", .name),
          ("role", .choice(["medical-assistant", "instructor", "medical-office-specialist", "other"])),
          ("from", .day), ("until", .day), ("hours_per_week", .amount("hours")),
          ("setting", .choice(["outpatient", "other"])),
          ("duties", .choice(["clinical", "administrative", "both"])), ("supervised", .flag),
          ("accredited_program", .flag), ("instruction_course", .flag),
        ]
      case .application: [("of", .name), ("date", .day)]
      case .attempt: [("of", .name), ("date", .day), ("result", .choice(["passed", "failed"]))]
      case .certification:
        [
          ("of", .name), ("date", .day), ("by", .choice(["examination", "continuing-education", "conversion"])),
          ("expires", .day), ("revoked", .day),
        ]
      case .activity:
        [
          ("title", .name), ("date", .day), ("amount", .amount("points")),
          ("category", .choice(["administrative", "clinical", "general", "none"])),
          ("approved_by", .choice(["aama", "amt", "nha", "ncct", "other", "none"])), ("for", .name),
        ]
      case .fee:
        [("of", .name), ("date", .day), ("type", .choice(["annual", "renewal", "examination", "reactivation"]))]
      case .card: [("type", .choice(["cpr", "bls"])), ("issued", .day), ("expires", .day)]
      case .document:
        [
          (
            "type",
            .choice([
              "official-transcript", "unofficial-transcript", "attestation", "completion-verified", "diploma-copy",
              "employment-verification", "apprenticeship-completion", "military-record", "foreign-evaluation",
            ])
          ), ("date", .day), ("of", .name),
        ]
      case .decision:
        [
          ("of", .name), ("about", .name), ("outcome", .choice(["approved", "refused", "waived"])), ("date", .day),
        ]
      case .license: [("of", .name), ("issued", .day), ("expires", .day)]
      case .training:
        [
          ("for", .set(trainingTasks)), ("completed", .day), ("hours", .amount("hours")),
          ("intramuscular", .amount("times")), ("subcutaneous", .amount("times")), ("intradermal", .amount("times")),
          ("skin_tests", .amount("times")), ("venipunctures", .amount("times")), ("skin_punctures", .amount("times")),
          ("by", .choice(["physician", "school", "supervised-staff", "employer", "other"])), ("certificate", .flag),
        ]
      // What was shown and when: never why a vaccine was declined, nor what a background check found.
      case .health:
        [
          (
            "type",
            .choice([
              "influenza", "covid-19", "tb-test", "hepatitis-b", "mmr", "varicella", "tdap", "physical", "drug-screen",
              "fit-test",
            ])
          ), ("date", .day), ("expires", .day), ("outcome", .choice(["done", "declined", "exempt"])),
        ]
      case .screening: [("type", .choice(["exclusion", "background"])), ("date", .day), ("clear", .flag)]
      case .personName:
        [("name", .name), ("type", .choice(["current", "earlier", "also-used"])), ("from", .day), ("until", .day)]
      }
    return specs.enumerated().map { Field(kind: kind, slot: $0.offset, name: $0.element.0, content: $0.element.1) }
  }
}

/// One field of a kind of record: `program.graduated`.
public struct Field: Sendable, Hashable {
  /// What a field holds.
  public enum Content: Sendable, Hashable {
    /// A day, possibly partial, expected, or stated not to have happened.
    case day
    /// A number in a unit.
    case amount(String)
    /// Yes or no.
    case flag
    /// One word of a closed list.
    case choice([String])
    /// Several words of a closed list.
    case set([String])
    /// Free text: a name, or a credential like `aama/cma`.
    case name
    /// Spans of days, each by one of these (accreditors).
    case spans([String])
  }

  public let kind: EvidenceKind
  public let slot: Int
  public let name: String
  public let content: Content

  /// `program.graduated`.
  public var path: String { kind.rawValue + "." + name }

  /// The field with this path, if there is one.
  public static func named(_ path: String) -> Field? {
    let parts = path.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let kind = EvidenceKind(rawValue: String(parts[0])) else { return nil }
    return kind.fields.first { $0.name == parts[1] }
  }
}

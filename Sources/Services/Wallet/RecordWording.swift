public import Rules
public import Vocabulary

/// Records as a list shows them.
public enum RecordWording {
  /// The heading of a kind: "Exam attempts".
  public static func heading(_ kind: EvidenceKind) -> Phrase {
    switch kind {
    case .person: Phrase("About you", "Sobre usted")
    case .diploma: Phrase("Diploma or GED", "Diploma o GED")
    case .program: Phrase("Programs", "Programas")
    case .work: Phrase("Work", "Trabajos")
    case .application: Phrase("Applications for an exam", "Solicitudes de examen")
    case .attempt: Phrase("Exam attempts", "Intentos de examen")
    case .certification: Phrase("Certifications", "Certificaciones")
    case .activity: Phrase("Continuing education", "Educación continua")
    case .fee: Phrase("Fees paid", "Cuotas pagadas")
    case .card: Phrase("CPR and BLS cards", "Tarjetas de RCP y BLS")
    case .document: Phrase("Documents", "Documentos")
    case .decision: Phrase("Decisions of certifying bodies", "Decisiones de los organismos")
    case .license: Phrase("State credentials", "Credenciales de los estados")
    case .training: Phrase("Training in tasks", "Capacitación en tareas")
    case .health: Phrase("Health records", "Registros de salud")
    case .screening: Phrase("Screenings", "Verificaciones")
    case .personName: Phrase("Names", "Nombres")
    }
  }

  /// What a record is about, in a few words: "CMA (AAMA), failed".
  public static func title(_ record: EvidenceRecord, _ choices: RecordChoices) -> Phrase {
    let told = titleFields(record.kind).compactMap { name -> Phrase? in
      guard let field = record.kind.fields.first(where: { $0.name == name }) else { return nil }
      return text(record.values[field.slot], field, choices)
    }
    guard !told.isEmpty else {
      let kind = FieldWording.kind(record.kind)
      return Phrase(kind.en.capitalizedFirst, kind.es.capitalizedFirst)
    }
    return Phrase(
      told.map(\.en).joined(separator: ", ").capitalizedFirst,
      told.map(\.es).joined(separator: ", ").capitalizedFirst)
  }

  /// The day that a record is listed under; nil: it has none.
  public static func day(_ record: EvidenceRecord) -> FactValue? {
    let names: [String] =
      switch record.kind {
      case .person: []
      case .diploma: ["earned"]
      case .program: ["graduated", "coursework_completed", "enrolled"]
      case .work, .personName: ["from", "until"]
      case .card, .license: ["issued", "expires"]
      case .training: ["completed"]
      case .certification, .health: ["date", "expires"]
      case .application, .attempt, .activity, .fee, .document, .decision, .screening: ["date"]
      }
    return names.map { record[$0] }.first {
      if case .day = $0 { true } else { false }
    }
  }

  /// For lists with the newest first; what has no day comes first.
  public static func order(_ record: EvidenceRecord) -> CivilDate {
    guard case .day(let days, _)? = day(record) else { return .distantFuture }
    return days.last.isFinite ? days.last : days.first
  }

  /// A value as a page shows it; nil when nobody said.
  public static func text(_ value: FactValue, _ field: Field, _ choices: RecordChoices) -> Phrase? {
    if value == .unknown { return nil }
    if case .word(let word) = value, let option = choices.options(field)?.first(where: { $0.value == word }) {
      return option.text
    }
    if case .word(let word) = value, choices.isFree(field) { return Phrase(word, word) }
    var unit = ""
    if case .amount(let name) = field.content { unit = name }
    let units = unit.isEmpty ? Phrase("", "") : FieldWording.units(unit)
    func shown(_ language: Language) -> String {
      let text = FieldWording.value(value, language)
      return unit.isEmpty ? text : text + " " + units[language]
    }
    return Phrase(shown(.english), shown(.spanish))
  }

  private static func titleFields(_ kind: EvidenceKind) -> [String] {
    switch kind {
    case .person: ["jurisdiction"]
    case .diploma: ["type"]
    case .program: ["name", "type"]
    case .work: ["employer", "role"]
    case .application, .certification: ["of"]
    case .attempt: ["of", "result"]
    case .activity: ["title", "amount"]
    case .fee: ["of", "type"]
    case .card: ["type"]
    case .document: ["type", "of"]
    case .decision: ["of", "outcome"]
    case .license: ["of"]
    case .training: ["for"]
    case .health: ["type", "outcome"]
    case .screening: ["type"]
    case .personName: ["name", "type"]
    }
  }
}

extension String {
  /// With a capital at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

import Knowledge
import Rules
import Services
import Vocabulary

extension LiveService {
  public func wallet(_ members: Members) -> LiveWallet? {
    LiveWallet(
      live: self, record: OwnRecord(members.evidence), health: members.health.map { OwnRecord(health: $0) },
      choices: choices)
  }
}

/// What people keep about themselves, as pages show it.
public struct LiveWallet: Sendable {
  let live: LiveService
  let record: OwnRecord
  /// Nil: nothing is kept of health.
  let health: OwnRecord?
  let choices: RecordChoices

  /// Nil: nothing is kept in this part.
  func part(_ part: RecordPart) -> OwnRecord? {
    switch part {
    case .record: record
    case .health: health
    }
  }

  // MARK: - The list

  func list(_ versions: [RecordVersion], _ part: RecordPart, _ language: Language) -> RecordPage.Value {
    let dates = DateWording(language)
    let groups = part.kinds.map { kind -> RecordPage.Group in
      var rows: [(row: RecordPage.Row, order: CivilDate, sequence: Int)] = []
      var complete: CivilDate?
      for version in versions where version.content.kind == kind {
        switch version.content {
        case .complete(_, let through): complete = through
        case .evidence(let record):
          rows.append((row(version.record, record, language), RecordWording.order(record), version.sequence))
        }
      }
      rows.sort { ($0.order, $0.sequence) > ($1.order, $1.sequence) }
      return RecordPage.Group(
        kind: kind, rows: rows.map(\.row), complete: complete.map(dates.day), takesMore: kind != .person || rows.isEmpty
      )
    }
    return RecordPage.Value(part: part, groups: groups)
  }

  private func row(_ id: RecordID, _ record: EvidenceRecord, _ language: Language) -> RecordPage.Row {
    RecordPage.Row(
      id: id, title: RecordWording.title(record, choices)[language],
      day: RecordWording.day(record).map { FieldWording.value($0, language) },
      grade: VerdictWording.evidenceWord(record.grade)[language], provenance: record.provenance)
  }

  // MARK: - One thing

  func newForm(_ kind: EvidenceKind) -> RecordFormPage.Value { RecordFormPage.Value(kind: kind, choices: choices) }

  /// The form that corrects a record.
  func form(_ record: EvidenceRecord, _ language: Language, today: CivilDate) -> RecordFormPage.Value {
    let reading = EnteredReading(choices, today: today)
    var kept: [String: String] = [:]
    for field in record.kind.fields where reading.isKept(record.values[field.slot], field) {
      kept[field.name] = RecordWording.text(record.values[field.slot], field, choices)?[language]
    }
    return RecordFormPage.Value(kind: record.kind, choices: choices, entered: reading.filled(record), kept: kept)
  }

  /// A thing with its history; nil: there is none of that name, or it says that a list is whole.
  func item(
    _ events: [RecordEvent], _ part: RecordPart, of signedIn: SignedIn, _ language: Language, today: CivilDate
  ) -> RecordItemPage.Value? {
    guard let last = events.last, let told = events.reversed().compactMap(\.content).first,
      case .evidence(let record) = told
    else { return nil }
    return RecordItemPage.Value(
      part: part, id: last.record, title: RecordWording.title(record, choices)[language],
      facts: facts(record, isWithdrawn: last.content == nil, language),
      form: last.content == nil ? nil : form(record, language, today: today), seen: last.sequence,
      history: history(events, signedIn, language))
  }

  private func facts(_ record: EvidenceRecord, isWithdrawn: Bool, _ language: Language) -> [Fact] {
    var facts = record.kind.fields.compactMap { field -> Fact? in
      RecordWording.text(record.values[field.slot], field, choices).map {
        Fact(FieldWording.field(field)[language], $0[language])
      }
    }
    facts.append(
      Fact(Phrase("How sure", "Qué tan seguro")[language], VerdictWording.evidenceWord(record.grade)[language]))
    if let provenance = record.provenance {
      facts.append(Fact(Phrase("Where it is written down", "Dónde está escrito")[language], provenance))
    }
    if isWithdrawn {
      facts.append(
        Fact(
          Phrase("Withdrawn", "Retirado")[language],
          Phrase("It counts no more.", "Ya no cuenta.")[language]))
    }
    return facts
  }

  /// The newest entry first, each with what it changed.
  private func history(
    _ events: [RecordEvent], _ signedIn: SignedIn, _ language: Language
  ) -> [RecordItemPage.Entry] {
    let dates = DateWording(language)
    var before: EvidenceRecord?
    var entries: [RecordItemPage.Entry] = []
    for event in events {
      var after: EvidenceRecord?
      if case .evidence(let record)? = event.content { after = record }
      let what: Phrase =
        switch (before, after) {
        case (nil, _): Phrase("Added", "Agregado")
        case (_, nil): Phrase("Withdrawn", "Retirado")
        case (_, _): Phrase("Corrected", "Corregido")
        }
      entries.append(
        RecordItemPage.Entry(
          at: "\(dates.day(event.at.utcDay)), \(event.at.utcTime)", who: who(event.statement.by, signedIn)[language],
          what: what[language], says: changes(before, after, language), why: why(event.statement.why, language)))
      before = after
    }
    return entries.reversed()
  }

  private func who(_ by: String, _ signedIn: SignedIn) -> Phrase {
    if by == signedIn.account.text { return Phrase("You", "Usted") }
    return Phrase("Somebody else, or the program: \(by)", "Otra persona, o el programa: \(by)")
  }

  /// Reasons that the form offers stand there as words of the program.
  private func why(_ why: String?, _ language: Language) -> String? {
    why.map { HealthReason(rawValue: $0)?.text[language] ?? $0 }
  }

  /// What an entry says that the one before it did not.
  private func changes(_ before: EvidenceRecord?, _ after: EvidenceRecord?, _ language: Language) -> String {
    guard let after else { return "" }
    return after.kind.fields.compactMap { field -> String? in
      let value = after.values[field.slot]
      guard value != (before?.values[field.slot] ?? .unknown) else { return nil }
      let text = RecordWording.text(value, field, choices) ?? Phrase("not known", "no se sabe")
      return "\(FieldWording.field(field)[language]): \(text[language])"
    }.joined(separator: "; ")
  }
}

import Vocabulary

extension FlipWalk {
  /// One more record that passes a filter. Never a failed attempt or a refusal.
  func added(_ filter: RecordFilter, _ needs: [Field: Need]) -> Drafts {
    guard let record = new(filter, needs) else { return .nothingHelps }
    return Drafts(.complete(record))
  }

  func new(_ filter: RecordFilter, _ needs: [Field: Need]) -> EvidenceRecord? {
    var record = EvidenceRecord(id: "", kind: filter.kind)
    for condition in filter.words {
      guard let value = condition.field.value(among: condition.accepted) else { return nil }
      record.values[condition.field.slot] = value
    }
    for (field, need) in needs {
      var need = need
      // A complete list lacks it: it comes about from the day of the question on.
      if case .day(let days) = need, !field.isEnd, evaluator.view.unlisted(filter.kind) == nil {
        guard let ahead = days.intersection(DayInterval(asOf, .distantFuture)) else { return nil }
        need = .day(ahead)
      }
      guard let value = need.value(asOf: asOf) else { return nil }
      record.values[field.slot] = value
    }
    if record.kind == .attempt, record["result"] == .word("failed") { return nil }
    if record.kind == .decision, record["outcome"] == .word("refused") { return nil }
    return record.renamed(newID(record), grade: record.kind == .decision ? .issuer : .document)
  }

  /// An id from what the record is, so that two requirements that want the same record ask for one.
  func newID(_ record: EvidenceRecord, number: Int = 1) -> String {
    var id = "new-" + record.kind.rawValue
    for value in record.values { if case .word(let word) = value { id += "-" + word } }
    if case .day(let days, _) = record["date"], days.first > asOf { id += "-\(days.first)" }
    if number > 1 { id += "-\(number)" }
    return EvidenceRecord.newID(id, taken: taken)
  }

  /// What a listed record that may pass a filter lacks to pass it.
  func passing(_ record: EvidenceRecord, _ filter: RecordFilter) -> Drafts {
    var result = Drafts.nothingNeeded
    for condition in filter.words where record.values[condition.field.slot] == .unknown {
      guard let value = condition.field.value(among: condition.accepted) else { return .nothingHelps }
      result = result.and(Drafts(slot(record, condition.field), .oneOf([value])), limit)
    }
    return result
  }

  /// What a listed record that may pass a filter needs so as not to pass it.
  func notPassing(_ record: EvidenceRecord, _ filter: RecordFilter) -> Drafts {
    var result = Drafts.nothingHelps
    for condition in filter.words where record.values[condition.field.slot] == .unknown {
      let others = condition.field.words.filter { !condition.accepted.contains($0) }
      guard !others.isEmpty else { continue }
      result = result.or(Drafts(slot(record, condition.field), .oneOf(others.map { .word($0) })), limit)
    }
    return result
  }

  func slot(_ record: EvidenceRecord, _ field: Field) -> Slot {
    Slot(record: record.id, field: field, isNew: blanks.contains(record.id))
  }

  /// The listed records that pass a filter or may, as they were given.
  func listed(_ filter: RecordFilter) -> [EvidenceRecord] {
    evaluator.matching(filter).compactMap { found in
      blanks.contains(found.record.id) ? nil : evidence.records.first { $0.id == found.record.id }
    }
  }
}

extension EvidenceRecord {
  func renamed(_ id: String, grade: EvidenceGrade) -> EvidenceRecord {
    var record = EvidenceRecord(id: id, kind: kind, grade: grade)
    record.values = values
    return record
  }
}

extension Field {
  /// The closed list of words it takes.
  var words: [String] {
    switch content {
    case .choice(let words), .set(let words), .spans(let words): words
    case .day, .amount, .flag, .name: []
    }
  }

  /// The first accepted word, as a value of the field.
  func value(among accepted: Set<String>) -> FactValue? {
    switch content {
    case .choice(let words): words.first(where: accepted.contains).map { .word($0) }
    case .name: accepted.min().map { .word($0) }
    case .flag: accepted.contains("true") ? .flag(true) : .flag(false)
    case .set(let words): words.first(where: accepted.contains).map { .words([$0]) }
    case .day, .amount, .spans: nil
    }
  }
}

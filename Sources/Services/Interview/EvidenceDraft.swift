import Knowledge
import Rules
import Vocabulary

/// Evidence as it grows from answers, question by question in the order of the pack.
struct EvidenceDraft {
  let asOf: CivilDate
  /// The answers by key.
  private(set) var given: [AnswerKey: ReadAnswer]
  /// For each list of records that is picked from, the question that asks how many there are of each.
  let counts: [EvidenceKind: InterviewQuestion]
  private(set) var records: [EvidenceKind: [EvidenceRecord]] = [:]
  private(set) var complete: Set<EvidenceKind> = [.person]
  /// For each kind that a set has picked from, how many picks there are.
  private(set) var picks: [EvidenceKind: [String]] = [:]
  /// Programs of which only is known that they were accredited on some day of the person's time in them.
  private var accreditedWhileEnrolled: Set<Int> = []
  /// What a list of programs says about the first program.
  private var listed: ListedEvidence?

  init(asOf: CivilDate, given: [AnswerKey: ReadAnswer], counts: [EvidenceKind: InterviewQuestion]) {
    self.asOf = asOf
    self.given = given
    self.counts = counts
  }

  /// An answer to a question that is not asked counts for nothing, also as a condition.
  mutating func forget(_ key: AnswerKey) { given[key] = nil }

  func record(_ kind: EvidenceKind, _ number: Int) -> EvidenceRecord? {
    guard let list = records[kind], list.indices.contains(number - 1) else { return nil }
    return list[number - 1]
  }

  /// Whether the question is about something that there is.
  func asks(_ question: InterviewQuestion, _ number: Int) -> Bool {
    if question.kind == .count {
      guard let kind = question.list, let picks = picks[kind] else { return false }
      return picks.count >= number
    }
    guard let kind = question.record else { return false }
    if question.list != nil {
      // One more record of a kind comes after the ones before it; a set is asked once.
      if question.kind == .set ? number > 1 : (records[kind]?.count ?? 0) < number - 1 { return false }
      return question.onlyWhen.allSatisfy { holds($0, 1) }
    }
    if kind == .person ? number > 1 : record(kind, number) == nil { return false }
    return question.onlyWhen.allSatisfy { holds($0, number) }
  }

  private func holds(_ condition: InterviewQuestion.Condition, _ number: Int) -> Bool {
    switch condition.subject {
    case .record(let kind): return !(records[kind] ?? []).isEmpty
    case .field(let field):
      switch record(field.kind, number)?[field.name] {
      case .word(let word): return condition.words.contains(word)
      case .flag(let flag): return condition.words.contains(flag ? "true" : "false")
      default: return false
      }
    case .question(let id):
      switch given[AnswerKey(id, number)] {
      case .choice(let answer): return condition.words.contains(answer.id)
      case .several(let answers): return answers.contains { condition.words.contains($0.id) }
      case .flag(let flag): return condition.words.contains(flag ? "yes" : "no")
      case .unknown: return condition.words.contains(Interview.unknown)
      case .days, .number, .listed, nil: return false
      }
    }
  }

  /// The first program is one of a list: it exists.
  mutating func take(_ listed: ListedEvidence) {
    self.listed = listed
    add(.program, [])
    put(.word("medical-assisting"), "program.subject")
    put(.word("school"), "program.type")
  }

  private mutating func put(_ value: FactValue, _ path: String) {
    if let field = Field.named(path) { put(value, field, 1) }
  }

  /// Puts an answer on the record.
  ///
  /// - Returns: false when it contradicts what an earlier answer said.
  mutating func take(_ answer: ReadAnswer, _ question: InterviewQuestion, _ number: Int) -> Bool {
    guard let kind = question.record else { return true }
    switch answer {
    case .unknown:
      // Perhaps there is one more: the list is no longer the whole one.
      if question.kind == .gate, number > 1, let list = question.list { complete.remove(list) }
      return true
    case .choice(let choice):
      let takesNone = choice.sets.contains { $0.target == .list(.program) && $0.word == "none" }
      if takesNone, listed != nil, number == 1 { return false }
      for case (.list(let list), let word) in choice.sets.map({ ($0.target, $0.word) }) {
        takeList(list, word, number, question)
      }
      return set(choice.sets, kind, number)
    case .several(let choices):
      guard question.list != nil else {
        for field in question.fields { put(.words(Set(choices.map(\.id))), field, number) }
        return true
      }
      return pick(choices, question, kind)
    case .flag(let flag):
      for field in question.fields { put(.flag(flag), field, number) }
      return true
    case .number(let n):
      guard question.kind == .amount else { return true }
      for field in question.fields { put(.amount(low: Quantity(n), high: Quantity(n)), field, number) }
      return true
    case .days(let days):
      return question.fields.map { put(days, $0, number) }.allSatisfy { $0 }
    case .listed:
      return true
    }
  }

  private mutating func takeList(_ kind: EvidenceKind, _ word: String, _ number: Int, _ question: InterviewQuestion) {
    complete.insert(kind)
    guard word == "exists", record(kind, number) == nil else { return }
    add(kind, question.each)
  }

  private mutating func add(_ kind: EvidenceKind, _ each: [InterviewQuestion.Setting]) {
    let number = (records[kind]?.count ?? 0) + 1
    records[kind, default: []].append(EvidenceRecord(id: "\(kind.rawValue)-\(number)", kind: kind))
    _ = set(each, kind, number)
  }

  /// One record for each pick, or as many as the person counted; the list is complete once all are counted.
  private mutating func pick(
    _ choices: [InterviewQuestion.Answer], _ question: InterviewQuestion, _ kind: EvidenceKind
  ) -> Bool {
    var fits = true
    var isCounted = true
    for (i, choice) in choices.enumerated() {
      var times = 1
      if let count = counts[kind] {
        if case .number(let n)? = given[AnswerKey(count.id, i + 1)], count.range.contains(n) {
          times = n
        } else {
          isCounted = false
        }
      }
      for _ in 0..<times {
        add(kind, question.each)
        fits = set(choice.sets, kind, records[kind]?.count ?? 1) && fits
      }
    }
    picks[kind] = choices.map(\.id)
    if isCounted { complete.insert(kind) } else { complete.remove(kind) }
    return fits
  }

  /// Sets the fields of an answer, of the record with that number.
  private mutating func set(_ settings: [InterviewQuestion.Setting], _ kind: EvidenceKind, _ number: Int) -> Bool {
    var fits = true
    for setting in settings {
      guard case .field(let field) = setting.target else { continue }
      let word = setting.word
      switch field.content {
      case .day:
        if word == "never" { put(.never, field, number) } else { fits = put(asOf.days(word), field, number) && fits }
      case .amount: if let amount = Quantity(word) { put(.amount(low: amount, high: amount), field, number) }
      case .flag: put(.flag(word == "true"), field, number)
      case .choice, .name: put(.word(word), field, number)
      case .set: put(.words([word]), field, number)
      case .spans:
        let parts = word.split(separator: " ").map(String.init)
        let span = FactValue.Span(
          by: parts[0], begins: DayInterval(.distantPast, asOf), ends: DayInterval(.distantFuture))
        put(.spans(word == "none" ? [] : [span]), field, number)
        if parts.count > 1 { accreditedWhileEnrolled.insert(number) }
      }
    }
    return fits
  }

  private mutating func put(_ value: FactValue, _ field: Field, _ number: Int) {
    if field.kind == .person, records[.person] == nil { add(.person, []) }
    guard record(field.kind, number) != nil else { return }
    records[field.kind]?[number - 1][field.name] = value
  }

  /// A day narrows what is known of it.
  private mutating func put(_ days: DayInterval, _ field: Field, _ number: Int) -> Bool {
    guard let record = record(field.kind, number) else { return true }
    switch record[field.name] {
    case .spans(let spans):
      put(.spans(spans.map { .init(by: $0.by, begins: days, ends: $0.ends) }), field, number)
    case .day(let known, _):
      guard let both = known.intersection(days) else { return false }
      put(dated(both, field), field, number)
    case .never: return false
    case .unknown, .amount, .flag, .word, .words: put(dated(days, field), field, number)
    }
    return true
  }

  /// A printed date that lies ahead is a fact; everything else that lies wholly ahead, with an end, is a plan.
  private func dated(_ days: DayInterval, _ field: Field) -> FactValue {
    .day(days, expected: field.name != "expires" && days.first > asOf && days.last.isFinite)
  }

  /// The evidence so far. Lists that a gate or a count has settled are complete through the day asked.
  func evidence() -> Evidence {
    var evidence = Evidence()
    for kind in EvidenceKind.allCases {
      for (i, record) in (records[kind] ?? []).enumerated() {
        var record = record
        if kind == .program, accreditedWhileEnrolled.contains(i + 1) { record = overlapping(record) }
        if kind == .program, i == 0, let listed { record = listed.filling(record) }
        evidence.put(record)
      }
      if complete.contains(kind) { evidence.completeThrough[kind] = asOf }
    }
    return evidence
  }

  /// Accredited on some day of the time in the program: begun by its end, and the person had started by then.
  private func overlapping(_ record: EvidenceRecord) -> EvidenceRecord {
    var record = record
    var latest = asOf
    if case .day(let graduated, _) = record["graduated"], graduated.first.isFinite {
      latest = min(latest, graduated.first)
    }
    if case .spans(let spans) = record["accreditation"] {
      record["accreditation"] = .spans(
        spans.map { .init(by: $0.by, begins: DayInterval(.distantPast, latest), ends: $0.ends) })
    }
    switch record["enrolled"] {
    case .unknown: record["enrolled"] = .day(DayInterval(.distantPast, latest), expected: false)
    case .day(let days, false) where !days.first.isFinite:
      record["enrolled"] = .day(DayInterval(.distantPast, min(days.last, latest)), expected: false)
    default: break
    }
    return record
  }
}

extension CivilDate {
  /// The days that a word of the pack stands for, seen from this day.
  func days(_ word: String) -> DayInterval {
    switch word {
    case "by-today": DayInterval(.distantPast, self)
    case "before-today": DayInterval(.distantPast, previous)
    case "from-today": DayInterval(self, .distantFuture)
    default: DayInterval(next, .distantFuture)
    }
  }
}

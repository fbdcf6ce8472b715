import Rules
import Vocabulary

/// Random people around one credential: first everything to the day, then parts of it forgotten.
struct RandomPeople {
  let credential: String
  /// Names that decisions may be about.
  var decisionsAbout: [String] = []
  var random: SeededGenerator

  init(credential: String, decisionsAbout: [String] = [], seed: UInt64) {
    self.credential = credential
    self.decisionsAbout = decisionsAbout
    random = SeededGenerator(seed: seed)
  }

  static let asOf = day("2026-11-22")
  private static let years: ClosedRange<Int32> = 15_400...20_900  // 2012-03 to 2027-03

  /// A person of whom everything is known to the day, with every list complete.
  mutating func exact() -> Evidence {
    var records = [record(.person, 0)]
    for (kind, most) in [
      (EvidenceKind.diploma, 1), (.program, 2), (.work, 3), (.application, 1), (.attempt, 5), (.certification, 3),
      (.activity, 8), (.fee, 4), (.card, 2), (.document, 4), (.license, 2),
      (.training, 2),
      (.decision, decisionsAbout.isEmpty || !random.chance(15) ? 0 : 1),
    ] {
      for i in 0..<Int.random(in: 0...most, using: &random) { records.append(record(kind, i)) }
    }
    return Evidence(records)
  }

  /// One record with every field known.
  mutating func record(_ kind: EvidenceKind, _ number: Int) -> EvidenceRecord {
    var record = EvidenceRecord(
      id: "\(kind.rawValue)-\(number)", kind: kind, grade: random.pick(EvidenceGrade.allCases))
    for field in kind.fields { record[field.name] = value(of: field) }
    switch kind {
    case .person: record["age"] = .word(random.chance(80) ? "18-or-over" : "13-to-17")
    case .program: order(&record)
    case .work, .personName: span(&record, "from", "until", longest: 4_000, open: 30)
    case .card, .license: span(&record, "issued", "expires", longest: 900, open: 0)
    case .health: span(&record, "date", "expires", longest: 900, open: 50)
    case .certification:
      span(&record, "date", "expires", longest: 2_000, open: 0)
      if random.chance(70) { record["expires"] = .unknown }
      record["revoked"] =
        random.chance(12) ? .on(start(record, "date").adding(days: Int.random(in: 0...900, using: &random))) : .unknown
    case .attempt: if random.chance(70) { record["result"] = .word("failed") }
    case .decision: record["about"] = .word(decisionsAbout.isEmpty ? "x" : random.pick(decisionsAbout))
    case .diploma, .application, .activity, .fee, .document, .training, .screening: break
    }
    return record
  }

  private mutating func value(of field: Field) -> FactValue {
    switch field.content {
    case .day: return .on(random.day(Self.years))
    case .amount(let unit):
      let choices = unit == "hours" ? [12, 20, 24, 36, 40, 160, 200, 560, 720, 800] : [1, 2, 5, 8, 10, 14, 20, 30]
      if field.name == "hours_per_week" { return .number(random.pick([12, 20, 24, 35, 36, 40])) }
      return .number(random.pick(choices))
    case .flag: return .flag(random.chance(75))
    case .choice(let words): return .word(random.chance(55) ? words[0] : random.pick(words))
    case .set(let words): return .words(Set(words.filter { _ in random.chance(50) }))
    case .name: return .word(field.name == "of" && random.chance(92) ? credential : "other/thing")
    case .spans(let words):
      return .spans(
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
          let begin = random.day(Self.years)
          let end = random.chance(50) ? .distantFuture : begin.adding(days: Int.random(in: 0...3_000, using: &random))
          return .init(by: random.pick(words), begins: DayInterval(begin), ends: DayInterval(end))
        })
    }
  }

  private func start(_ record: EvidenceRecord, _ name: String) -> CivilDate {
    if case .day(let days, _) = record[name] { return days.first }
    return CivilDate(days: 0)
  }

  private mutating func span(_ record: inout EvidenceRecord, _ from: String, _ to: String, longest: Int, open: Int) {
    let begin = start(record, from)
    record[to] = random.chance(open) ? .never : .on(begin.adding(days: Int.random(in: 0...longest, using: &random)))
  }

  /// Enrolled, completed, graduated: in this order, the later ones perhaps not yet.
  private mutating func order(_ record: inout EvidenceRecord) {
    var days = (0..<4).map { _ in random.day(0...700) }.sorted().map {
      start(record, "enrolled").adding(days: Int($0.days))
    }
    if random.chance(50) { days.swapAt(1, 2) }
    for (name, day) in zip(["enrolled", "coursework_completed", "practicum_completed", "graduated"], days) {
      record[name] = day > Self.asOf ? .expected(day) : .on(day)
    }
    if random.chance(20) { record["graduated"] = .never }
  }

  // MARK: - Forgetting

  /// The same person with days known in part, fields nobody gave, lists that are open or end early.
  mutating func forgetful(_ truth: Evidence, percent: Int = 25) -> Evidence {
    var evidence = Evidence()
    // No rule reads names.
    for kind in EvidenceKind.allCases where kind != .personName {
      let isOpen = kind != .person && random.chance(percent)
      let through = isOpen ? (random.chance(40) ? random.day(16_000...20_700) : nil) : CivilDate.distantFuture
      if let through { evidence.completeThrough[kind] = through }
      for record in truth.records(of: kind) {
        // An open list may lack what came after the day through which it is complete.
        let first = record.kind.fields.first { $0.content == .day }.map { start(record, $0.name) } ?? .distantPast
        if isOpen, random.chance(50), first > (through ?? .distantPast) { continue }
        evidence.put(forgetful(record, percent))
      }
    }
    return evidence
  }

  private mutating func forgetful(_ record: EvidenceRecord, _ percent: Int) -> EvidenceRecord {
    var record = record
    for field in record.kind.fields where random.chance(percent) {
      let isKept = record.kind == .certification && (field.name == "expires" || field.name == "revoked")
      switch record[field.name] {
      case .day(let days, let expected):
        if random.chance(20), !isKept { record[field.name] = .unknown; break }
        let around = random.blurred(days.first)
        record[field.name] = .day(around, expected: expected)
      case .amount(let low, let high):
        let spread = Quantity(random.pick([0, 1, 5, 100]))
        record[field.name] =
          random.chance(30) ? .unknown : .amount(low: max(.zero, low - spread), high: high + spread)
      case .spans(let spans):
        record[field.name] =
          random.chance(30)
          ? .unknown
          : .spans(
            spans.map { span in
              let begins = random.blurred(span.begins.first)
              let ends = span.ends.first.isFinite ? random.blurred(span.ends.first) : span.ends
              return .init(by: span.by, begins: begins, ends: ends)
            })
      case .flag, .word, .words:
        if !(field.content == .name && record.kind == .decision) { record[field.name] = .unknown }
      case .unknown, .never: break
      }
    }
    return record
  }

  // MARK: - Remembering

  /// One way how the forgotten parts may have been: every day exact, every field filled, every list complete.
  mutating func completed(_ partial: Evidence) -> Evidence {
    var evidence = Evidence([])
    for record in partial.records { evidence.put(completed(record)) }
    for kind in EvidenceKind.allCases where ![.person, .decision, .personName].contains(kind) {
      let through = partial.completeThrough[kind] ?? .distantPast
      // A renewal that nobody listed never shortens what is listed: of the certified only the listed periods run.
      let isCertified = kind == .certification && !partial.records(of: kind).isEmpty
      guard through < Self.asOf, !isCertified else { continue }
      for i in 0..<random.pick([0, 0, 1, 1, 2, 4]) {
        let record = record(kind, 100 + i)
        let first = record.kind.fields.first { $0.content == .day }.map { start(record, $0.name) } ?? .distantFuture
        if first > through { evidence.put(record) }
      }
    }
    return evidence
  }

  private mutating func completed(_ record: EvidenceRecord) -> EvidenceRecord {
    for _ in 0..<300 {
      let candidate = candidate(record)
      if isOrdered(candidate), isComplete(candidate, record) { return candidate }
    }
    return latest(record)
  }

  private mutating func candidate(_ record: EvidenceRecord) -> EvidenceRecord {
    var exact = record
    for field in record.kind.fields {
      switch record[field.name] {
      case .unknown:
        if record.kind == .certification, ["expires", "revoked"].contains(field.name) { break }
        let isFirst = field.name == record.kind.fields.first { $0.content == .day }?.name
        exact[field.name] = field.content == .day && !isFirst && random.chance(30) ? .never : value(of: field)
      case .day(let days, let expected): exact[field.name] = moment(in: days, expected)
      case .amount(let low, let high):
        let amount = Quantity(hundredths: Int.random(in: low.hundredths...high.hundredths, using: &random))
        exact[field.name] = .amount(low: amount, high: amount)
      case .spans(let spans):
        exact[field.name] = .spans(
          spans.map { span in
            for _ in 0..<50 {
              let begin = random.pick([
                span.begins.first, span.begins.last, random.day(span.begins.first.days...span.begins.last.days),
              ])
              let end =
                span.ends.first.isFinite
                ? random.pick([span.ends.first, span.ends.last, random.day(span.ends.first.days...span.ends.last.days)])
                : span.ends.first
              if begin <= end { return .init(by: span.by, begins: DayInterval(begin), ends: DayInterval(end)) }
            }
            return .init(by: span.by, begins: DayInterval(span.begins.first), ends: DayInterval(span.ends.last))
          })
      case .never, .flag, .word, .words: break
      }
    }
    return exact
  }

  private mutating func moment(in days: DayInterval, _ expected: Bool) -> FactValue {
    if expected, days.last <= Self.asOf {
      // It has passed and nobody confirmed it.
      return random.chance(30) ? .never : .on(days.first.adding(days: Int.random(in: 0...900, using: &random)))
    }
    let first = expected ? max(days.first, Self.asOf.next) : days.first
    let day = random.pick([
      first, days.last, random.day(first.days...days.last.days), random.day(first.days...days.last.days),
    ])
    return .on(day)
  }

  /// The latest days that the record allows: always in order when the record is.
  private func latest(_ record: EvidenceRecord) -> EvidenceRecord {
    var exact = record
    var bound = CivilDate.distantFuture
    for field in record.kind.fields.reversed() where field.content == .day {
      switch record[field.name] {
      case .day(let days, _):
        bound = min(bound, days.last)
        exact[field.name] = .on(bound)
      case .unknown: exact[field.name] = .never
      default: break
      }
    }
    return exact
  }

  /// Whoever has graduated had enrolled and completed by then.
  private func isComplete(_ record: EvidenceRecord, _ partial: EvidenceRecord) -> Bool {
    guard record.kind == .program else { return true }
    let names = ["enrolled", "coursework_completed", "practicum_completed", "graduated"]
    let last = names.lastIndex { if case .day = record[$0] { true } else { false } } ?? 0
    let first = last == 3 ? names[..<3] : last == 0 ? [] : names[..<1]
    return first.allSatisfy { record[$0] != .never || partial[$0] == .never }
  }

  private func isOrdered(_ record: EvidenceRecord) -> Bool {
    func day(_ name: String) -> CivilDate? {
      if case .day(let days, _) = record[name] { return days.first }
      return nil
    }
    func isOrdered(_ a: String, _ b: String) -> Bool {
      guard let later = day(b) else { return true }
      return day(a).map { $0 <= later } ?? true
    }
    switch record.kind {
    case .program:
      return isOrdered("enrolled", "coursework_completed") && isOrdered("enrolled", "practicum_completed")
        && isOrdered("coursework_completed", "graduated") && isOrdered("practicum_completed", "graduated")
        && isOrdered("enrolled", "graduated")
    case .work: return isOrdered("from", "until")
    case .card: return isOrdered("issued", "expires")
    case .certification: return isOrdered("date", "expires")
    default: return true
    }
  }
}

import Knowledge
import Rules
import Vocabulary

extension DueList {
  /// What runs out of a credential that a person has been given: the certification, the duties of its cycles, the window for
  /// a late renewal.
  func certified(_ credential: Credential, _ evidence: Evidence, _ asOf: CivilDate) throws -> [DueItem] {
    let inquiry = inquiry(credential, asOf)
    var result: [DueItem] = []
    var isCurrent = true
    if let rule = base.book.rule(credential.id + "/current") {
      let line = try assessor.determine(rule.id, evidence, inquiry, credential: credential.id).timeline
      isCurrent = line.value(on: asOf).verdict == .met
      let clocks = try clocks(of: rule, credential, evidence, inquiry)
      let whole = Self.run(line, asOf).map { run in
        DueItem(
          id: "certification \(credential.id)", kind: .certification,
          text: Phrase("\(credential.mark)", "\(credential.mark)"), day: run.last, began: run.first.finite)
      }
      // The duty that ends it says more than the end.
      if let whole, !clocks.contains(where: { $0.day == whole.day }) { result.append(whole) }
      result += clocks.filter { isCurrent || $0.day == whole?.day }
    }
    if isCurrent, let rule = base.book.rule(credential.id + "/active") {
      result += try clocks(of: rule, credential, evidence, inquiry)
    }
    if let life = try assessor.life(credential, evidence, inquiry), life.phases.value(on: asOf) == .lateWindow,
      let last = life.phases.span(on: asOf).last.finite
    {
      result.append(
        DueItem(
          id: "late-window \(credential.id)", kind: .lateWindow,
          text: Phrase("late renewal of the \(credential.mark)", "renovación tardía de la \(credential.mark)"),
          day: last))
    }
    if let exam = try renewalExam(credential, evidence, inquiry) { result.append(exam) }
    return aged(result, inquiry)
  }

  /// The last day for renewing by exam without a gap, for whom renewal is not yet complete: the earliest last day of the parts
  /// of that rule that end before the certification does.
  private func renewalExam(
    _ credential: Credential, _ evidence: Evidence, _ inquiry: Inquiry
  ) throws -> DueItem? {
    guard let rule = base.book.rule(credential.id + "/renewal-by-examination"),
      case .all(let parts) = base.book.requirements[rule.root].word,
      let life = try assessor.life(credential, evidence, inquiry), let through = life.through
    else { return nil }
    switch life.phases.value(on: inquiry.day) {
    case .due, .renewalUnknown: break
    case .unknown, .certified, .lateWindow, .reactivable, .lapsed, .eligible, .waiting, .closed, .notYetEligible:
      return nil
    }
    let lines = try parts.map { id in
      try assessor.determine(base.book.requirements[id].path, evidence, inquiry, credential: credential.id).timeline
    }
    let ends = lines.compactMap { Self.run($0, inquiry.day)?.last }.filter { $0 < through }
    return ends.min().map { last in
      DueItem(
        id: "renewal-exam \(credential.id)", kind: .renewalExam,
        text: Phrase("renewing the \(credential.mark) by exam", "renovar la \(credential.mark) con el examen"),
        day: last)
    }
  }

  /// The same, with a word on rules that nobody has read again in time.
  private func aged(_ items: [DueItem], _ inquiry: Inquiry) -> [DueItem] {
    guard inquiry.asOf < inquiry.day else { return items }
    return items.map { item in
      var item = item
      item.reviewEnded = inquiry.asOf
      return item
    }
  }

  /// A question about a day. Rules that are past their review are asked as on the last day of it: a reminder that fell silent
  /// because nobody has read a rule again would be worse than one by the rule as it was last read.
  private func inquiry(_ credential: Credential, _ asOf: CivilDate) -> Inquiry {
    let reviews = base.book.rules.filter { $0.id.hasPrefix(credential.id + "/") }.map(\.reviewBy)
    return Inquiry(asOf: min(asOf, reviews.min() ?? asOf), on: asOf)
  }

  /// The time in which the exam of a credential can be taken, when it is open and closes on a known day.
  func examWindow(_ credential: Credential, _ evidence: Evidence, _ asOf: CivilDate) throws -> DueItem? {
    let inquiry = inquiry(credential, asOf)
    guard let life = try assessor.life(credential, evidence, inquiry) else { return nil }
    let isOpen = life.phases.map { $0 == .eligible || $0 == .waiting }
    guard isOpen.value(on: asOf) else { return nil }
    let last = isOpen.span(on: asOf).last
    guard last.isFinite else { return nil }
    switch life.phases.value(on: last.next) {
    // Not known is no day to name.
    case .unknown, .certified, .due, .renewalUnknown, .lateWindow, .reactivable, .lapsed, .eligible, .waiting:
      return nil
    case .closed, .notYetEligible:
      let window = DueItem(
        id: "exam-window \(credential.id)", kind: .examWindow,
        text: Phrase("your way to the \(credential.mark) exam", "su vía al examen de \(credential.mark)"), day: last)
      return aged([window], inquiry).first
    }
  }

  /// The duties of a rule that come again in each cycle, each on its own.
  private func clocks(
    of rule: Rule, _ credential: Credential, _ evidence: Evidence, _ inquiry: Inquiry
  ) throws -> [DueItem] {
    let book = base.book
    let parts: [Requirement.ID]
    if case .all(let children) = book.requirements[rule.root].word { parts = children } else { parts = [] }
    return try parts.compactMap { id -> DueItem? in
      guard let (kind, text) = cycle(below: id), let text else { return nil }
      let path = book.requirements[id].path
      let line = try assessor.determine(path, evidence, inquiry, credential: credential.id).timeline
      return Self.run(line, inquiry.day).map { run in
        DueItem(
          id: "\(kind.rawValue) \(path)", kind: kind,
          text: Phrase("\(credential.mark): \(text.en)", "\(credential.mark): \(text.es)"), day: run.last,
          began: run.first.finite)
      }
    }
  }

  /// What kind of duty comes again below a requirement, with its words or else those of what stands below it; nil: none.
  private func cycle(below id: Requirement.ID) -> (kind: DueKind, text: Phrase?)? {
    let book = base.book
    let own = book.requirements[id].text
    if case .leaf(.eachCycle(let cycle)) = book.requirements[id].word {
      return (asksFee(below: cycle.duty) ? .fee : cycle.months > 12 ? .points : .yearly, own)
    }
    for child in book.children(of: id) where book.requirements[child].rule == book.requirements[id].rule {
      // What has versions may have its words in each of them.
      if let below = cycle(below: child) { return (below.kind, own ?? below.text) }
    }
    return nil
  }

  private func asksFee(below id: Requirement.ID) -> Bool {
    if case .leaf(.entries(let entries)) = base.book.requirements[id].word { return entries.filter.kind == .fee }
    return base.book.children(of: id).contains { asksFee(below: $0) }
  }

  /// The days on which a timeline is met without a break: those around a day, else the last ones before it; nil when it was
  /// never met, or has no end.
  private static func run(_ line: Timeline<Finding>, _ day: CivilDate) -> DayInterval? {
    let met = line.map { $0.verdict == .met }
    let span = met.span(on: day)
    if met.value(on: day) { return span.last.isFinite ? span : nil }
    guard span.first.isFinite else { return nil }
    return met.span(on: span.first.previous)
  }
}

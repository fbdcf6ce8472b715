import Rules
public import Vocabulary

/// One rule of a credential as somebody stands to it: a way to the exam, to keep a certification, or to get it back.
public struct OwnWay: Sendable {
  /// `aama/cma/late-renewal`, or a part of it: `aama/cma/eligibility#category-2`.
  public let address: String
  public let text: Phrase
  /// On the day asked.
  public let finding: Finding
  /// The last day on which it is met, when it is met on the day asked; nil: no end is known.
  public let through: CivilDate?
  /// The first day after the day asked on which it is met, when it is not; nil: none is known.
  public let opens: CivilDate?
  /// The last day of the time in which it can be used, when that time runs on the day asked.
  public let timeThrough: CivilDate?
  /// The day from which on it is closed for as long as nothing new is on record: one of its conditions was met and is on no later
  /// day. nil: it is not closed so.
  public let closedFrom: CivilDate?

  /// - Parameters:
  ///   - line: the verdict on each day.
  ///   - parts: the conditions that all have to be met.
  ///   - window: that of them which is the time in which it can be used.
  init(
    address: String, text: Phrase, line: Timeline<Finding>, parts: [Timeline<Finding>] = [],
    window: Timeline<Finding>? = nil, on day: CivilDate
  ) {
    (self.address, self.text) = (address, text)
    finding = line.value(on: day)
    let isMet = finding.verdict == .met
    through = isMet ? line.verdictSpan(on: day).last.finite : nil
    opens = isMet ? nil : line.first(from: day) { $0.verdict == .met }
    timeThrough =
      window.flatMap { $0.value(on: day).verdict == .met ? $0.verdictSpan(on: day).last.finite : nil }
    let closed = parts.compactMap { part -> CivilDate? in
      guard part.value(on: day).verdict == .notMet, part.first(from: day, where: { $0.verdict != .notMet }) == nil
      else { return nil }
      return part.verdictSpan(on: day).first.finite
    }
    closedFrom = isMet ? nil : closed.min()
  }
}

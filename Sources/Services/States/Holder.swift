public import Knowledge
public import Rules
public import Vocabulary

/// Somebody of whom only one thing is known: an adult who holds one certification, or none, current on the day asked
/// about, and no state credential. Whether they were trained in a task is not known.
public struct Holder: Sendable, Hashable {
  /// The certification held; nil: none.
  public let credential: String?

  public init(_ credential: String?) { self.credential = credential }

  /// The record of such a person on a day.
  public func evidence(on day: CivilDate) -> Evidence {
    var records = [EvidenceRecord(id: "person", kind: .person, values: ["age": .word("18-or-over")], grade: .document)]
    if let credential {
      let year = 365
      records.append(
        EvidenceRecord(
          id: "held", kind: .certification,
          values: [
            "of": .word(credential), "by": .word("examination"), "revoked": .never,
            "date": .day(DayInterval(day.adding(days: -year)), expected: false),
            "expires": .day(DayInterval(day.adding(days: year)), expected: false),
          ], grade: .primarySource))
    }
    return Evidence(records: records, completeThrough: [.certification: .distantFuture, .license: .distantFuture])
  }

  /// "A holder of CMA (AAMA)".
  public func words(_ base: KnowledgeBase) -> Phrase {
    guard let credential else { return Phrase("somebody without a certification", "alguien sin certificación") }
    let mark = base.credential(credential)?.mark ?? credential
    return Phrase("a holder of \(mark)", "quien tiene \(mark)")
  }
}

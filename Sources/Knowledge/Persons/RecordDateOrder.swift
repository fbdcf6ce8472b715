public import Rules
public import Vocabulary

/// The order in which the dates of one record have to come.
public enum RecordDateOrder {
  /// Two dates of a record that cannot both be true.
  public struct Contradiction: Sendable, Hashable {
    /// The field whose date has to come first, or on the same day.
    public let earlier: String
    /// The field whose date lies before it.
    public let later: String
    public let earlierDays: DayInterval
    public let laterDays: DayInterval
  }

  /// All of them, in the order of the fields; a date known in part contradicts only when none of its days fits.
  public static func contradictions(in record: EvidenceRecord) -> [Contradiction] {
    var found: [Contradiction] = []
    for names in chains(record.kind) {
      for (i, name) in names.enumerated() {
        for later in names[(i + 1)...] {
          guard let a = days(record, name), let b = days(record, later), b.last < a.first else { continue }
          found.append(Contradiction(earlier: name, later: later, earlierDays: a, laterDays: b))
        }
      }
    }
    return found
  }

  private static func chains(_ kind: EvidenceKind) -> [[String]] {
    switch kind {
    case .program:
      [["enrolled", "coursework_completed", "graduated"], ["enrolled", "practicum_completed", "graduated"]]
    case .work, .personName: [["from", "until"]]
    case .card, .license: [["issued", "expires"]]
    case .certification, .health: [["date", "expires"]]
    case .person, .diploma, .application, .attempt, .activity, .fee, .document, .decision, .training, .screening: []
    }
  }

  static func days(_ record: EvidenceRecord, _ name: String) -> DayInterval? {
    if case .day(let days, _) = record[name] { return days }
    return nil
  }
}

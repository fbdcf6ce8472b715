public import Knowledge
public import Vocabulary

/// Something of a person that runs out, or that a duty hangs on, with its last good day.
public struct DueItem: Hashable, Sendable {
  /// The same for the same thing as long as it stands, whatever its day: "card bls", "fee amt/rma/current#annual-fee". Of a
  /// health item it names the kind, so it is shown to nobody.
  public let id: String
  public let kind: DueKind
  /// What it is, in words; of a health item nothing more than that.
  public let text: Phrase
  /// The last day on which it is surely good, or on which a duty can still be met.
  public let day: CivilDate
  /// When its period began; nil where it has none, or that is not known.
  public let began: CivilDate?
  /// The last day by which the rules behind the day were to be read again, when that is over; nil: it is not, or the day
  /// rests on no rule.
  public var reviewEnded: CivilDate?

  public init(
    id: String, kind: DueKind, text: Phrase, day: CivilDate, began: CivilDate? = nil, reviewEnded: CivilDate? = nil
  ) {
    (self.id, self.kind, self.text, self.day, self.began) = (id, kind, text, day, began)
    self.reviewEnded = reviewEnded
  }

  /// In words of a day: whether its last day is over.
  public func hasFailed(on today: CivilDate) -> Bool { day < today }
}

extension [DueItem] {
  /// As they are told: what has failed first, the longest ago first; then what comes next.
  public var inOrder: [DueItem] { sorted { ($0.day, $0.id) < ($1.day, $1.id) } }
}

import Rules

/// Whether more evidence of a kind can help or harm.
///
/// "More" means one record more in a list, as facts that a person gave are never altered. So:
///
/// - **Upward** (a further record never lowers the verdict): `happened`, `within`, `not_before`, `later_than`, the event
///   of `related`, `holds`, `points`, `worked`, `entries`, and `life` when `current` is among its stages.
/// - **Downward** (a record where there was none lowers it): `attempts`, `none`, `life` in `expired`, `revoked` or `none`
///   alone, `no_later_than` after records (without them there is no end), `later_than` and `not_before` after the last
///   record (each further one begins the wait again).
/// - **Neither**: a field of the record that `some` bound and facts about the person (a further record only adds a
///   choice); the day that `related` compares with, the beginning of a cycle, a cohort (`applies_when`) and what governs
///   versions: they say when or for whom, not that something was done.
///
/// Two `life` words never clash: renewing early closes the way back from expiry, and should. For a field, `is`,
/// `at_least` are upward and `at_most` is downward.
enum Polarity: Sendable {
  case upward, downward

  /// What a leaf reads.
  enum Reading: Sendable {
    case records(RecordFilter)
    case field(Field)
    case life(RecordFilter)

    /// Whether one and the same record may be meant.
    func overlaps(_ other: Reading) -> Bool {
      switch (self, other) {
      case (.field(let a), .field(let b)): a == b
      case (.records(let a), .records(let b)), (.life(let a), .records(let b)), (.records(let a), .life(let b)):
        a.overlaps(b)
      case (.life, .life), (.field, _), (_, .field): false
      }
    }

    var name: String {
      switch self {
      case .records(let filter): filter.kind.rawValue
      case .field(let field): field.path
      case .life(let filter): filter.kind.rawValue + " (life)"
      }
    }
  }

  /// What a leaf reads, and in which direction.
  static func readings(of leaf: Leaf, _ book: RuleBook) -> [(Reading, Polarity)] {
    switch leaf {
    case .isOneOf(let field, _), .isTrue(let field, _), .atLeast(let field, _): [(.field(field), .upward)]
    case .atMost(let field, _): [(.field(field), .downward)]
    case .happened(let event): records(event).map { ($0.reading, .upward) }
    case .window(let window):
      records(window.event).map { found in
        let isUpper = window.lower == nil
        let isLower = window.upper == nil
        return (found.reading, isUpper || isLower && found.isLast ? .downward : .upward)
      }
    case .related(.later(let event, _)): records(event).map { ($0.reading, .upward) }
    case .related: []
    case .holds(let holding): [(.records(holding.filter), .upward)]
    case .points(let rule): [(.records(rule.filter), .upward)]
    case .worked(let rule): [(.records(rule.filter), .upward)]
    case .entries(let rule): [(.records(rule.filter), .upward)]
    case .attempts(let rule): [(.records(rule.filter), .downward)]
    case .none(let filter): [(.records(filter), .downward)]
    case .inSeason(let season): [(.records(season.filter), .upward)]
    case .life(let id, let stages):
      [(.life(certifications(of: book.lives[id].credential)), stages.contains(.current) ? .upward : .downward)]
    case .eachCycle, .notKnown, .unconditional, .prohibited: []
    }
  }

  private static func certifications(of credential: String) -> RecordFilter {
    let of = EvidenceKind.certification.fields.first { $0.name == "of" }
    return RecordFilter(
      kind: .certification, words: of.map { [.init(field: $0, accepted: [credential])] } ?? [])
  }

  /// The lists of records that an event looks into.
  private static func records(_ event: Event) -> [(reading: Reading, isLast: Bool)] {
    switch event {
    case .first(let filter, _), .nth(_, let filter, _): [(.records(filter), false)]
    case .last(let filter, _): [(.records(filter), true)]
    case .latestOf(let all), .earliestOf(let all): all.flatMap(records)
    case .field, .day, .lifeStart, .lifeExpiry: []
    }
  }
}

extension RecordFilter {
  /// Whether one record can pass both filters.
  func overlaps(_ other: RecordFilter) -> Bool {
    kind == other.kind
      && words.allSatisfy { mine in
        other.words.allSatisfy { $0.field != mine.field || !$0.accepted.isDisjoint(with: mine.accepted) }
      }
  }
}

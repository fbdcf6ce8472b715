public import Knowledge
import Rules
public import Vocabulary

/// What a requirement set says about one row of a roster, over all of its days.
public struct RosterAnswer: Sendable, Hashable {
  /// How one layer stands over the days of work.
  public struct Layer: Sendable, Hashable {
    public let name: RequirementSet.LayerName
    public let gate: RequirementSet.Gate
    /// Met on every day; not met on some day; or open on some day.
    public let finding: Finding
    /// The first day that is not met, or where none is, the first that is open; nil: met on every day.
    public let day: CivilDate?

    public var verdict: Verdict { finding.verdict }
  }

  /// Why the first day is not met: the requirement, and the facts it read.
  public struct Reason: Sendable, Hashable {
    public let layer: RequirementSet.LayerName
    public let day: CivilDate
    public let finding: Finding
    /// The requirement in words.
    public let text: Phrase
    /// Stated facts, or the facts that are missing.
    public let facts: Phrase
    /// The rule it stands in: `set/sample-clinic/employer`.
    public let rule: String
  }

  /// As the spreadsheet counts.
  public let row: Int
  public let name: String
  public let state: String?
  public let days: DayInterval
  public let layers: [Layer]
  public let reason: Reason?

  /// The worst of the layers that are required.
  public var verdict: Verdict { layers.filter { $0.gate == .required }.map(\.verdict).min() ?? .met }
  /// How many of the layers that only rank are met on every day.
  public var preferred: Int { layers.count { $0.gate == .preferred && $0.verdict == .met } }
  public var preferredLayers: Int { layers.count { $0.gate == .preferred } }

  /// Worst first: rows that break, by their first day; then open ones; then those that hold, by what only ranks.
  static func isWorse(_ a: RosterAnswer, _ b: RosterAnswer) -> Bool {
    func rank(_ answer: RosterAnswer) -> Int {
      switch answer.verdict {
      case .notMet: 0
      case .notCovered, .undetermined: 1
      case .met: 2
      }
    }
    let (x, y) = (rank(a), rank(b))
    if x != y { return x < y }
    let (d, e) = (a.reason?.day ?? .distantFuture, b.reason?.day ?? .distantFuture)
    if d != e { return d < e }
    if a.preferred != b.preferred { return a.preferred < b.preferred }
    return a.row < b.row
  }
}

/// The answer to a whole roster.
public struct RosterResult: Sendable {
  /// A column with how it was read.
  public struct Column: Sendable {
    public let column: RosterMapping.Column
    /// For days that can be read two ways.
    public let order: DateOrder?
    /// The row and text that prove the order; nil: the user says so.
    public let proof: String?
  }

  public let set: RequirementSet
  public let options: RosterOptions
  public let columns: [Column]
  /// Worst first.
  public let answers: [RosterAnswer]
  public let notes: [RosterNote]

  public func count(_ verdicts: Verdict...) -> Int { answers.count { verdicts.contains($0.verdict) } }
}

/// Something to look at that decides nothing.
public struct RosterNote: Sendable, Hashable {
  /// The rows it is about; empty: the whole sheet.
  public let rows: [Int]
  public let text: Phrase
}

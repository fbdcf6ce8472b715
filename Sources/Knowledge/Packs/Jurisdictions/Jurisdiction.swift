public import Rules
public import Vocabulary

/// A state or district whose law says what medical assistants do there.
public struct Jurisdiction: Sendable, Hashable {
  /// Who answers questions about its rules.
  public struct Board: Sendable, Hashable {
    public let name: Phrase
    public let url: String
    /// Whether the page itself was read, in a stored copy; otherwise it is the usual address.
    public let isOpened: Bool
  }

  /// A credential that the state itself issues.
  public struct License: Sendable, Hashable {
    /// `us-wa/ma-c`.
    public let id: String
    public let name: Phrase
    public let issuer: Phrase
  }

  /// `us-wa`.
  public let id: String
  public let name: Phrase
  public let boards: [Board]
  public let licenses: [License]
  public let encoded: CivilDate
  public let reviewBy: CivilDate

  /// `WA`.
  public var code: String { String(id.dropFirst(3)).uppercased() }

  /// The rule for a task here: `us-wa/task/venipuncture`.
  public func rule(for task: String) -> String { "\(id)/task/\(task)" }
}

/// Something a medical assistant is asked to do, and about which states have rules.
public struct PracticeTask: Sendable, Hashable {
  /// `venipuncture`.
  public let id: String
  /// "Draw blood from a vein".
  public let name: Phrase
  /// "Blood draw": for a column.
  public let short: Phrase
  public let detail: Phrase
  /// Other words people search for.
  public let aliases: [String]
  /// Whether it stands in the table of the most asked tasks.
  public let isMostAsked: Bool
}

/// A subject of a state's rules besides tasks: fees, renewal, titles.
public struct Topic: Sendable, Hashable {
  /// `background-check`.
  public let id: String
  public let name: Phrase
}

extension KnowledgeBase {
  public func jurisdiction(_ id: String) -> Jurisdiction? { jurisdictions.first { $0.id == id } }
  /// The credentials that states issue, by id.
  public var licenses: Set<String> { Set(jurisdictions.flatMap { $0.licenses.map(\.id) }) }
  public func task(_ id: String) -> PracticeTask? { tasks.first { $0.id == id } }
  /// A state credential with its state.
  public func license(_ id: String) -> (Jurisdiction.License, Jurisdiction)? {
    for jurisdiction in jurisdictions {
      if let license = jurisdiction.licenses.first(where: { $0.id == id }) { return (license, jurisdiction) }
    }
    return nil
  }

  /// Whether the state has a rule of its own for a task; otherwise the rule says only that none was found.
  public func hasRule(_ jurisdiction: String, _ task: String) -> Bool {
    ownTaskRules.contains("\(jurisdiction)/task/\(task)")
  }
}

public import Documents
public import Vocabulary

/// A short article on a subject besides the rules, each statement with its source.
public struct Explainer: Sendable, Hashable {
  /// What a statement rests on.
  public enum Basis: Sendable, Hashable {
    case sources([Citation])
    /// Another part of the knowledge says it, and shows its sources.
    case see(Reference)
    /// No source was found: the text says so.
    case notKnown
  }

  public struct Statement: Sendable, Hashable {
    public let text: Phrase
    public let basis: Basis
  }

  /// A row of a comparison: one statement for each column.
  public struct Row: Sendable, Hashable {
    public let name: Phrase
    public let cells: [Statement]
  }

  public struct Section: Sendable, Hashable {
    public let title: Phrase
    public let statements: [Statement]
    /// Head words of the comparison; empty: there is none.
    public let columns: [Phrase]
    public let rows: [Row]
    /// The topic on which to list what each state says.
    public let topic: String?
  }

  /// `locum-tenens`.
  public let id: String
  public let title: Phrase
  public let summary: Phrase
  /// Other words people search for.
  public let aliases: [String]
  public let sections: [Section]
  public let encoded: CivilDate
  public let reviewBy: CivilDate
  public let place: Place
}

/// Another part of the knowledge that a text points at.
public enum Reference: Sendable, Hashable {
  /// A task of the state rules.
  case task(String)
  /// A topic of the state rules.
  case topic(String)
  case credential(String)
  case rule(String)
  case duty(String)
  case duties
  case explainer(String)
  case term(String)
}

public import Vocabulary

/// What one worksite asks of the people who work there: requirements in layers that are never mixed.
public struct RequirementSet: Sendable, Hashable {
  /// Whose requirement it is.
  public enum LayerName: String, Sendable, Hashable, CaseIterable {
    case law, payer, employer, facility, agency
  }

  /// Whether a requirement decides or only ranks.
  public enum Gate: String, Sendable, Hashable, CaseIterable {
    /// Not met: the person does not pass.
    case required
    /// Met or not, it changes only the order.
    case preferred
  }

  /// What one layer asks.
  public enum Content: Sendable, Hashable {
    /// A rule of the set's own: `set/sample-clinic/employer`.
    case rule(String)
    /// The rules of the worksite's state about these tasks.
    case tasks([String])
  }

  public struct Layer: Sendable, Hashable {
    public let name: LayerName
    public let gate: Gate
    public let content: Content
  }

  /// `sample-clinic`.
  public let id: String
  public let title: Phrase
  /// What it is for, and where it comes from.
  public let about: Phrase
  /// Invented, to show how sets work: nobody's requirements.
  public let isSample: Bool
  /// In the order of the layers' names: law first.
  public let layers: [Layer]
  public let encoded: CivilDate
  public let reviewBy: CivilDate

  /// The act of being at work, day by day.
  public static let work = "practice"
  /// The act of beginning an assignment.
  public static let start = "start"
}

extension KnowledgeBase {
  public func requirementSet(_ id: String) -> RequirementSet? { requirementSets.first { $0.id == id } }
}

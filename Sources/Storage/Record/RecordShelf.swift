import Rules
import Services

/// Where records are kept: evidence in one table, health in another that its own keys open.
enum RecordShelf: CaseIterable, Sendable {
  case evidence, health

  /// The table of the rows.
  var table: String {
    switch self {
    case .evidence: "evidence"
    case .health: "health"
    }
  }

  /// What the kinds of its entries begin with.
  var prefix: String { table + "." }

  /// Which key of a person opens it.
  var purpose: PersonKeyTable.Purpose {
    switch self {
    case .evidence: .record
    case .health: .health
    }
  }

  func holds(_ kind: EvidenceKind) -> Bool {
    switch self {
    case .evidence: !kind.isHealth
    case .health: kind.isHealth
    }
  }
}

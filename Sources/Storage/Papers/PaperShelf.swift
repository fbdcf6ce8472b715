import Services

/// Where papers are kept: those of health in tables of their own, which another key opens.
enum PaperShelf: String, CaseIterable, Sendable {
  case open, health

  init(holdsHealth: Bool) { self = holdsHealth ? .health : .open }

  /// The table of the rows.
  var table: String {
    switch self {
    case .open: "paper"
    case .health: "health_paper"
    }
  }

  /// The table of the content.
  var pieces: String {
    switch self {
    case .open: "paper_piece"
    case .health: "health_paper_piece"
    }
  }

  /// What the kinds of its entries begin with.
  var prefix: String {
    switch self {
    case .open: "paper."
    case .health: "health-paper."
    }
  }

  /// Which key of a person opens it.
  var purpose: PersonKeyTable.Purpose {
    switch self {
    case .open: .record
    case .health: .health
    }
  }

  func holds(_ kind: PaperKind) -> Bool { kind.isHealth == (self == .health) }
}

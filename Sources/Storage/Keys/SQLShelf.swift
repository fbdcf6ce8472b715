/// What is kept apart by its type: a store of one shelf cannot stand for that of the other.
public protocol SQLShelf: SendableMetatype {
  /// Whether it is the shelf that tells of people's health, which a key of its own opens.
  static var holdsHealth: Bool { get }
}

public enum SQLOpenShelf: SQLShelf { public static let holdsHealth = false }

public enum SQLHealthShelf: SQLShelf { public static let holdsHealth = true }

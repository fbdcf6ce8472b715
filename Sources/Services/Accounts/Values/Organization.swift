public import Vocabulary

/// A school, agency or employer that people share their records with.
public struct Organization: Hashable, Sendable {
  public typealias ID = Identifier<Organization>

  /// What sort of organization it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// Teaches.
    case school
    /// Places people.
    case agency
    /// Employs people, or looks after the facility where they work.
    case employer

    /// Which roles its members can have.
    public var roles: [Role] {
      switch self {
      case .school: [.person, .coach, .director]
      case .agency: [.person, .coach, .coordinator, .recruiter]
      case .employer: [.person, .coordinator, .verifier]
      }
    }
  }

  public let id: ID
  /// What people call it; 1 to 200 characters.
  public var name: String
  public let kind: Kind
  public let createdAt: Instant
  /// For how long its own checks with issuers count, and others' at most while it looks; nil: as long as the installation says.
  public var checkPolicy: CheckPolicy?

  public init(id: ID, name: String, kind: Kind, createdAt: Instant, checkPolicy: CheckPolicy? = nil) {
    (self.id, self.name, self.kind, self.createdAt) = (id, name, kind, createdAt)
    self.checkPolicy = checkPolicy
  }
}

/// What somebody does with Fobwatch. Everybody is a person; an administrator is one for the whole installation; all else
/// is done for an organization.
public enum Role: String, CaseIterable, Sendable {
  /// Keeps a record of their own; in an organization: whom it coaches, teaches or places.
  case person
  /// Helps people toward a certification.
  case coach
  /// Keeps the files of those who are placed.
  case coordinator
  /// Finds people for orders.
  case recruiter
  /// Runs a program.
  case director
  /// Asks for an employer whether somebody is certified.
  case verifier
  /// Runs the installation, and sees no records.
  case administrator

  /// Whether it looks at records of others, or changes who can.
  public var isStaff: Bool { self != .person }
}

/// What a member of an organization can do beyond their role.
public enum Permission: String, CaseIterable, Sendable {
  /// Invites and removes members, and gives permissions to others.
  case members
  /// Sees health items that were shared with the organization.
  case health
  /// Sees screenings that were shared with the organization.
  case screening
}

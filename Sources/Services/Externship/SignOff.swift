public import Vocabulary

/// What a preceptor said by a link: that days were as written down, or that they do not sign them.
///
/// It is the word of whoever had the link, with the name they gave. Nobody has checked who that was: it is no statement of a program, and
/// no evidence for a rule.
public struct SignOff: Hashable, Sendable {
  /// A day, and which version of it stood on the page.
  public struct Item: Hashable, Sendable {
    public let day: ExternshipDay.ID
    public let version: Int

    public init(_ day: ExternshipDay.ID, version: Int) { (self.day, self.version) = (day, version) }
  }

  public let link: SignOffLink.ID
  /// The name that the preceptor gave, and what they are there.
  public let name: String
  public let role: String
  public let items: [Item]
  /// nil: signed. Otherwise why not, in the preceptor's words.
  public let declined: String?
  /// How they can be reached as a reference; nil: no consent to that.
  public let reference: String?

  public init(
    link: SignOffLink.ID, name: String, role: String, items: [Item], declined: String? = nil, reference: String? = nil
  ) {
    (self.link, self.name, self.role, self.items) = (link, name, role, items)
    (self.declined, self.reference) = (declined, reference)
  }

  public var isSigned: Bool { declined == nil }
}

/// A sign-off with the time at which it was given, by the clock of the server, or as a file says.
public struct KeptSignOff: Hashable, Sendable {
  public let signOff: SignOff
  public let at: Instant
  /// When the preceptor took the consent as a reference back; nil: not.
  public let withdrawnAt: Instant?
  /// Whether it came with a file of its owner: nothing here confirms who signed, or when.
  public let isBrought: Bool

  /// How they can be reached, while their consent stands; nil: it does not, or never did.
  public var contact: String? { withdrawnAt == nil ? signOff.reference : nil }
}

public import Cryptography

/// Links by which preceptors sign days of an externship.
public protocol SignOffLinkTable {
  /// The link with a token, by its digest. Nobody else changes it until the transaction ends.
  func signOffLink(token: Digest) throws -> SignOffLink?
  /// All links of a person, the newest first.
  func signOffLinks(of person: PersonID) throws -> [SignOffLink]
  func add(_ link: SignOffLink, token: Digest) throws
  /// Keeps when it was revoked and answered.
  func change(_ link: SignOffLink) throws
}

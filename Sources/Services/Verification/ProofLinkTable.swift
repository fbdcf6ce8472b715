public import Cryptography

/// Links that show whether somebody is certified.
public protocol ProofLinkTable {
  /// The link with a token, by its digest. Nobody else changes it until the transaction ends.
  func proofLink(token: Digest) throws -> ProofLink?
  /// All links of a person, the newest first.
  func proofLinks(of person: PersonID) throws -> [ProofLink]
  func add(_ link: ProofLink, token: Digest) throws
  /// Keeps when it was revoked.
  func change(_ link: ProofLink) throws
}

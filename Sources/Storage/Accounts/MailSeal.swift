import CanonicalJSON
public import Cryptography
public import Services
import Vocabulary

/// Seals mails while they wait to be sent: they hold addresses and links.
public struct MailSeal: Sendable {
  /// The kind of the jobs that send mails.
  public static let jobKind = JobKind("mail")

  private let seal: NumberedSeal
  /// Seals what organizations are told.
  let hooks: HookSeal

  public init(keys: NumberedKeys) { (seal, hooks) = (NumberedSeal(keys: keys), HookSeal(keys: keys)) }

  /// A mail as the payload of a job.
  public func seal(_ mail: OutgoingMail) -> [UInt8] { seal.seal(MailCode.json(mail).bytes, for: Self.context) }

  /// The mail of a payload; nil when it is none that this program knows.
  ///
  /// - Throws: `SealError` when it does not open.
  public func open(_ payload: [UInt8]) throws -> OutgoingMail? {
    (try? JSONReader().read(try seal.open(payload, for: Self.context))).flatMap(MailCode.mail)
  }

  private static let context = Array("fobwatch outgoing mail 1".utf8)
}

extension SQLAccountTables {
  func post(_ mail: OutgoingMail) throws {
    let key = Base64.url.text(RandomBytes.system(16))
    try JobTable.add([JobDraft(MailSeal.jobKind, key: key, payload: mails.seal(mail))], in: statements, at: now)
  }
}

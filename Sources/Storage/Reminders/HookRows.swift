import CanonicalJSON
public import Cryptography
public import Services
import Vocabulary

extension SQLAccountTables {
  func hook(of organization: Organization.ID) throws -> ReminderHook? {
    try one("SELECT sealed, set_at FROM reminder_hook WHERE organization = $1", [.id(organization)]).flatMap { row in
      try mails.hooks.hook(try row.bytes("sealed"), of: organization, setAt: try row.instant("set_at"))
    }
  }

  func put(_ hook: ReminderHook) throws {
    _ = try removeHook(of: hook.organization)
    try statements.run(
      "INSERT INTO reminder_hook (organization, sealed, set_at) VALUES ($1, $2, $3)",
      [.id(hook.organization), .bytes(mails.hooks.seal(hook)), Value(hook.setAt)])
  }

  func removeHook(of organization: Organization.ID) throws -> Bool {
    try statements.run("DELETE FROM reminder_hook WHERE organization = $1", [.id(organization)]) == 1
  }

  func hookConsents(of person: PersonID) throws -> [Organization.ID] {
    try statements.rows(
      "SELECT organization FROM reminder_hook_consent WHERE person = $1 ORDER BY organization", [.id(person)]
    ).map { try $0.id("organization") }
  }

  func hookConsents(to organization: Organization.ID) throws -> [PersonID] {
    try statements.rows(
      "SELECT person FROM reminder_hook_consent WHERE organization = $1 ORDER BY person", [.id(organization)]
    ).map { try $0.id("person") }
  }

  func addHookConsent(of person: PersonID, to organization: Organization.ID) throws {
    try statements.run(
      """
      INSERT INTO reminder_hook_consent (person, organization, given_at) VALUES ($1, $2, $3)
      ON CONFLICT (person, organization) DO NOTHING
      """, [.id(person), .id(organization), Value(now)])
  }

  func removeHookConsent(of person: PersonID, to organization: Organization.ID) throws {
    try statements.run(
      "DELETE FROM reminder_hook_consent WHERE person = $1 AND organization = $2", [.id(person), .id(organization)])
  }

  func post(_ hook: OutgoingHook) throws {
    try JobTable.add(
      [JobDraft(HookSeal.jobKind, key: hook.id, payload: mails.hooks.seal(hook))], in: statements, at: now)
  }
}

/// Seals where organizations are told and what waits to be told: addresses, secrets, and whom it is about.
public struct HookSeal: Sendable {
  /// The kind of the jobs that tell organizations.
  public static let jobKind = JobKind("webhook")

  private let seal: NumberedSeal

  public init(keys: NumberedKeys) { seal = NumberedSeal(keys: keys) }

  private static func context(_ what: String) -> [UInt8] { Array("fobwatch webhook \(what) 1".utf8) }

  func seal(_ hook: ReminderHook) -> [UInt8] {
    let json: JSON = ["address": .string(hook.address.text), "secret": .string(hook.secret.text)]
    return seal.seal(json.bytes, for: Self.context(hook.organization.text))
  }

  func hook(_ sealed: [UInt8], of organization: Organization.ID, setAt: Instant) throws -> ReminderHook? {
    let json = try? JSONReader().read(try seal.open(sealed, for: Self.context(organization.text)))
    // Whether it may still be told is asked when it is told.
    guard let json,
      let address = json["address"]?.asString.flatMap({ HookAddress($0, HookPolicy(allowsPrivate: true)) }),
      let secret = json["secret"]?.asString.flatMap({ HookSecret($0) })
    else { return nil }
    return ReminderHook(organization: organization, address: address, secret: secret, setAt: setAt)
  }

  func seal(_ message: OutgoingHook) -> [UInt8] {
    let json: JSON = [
      "id": .string(message.id), "organization": .string(message.organization.text),
      "person": .string(message.person.text), "body": .string(Base64.standard.text(message.body)),
    ]
    return seal.seal(json.bytes, for: Self.context("message"))
  }

  /// The message of a payload; nil when it is none that this program knows.
  ///
  /// - Throws: `SealError` when it does not open.
  public func open(_ payload: [UInt8]) throws -> OutgoingHook? {
    let plain = try seal.open(payload, for: Self.context("message"))
    guard let json = try? JSONReader().read(plain), let id = json["id"]?.asString,
      let organization = json["organization"]?.asString.flatMap(Organization.ID.init(text:)),
      let person = json["person"]?.asString.flatMap(PersonID.init(text:)),
      let body = json["body"]?.asString.flatMap({ Base64.standard.bytes($0) })
    else { return nil }
    return OutgoingHook(id: id, organization: organization, person: person, body: body)
  }
}

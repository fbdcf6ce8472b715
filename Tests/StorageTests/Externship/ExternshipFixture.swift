import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

/// Somebody with an externship, and somebody else.
struct ExternshipFixture {
  let fixture: AccountFixture
  let sealed: SealedDatabase
  let maya: SignedIn
  let luis: SignedIn

  static let today = RoadmapFixture.asOf

  var externship: Externship { Externship(fixture.accounts) }
  var signOffs: SignOffs { SignOffs(fixture.accounts) }

  static func with(_ database: TestDatabase, _ body: (ExternshipFixture) async throws -> Void) async throws {
    try await database.withSealed { sealed in
      let fixture = try await AccountFixture(sealed)
      let maya = try await fixture.signUp("maya@example.org").signedIn
      let luis = try await fixture.signUp("luis@example.org").signedIn
      try await body(ExternshipFixture(fixture: fixture, sealed: sealed, maya: maya, luis: luis))
    }
  }

  static func day(
    _ back: Int = 1, hours: String = "7.5", site: String = "Lakeside Clinic", note: String? = nil,
    _ skills: [ExternshipDay.Skill: Int] = [.injections: 3, .vitals: 9]
  ) -> ExternshipDay {
    ExternshipDay(
      day: today.adding(days: -back), site: site, preceptor: "Ana Ruiz", hours: Quantity(hours) ?? .zero,
      skills: skills, note: note)
  }

  func ledger(_ signedIn: SignedIn? = nil) async throws -> ExternshipLedger {
    try await externship.ledger(for: signedIn ?? maya, at: fixture.now)
  }

  @discardableResult
  func add(_ day: ExternshipDay, isNoPatient: Bool = false) async throws -> Externship.Outcome {
    fixture.pass(.seconds(1))
    return try await externship.add(day, isNoPatient: isNoPatient, for: maya, asOf: Self.today, at: fixture.now)
  }

  func correct(_ line: ExternshipLedger.Line, to day: ExternshipDay, by signedIn: SignedIn? = nil) async throws
    -> Externship.Outcome
  {
    try await externship.correct(
      line.id, to: day, seen: line.version, isNoPatient: false, for: signedIn ?? maya, asOf: Self.today,
      at: fixture.now)
  }

  func link(_ days: [ExternshipDay.ID]? = nil, name: String = "Maya Sample", open: Int = 14) async throws
    -> (SignOffLink, SecretToken)
  {
    var picked = days ?? []
    if days == nil { picked = try await ledger().lines.map(\.id) }
    let outcome = try await externship.makeLink(for: picked, name: name, days: open, by: maya, at: fixture.now)
    guard case .made(let link, let token) = outcome else { throw Unexpected(what: "\(outcome)") }
    return (link, token)
  }

  func look(_ token: SecretToken, as viewer: SignedIn? = nil) async throws -> SignOffs.Look {
    try await signOffs.look(token.text, origin: AccountFixture.here, viewer: viewer, at: fixture.now)
  }

  func sign(
    _ token: SecretToken, declined: String? = nil, reference: String? = nil, seen: String? = nil,
    as viewer: SignedIn? = nil
  ) async throws -> SignOffs.Outcome {
    var shown = seen ?? ""
    if seen == nil, case .open(let open) = try await look(token) { shown = open.seen }
    return try await signOffs.answer(
      token.text,
      SignOffs.Draft(seen: shown, name: "Ana Ruiz", role: "RN", declined: declined, reference: reference),
      origin: AccountFixture.here, viewer: viewer, at: fixture.now)
  }
}

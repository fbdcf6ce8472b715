import Cryptography
import Foundation
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

/// Who walks: each column of the table, and behind it one or several people who get the same answers.
enum Walker: String, CaseIterable {
  case nobody, stranger, person, minor, staff1, staff2, director1, director2, keeper1, keeper2, administrator1,
    administrator2
}

/// Somebody who walks.
struct WalkPerson: Sendable {
  let name: String
  let walker: Walker
  /// The session; nil for nobody.
  let session: String?
  let account: Account.ID
  let person: PersonID
  /// The organization where they are a member; for others the school.
  let organization: Organization.ID
  /// Whose role they have there.
  let role: Role
  let hasFactor: Bool
}

/// Everybody and everything that the walk needs, in one database that is copied for each step.
struct WalkWorld {
  let folder: String
  let lookup: NumberedKeys
  var people: [WalkPerson] = []
  /// What stands in addresses and fields: `{other}`, `{victim}` and so on, for each organization.
  var marks: [String: String] = [:]
  /// Somebody in each organization whom others remove.
  var victims: [Organization.ID: Account.ID] = [:]
  var invitations: [Organization.ID: Invitation.ID] = [:]

  static let password = MemberFixture.password

  init(in folder: String) async throws {
    (self.folder, lookup) = (folder, NumberedKeys(.random()))
    let fixture = try await MemberFixture(folder, lookup: lookup)
    let builder = WalkBuilder(fixture: fixture)
    let school = try await builder.organization("Riverside", .school)
    let agency = try await builder.organization("Bright Staffing", .agency)
    let employer = try await builder.organization("Lakeside", .employer)
    let other = try await builder.organization("Elsewhere", .school)
    let first = try await builder.administrator("first")
    people.append(
      try await builder.walker(first, "administrator2", .administrator2, school, .administrator, factor: true))
    let second = try await builder.signUp("administrator1")
    _ = try await Administrators(fixture.accounts).set(true, second.session.account, by: .machine, at: fixture.now)
    people.append(
      try await builder.walker(
        try await builder.signIn("administrator1"), "administrator1", .administrator1, school, .administrator))
    people.append(
      WalkPerson(
        name: "nobody", walker: .nobody, session: nil, account: second.session.account,
        person: people[0].person,
        organization: school.id, role: .person, hasFactor: false))
    people.append(
      try await builder.walker(try await builder.signUp("stranger"), "stranger", .stranger, school, .person))
    let owner = try await builder.member("person", school, .person)
    people.append(try await builder.walker(owner, "person", .person, school, .person))
    let minor = try await builder.member("minor", school, .person, born: "2012-01-01")
    people.append(try await builder.walker(minor, "minor", .minor, school, .person))
    let staff: [(Organization, Role, Walker, Walker)] = [
      (school, .coach, .staff1, .staff2), (agency, .coordinator, .staff1, .staff2),
      (agency, .recruiter, .staff1, .staff2), (employer, .verifier, .staff1, .staff2),
      (school, .director, .director1, .director2),
    ]
    for (place, role, one, two) in staff {
      for walker in [one, two] {
        let name = "\(role.rawValue)\(walker == one ? 1 : 2)"
        people.append(
          try await builder.walker(
            try await builder.member(name, place, role), name, walker, place, role, factor: walker == two))
      }
    }
    for walker in [Walker.keeper1, .keeper2] {
      let opened = try await builder.member(walker.rawValue, school, .coach, [.members])
      people.append(
        try await builder.walker(opened, walker.rawValue, walker, school, .coach, factor: walker == .keeper2))
    }
    for place in [school, agency, employer, other] {
      victims[place.id] = try await builder.member("victim-\(place.name.filter(\.isLetter))", place, .person).session
        .account
      invitations[place.id] = try await builder.invitation("invited-\(place.name.filter(\.isLetter))", place)
    }
    try await note(builder, school, other, owner: owner, minor: minor)
    await fixture.database.engine.close()
  }

  /// What the steps name.
  private mutating func note(
    _ builder: WalkBuilder, _ school: Organization, _ other: Organization, owner: OpenedSession, minor: OpenedSession
  ) async throws {
    let fixture = builder.fixture
    func text(_ walker: Walker) throws -> WalkPerson { try #require(people.first { $0.walker == walker }) }
    let held = try await builder.signUp("held").session.account
    _ = try await Holds(fixture.accounts).place(
      .legal, on: held, reason: "An inquiry.", through: nil, by: .machine, at: fixture.now)
    let consent = try await Consents(fixture.accounts).give(
      Consents.Draft(receiver: .organization(school.id), purpose: .coaching, kinds: [.work]),
      by: try await builder.current(owner), at: fixture.now)
    guard case .given(let given) = consent else { throw WalkError(step: 1) }
    let invitation = try await Invitations(fixture.accounts).invite(
      email: "third@example.org", to: nil, as: .administrator, language: .english, by: .machine, at: fixture.now)
    let person = try text(.person)
    let card = try await fixture.database.evidence.apply(
      [.add(.evidence(EvidenceRecord(id: "card-1", kind: .card, values: ["type": .word("bls")])))], to: person.person,
      by: person.account.text, at: fixture.now)[0]
    let shot = try await fixture.database.health.apply(
      [.add(.evidence(EvidenceRecord(id: "health-1", kind: .health, values: ["type": .word("mmr")])))],
      to: person.person, by: person.account.text, at: fixture.now)[0]
    let papers = try await builder.papers(of: owner)
    let draft = try await builder.draft(of: owner)
    let externship = try await builder.externship(of: owner)
    try await fixture.database.pageLooks.note(
      [PageLook(credential: "aama/cma", page: "site", url: "https://example.org", day: Fixtures.today)],
      of: person.person, by: person.account.text, at: fixture.now)
    let look = try await fixture.database.pageLooks.looks(of: person.person)[0].sequence
    marks = [
      "look": String(look), "coached": person.person.text,
      "record-of-person": card.record.text, "record-seen": String(card.sequence),
      "health-of-person": shot.record.text, "health-seen": String(shot.sequence),
      "externship-day": externship.day.text, "letter": externship.letter.text, "sign-off-link": externship.link.text,
      "sign-off": externship.token.text, "paper": papers.open.text, "health-paper": papers.health.text,
      "upload": papers.upload.text, "draft": draft.id.text, "draft-page": draft.page.text,
      "other": other.id.text, "school": school.id.text,
      "victim": try await builder.signUp("victim").session.account.text,
      "held": held.text, "consent": given.id.text, "minor": try text(.minor).person.text,
      "installation": try #require(invitation).text, "nowhere": SecretToken.fresh(from: .system).text,
      "sign-up": try await builder.signUpToken("new"), "reset": try await builder.resetToken("stranger"),
      "address": try await builder.addressToken("person", to: "moved"),
      "invitation": try await builder.invitationToken("guest", school),
      "guardian": try await builder.guardianToken("minor"),
    ]
  }
}

/// Does what people do, without the pages.
struct WalkBuilder {
  let fixture: MemberFixture

  private var manner: SignInManner {
    SignInManner(isShared: false, device: DeviceLabel(text: "android/firefox"), origin: Origin(address: "192.0.2.7"))
  }
  private var accounts: Accounts { fixture.accounts }
  private var now: Instant { fixture.now }
  private func email(_ name: String) -> String { "\(name)@example.org" }
  private func token(to name: String) async throws -> String {
    // The link for a guardian who takes it back is longer; no step needs it.
    try #require(try await fixture.link(to: email(name)).split(separator: "/").last.map(String.init))
  }

  func organization(_ name: String, _ kind: Organization.Kind) async throws -> Organization {
    try #require(try await Organizations(accounts).create(name: name, kind: kind, by: .machine, at: now))
  }

  func signUpToken(_ name: String, born: String = "1990-05-01") async throws -> String {
    let request = SignUp.Request(
      email: email(name), born: try #require(CivilDate(born)), language: .english, carried: [],
      origin: Origin(address: "198.51.\(name.utf8.count).\(name.utf8.first ?? 0)"))
    try await #expect(SignUp(accounts).ask(request, at: now) == .mailed)
    return try await token(to: name)
  }

  func signUp(_ name: String, born: String = "1990-05-01") async throws -> OpenedSession {
    let outcome = try await SignUp(accounts).finish(
      try await signUpToken(name, born: born), password: MemberFixture.password, manner, at: now)
    guard case .signedUp(let opened, _) = outcome else { throw WalkError(step: 2) }
    return opened
  }

  func signIn(_ name: String) async throws -> OpenedSession {
    let answer = try await SignIn(accounts).attempt(
      email: email(name), password: MemberFixture.password, manner, at: now)
    guard case .signedIn(let opened) = answer else { throw WalkError(step: 3) }
    return opened
  }

  func resetToken(_ name: String) async throws -> String {
    _ = try await PasswordReset(accounts).ask(
      email: email(name), language: .english, origin: Origin(address: "203.0.113.1"), at: now)
    return try await token(to: name)
  }

  func addressToken(_ name: String, to other: String) async throws -> String {
    let person = try await current(try await signIn(name))
    _ = try await EmailChange(accounts).ask(
      email: email(other), for: person, origin: Origin(address: "203.0.113.2"), at: now)
    return try await token(to: other)
  }

  func guardianToken(_ name: String) async throws -> String {
    let minor = try await current(try await signIn(name))
    _ = try await GuardianConsents(accounts).ask(
      email: email("parent"), for: minor, language: .english, origin: Origin(address: "203.0.113.3"), at: now)
    return try await token(to: "parent")
  }

  /// Two papers and an upload of somebody.
  func papers(of opened: OpenedSession) async throws -> (open: PaperID, health: PaperID, upload: UploadID) {
    let owner = try await current(opened)
    let file = StandInIntake.photo
    guard case .kept(let open) = try await fixture.papers.add(file, .card, to: nil, for: owner, at: now),
      case .kept(let health) = try await fixture.papers.add(file, .health, to: nil, for: owner, at: now),
      case .at(let upload) = try await fixture.papers.begin(.letter, to: nil, size: 9, for: owner, at: now)
    else { throw WalkError(step: 6) }
    return (open, health, upload.id)
  }

  /// A paper of somebody that is photographed page by page, and a page of it.
  func draft(of opened: OpenedSession) async throws -> (id: PaperID, page: UploadID) {
    let (owner, photo) = (try await current(opened), StandInIntake.photo)
    guard
      case .added(let id) = try await fixture.papers.addPages(
        [photo, photo], .transcript, to: nil, in: nil, for: owner, at: now),
      let page = try await fixture.papers.draft(id, for: owner, at: now)?.pages.first
    else { throw WalkError(step: 8) }
    return (id, page.id)
  }

  /// A day of somebody's externship with a link to sign it, and a letter they asked for.
  func externship(of opened: OpenedSession) async throws -> (
    day: ExternshipDay.ID, letter: ExperienceLetter.ID, link: SignOffLink.ID, token: SecretToken
  ) {
    let (owner, externship, today) = (try await current(opened), Externship(accounts), Fixtures.today)
    let day = ExternshipDay(
      day: today.adding(days: -1), site: "Lakeside", preceptor: "Ana Ruiz", hours: Quantity(8))
    _ = try await externship.add(day, isNoPatient: false, for: owner, asOf: today, at: now)
    _ = try await externship.ask(from: "Lakeside", on: today.adding(days: -30), for: owner, asOf: today, at: now)
    let ledger = try await externship.ledger(for: owner, at: now)
    guard let line = ledger.lines.first, let letter = ledger.letters.first,
      case .made(let link, let token) = try await externship.makeLink(
        for: [line.id], name: "Maya Sample", days: 14, by: owner, at: now)
    else { throw WalkError(step: 7) }
    return (line.id, letter.id, link.id, token)
  }

  func invitation(
    _ name: String, _ place: Organization, _ role: Role = .person, _ permissions: Set<Permission> = []
  ) async throws -> Invitation.ID {
    try #require(
      try await Invitations(accounts).invite(
        email: email(name), to: place.id, as: role, permissions: permissions, language: .english, by: .machine, at: now)
    )
  }

  func invitationToken(_ name: String, _ place: Organization) async throws -> String {
    _ = try await invitation(name, place)
    return try await token(to: name)
  }

  func member(
    _ name: String, _ place: Organization, _ role: Role, _ permissions: Set<Permission> = [],
    born: String = "1990-05-01"
  ) async throws -> OpenedSession {
    _ = try await invitation(name, place, role, permissions)
    return try await accept(try await token(to: name), born: born)
  }

  private func accept(_ token: String, born: String = "1990-05-01") async throws -> OpenedSession {
    let outcome = try await InvitationAcceptance(accounts).acceptAnew(
      token, born: try #require(CivilDate(born)), password: MemberFixture.password, language: .english, manner, at: now)
    guard case .accepted(let opened) = outcome else { throw WalkError(step: 4) }
    return opened
  }

  func administrator(_ name: String) async throws -> OpenedSession {
    guard case .invited(let token) = try await FirstAdministrator(accounts).invite(email: email(name), at: now) else {
      throw WalkError(step: 5)
    }
    return try await accept(token.text)
  }

  func current(_ opened: OpenedSession) async throws -> SignedIn {
    try #require(try await Sessions(accounts).current(opened.token.text, at: now))
  }

  /// With the second factor, if wanted.
  func walker(
    _ opened: OpenedSession, _ name: String, _ walker: Walker, _ place: Organization, _ role: Role,
    factor: Bool = false
  ) async throws -> WalkPerson {
    var opened = opened
    let signedIn = try await current(opened)
    if factor {
      let factors = SecondFactors(accounts)
      let setup = try #require(try await factors.begin(for: signedIn, at: now))
      let totp = try #require(Base32.bytes(setup.secret).flatMap(TOTP.init(secret:)))
      let code = try #require(totp.code(at: now.microseconds / 1_000_000))
      guard case .on(_, let strong) = try await factors.enable(code, for: signedIn, at: now) else {
        throw WalkError(step: 6)
      }
      opened = strong
    }
    return WalkPerson(
      name: name, walker: walker, session: opened.token.text, account: signedIn.account, person: signedIn.person,
      organization: place.id, role: role, hasFactor: factor)
  }
}

/// The world could not be made.
struct WalkError: Error {
  let step: Int
}

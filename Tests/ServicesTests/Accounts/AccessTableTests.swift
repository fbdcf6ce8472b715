import Foundation
import Rules
import Services
import Testing
import Vocabulary

@Suite("The table of access in the reference")
struct AccessTableTests {
  private let fixture = AccessFixture()
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/reference/access.md")

  @Test("docs/reference/access.md says what the policy says")
  func reference() throws {
    let text = page()
    if Golden.isUpdating { return try Data(text.utf8).write(to: Self.file) }
    let kept = String(decoding: try Data(contentsOf: Self.file), as: UTF8.self)
    #expect(text == kept, "UPDATE_SNAPSHOTS=1 rewrites it")
  }

  private func page() -> String {
    """
    # Who can do what

    `AccessPolicy` decides; a test writes these tables from its answers and compares them with this page. A dash is a refusal.
    *Again* means: after signing in within the last ten minutes. *Two* means: signed in with two factors. How the roles, consents
    and holds work stands in [accounts](../explanation/accounts.md).

    ## Accounts

    \(table(accountRows, accountColumns))

    ## Organizations

    The keeper is a member with the permission to manage members; staff is a member with any role but person.

    \(table(organizationRows, organizationColumns))

    ## The installation

    \(table(installationRows, installationColumns))

    ## Records

    One's own record: everything, *again* for taking all of it along, as a record file or as an [archive](archive.md). Whoever is at the machine, and an administrator: nothing.
    \(roadmaps)
    \(checks)
    Of somebody else's record a role sees these kinds of evidence, always with two factors, if a consent that stands names them
    for its purpose. *Permission* means: with the permission of that kind besides. One person whom a record is shared with,
    without an organization, sees what stands there under *one person*.

    \(recordTable())

    ## Consents

    What a director of a school, with two factors and every permission, is told who wants to see a program.

    \(consentTable())

    """
  }

  private typealias Column = (name: String, requester: (Int, Bool) -> Requester)

  private func account(_ name: String, isAdministrator: Bool = false, _ memberships: [Membership] = []) -> Column {
    (
      name,
      { factors, isRecent in
        .account(
          fixture.signedIn(factors: factors, isRecent: isRecent, isAdministrator: isAdministrator, memberships))
      }
    )
  }

  private var outside: [Column] { [("nobody", { _, _ in .nobody }), ("at the machine", { _, _ in .machine })] }

  private var accountColumns: [Column] {
    outside + [account("anybody"), account("administrator", isAdministrator: true)]
  }
  private var installationColumns: [Column] { accountColumns }
  private var organizationColumns: [Column] {
    outside + [
      account("no member"), account("person", [fixture.member(.person, .school)]),
      account("staff", [fixture.member(.coach, .school)]),
      account("keeper", [fixture.member(.director, .school, [.members])]),
      account("administrator", isAdministrator: true),
    ]
  }

  private typealias Line = (name: String, action: Action, subject: Subject)

  private var accountRows: [Line] {
    let (own, other) = (Subject.account(fixture.account), Subject.account(fixture.otherAccount))
    let actions: [(String, Action)] = [
      ("see it and its sessions", .seeAccount), ("change address, password or second factor", .changeSignIn),
      ("end its sessions", .endSessions), ("delete it", .deleteAccount), ("disable it", .disableAccount),
      ("make it an administrator, or no more", .setAdministrator), ("place a hold, or lift it", .placeHold),
    ]
    return actions.map { ("own: \($0)", $1, own) } + actions.map { ("another: \($0)", $1, other) }
  }

  private var organizationRows: [Line] {
    let place = Subject.organization(fixture.organization(.school), .school)
    return [
      ("see it", .seeOrganization, place), ("see its members", .seeMembers, place),
      ("invite a person of its roles", .invite(.coach), place),
      ("invite to a role it does not have", .invite(.recruiter), place),
      ("accept an invitation", .join(.coach), place), ("leave", .removeMember(fixture.account), place),
      ("remove a member", .removeMember(fixture.otherAccount), place),
      ("change a member's permissions", .setPermissions(fixture.otherAccount), place),
      ("change one's own permissions", .setPermissions(fixture.account), place),
      ("see what is to be checked with issuers", .seeWorkList, place),
      ("see whom it coaches", .seeCandidates, place),
      ("say where it is told of reminders", .keepHook, place),
      ("say for how many days its checks count", .keepCheckDays, place),
    ]
  }

  private var installationRows: [Line] {
    [
      ("create an organization", .createOrganization, .installation), ("list accounts", .seeAccounts, .installation),
      ("see jobs and measurements", .seeOperations, .installation),
      ("rotate keys, end all sessions", .keepKeys, .installation),
      ("invite an administrator", .invite(.administrator), .installation),
      ("accept to be one", .join(.administrator), .installation),
    ]
  }

  private func table(_ rows: [Line], _ columns: [Column]) -> String {
    let lines = rows.map { row in
      "| \(row.name) | " + columns.map { cell(row, $0) }.joined(separator: " | ") + " |"
    }
    return head([""] + columns.map(\.name)) + lines.joined(separator: "\n")
  }

  private func head(_ names: [String]) -> String {
    "| " + names.joined(separator: " | ") + " |\n|" + String(repeating: " --- |", count: names.count) + "\n"
  }

  /// The weakest way to be signed in with which it can be done.
  private func cell(_ row: Line, _ column: Column) -> String {
    let names = ["yes", "again", "two", "two, again"]
    for (strength, name) in zip(AccessFixture.strengths, names) {
      let requester = column.requester(strength.factors, strength.isRecent)
      if AccessPolicy.decide(requester, row.action, on: row.subject, at: AccessFixture.now).isAllowed { return name }
    }
    return "–"
  }

  /// Roadmaps stand beside the record, and no consent names them.
  private var roadmaps: String {
    func sees(_ record: SharedRecord) -> Bool {
      let membership = fixture.member(.coach, .school, Set(Permission.allCases))
      let requester = Requester.account(fixture.signedIn([membership]))
      return AccessPolicy.decide(requester, .keepRoadmaps, on: .record(record), at: AccessFixture.now).isAllowed
    }
    let consents = [Consent.Receiver.account(fixture.account), .organization(fixture.organization(.school))].map {
      fixture.consent(to: $0, .coaching)
    }
    let own = SharedRecord(
      person: fixture.signedIn([]).person, isMinor: false, hasGuardian: false, memberOf: [], consents: [])
    return sees(own) && !sees(fixture.record(consents))
      ? "Kept roadmaps, papers, reminders and the page of courses: whoever keeps them, and nobody else, whatever a consent names."
      : "Kept roadmaps: see the tests."
  }

  /// Who notes what an issuer said, and who makes links.
  private var checks: String {
    let roles: [(Role, Organization.Kind)] = [
      (.coach, .school), (.director, .school), (.coordinator, .agency), (.recruiter, .agency), (.verifier, .employer),
    ]
    let noting = roles.filter { role, place in
      let consent = fixture.consent(to: .organization(fixture.organization(place)), role.purpose ?? .coaching)
      let requester = Requester.account(fixture.signedIn([fixture.member(role, place)]))
      let subject = Subject.record(fixture.record([consent]))
      return AccessPolicy.decide(requester, .check(.certification), on: subject, at: AccessFixture.now).isAllowed
    }
    func links(_ isMinor: Bool) -> Bool {
      let signedIn = fixture.signedIn(isMinor: isMinor)
      let own = SharedRecord(
        person: signedIn.person, isMinor: isMinor, hasGuardian: isMinor, memberOf: [], consents: [])
      return AccessPolicy.decide(.account(signedIn), .giveLink, on: .record(own), at: AccessFixture.now).isAllowed
    }
    let names = noting.map(\.0.rawValue).joined(separator: ", ")
    return """
      What issuers said is noted, with two factors, by: \(names), of kinds that they see; never of one's own record.
      Links that show a certification: their owner\(links(false) && !links(true) ? ", from 18 on" : "").
      """
  }

  private func recordTable() -> String {
    let roles: [(Role, Organization.Kind)] = [
      (.coach, .school), (.director, .school), (.coordinator, .agency), (.recruiter, .agency), (.verifier, .employer),
    ]
    let lines = EvidenceKind.allCases.map { kind in
      let cells = roles.map { role, place in
        let consent = fixture.consent(
          to: .organization(fixture.organization(place)), role.purpose ?? .coaching)
        return seen(kind, consent, fixture.member(role, place), fixture.member(role, place, Set(Permission.allCases)))
      }
      let personal = seen(kind, fixture.consent(to: .account(fixture.account), .coaching), nil, nil)
      return "| \(kind.rawValue) | " + (cells + [personal]).joined(separator: " | ") + " |"
    }
    let purposes = roles.map { "\($0.0.rawValue) (\($0.0.purpose?.rawValue ?? ""))" }
    return head(["kind"] + purposes + ["one person"]) + lines.joined(separator: "\n")
  }

  private func seen(_ kind: EvidenceKind, _ consent: Consent, _ plain: Membership?, _ full: Membership?) -> String {
    for (membership, name) in [(plain, "yes"), (full, "permission")] {
      let signedIn = fixture.signedIn(membership.map { [$0] } ?? [])
      let record = Subject.record(fixture.record([consent]))
      if AccessPolicy.decide(.account(signedIn), .read(kind), on: record, at: AccessFixture.now).isAllowed {
        return name
      }
    }
    return "–"
  }

  private func consentTable() -> String {
    let school = Consent.Receiver.organization(fixture.organization(.school))
    let agency = Consent.Receiver.organization(fixture.organization(.agency))
    let given = fixture.consent(to: school, .schooling)
    let rows: [(String, SharedRecord)] = [
      ("none", fixture.record([])),
      ("to another organization", fixture.record([fixture.consent(to: agency, .schooling)])),
      ("for another purpose", fixture.record([fixture.consent(to: school, .coaching)])),
      ("of other kinds of evidence", fixture.record([fixture.consent(to: school, .schooling, kinds: [.work])])),
      ("not begun", fixture.record([fixture.consent(to: school, .schooling, from: .seconds(1))])),
      ("ended", fixture.record([fixture.consent(to: school, .schooling, from: .seconds(-9), until: .zero)])),
      ("revoked", fixture.record([fixture.consent(to: school, .schooling, revoked: .zero)])),
      ("stands", fixture.record([given])),
      ("stands, under 18, no guardian", fixture.record([given], isMinor: true)),
      ("stands, under 18, with a guardian's consent", fixture.record([given], isMinor: true, hasGuardian: true)),
    ]
    let director = Requester.account(
      fixture.signedIn([fixture.member(.director, .school, Set(Permission.allCases))]))
    let lines = rows.map { name, record in
      let decision = AccessPolicy.decide(director, .read(.program), on: .record(record), at: AccessFixture.now)
      return "| \(name) | \(decision.refusal.map { RefusalWording.text($0).en } ?? "yes") |"
    }
    return head(["consent", "answer"]) + lines.joined(separator: "\n")
  }
}

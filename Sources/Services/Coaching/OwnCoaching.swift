import CanonicalJSON
import Rules
public import Vocabulary

/// Who coaches oneself: what they go by, every look, and the notes as a file.
extension Coaching {
  /// A look of a coach.
  public struct Look: Hashable, Sendable {
    public let at: Instant
    /// Who looked; nil: not one of the staff any more.
    public let by: EmailAddress?
  }

  /// An organization that coaches, by one consent that stands.
  public struct Engagement: Hashable, Sendable {
    public let consent: Consent
    public let organization: Organization
    /// What its coaches go by.
    public let plan: CoachingPlan
    /// The address of who sees to it; nil: nobody, or nobody who is still there.
    public let owner: EmailAddress?
    /// How many notes were written under this consent.
    public let notes: Int
    /// The newest first.
    public let looks: [Look]
  }

  /// Everybody who coaches whoever is signed in, the newest consent first.
  ///
  /// - Throws: `Refusal`, `LogError`.
  public func own(for signedIn: SignedIn, at now: Instant) async throws -> [Engagement] {
    try require(signedIn, .seeConsents, on: .record(signedIn.ownRecord), at: now)
    return try await accounts.store.read { tables in
      let person = signedIn.person
      let uses = try tables.entries(of: person, kind: "consent.used")
      let plans = CoachingEntries.plans(try tables.entries(of: person, kind: CoachingEntries.plan))
      let notes = CoachingEntries.notes(try tables.entries(of: person, kind: CoachingEntries.note))
      return try tables.consents(of: person).compactMap { consent -> Engagement? in
        guard consent.purpose == .coaching, consent.isActive(at: now),
          case .organization(let id) = consent.receiver, let organization = try tables.organization(id)
        else { return nil }
        let staff = try self.staff(of: id, in: tables)
        func email(_ account: Account.ID?) -> EmailAddress? { staff.first { $0.account == account }?.email }
        let plan = plans.last { $0.consent == consent.id }?.plan ?? CoachingPlan()
        let looks = uses.filter { $0.payload["consent"]?.asString == consent.id.text }.map { entry in
          Look(at: entry.recordedAt, by: email(entry.payload["by"]?.asString.flatMap(Account.ID.init(text:))))
        }
        return Engagement(
          consent: consent, organization: organization, plan: plan, owner: email(plan.owner),
          notes: notes.count { $0.consent == consent.id }, looks: looks.reversed())
      }
    }
  }

  /// All notes and plans that were ever written about whoever is signed in, those under consents that have ended too. Notes that
  /// look as if they were about a patient are left out.
  ///
  /// - Throws: `Refusal` when they have not just shown who they are; `LogError`.
  public func file(for signedIn: SignedIn, at now: Instant) async throws -> String {
    try require(signedIn, .export, on: .record(signedIn.ownRecord), at: now)
    return try await accounts.store.read { tables in
      let plans = CoachingEntries.plans(try tables.entries(of: signedIn.person, kind: CoachingEntries.plan))
      let notes = CoachingEntries.notes(try tables.entries(of: signedIn.person, kind: CoachingEntries.note))
      func named(_ id: Organization.ID, _ account: Account.ID, _ day: CivilDate) throws -> [(String, JSON?)] {
        let by = try tables.account(account).map { try self.accounts.email(of: $0).text }
        let isThere = try tables.members(of: id).contains { $0.account == account && $0.role.isStaff }
        return [
          ("organization", try tables.organization(id).map { .string($0.name) }),
          ("by", isThere ? by.map { .string($0) } : nil), ("day", .string(RecordJSON.text(day))),
        ]
      }
      return AccountEntries.object([
        ("coach_file", JSONNumber(whole: 1).map { .number($0) }),
        (
          "notes",
          .array(
            try notes.filter { !$0.isAboutPatient }.map {
              AccountEntries.object(try named($0.organization, $0.by, $0.day) + [("text", .string($0.text))])
            })
        ),
        (
          "plans",
          .array(
            try plans.map { kept in
              AccountEntries.object(
                try named(kept.organization, kept.by, kept.day) + [
                  ("goal", kept.plan.goal.map { .string($0) }), ("has_owner", .bool(kept.plan.owner != nil)),
                  ("reply_from", kept.plan.reply.map { .string($0.from.rawValue) }),
                  ("reply_by", kept.plan.reply.map { .string(RecordJSON.text($0.by)) }),
                ])
            })
        ),
      ]).text + "\n"
    }
  }
}

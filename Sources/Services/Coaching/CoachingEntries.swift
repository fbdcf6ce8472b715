import CanonicalJSON
import Rules
import Vocabulary

/// What the log says about coaching, and back. The entries are the person's: sealed under their key, and unreadable once it is
/// destroyed.
enum CoachingEntries {
  static let note = "coach.note"
  static let plan = "coach.plan"

  static func noted(_ note: CoachingNote, of person: PersonID) -> LogEntryDraft {
    LogEntryDraft(
      kind: Self.note, person: person,
      payload: AccountEntries.object(
        [("id", .string(note.id.text)), ("text", .string(note.text))]
          + about(note.consent, note.organization, note.by, note.day)))
  }

  static func planned(_ kept: KeptCoachingPlan, of person: PersonID) -> LogEntryDraft {
    LogEntryDraft(
      kind: plan, person: person,
      payload: AccountEntries.object(
        about(kept.consent, kept.organization, kept.by, kept.day) + [
          ("goal", kept.plan.goal.map { .string($0) }), ("owner", kept.plan.owner.map { .string($0.text) }),
          ("from", kept.plan.reply.map { .string($0.from.rawValue) }),
          ("until", kept.plan.reply.map { .string(RecordJSON.text($0.by)) }),
        ]))
  }

  /// The oldest first.
  static func notes(_ entries: [PersonEntry]) -> [CoachingNote] {
    entries.compactMap { entry in
      guard let about = About(entry.payload), let text = entry.payload["text"]?.asString,
        let id = entry.payload["id"]?.asString.flatMap(CoachingNote.ID.init(text:))
      else { return nil }
      return CoachingNote(
        id: id, consent: about.consent, organization: about.organization, by: about.by, day: about.day, text: text)
    }
  }

  /// The oldest first.
  static func plans(_ entries: [PersonEntry]) -> [KeptCoachingPlan] {
    entries.compactMap { entry in
      guard let about = About(entry.payload) else { return nil }
      var plan = CoachingPlan(
        goal: entry.payload["goal"]?.asString,
        owner: entry.payload["owner"]?.asString.flatMap(Account.ID.init(text:)))
      if let from = entry.payload["from"]?.asString.flatMap(CoachingPlan.Answerer.init(rawValue:)),
        let by = entry.payload["until"]?.asString.flatMap({ RecordJSON.day($0) })
      {
        plan.reply = CoachingPlan.Reply(from: from, by: by)
      }
      return KeptCoachingPlan(
        plan: plan, consent: about.consent, organization: about.organization, by: about.by, day: about.day)
    }
  }

  private static func about(
    _ consent: Consent.ID, _ organization: Organization.ID, _ by: Account.ID, _ day: CivilDate
  ) -> [(String, JSON?)] {
    [
      ("consent", .string(consent.text)), ("organization", .string(organization.text)), ("by", .string(by.text)),
      ("day", .string(RecordJSON.text(day))),
    ]
  }

  /// What each entry says.
  private struct About {
    let consent: Consent.ID
    let organization: Organization.ID
    let by: Account.ID
    let day: CivilDate

    init?(_ json: JSON) {
      guard let consent = json["consent"]?.asString.flatMap(Consent.ID.init(text:)),
        let organization = json["organization"]?.asString.flatMap(Organization.ID.init(text:)),
        let by = json["by"]?.asString.flatMap(Account.ID.init(text:)),
        let day = json["day"]?.asString.flatMap({ RecordJSON.day($0) })
      else { return nil }
      (self.consent, self.organization, self.by, self.day) = (consent, organization, by, day)
    }
  }
}

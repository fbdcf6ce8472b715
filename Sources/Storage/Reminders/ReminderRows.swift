import CanonicalJSON
import Services
import Vocabulary

/// The rows of reminders, in a transaction.
enum ReminderRows {
  static let settingsColumns = "p.person, p.is_mail_on, p.language, p.zone, p.quiet_from, p.quiet_until, p.is_escalated"

  static func settings(_ row: Row) throws -> ReminderSettings {
    ReminderSettings(
      isMailOn: try row.bool("is_mail_on"), language: try row.word("language"), zone: try row.word("zone"),
      quiet: QuietHours(from: try row.int("quiet_from"), until: try row.int("quiet_until")),
      isEscalated: try row.bool("is_escalated"))
  }

  /// What the log says of how somebody wants to be reminded.
  static func entry(_ settings: ReminderSettings, of person: PersonID, by: String) -> LogEntryDraft {
    var object = JSONObject()
    object["by"] = .string(by)
    object["mail"] = .bool(settings.isMailOn)
    object["language"] = .string(settings.language.rawValue)
    object["zone"] = .string(settings.zone.rawValue)
    object["quiet"] = .string("\(settings.quiet.from)-\(settings.quiet.until)")
    object["others"] = .bool(settings.isEscalated)
    return LogEntryDraft(kind: "reminders.set", person: person, payload: .object(object))
  }

  static func put(
    _ settings: ReminderSettings, of person: PersonID, in statements: any Statements, at now: Instant
  ) throws {
    try statements.run(
      """
      INSERT INTO reminder_person (person, is_mail_on, language, zone, quiet_from, quiet_until, set_at, is_escalated)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (person) DO UPDATE SET is_mail_on = $2, language = $3, zone = $4, quiet_from = $5, quiet_until = $6,
        set_at = $7, is_escalated = $8, looked_at = NULL
      """,
      [
        .bytes(person.bytes), Value(settings.isMailOn), .text(settings.language.rawValue),
        .text(settings.zone.rawValue), Value(settings.quiet.from), Value(settings.quiet.until), Value(now),
        Value(settings.isEscalated),
      ])
    guard !settings.isEscalated || !settings.isMailOn else { return }
    try statements.run("DELETE FROM reminder_escalation WHERE person = $1", [.bytes(person.bytes)])
  }

  /// Each person with the last mail that was taken, and the last of all.
  static let people = """
    SELECT \(settingsColumns), p.set_at, p.looked_at,
      t.day AS told_day, t.known_at AS told_known, l.day AS last_day, l.state AS last_state,
      l.leased_until AS last_until, l.sent_at AS last_sent, l.handed_at AS last_handed
    FROM reminder_person p
    JOIN account a ON a.person = p.person AND a.disabled_at IS NULL
    LEFT JOIN reminder_digest t ON t.person = p.person
      AND t.day = (SELECT MAX(day) FROM reminder_digest d WHERE d.person = p.person AND d.sent_at IS NOT NULL)
    LEFT JOIN reminder_digest l ON l.person = p.person
      AND l.day = (SELECT MAX(day) FROM reminder_digest d WHERE d.person = p.person)
    WHERE p.is_mail_on = 1 AND p.person > $1 ORDER BY p.person LIMIT $2
    """

  static func person(_ row: Row, at now: Instant) throws -> ReminderPerson {
    var told: ReminderPerson.Told?
    if let day = try row.dayIfAny("told_day") {
      told = ReminderPerson.Told(day: day, knownAt: try row.instant("told_known"))
    }
    let state: DigestState? = try row.textIfAny("last_state").flatMap(DigestState.init(rawValue:))
    let mayTry: Bool
    switch state {
    case .claimed: mayTry = try row.integerIfAny("last_sent") == nil
    case .possiblySent:
      let isTriedAgain = try row.integerIfAny("last_handed") != nil
      mayTry = try row.integerIfAny("last_sent") == nil && !isTriedAgain
    case .sent, .failed, nil: mayTry = false
    }
    let until = try row.instantIfAny("last_until")
    return ReminderPerson(
      person: try row.id("person"), settings: try settings(row), setAt: try row.instant("set_at"),
      lookedAt: try row.instantIfAny("looked_at"), told: told, lastDay: try row.dayIfAny("last_day"),
      isOpen: mayTry && until.map { $0 <= now } ?? false)
  }

  static func digest(_ row: Row) throws -> DigestRow {
    DigestRow(
      day: try row.day("day"), state: try row.word("state"), items: try row.int("items"), tries: try row.int("tries"),
      claimedAt: try row.instant("claimed_at"), sentAt: try row.instantIfAny("sent_at"),
      reason: try row.textIfAny("reason"))
  }
}

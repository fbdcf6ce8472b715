import Services
import Vocabulary

/// How the mail of a day to somebody goes from one state to the next. Each is one transaction, and holds the row.
///
/// A mail that is possibly sent is handed over once more, and never again: `handed_at` stays with it from that time on. A try
/// that surely did not arrive is no handing over, and empties it.
enum DigestRows {
  static func claim(
    _ draft: DigestDraft, until end: Instant, in statements: any Statements, at now: Instant
  ) throws -> DigestClaim? {
    try close(earlierThan: draft.day, of: draft.person, in: statements, at: now)
    let isNew = try statements.run(
      """
      INSERT INTO reminder_digest (person, day, state, message_id, items, tries, known_at, claimed_at, lease, leased_until)
      VALUES ($1, $2, 'claimed', $3, $4, 1, $5, $6, $7, $8) ON CONFLICT (person, day) DO NOTHING
      """,
      [
        .bytes(draft.person.bytes), Value(draft.day), .text(draft.messageID), Value(draft.items),
        Value(draft.knownAt), Value(now), .bytes(draft.lease), Value(end),
      ])
    if isNew == 1 {
      return DigestClaim(
        person: draft.person, day: draft.day, messageID: draft.messageID, tries: 1, knownAt: draft.knownAt,
        lease: draft.lease)
    }
    let row = try statements.rows(
      """
      UPDATE reminder_digest SET
        state = CASE WHEN handed_at IS NOT NULL THEN 'possibly sent' ELSE state END,
        tries = tries + 1, lease = $1, leased_until = $2, handed_at = NULL
      WHERE person = $3 AND day = $4 AND state IN ('claimed', 'possibly sent') AND sent_at IS NULL
        AND leased_until <= $5 AND (state = 'claimed' OR handed_at IS NULL)
      RETURNING message_id, tries, known_at
      """,
      [.bytes(draft.lease), Value(end), .bytes(draft.person.bytes), Value(draft.day), Value(now)]
    ).first
    return try row.map { row in
      DigestClaim(
        person: draft.person, day: draft.day, messageID: try row.text("message_id"), tries: try row.int("tries"),
        knownAt: try row.instant("known_at"), lease: draft.lease)
    }
  }

  /// The mails of days that are over: what was not handed over failed, and of the rest it is not known.
  private static func close(
    earlierThan day: CivilDate, of person: PersonID, in statements: any Statements, at now: Instant
  ) throws {
    try statements.run(
      """
      UPDATE reminder_digest SET
        state = CASE WHEN handed_at IS NOT NULL THEN 'possibly sent' ELSE 'failed' END,
        reason = 'its day was over; a later mail says what it said', lease = NULL
      WHERE person = $1 AND day < $2 AND state = 'claimed' AND leased_until <= $3
      """, [.bytes(person.bytes), Value(day), Value(now)])
  }

  static func handing(
    _ claim: DigestClaim, until end: Instant, in statements: any Statements, at now: Instant
  ) throws {
    try own(
      claim, "UPDATE reminder_digest SET handed_at = $1, leased_until = $2", [Value(now), Value(end)], statements)
  }

  static func settle(
    _ claim: DigestClaim, _ outcome: DigestOutcome, in statements: any Statements, at now: Instant
  ) throws {
    switch outcome {
    case .taken:
      try own(
        claim,
        """
        UPDATE reminder_digest SET state = CASE WHEN state = 'claimed' THEN 'sent' ELSE state END, sent_at = $1,
          lease = NULL, reason = NULL
        """, [Value(now)], statements)
    case .notTaken(let reason, let again):
      try own(
        claim,
        "UPDATE reminder_digest SET handed_at = NULL, lease = NULL, leased_until = $1, reason = $2",
        [Value(again), .text(short(reason))], statements)
    case .unknown(let reason, let again):
      try own(
        claim,
        """
        UPDATE reminder_digest SET handed_at = CASE WHEN state = 'claimed' THEN NULL ELSE handed_at END,
          state = 'possibly sent', lease = NULL, leased_until = $1, reason = $2
        """, [Value(again), .text(short(reason))], statements)
    case .refused(let reason):
      try own(
        claim,
        """
        UPDATE reminder_digest SET state = CASE WHEN state = 'claimed' THEN 'failed' ELSE state END, lease = NULL,
          reason = $1
        """, [.text(short(reason))], statements)
    }
  }

  /// Changes the row of a mail that still is its taker's.
  ///
  /// - Parameter change: an update without its `WHERE`.
  private static func own(
    _ claim: DigestClaim, _ change: String, _ values: [Value], _ statements: any Statements
  ) throws {
    let next = values.count + 1
    let count = try statements.run(
      "\(change) WHERE person = $\(next) AND day = $\(next + 1) AND lease = $\(next + 2)",
      values + [.bytes(claim.person.bytes), Value(claim.day), .bytes(claim.lease)])
    guard count == 1 else { throw ReminderError.leaseLost }
  }

  private static func short(_ reason: String) -> String {
    String(String.UnicodeScalarView(reason.unicodeScalars.filter { $0 != "\0" }.prefix(500)))
  }
}

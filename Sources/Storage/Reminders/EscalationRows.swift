import Services
import Vocabulary

extension SQLAccountTables {
  private static let columns = """
    SELECT person, organization, account, thing, last_day, told_at FROM reminder_escalation
    """

  func note(_ escalation: Escalation) throws -> Bool {
    try statements.run(
      """
      INSERT INTO reminder_escalation (person, organization, account, thing, last_day, told_at)
      VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (person, organization, account, thing) DO NOTHING
      """,
      [
        .id(escalation.person), .id(escalation.organization), .id(escalation.account), .bytes(escalation.thing),
        Value(escalation.lastDay), Value(escalation.toldAt),
      ]) == 1
  }

  func escalations(of person: PersonID) throws -> [Escalation] {
    try statements.rows(
      "\(Self.columns) WHERE person = $1 ORDER BY told_at DESC, organization, account, thing", [.id(person)]
    ).map(escalation)
  }

  func escalations(to account: Account.ID, in organization: Organization.ID) throws -> [Escalation] {
    try statements.rows(
      "\(Self.columns) WHERE account = $1 AND organization = $2 ORDER BY last_day, person, thing",
      [.id(account), .id(organization)]
    ).map(escalation)
  }

  func settle(of person: PersonID, except things: [[UInt8]]) throws {
    guard !things.isEmpty else {
      try statements.run("DELETE FROM reminder_escalation WHERE person = $1", [.id(person)])
      return
    }
    let places = things.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
    try statements.run(
      "DELETE FROM reminder_escalation WHERE person = $1 AND thing NOT IN (\(places))",
      [.id(person)] + things.map { .bytes($0) })
  }

  private func escalation(_ row: Row) throws -> Escalation {
    Escalation(
      person: try row.id("person"), organization: try row.id("organization"), account: try row.id("account"),
      thing: try row.bytes("thing"), lastDay: try row.day("last_day"), toldAt: try row.instant("told_at"))
  }
}

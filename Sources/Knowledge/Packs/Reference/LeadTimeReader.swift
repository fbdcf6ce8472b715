import Documents
import Rules
import Vocabulary

/// Reads `reminders.yaml`. A table that leaves a kind out, or does not say whose times these are, does not load.
struct LeadTimeReader {
  let builder: BookBuilder

  static func isTable(_ path: String) -> Bool { path.split(separator: "/").last == "reminders.yaml" }

  /// What the file says.
  struct Times {
    var kinds: [DueKind: LeadTime] = [:]
    var seasons: [ReminderSeason] = []
    var escalation: EscalationTimes?
  }

  func read(_ node: Node, _ file: String) -> Times {
    guard let fields = Fields(node, file, builder.faults, what: "the times of reminders") else { return Times() }
    defer {
      fields.finish(
        "the times of reminders", known: ["encoded", "review_by", "source", "kinds", "seasons", "escalation"])
    }
    if fields.day("encoded") == nil || fields.day("review_by") == nil || fields.phrase("source") == nil {
      fields.fault("the times of reminders need encoded, review_by and source: whose times they are")
    }
    let others = fields.map("escalation").flatMap(escalation)
    return Times(kinds: kinds(fields), seasons: fields.map("seasons").map(seasons) ?? [], escalation: others)
  }

  private func escalation(_ row: Fields) -> EscalationTimes? {
    defer { row.finish("'escalation'", known: ["coordinator", "lead"]) }
    guard let coordinator = row.int("coordinator", from: 1, through: 365),
      let lead = row.int("lead", from: 1, through: 365)
    else {
      row.fault("expected coordinator and lead, in days, in 'escalation'")
      return nil
    }
    return EscalationTimes(coordinator: coordinator, lead: lead)
  }

  private func seasons(_ rows: Fields) -> [ReminderSeason] {
    let types = EvidenceKind.health.fields.first { $0.name == "type" }
    return rows.keys.compactMap { type -> ReminderSeason? in
      guard let row = rows.map(type) else { return nil }
      defer { row.finish("'\(type)'", known: ["from", "through", "given_from"]) }
      func day(_ key: String) -> Season.YearDay? { row.text(key).flatMap { Season.YearDay($0) } }
      guard let types, case .choice(let known) = types.content, known.contains(type),
        let dated = EvidenceKind.health.fields.first(where: { $0.content == .day }), let from = day("from"),
        let through = day("through"), let given = day("given_from")
      else {
        row.fault("expected a type of health item with from, through and given_from, days of every year like 10-01")
        return nil
      }
      let filter = RecordFilter(kind: .health, words: [RecordFilter.Condition(field: types, accepted: [type])])
      return ReminderSeason(
        type: type, season: Season(filter: filter, day: dated, from: from, through: through, givenFrom: given))
    }
  }

  private func kinds(_ fields: Fields) -> [DueKind: LeadTime] {
    guard let kinds = fields.map("kinds") else {
      fields.fault("expected 'kinds': how long before its last day each kind of thing is told of")
      return [:]
    }
    defer { kinds.finish("'kinds'", known: DueKind.allCases.map(\.rawValue)) }
    var table: [DueKind: LeadTime] = [:]
    for kind in DueKind.allCases {
      guard let row = kinds.map(kind.rawValue) else {
        kinds.fault("expected a row for '\(kind.rawValue)'")
        continue
      }
      defer { row.finish("'\(kind.rawValue)'", known: ["lead", "also", "middle", "first", "weeks"]) }
      guard let lead = row.int("lead", through: 1_000), let weeks = row.int("weeks", from: 1, through: 520) else {
        row.fault("expected lead, in days, and weeks in '\(kind.rawValue)'")
        continue
      }
      let also = (row.words("also") ?? []).compactMap { word -> Int? in
        if let days = Int(word), (1...3_660).contains(days) { return days }
        row.fault("expected days from 1 to 3660 in 'also', found '\(word)'")
        return nil
      }
      table[kind] = LeadTime(
        lead: lead, also: also, hasMiddle: row.flag("middle"), first: row.int("first", from: 1, through: 3_660),
        weeks: weeks)
    }
    return table
  }
}

import Documents
import Vocabulary

/// Reads `reminders.yaml`. A table that leaves a kind out, or does not say whose times these are, does not load.
struct LeadTimeReader {
  let builder: BookBuilder

  static func isTable(_ path: String) -> Bool { path.split(separator: "/").last == "reminders.yaml" }

  func read(_ node: Node, _ file: String) -> [DueKind: LeadTime] {
    guard let fields = Fields(node, file, builder.faults, what: "the times of reminders") else { return [:] }
    defer { fields.finish("the times of reminders", known: ["encoded", "review_by", "source", "kinds"]) }
    if fields.day("encoded") == nil || fields.day("review_by") == nil || fields.phrase("source") == nil {
      fields.fault("the times of reminders need encoded, review_by and source: whose times they are")
    }
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
      defer { row.finish("'\(kind.rawValue)'", known: ["lead", "also", "middle", "weeks"]) }
      guard let lead = row.int("lead", through: 1_000), let weeks = row.int("weeks", from: 1, through: 520) else {
        row.fault("expected lead, in days, and weeks in '\(kind.rawValue)'")
        continue
      }
      let also = (row.words("also") ?? []).compactMap { word -> Int? in
        if let days = Int(word), (1...3_660).contains(days) { return days }
        row.fault("expected days from 1 to 3660 in 'also', found '\(word)'")
        return nil
      }
      table[kind] = LeadTime(lead: lead, also: also, hasMiddle: row.flag("middle"), weeks: weeks)
    }
    return table
  }
}

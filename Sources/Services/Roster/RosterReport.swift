import Knowledge
import Rules
public import Vocabulary

/// A roster's answer as data.
public struct RosterReport: Encodable, Sendable {
  public struct Column: Encodable, Sendable {
    public let header: String
    public let field: String
    public let dates: String?
    public let proof: String?
  }

  public struct Layer: Encodable, Sendable {
    public let layer: String
    public let gate: String
    public let verdict: String
    public let grade: String
    public let day: CivilDate?
  }

  public struct Row: Encodable, Sendable {
    public let row: Int
    public let name: String
    public let state: String?
    public let from: CivilDate
    public let to: CivilDate
    public let verdict: String
    public let firstDay: CivilDate?
    public let reason: String?
    public let facts: String?
    public let rule: String?
    public let layers: [Layer]
  }

  public struct Note: Encodable, Sendable {
    public let rows: [Int]
    public let text: String
  }

  public let set: String
  public let isSample: Bool
  public let asOf: CivilDate
  public let columns: [Column]
  public let rows: [Row]
  public let notes: [Note]
  public let notice: String

  public init(_ result: RosterResult, _ language: Language) {
    set = result.set.id
    isSample = result.set.isSample
    asOf = result.options.asOf
    columns = result.columns.map {
      Column(
        header: $0.column.header, field: $0.column.field.rawValue, dates: $0.order?.rawValue, proof: $0.proof)
    }
    rows = result.answers.map { answer in
      Row(
        row: answer.row, name: answer.name, state: answer.state, from: answer.days.first, to: answer.days.last,
        verdict: answer.verdict.name, firstDay: answer.reason?.day, reason: answer.reason?.text[language],
        facts: answer.reason.map { $0.facts[language] }, rule: answer.reason?.rule,
        layers: answer.layers.map {
          Layer(
            layer: $0.name.rawValue, gate: $0.gate.rawValue, verdict: $0.verdict.name, grade: $0.finding.grade.name,
            day: $0.day)
        })
    }
    notes = result.notes.map { Note(rows: $0.rows, text: $0.text[language]) }
    notice = VerdictWording.notice[language]
  }
}

public import Documents
import Foundation
public import Knowledge
import Rules
import Vocabulary

/// Answers the questions of the corpus as its lines put them: through a person file, not through the case.
public struct CorpusAnswers {
  private let base: KnowledgeBase
  private let evaluator: Evaluator

  public init(_ base: KnowledgeBase) {
    self.base = base
    evaluator = Evaluator(book: base.book)
  }

  private struct Line: Decodable {
    let id: String
    let rule: String
    let as_of: CivilDate
    let day: CivilDate
    let known_on: CivilDate?
    let act: String?
    let pins: [String: CivilDate]?
  }

  private struct Answer: Encodable {
    let id: String
    let verdict: String
    let grade: String
    let from: String
    let until: String
    let missing: [String]
  }

  /// One line of JSON for a line of the corpus.
  public func answer(_ line: String) throws -> String {
    let asked = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
    let person = try person(of: line, asOf: asked.as_of)
    var question = Question(asOf: asked.as_of, knownOn: asked.known_on, act: asked.act.flatMap { base.book.act($0) })
    for (name, day) in asked.pins ?? [:] { if let act = base.book.act(name) { question.pins[act] = day } }
    let answer = try evaluator.determine(asked.rule, person.evidence, question, on: asked.day)
    func bound(_ day: CivilDate) -> String { day.isFinite ? day.description : "open" }
    var seen: Set<String> = []
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(
      decoding: try encoder.encode(
        Answer(
          id: asked.id, verdict: answer.finding.verdict.name, grade: answer.finding.grade.name,
          from: bound(answer.span.first), until: bound(answer.span.last),
          missing: (answer.explanation?.openGaps ?? []).map(\.path).filter { seen.insert($0).inserted })), as: UTF8.self
    )
  }

  private func person(of line: String, asOf: CivilDate) throws -> PersonFile {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let data = try JSONSerialization.data(withJSONObject: object?["person"] ?? [:])
    return try PersonReader(base).read(data: data, file: "person", today: asOf)
  }
}

import EmbeddedKnowledge
import Foundation
import Knowledge
import Rules
import Services
import Vocabulary

/// What `fobwatch check` does between its start and its end, without the parsing of its arguments.
enum Check {
  static func run(_ person: String, asOf: CivilDate, timed: Bool) throws {
    var parts: [(String, Double)] = []
    func part<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
      let (seconds, result) = try Clock.seconds(body)
      parts.append((name, seconds))
      return result
    }
    parts.append(("before main", Clock.cpu()))
    let data = try Data(contentsOf: URL(filePath: person))
    let base = try part("read the packs") {
      try KnowledgeLoader.embedded(
        EmbeddedKnowledge.encoded, edition: EmbeddedKnowledge.edition, .naming([String(decoding: data, as: UTF8.self)]))
    }
    let file = try part("read the person") { try PersonReader(base).read(data: data, file: person, today: asOf) }
    let inquiry = Inquiry(asOf: asOf)
    let answers = try part("evaluate and explain") {
      let assessor = Assessor(base)
      return try base.credentials.compactMap { try assessor.assess($0, file.evidence, inquiry)?.determination }
    }
    let text = part("render") { CheckText(base, .english, inquiry).render(file, answers) }
    if timed {
      for (name, seconds) in parts { print(String(format: "%-24@ %7.1f ms", name as NSString, seconds * 1000)) }
    } else {
      print(text)
    }
  }
}

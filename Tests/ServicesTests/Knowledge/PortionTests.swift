import EmbeddedKnowledge
import Foundation
import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("A portion of the packs")
struct PortionTests {
  private static func load(_ portion: Portion) throws -> KnowledgeBase {
    try KnowledgeLoader.embedded(EmbeddedKnowledge.encoded, edition: EmbeddedKnowledge.edition, portion)
  }

  private static let whole = Result { try load(.answers) }

  @Test("names each state that a text names, wherever it stands")
  func naming() {
    #expect(Portion.naming([]) == .credentials(states: []))
    #expect(Portion.naming(["us-", "us-w", "virus-free"]) == .credentials(states: ["us-fr"]))
    #expect(
      Portion.naming(["us-wa/task/venipuncture", "licenses: [{ of: us-ca/x }]\njurisdiction: us-tx"])
        == .credentials(states: ["us-wa", "us-ca", "us-tx"]))
  }

  @Test("answers about credentials as all of them do", arguments: Samples.people)
  func sameAnswers(person: Samples.Person) throws {
    let whole = try Self.whole.get()
    let part = try Self.load(.naming([]))
    #expect(part.edition == whole.edition)
    #expect(part.credentials == whole.credentials)
    #expect(part.jurisdictions.isEmpty)
    let evidence = try person.file().evidence
    for rule in part.book.rules.map(\.id) {
      let answers = try [whole, part].map { base in
        let answer = try Assessor(base).determine(rule, evidence, Samples.inquiry)
        return try JSON.text(
          DeterminationReport(answer, edition: base.edition, language: .english, interval: nil, explain: true))
      }
      #expect(answers[0] == answers[1], "\(rule)")
    }
  }

  @Test("holds every rule of a credential or an accreditor")
  func everyRule() throws {
    let rules = try Self.whole.get().book.rules.map(\.id)
    let part = try Self.load(.naming([])).book.rules.map(\.id)
    let states = try Self.load(.naming(["us-wa us-ca"])).book.rules.map(\.id)
    #expect(rules.filter { !$0.hasPrefix("us-") && part.contains($0) } == part)
    #expect(Set(states) == Set(part + rules.filter { $0.hasPrefix("us-wa/") || $0.hasPrefix("us-ca/") }))
  }

  @Test("loads without the other states", arguments: try whole.get().jurisdictions.map(\.id))
  func alone(state: String) throws {
    let base = try Self.load(.naming([state]))
    #expect(base.jurisdictions.map(\.id) == [state])
    #expect(base.licenses == Set(try Self.whole.get().jurisdiction(state)?.licenses.map(\.id) ?? []))
  }
}

public import Documents
import Foundation
public import Knowledge
import Rules
import Vocabulary

/// Turns worked examples into lines of the public corpus; refuses one that does not hold.
public struct CorpusExporter {
  private let base: KnowledgeBase
  private let evaluator: Evaluator
  private let runner: CaseRunner
  /// What a case gives, by file, line and column of the case.
  private let given: [Place: Node]

  /// - Parameter documents: the packs and files of further cases, by path and parsed.
  public init(_ documents: [(path: String, node: Node)]) throws {
    base = try KnowledgeReader.read(documents)
    evaluator = Evaluator(book: base.book)
    runner = CaseRunner(book: base.book)
    var given: [Place: Node] = [:]
    for (path, node) in documents where path.hasSuffix(".cases.yaml") {
      for item in CorpusExporter.cases(node) {
        guard case .map(let entries) = item.content, let person = entries.first(where: { $0.key == "given" }) else {
          continue
        }
        given[Place(file: path, line: item.line, column: item.column)] = person.value
      }
    }
    self.given = given
  }

  private static func cases(_ node: Node) -> [Node] {
    guard case .map(let entries) = node.content, let cases = entries.first(where: { $0.key == "cases" }),
      case .list(let items) = cases.value.content
    else { return [] }
    return items
  }

  /// Every case as a line of JSON, sorted by id.
  ///
  /// - Throws: `CorpusError` with every case that does not hold.
  public func lines() throws -> [String] {
    let failed = base.cases.filter { !runner.failures(of: $0).isEmpty }.map { "\($0.place): \($0.name)" }
    if !failed.isEmpty { throw CorpusError(failed: failed) }
    var seen: [String: Int] = [:]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try base.cases.compactMap { example in
      let slug = example.address + "/" + CorpusExporter.slug(example.name)
      seen[slug, default: 0] += 1
      let number = seen[slug, default: 1]
      return try entry(example, id: number == 1 ? slug : "\(slug)-\(number)")
    }
    .sorted { $0.id < $1.id }
    .map { String(decoding: try encoder.encode($0), as: UTF8.self) }
  }

  private func entry(_ example: RuleCase, id: String) throws -> CorpusEntry? {
    guard let node = given[example.place] else { return nil }
    var question = Question(
      asOf: example.asOf, knownOn: example.knownOn, act: example.act.flatMap { base.book.act($0) })
    for (name, day) in example.pins { if let act = base.book.act(name) { question.pins[act] = day } }
    let answer = try evaluator.determine(example.address, example.evidence, question, on: example.on)
    let expect = example.expect
    return CorpusEntry(
      id: id, title: example.name, rule: example.address, question: words(example.address, answer),
      as_of: example.asOf, day: example.on, known_on: example.knownOn, act: example.act,
      pins: example.pins.isEmpty ? nil : example.pins, person: person(node, asOf: example.asOf),
      expect: .init(
        verdict: expect.verdict.name, grade: expect.grade?.name, from: expect.from.map(bound),
        until: expect.until.map(bound), missing: expect.missing.isEmpty ? nil : expect.missing),
      sources: sources(answer))
  }

  private func bound(_ day: CivilDate) -> String { day.isFinite ? day.description : "open" }

  /// The person file of a case: what is given speaks for the day of the question.
  private func person(_ node: Node, asOf: CivilDate) -> JSONValue {
    guard case .map(var person) = JSONValue(node) else { return .null }
    let day = JSONValue.text(asOf.description)
    person["person_file"] = .whole(1)
    person["as_of"] = person["as_of"] ?? day
    if person.removeValue(forKey: "all_complete") != nil {
      var through: [String: JSONValue] = [:]
      if case .map(let stated)? = person["complete_through"] { through = stated }
      for kind in EvidenceKind.allCases where kind != .personName && through[kind.listName] == nil {
        // A list that says there may be more stays open.
        if case .map? = person[kind.listName], kind != .person { continue }
        through[kind.listName] = day
      }
      person["complete_through"] = .map(through)
    }
    return .map(person)
  }

  private func words(_ address: String, _ answer: Determination) -> String {
    guard address.contains("#") else { return answer.title.en }
    let part = base.book.requirements.first { $0.answers(to: address) }
    return answer.title.en + ": " + (part?.text?.en ?? part?.name ?? address)
  }

  /// The sources of the parts that decide, each once, in the order of the reasons.
  private func sources(_ answer: Determination) -> [CorpusEntry.Source] {
    func cited(_ node: Explanation) -> [Citation] { node.citations + node.deciding.flatMap(cited) }
    guard let root = answer.explanation else { return [] }
    // The reasons are those of the whole rule: find the part that was asked about.
    let part = root.flattened.first { base.book.requirements[$0.requirement].answers(to: answer.address) }
    let explanation = part ?? root
    var seen: Set<CorpusEntry.Source> = []
    let deciding = cited(explanation)
    return (deciding.isEmpty ? explanation.allCitations : deciding).map(CorpusEntry.Source.init)
      .filter { seen.insert($0).inserted }
  }

  /// "A lapse of 90 days" as `a-lapse-of-90-days`.
  static func slug(_ text: String) -> String {
    text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }
}

/// Cases that do not hold cannot be published.
public struct CorpusError: Error, Sendable, CustomStringConvertible {
  public let failed: [String]
  public var description: String { (["these cases do not hold:"] + failed).joined(separator: "\n  ") }
}

import Corpus
import Documents
import Foundation
import Knowledge
import Services
import Testing

@Suite("The public corpus")
struct CorpusTests {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = project.appending(path: "benchmark")

  private static func documents() throws -> [(path: String, node: Node)] {
    let (packs, faults, _) = try KnowledgeLoader.parse(project.appending(path: "knowledge").path(percentEncoded: false))
    try #require(faults.isEmpty)
    let name = "stories.cases.yaml"
    let stories = try Data(contentsOf: folder.appending(path: name))
    return packs + [(name, try DocumentReader.read(data: stories, file: name))]
  }

  private static func committed() throws -> [String] {
    try String(contentsOf: folder.appending(path: "corpus.jsonl"), encoding: .utf8).split(separator: "\n").map(
      String.init)
  }

  @Test("is what the packs' cases and the stories say today (otherwise run scripts/corpus)")
  func fresh() throws {
    let lines = try CorpusExporter(try Self.documents()).lines()
    #expect(lines.count > 300)
    let committed = try Self.committed()
    let stale = Set(lines).symmetricDifference(committed).sorted().prefix(4)
    #expect(stale.isEmpty, "\(stale.map { $0.prefix(120) })")
  }

  @Test("gives the address of each source that has one")
  func sources() throws {
    var addresses = 0
    for line in try Self.committed() {
      let entry = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let sources = try #require(entry["sources"] as? [[String: Any]])
      for case let address as String in sources.map({ $0["url"] }) {
        #expect(address.hasPrefix("http"), "\(entry["id"] ?? "")")
        addresses += 1
      }
    }
    #expect(addresses > 500)
  }

  @Test("finds our own answers right, all of them")
  func ours() throws {
    let run = try Self.check(try Self.answers())
    #expect(run.status == 0, "\(run.text.prefix(2000))")
    #expect(run.text.contains("all rules"))
  }

  @Test(
    "finds a wrong answer, and says where",
    arguments: [
      (#""verdict":"met""#, #""verdict":"not met""#, "expected met, found not met"),
      (#""grade":"presumed""#, #""grade":"stated""#, "expected grade presumed, found stated"),
      (#""until":"open""#, #""until":"2030-01-01""#, "expected until open, found 2030-01-01"),
      (#""verdict":"met""#, #""verdict":"yes""#, "expected a verdict"),
    ])
  func corrupted(right: String, wrong: String, complaint: String) throws {
    let run = try Self.check(try Self.answers().map { $0.replacing(right, with: wrong) })
    #expect(run.status == 1)
    #expect(run.text.contains(complaint))
  }

  @Test("finds an answer that is missing")
  func missing() throws {
    let run = try Self.check(Array(try Self.answers().dropFirst()))
    #expect(run.status == 1)
    #expect(run.text.contains("no answer"))
  }

  @Test("refuses what is no answer", arguments: ["not json", #"{"id":"none/of/them","verdict":"met"}"#, "[]"])
  func refused(line: String) throws {
    #expect(try Self.check([line]).status == 2)
  }

  private static func answers() throws -> [String] { try once.get() }

  private static let once = Result {
    let answers = CorpusAnswers(try KnowledgeReader.read(try documents()))
    return try committed().map { try answers.answer($0) }
  }

  /// Runs the checker as anybody would.
  private static func check(_ answers: [String]) throws -> (status: Int32, text: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "answers-\(UUID().uuidString).jsonl")
    let output = file.appendingPathExtension("out")
    defer {
      try? FileManager.default.removeItem(at: file)
      try? FileManager.default.removeItem(at: output)
    }
    try answers.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    _ = FileManager.default.createFile(atPath: output.path(percentEncoded: false), contents: nil)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", folder.appending(path: "check.py").path(percentEncoded: false), file.path(percentEncoded: false),
    ]
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
  }
}

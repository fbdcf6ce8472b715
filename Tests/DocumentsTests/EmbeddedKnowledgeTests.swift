import Documents
import EmbeddedKnowledge
import Foundation
import Testing

@Suite("The packs inside the program")
struct EmbeddedKnowledgeTests {
  @Test("are those of knowledge/, file by file and value by value")
  func fresh() throws {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let embedded = try NodeCodec.decode(EmbeddedKnowledge.encoded)
    let folder = project.appending(path: "knowledge").path(percentEncoded: false)
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    #expect(embedded.map(\.path) == files.filter { $0.hasSuffix(".yaml") }.map { "knowledge/\($0)" }.sorted())
    for (path, node) in embedded {
      let data = try Data(contentsOf: project.appending(path: path))
      #expect(try DocumentReader.read(data: data, file: path) == node, "\(path)")
    }
  }
}

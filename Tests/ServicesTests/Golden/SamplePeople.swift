import Foundation
import Knowledge
import Services
import Vocabulary

/// The people of `examples/`, and the packs of the package folder.
enum Samples {
  static let asOf = CivilDate("2026-11-22")!
  static let inquiry = Inquiry(asOf: asOf)
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The packs under a made-up edition: its digest is no part of how a text reads.
  static let base: KnowledgeBase = {
    do {
      var base = try KnowledgeLoader.folder(root.appending(path: "knowledge").resolvingSymlinksInPath().path())
      base.edition = "EDITION"
      return base
    } catch { fatalError("\(error)") }
  }()

  /// A sample person, with the one rule whose reasons tell most, and one goal.
  struct Person: Sendable, CustomStringConvertible {
    let name: String
    let rule: String
    let goal: String
    var description: String { name }

    func file() throws -> PersonFile {
      let path = root.appending(path: "examples/\(name).yaml")
      return try Samples.read(String(decoding: try Data(contentsOf: path), as: UTF8.self), file: "\(name).yaml")
    }
  }

  static let people = [
    Person(name: "denise", rule: "aama/cma/renewal-by-education", goal: "aama/cma"),
    Person(name: "luis", rule: "nha/ccma/eligibility", goal: "ncct/ncma"),
    Person(name: "maya", rule: "aama/cma/eligibility", goal: "aama/cma"),
    Person(name: "priya", rule: "aama/cma/eligibility", goal: "nha/ccma"),
    Person(name: "tanya", rule: "amt/rma/eligibility", goal: "amt/rma"),
  ]

  static func read(_ text: String, file: String = "person.yaml") throws -> PersonFile {
    try PersonReader(base).read(text: text, file: file, today: asOf)
  }
}

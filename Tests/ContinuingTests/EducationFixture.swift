import Continuing
import EmbeddedKnowledge
import Foundation
import Knowledge
import Rules
import Services
import Vocabulary

/// Packs, people and the sample catalog for tests.
enum EducationFixture {
  static let base = Result {
    try KnowledgeLoader.embedded(EmbeddedKnowledge.encoded, edition: EmbeddedKnowledge.edition)
  }

  static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .distantPast }

  static func evidence(_ yaml: String) throws -> Evidence {
    let head = "person_file: 1\nas_of: 2026-11-22\n"
    return try PersonReader(base.get()).read(data: Data((head + yaml).utf8), file: "test", today: day("2026-11-22"))
      .evidence
  }

  static func file(_ name: String) throws -> Data {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Data(contentsOf: root.appending(path: "examples/\(name)"))
  }

  static func education() throws -> Education { Education(try base.get(), asOf: day("2026-11-22")) }

  static func catalog() throws -> [Course] {
    try CatalogReader(base.get(), asOf: day("2026-11-22")).read(file("sample-courses.csv"))
  }

  static func course(
    _ id: String, _ day: String, units: Int, price: Int = 1000, categories: [String] = ["general"],
    approvedBy: [String]? = [], until: String? = nil, series: String? = nil
  ) -> Course {
    Course(
      id: id, title: "Sample \(id)", provider: "Sample", day: Self.day(day), hours: Quantity(units),
      price: Money(cents: price), units: Quantity(units), categories: categories, approvedBy: approvedBy,
      approvedUntil: until.map(Self.day), series: series)
  }
}

import Foundation
import Rules
import Testing

@Suite("The schema of person files")
struct PersonSchemaTests {
  private typealias Object = [String: Any]

  /// What every record has beside the fields of its kind.
  private static let common: Set<String> = ["id", "grade", "recorded", "provenance"]

  private func schema() throws -> Object {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "docs/reference/person-file.schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? Object)
  }

  @Test("each kind of evidence has its list and exactly the fields of the program", arguments: EvidenceKind.allCases)
  func fields(kind: EvidenceKind) throws {
    let schema = try schema()
    let lists = try #require(schema["properties"] as? Object)
    #expect(lists[kind.listName] != nil)
    let definitions = try #require(schema["$defs"] as? Object)
    let record = try #require(definitions[kind.rawValue] as? Object)
    #expect(record["additionalProperties"] as? Bool == false)
    let properties = try #require(record["properties"] as? Object)
    #expect(Set(properties.keys).subtracting(Self.common) == Set(kind.fields.map(\.name)))
  }

  @Test("a field with fixed words names exactly those, and unknown", arguments: EvidenceKind.allCases)
  func choices(kind: EvidenceKind) throws {
    let definitions = try #require(try schema()["$defs"] as? Object)
    let properties = try #require((definitions[kind.rawValue] as? Object)?["properties"] as? Object)
    for field in kind.fields {
      guard case .choice(let words) = field.content else { continue }
      let named = try #require((properties[field.name] as? Object)?["enum"] as? [String], "\(kind) \(field.name)")
      #expect(Set(named).subtracting(["unknown"]) == Set(words), "\(kind) \(field.name)")
    }
  }
}

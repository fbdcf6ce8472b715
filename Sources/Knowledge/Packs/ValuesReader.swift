import Documents
import Rules
import Vocabulary

/// Reads dated values: fees, examination facts, documents.
struct ValuesReader {
  let builder: BookBuilder
  let owner: String

  func read(_ values: Fields) -> [DatedValue] {
    values.keys.compactMap { name in values.map(name).flatMap { value(name, $0) } }
  }

  private func value(_ name: String, _ fields: Fields) -> DatedValue? {
    defer { fields.finish("the value '\(name)'", known: ["text", "for", "versions"]) }
    guard let text = fields.phrase("text") else {
      fields.fault("the value '\(name)' needs `text` in both languages")
      return nil
    }
    let routes = fields.words("for") ?? []
    guard let items = fields.list("versions") else {
      fields.fault("the value '\(name)' needs 'versions'")
      return nil
    }
    return value(name, text: text, routes: routes, items, fields)
  }

  /// A value from the list of its versions.
  func value(_ name: String, text: Phrase, routes: [String] = [], _ items: [Node], _ fields: Fields) -> DatedValue {
    var versions: [Version] = []
    var readings: [[DatedValue.Reading]] = []
    var conflict: String?
    for item in items {
      guard let version = Fields(item, fields.file, builder.faults, what: "a version") else { continue }
      let citations = builder.citations(version)
      var all = citations
      var found: [DatedValue.Reading] = []
      if let id = version.text("conflict") {
        conflict = id
        builder.cite(row: id)
        for node in version.list("readings") ?? [] {
          guard let reading = Fields(node, fields.file, builder.faults, what: "a reading") else { continue }
          let own = builder.citations(reading)
          all += own
          if let content = content(reading) { found.append(.init(content: content, citations: own)) }
          _ = reading.phrase("text")
          reading.finish("a reading", known: ["value", "source"])
        }
      } else if version.has("unresearched") {
        _ = version.phrase("unresearched")
      } else if let content = content(version) {
        found = [.init(content: content, citations: citations)]
      }
      guard let dating = DatingReader.read(version, all) else { continue }
      if all.isEmpty, !found.isEmpty { version.fault("a value without a source does not load: add `source`") }
      for key in ["about", "text"] where version.has(key) { _ = version.phrase(key) }
      version.finish("a version of '\(name)'")
      versions.append(Version(dating: dating, requirement: nil, citations: all))
      readings.append(found)
    }
    VersionCheck.check(versions, fields, fields.node)
    return DatedValue(
      owner: owner, name: name, text: text, routes: routes, versions: VersionList(versions), readings: readings,
      conflict: conflict)
  }

  private func content(_ fields: Fields) -> DatedValue.Content? {
    guard let node = fields.require("value", "a version of a value") else { return nil }
    switch node.content {
    case .map: return fields.phrase(node, "value").map { .text($0) }
    case .scalar(let text, _):
      if text == "true" || text == "false" { return .flag(text == "true") }
      if let money = Money(text) { return .money(money) }
      let parts = text.split(separator: " ", maxSplits: 1)
      if parts.count == 2, let amount = Quantity(String(parts[0])) { return .amount(amount, unit: String(parts[1])) }
      fields.fault(
        "expected `125 USD`, a number with its unit, true, or a text in both languages; found '\(text)'", node)
      return nil
    default:
      fields.fault("expected a value, found \(node.kindName)", node)
      return nil
    }
  }
}

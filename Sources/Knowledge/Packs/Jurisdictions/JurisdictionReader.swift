import Documents
import Rules
import Vocabulary

/// Reads `us-wa/jurisdiction.yaml`: its name, its boards, the credentials it issues, and what it says by topic.
struct JurisdictionReader {
  let builder: BookBuilder
  let catalog: TaskCatalog

  func read(_ node: Node, _ file: String) -> (Jurisdiction, [DatedValue])? {
    guard let fields = Fields(node, file, builder.faults, what: "a jurisdiction") else { return nil }
    defer {
      fields.finish(
        "a jurisdiction", known: ["jurisdiction", "name", "encoded", "review_by", "boards", "licenses", "topics"])
    }
    let boards = (fields.list("boards") ?? []).compactMap { board($0, file) }
    let licenses = fields.map("licenses").map(licenses) ?? []
    let topics = fields.map("topics")
    guard let id = fields.text("jurisdiction"), let name = fields.phrase("name"), let encoded = fields.day("encoded"),
      let reviewBy = fields.day("review_by")
    else {
      fields.fault("a jurisdiction needs jurisdiction, name, encoded, review_by, boards")
      return nil
    }
    if TaskExpansion.jurisdiction(of: file) != id {
      fields.fault("expected the folder of '\(id)' to be called jurisdictions/\(id)")
    }
    if boards.isEmpty { fields.fault("expected at least one board: who answers questions here?") }
    let jurisdiction = Jurisdiction(
      id: id, name: name, boards: boards, licenses: licenses, encoded: encoded, reviewBy: reviewBy)
    return (jurisdiction, topics.map { self.topics($0, id) } ?? [])
  }

  private func board(_ node: Node, _ file: String) -> Jurisdiction.Board? {
    guard let fields = Fields(node, file, builder.faults, what: "a board") else { return nil }
    defer { fields.finish("a board", known: ["name", "url", "opened"]) }
    guard let name = fields.phrase("name"), let url = fields.text("url") else {
      fields.fault("a board needs name and url")
      return nil
    }
    return Jurisdiction.Board(name: name, url: url, isOpened: fields.flag("opened"))
  }

  private func licenses(_ map: Fields) -> [Jurisdiction.License] {
    map.keys.compactMap { id in
      guard let fields = map.map(id) else { return nil }
      defer { fields.finish("a state credential", known: ["name", "issuer"]) }
      guard let name = fields.phrase("name"), let issuer = fields.phrase("issuer") else {
        fields.fault("a state credential needs name and issuer")
        return nil
      }
      return Jurisdiction.License(id: id, name: name, issuer: issuer)
    }
  }

  /// Each topic as a dated value `topic.<id>`.
  private func topics(_ map: Fields, _ owner: String) -> [DatedValue] {
    let reader = ValuesReader(builder: builder, owner: owner)
    return map.keys.compactMap { id in
      guard let node = map.take(id) else { return nil }
      if case .list(let items) = node.content {
        guard let topic = catalog.topic(id) else {
          let known = catalog.topics.map(\.id).joined(separator: ", ")
          map.fault("unknown topic '\(id)'; known: \(known); a fee may bring its own `text` and `versions`", node)
          return nil
        }
        return reader.value("topic.\(id)", text: topic.name, items, map)
      }
      guard id.hasPrefix("fee."), let own = Fields(node, map.file, builder.faults, what: "a fee") else {
        map.fault("expected a list of dated versions for the topic '\(id)', found \(node.kindName)", node)
        return nil
      }
      defer { own.finish("a fee", known: ["text", "versions"]) }
      guard let text = own.phrase("text"), let items = own.list("versions") else { return nil }
      return reader.value("topic.\(id)", text: text, items, own)
    }
  }
}

public import Documents
public import Rules
public import Vocabulary

/// Reads a person file, YAML or JSON; refuses what it does not understand, with every place at once.
public struct PersonReader: Sendable {
  /// The credentials that exist; another name is refused.
  let credentials: Set<String>
  /// The credentials that states issue; another name is refused.
  let licenses: Set<String>

  public init(credentials: Set<String>, licenses: Set<String> = []) {
    self.credentials = credentials
    self.licenses = licenses
  }

  /// For person files that name what an edition knows.
  public init(_ base: KnowledgeBase) {
    self.init(credentials: Set(base.credentials.map(\.id)), licenses: base.licenses)
  }

  /// - Parameter today: the day given lists are complete through when the file names none.
  public func read(text: String, file: String, today: CivilDate) throws(Faults) -> PersonFile {
    try read(try DocumentReader.read(text: text, file: file), file: file, today: today, isCase: false)
  }

  /// - Throws: all faults of the file.
  public func read(data: some Collection<UInt8>, file: String, today: CivilDate) throws(Faults) -> PersonFile {
    try read(try DocumentReader.read(data: data, file: file), file: file, today: today, isCase: false)
  }

  /// Reads what was parsed before.
  ///
  /// - Throws: all faults of the file.
  public func read(_ node: Node, file: String, today: CivilDate) throws(Faults) -> PersonFile {
    try read(node, file: file, today: today, isCase: false)
  }

  func read(_ node: Node, file: String, today: CivilDate, isCase: Bool) throws(Faults) -> PersonFile {
    let faults = FaultList()
    guard let fields = Fields(node, file, faults, what: "a person file") else { throw Faults(faults.all) }
    if !isCase {
      let version = fields.require("person_file", "a person file (write `person_file: 1` first)").flatMap {
        fields.scalar($0, "person_file")
      }
      if let version, version != "1" { fields.fault("expected `person_file: 1`, found '\(version)'") }
    }
    var person = PersonFile(name: fields.text("name"), asOf: fields.day("as_of"))
    let through = person.asOf ?? today
    if let closed = fields.text("all_complete") {
      if closed == "true" {
        for kind in EvidenceKind.allCases { person.evidence.completeThrough[kind] = through }
      } else {
        fields.fault("expected `all_complete: true`, found '\(closed)'")
      }
    }
    var records: [EvidenceRecord] = []
    var ids: Set<String> = []
    for kind in EvidenceKind.allCases {
      guard let list = fields.take(kind.listName) else { continue }
      records += readList(list, kind, through, fields, &ids, into: &person.evidence.completeThrough)
    }
    person.evidence = Evidence(records: records, completeThrough: person.evidence.completeThrough)
    if let complete = fields.map("complete_through") {
      for kind in EvidenceKind.allCases {
        if let day = complete.day(kind.listName) { person.evidence.completeThrough[kind] = day }
      }
      complete.finish("'complete_through'", known: EvidenceKind.allCases.map(\.listName))
    }
    fields.finish(
      "a person file", known: EvidenceKind.allCases.map(\.listName) + ["name", "as_of", "complete_through"])
    PersonCheck.check(person.evidence, fields)
    if !faults.all.isEmpty { throw Faults(faults.all) }
    return person
  }

  private func readList(
    _ node: Node, _ kind: EvidenceKind, _ through: CivilDate, _ fields: Fields, _ ids: inout Set<String>,
    into completeThrough: inout [EvidenceKind: CivilDate]
  ) -> [EvidenceRecord] {
    if kind == .person {
      completeThrough[.person] = through
      guard let record = readRecord(node, kind, number: 1, fields) else { return [] }
      ids.insert(record.id)
      return [record]
    }
    var items: [Node]
    switch node.content {
    case .list(let list):
      items = list
      completeThrough[kind] = through
    case .map:
      guard let inner = Fields(node, fields.file, fields.faults, what: "'\(kind.listName)'") else { return [] }
      let more = inner.text("more")
      items = inner.list("list") ?? []
      if more == "unknown" {
        completeThrough[kind] = nil
      } else {
        inner.fault("expected `more: unknown` beside `list`, found '\(more ?? "nothing")'")
      }
      inner.finish("'\(kind.listName)'", known: ["more", "list"])
    default:
      fields.fault("expected a list for '\(kind.listName)', found \(node.kindName)", node)
      return []
    }
    if items.count > 2000 {
      fields.fault("expected at most 2000 entries in '\(kind.listName)', found \(items.count)", node)
      items = []
    }
    var records: [EvidenceRecord] = []
    for (i, item) in items.enumerated() {
      guard let record = readRecord(item, kind, number: i + 1, fields) else { continue }
      if !ids.insert(record.id).inserted {
        fields.fault("the id '\(record.id)' stands twice: here in '\(kind.listName)'", item)
      }
      records.append(record)
    }
    return records
  }

  private func readRecord(_ node: Node, _ kind: EvidenceKind, number: Int, _ parent: Fields) -> EvidenceRecord? {
    guard let fields = Fields(node, parent.file, parent.faults, what: "an entry of '\(kind.listName)'") else {
      return nil
    }
    var record = EvidenceRecord(id: fields.text("id") ?? "\(kind.rawValue)-\(number)", kind: kind)
    if let name = fields.text("grade") {
      if let grade = EvidenceGrade(name: name) {
        record.grade = grade
      } else {
        fields.fault("expected self-reported, document, primary source or issuer for 'grade', found '\(name)'")
      }
    }
    record.recorded = fields.day("recorded")
    record.provenance = fields.text("provenance")
    let reader = ValueReader(fields: fields, credentials: kind == .license ? licenses : credentials)
    for field in kind.fields {
      guard let value = fields.take(field.name) else { continue }
      record.values[field.slot] = reader.read(value, field)
    }
    fields.finish(
      "an entry of '\(kind.listName)'", known: kind.fields.map(\.name) + ["id", "grade", "recorded", "provenance"])
    return record
  }
}

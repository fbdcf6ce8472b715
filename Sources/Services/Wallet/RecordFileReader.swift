import CanonicalJSON
import Rules
public import Vocabulary

extension RecordFile {
  /// Why a file cannot be taken: one thing, the first that was found.
  public struct Fault: Error, Hashable, Sendable {
    /// Where, as a JSON pointer: `/records/attempts/0`; empty for the whole.
    public let pointer: String
    /// What was expected there, and what was found.
    public let message: Phrase
  }

  /// Reads a file: whole, or not at all.
  ///
  /// - Throws: `Fault`.
  public init(bytes: [UInt8], _ choices: RecordChoices) throws(Fault) {
    let json: JSON
    do { json = try JSONReader(maximumBytes: Self.largest, maximumDepth: 16).read(bytes) } catch {
      throw Fault(
        pointer: "",
        message: Phrase(
          "Expected a file of a record that Fobwatch saved; found something else: \(error)",
          "Se esperaba un archivo de expediente guardado por Fobwatch; se encontró otra cosa: \(error)"))
    }
    guard let object = json.asObject, object["record_file"]?.asWhole == 1 else {
      throw Fault(
        pointer: "/record_file",
        message: Phrase("Expected `\"record_file\": 1`; none found", "Se esperaba `\"record_file\": 1`; no se encontró")
      )
    }
    let known: Set = ["record_file", "records", "complete_through", "health", "history"]
    if let other = object.keys.first(where: { !known.contains($0) }) { throw Self.unknown("", other) }
    self.init()
    record = try Self.holding(object, "", .record, choices)
    if let inner = object["health"] {
      guard let inner = inner.asObject else { throw Self.unknown("", "health") }
      if let other = inner.keys.first(where: { !["records", "complete_through"].contains($0) }) {
        throw Self.unknown("/health", other)
      }
      health = try Self.holding(inner, "/health", .health, choices)
    }
  }

  private static func unknown(_ place: String, _ key: String) -> Fault {
    let found = String(key.prefix(40))
    return Fault(
      pointer: "\(place)/\(JSONPointer.token(found))",
      message: Phrase(
        "Expected nothing of this name or kind here; “\(found)” found",
        "No se esperaba nada con este nombre o de este tipo; se encontró «\(found)»"))
  }

  private static func holding(
    _ object: JSONObject, _ place: String, _ part: RecordPart, _ choices: RecordChoices
  ) throws(Fault) -> Holding {
    var holding = Holding()
    var names: Set<String> = []
    func kind(_ list: String, _ place: String) throws(Fault) -> EvidenceKind {
      guard let kind = part.kinds.first(where: { $0.listName == list }) else { throw unknown(place, list) }
      return kind
    }
    for member in object["records"]?.asObject?.members ?? [] {
      let kind = try kind(member.key, place + "/records")
      for (index, entry) in (member.value.asArray ?? []).enumerated() {
        let pointer = "\(place)/records/\(member.key)/\(index)"
        guard let record = RecordJSON.record(entry, kind), isUsable(record, choices) else {
          throw Fault(
            pointer: pointer,
            message: Phrase(
              "Expected an entry like those of a person file; something in it is unknown or cannot be read",
              "Se esperaba una entrada como las de un archivo de persona; algo en ella es desconocido o ilegible"))
        }
        guard !record.id.isEmpty, names.insert(record.id).inserted else {
          throw Fault(
            pointer: pointer + "/id",
            message: Phrase(
              "Expected a name of its own; none, or one found twice",
              "Se esperaba un nombre propio; no hay, o está repetido"))
        }
        holding.records.append(record)
      }
    }
    holding.records = EvidenceKind.allCases.flatMap { kind in holding.records.filter { $0.kind == kind } }
    for member in object["complete_through"]?.asObject?.members ?? [] {
      let kind = try kind(member.key, place + "/complete_through")
      guard let day = member.value.asString.flatMap({ RecordJSON.day($0) }) else {
        throw unknown(place + "/complete_through", member.key)
      }
      holding.completeThrough[kind] = day
    }
    guard holding.records.count <= OwnRecord.most else {
      throw Fault(
        pointer: place + "/records",
        message: Phrase(
          "Expected at most \(OwnRecord.most) entries; \(holding.records.count) found",
          "Se esperaban como máximo \(OwnRecord.most) entradas; se encontraron \(holding.records.count)"))
    }
    return holding
  }

  /// Whether words are those of the schema and texts are lines of some length. About health nothing is told in words.
  private static func isUsable(_ record: EvidenceRecord, _ choices: RecordChoices) -> Bool {
    let texts = [record.id, record.provenance ?? ""]
    guard texts.allSatisfy(isLine), !record.kind.isHealth || record.provenance == nil else { return false }
    return record.kind.fields.allSatisfy { field in
      switch (record.values[field.slot], field.content) {
      case (.word(let word), .choice(let words)): words.contains(word)
      case (.words(let some), .set(let words)): some.isSubset(of: words)
      case (.spans(let spans), .spans(let words)): spans.allSatisfy { words.contains($0.by) }
      case (.word(let word), _): isLine(word)
      case (_, _): true
      }
    }
  }

  private static func isLine(_ text: String) -> Bool {
    text.utf8.count <= 4 * EnteredReading.longest
      && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
  }
}

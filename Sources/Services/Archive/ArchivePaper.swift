import CanonicalJSON
public import Cryptography
public import Vocabulary

/// A paper in an archive.
public struct ArchivePaper: Hashable, Sendable {
  /// The name of its file there: `papers/001.jpg`.
  public let name: String
  public let kind: PaperKind
  public let form: PaperForm
  public let addedAt: Instant
  /// The name of the record that it belongs to, as in `record.json`; nil: to nothing there.
  public let record: String?
  public let digest: Digest
  public let content: [UInt8]

  /// Where papers are; those of health in a folder of their own.
  static let folder = "papers/"

  static func name(_ number: Int, _ paper: Paper) -> String {
    let digits = String(1_000 + number).dropFirst()
    return "\(paper.kind.isHealth ? ArchiveFile.healthFolder : "")\(folder)\(digits).\(paper.form.ending)"
  }

  /// Whether a name is one that a paper can have.
  static func isName(_ name: String) -> Bool {
    let plain = name.hasPrefix(ArchiveFile.healthFolder) ? name.dropFirst(ArchiveFile.healthFolder.count) : name[...]
    let parts = Array(plain.utf8)
    guard parts.count == 14, parts.starts(with: Array(folder.utf8)) else { return false }
    return parts[7..<10].allSatisfy { (48...57).contains($0) }
      && [Array(".jpg".utf8), Array(".pdf".utf8)].contains(Array(parts[10...]))
  }

  // MARK: - JSON

  /// The list of papers as a file.
  static func file(_ papers: [ArchivePaper]) -> [UInt8] {
    let list = papers.map { paper -> JSON in
      var object = JSONObject()
      object["file"] = .string(paper.name)
      object["kind"] = .string(paper.kind.rawValue)
      object["added"] = number(paper.addedAt.microseconds)
      object["record"] = paper.record.map { .string($0) }
      object["sha256"] = .string(paper.digest.description)
      switch paper.form {
      case .photo(let width, let height): object["pixels"] = .array([width, height].compactMap { number(Int64($0)) })
      case .document(let pages): object["pages"] = number(Int64(pages))
      }
      return .object(object)
    }
    var file = JSONObject()
    file["papers_file"] = 1
    file["papers"] = .array(list)
    return JSON.object(file).bytes
  }

  private static func number(_ number: Int64) -> JSON? { JSONNumber(whole: number).map { .number($0) } }

  /// Reads such a list, with the contents of the papers.
  ///
  /// - Parameters:
  ///   - name: the name of the list.
  ///   - take: gives a file of the archive, once.
  static func papers(
    _ bytes: [UInt8], _ name: String, health: Bool, now: Instant, _ take: (String) -> [UInt8]?
  ) throws(ArchiveFault) -> [ArchivePaper] {
    let file = try ArchiveFile.object(bytes, name, keys: ["papers_file", "papers"])
    guard file["papers_file"]?.asWhole == 1 else { throw .badValue(name + "/papers_file") }
    guard let list = file["papers"]?.asArray else { throw .badValue(name + "/papers") }
    var papers: [ArchivePaper] = []
    for (index, json) in list.enumerated() {
      let place = "\(name)/papers/\(index)"
      guard let object = json.asObject else { throw .badValue(place) }
      let known: Set = ["file", "kind", "added", "record", "sha256", "pixels", "pages"]
      if let other = object.keys.first(where: { !known.contains($0) }) {
        throw .otherMember("\(place)/\(JSONPointer.token(other))")
      }
      guard let paperName = object["file"]?.asString, isName(paperName),
        paperName.hasPrefix(ArchiveFile.healthFolder) == health
      else { throw .badValue(place + "/file") }
      guard let kind = object["kind"]?.asString.flatMap({ PaperKind(rawValue: $0) }), kind.isHealth == health else {
        throw .badValue(place + "/kind")
      }
      guard let added = object["added"]?.asWhole, (0...now.microseconds).contains(added) else {
        throw .badValue(place + "/added")
      }
      guard let form = form(object), paperName.hasSuffix(form.ending) else { throw .badValue(place + "/file") }
      let record = object["record"]?.asString
      guard (object["record"] == nil) == (record == nil), record == nil || !health else {
        throw .badValue(place + "/record")
      }
      guard let content = take(paperName) else { throw .missing(paperName) }
      let digest = SHA256.digest(of: content)
      guard object["sha256"]?.asString == digest.description else { throw .damaged(paperName) }
      papers.append(
        ArchivePaper(
          name: paperName, kind: kind, form: form, addedAt: Instant(microseconds: added), record: record,
          digest: digest, content: content))
    }
    return papers
  }

  private static func form(_ object: JSONObject) -> PaperForm? {
    switch (object["pages"]?.asWhole, object["pixels"]?.asArray?.compactMap(\.asWhole)) {
    case (let pages?, nil) where (1...Int64(PaperSizes.mostPages)).contains(pages): .document(pages: Int(pages))
    case (nil, let sides?) where sides.count == 2 && sides.allSatisfy((1...Int64(PaperSizes.longestKept)).contains):
      .photo(width: Int(sides[0]), height: Int(sides[1]))
    case (_, _): nil
    }
  }
}

import CanonicalJSON
import Cryptography
import Rules
public import Vocabulary

/// One part of everything that somebody keeps, as a file of their own: a ZIP file of JSON and papers. See
/// `docs/reference/archive.md`.
///
/// Each part holds all but papers, and so many of the papers: it can be brought back by itself.
public struct ArchiveFile: Hashable, Sendable {
  /// What is known of health has a folder of its own.
  static let healthFolder = "health/"
  /// The largest part that is read, in bytes.
  public static let largest = 52 << 20
  /// The most papers of a part, and the most bytes of them together; a larger paper is in a part by itself.
  static let mostPapers = 20, mostBytes = 32 << 20
  /// The largest of the other files, in bytes.
  private static let largestText = 4 << 20

  /// Which part it is, from 1, and how many there are.
  public var part = 1, parts = 1
  /// All but what is known of health.
  public var record = RecordFile.Holding()
  /// What is known of health; nil: the archive does not hold it.
  public var health: RecordFile.Holding?
  /// The papers of this part, those of health last.
  public var papers: [ArchivePaper] = []
  public var looks: [PageLook] = []
  public var externship = ArchiveExternship()
  /// In the order in which they were kept. None has a name yet.
  public var roadmaps: [SavedRoadmap] = []

  /// An empty part.
  public init() {}

  private enum Name {
    static let manifest = "manifest.json"
    static let record = "record.json", papers = "papers.json", looks = "looks.json", externship = "externship.json"
    static let roadmaps = "roadmaps.json"
    static let healthRecord = healthFolder + record, healthPapers = healthFolder + papers
    static let plain = [manifest, record, papers, looks, externship, roadmaps]
    static let health = [healthRecord, healthPapers]
    static let folders: Set = [ArchivePaper.folder, healthFolder, healthFolder + ArchivePaper.folder]
  }

  // MARK: - Writing

  /// The bytes, the same for the same content.
  public var bytes: [UInt8] {
    var members = [
      ArchiveZip.Member(name: Name.record, bytes: Self.file(record: record)),
      ArchiveZip.Member(name: Name.papers, bytes: ArchivePaper.file(papers.filter { !$0.kind.isHealth })),
      ArchiveZip.Member(name: Name.looks, bytes: ArchiveLooks.file(looks)),
      ArchiveZip.Member(name: Name.externship, bytes: externship.file),
      ArchiveZip.Member(name: Name.roadmaps, bytes: ArchiveRoadmaps.file(roadmaps)),
    ]
    if let health {
      members.append(ArchiveZip.Member(name: Name.healthRecord, bytes: Self.file(health: health)))
      members.append(
        ArchiveZip.Member(name: Name.healthPapers, bytes: ArchivePaper.file(papers.filter { $0.kind.isHealth })))
    }
    members += papers.map { ArchiveZip.Member(name: $0.name, bytes: $0.content) }
    members.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    return ArchiveZip.bytes([ArchiveZip.Member(name: Name.manifest, bytes: manifest(members))] + members)
  }

  private static func file(record: RecordFile.Holding) -> [UInt8] {
    var file = RecordFile()
    file.record = record
    return file.bytes
  }

  private static func file(health: RecordFile.Holding) -> [UInt8] {
    var file = RecordFile()
    file.health = health
    return file.bytes
  }

  /// What else is in the archive, with the hash of each file.
  private func manifest(_ members: [ArchiveZip.Member]) -> [UInt8] {
    var files = JSONObject()
    for member in members { files[member.name] = .string(SHA256.digest(of: member.bytes).description) }
    var object = JSONObject()
    object["archive_file"] = 1
    object["part"] = JSONNumber(whole: Int64(part)).map { .number($0) }
    object["parts"] = JSONNumber(whole: Int64(parts)).map { .number($0) }
    object["sha256"] = .object(files)
    return JSON.object(object).bytes
  }

  // MARK: - Reading

  /// Reads a part: whole, or not at all.
  ///
  /// - Parameters:
  ///   - now: nothing in it is later.
  ///   - today: where the person is.
  /// - Throws: `ArchiveFault`.
  public init(
    bytes: [UInt8], _ choices: RecordChoices, today: CivilDate, now: Instant
  ) throws(ArchiveFault) {
    guard bytes.count <= Self.largest else { throw .tooLarge("", bytes.count, most: Self.largest) }
    let members = try ArchiveZip.members(
      bytes,
      ArchiveZip.Limits(bytes: Self.largest, folders: Name.folders) { name in
        if (Name.plain + Name.health).contains(name) { return Self.largestText }
        return ArchivePaper.isName(name) ? PaperLimits().largestKept : nil
      })
    var files = Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.bytes) })
    func take(_ name: String) throws(ArchiveFault) -> [UInt8] {
      guard let bytes = files.removeValue(forKey: name) else { throw .missing(name) }
      return bytes
    }
    let manifest = try take(Name.manifest)
    try readManifest(manifest, files)
    let plain = try Self.recordFile(try take(Name.record), Name.record, choices)
    guard plain.health == nil else { throw .otherMember(Name.record + "/health") }
    record = plain.record
    looks = try ArchiveLooks.looks(try take(Name.looks), Name.looks)
    if let look = looks.firstIndex(where: { $0.day > today.next }) {
      throw .badValue("\(Name.looks)/looks/\(look)/day")
    }
    externship = try ArchiveExternship(try take(Name.externship), Name.externship, today: today.next, now: now)
    roadmaps = try ArchiveRoadmaps.roadmaps(try take(Name.roadmaps), Name.roadmaps, today: today.next)
    let list = try take(Name.papers)
    papers = try ArchivePaper.papers(list, Name.papers, health: false, now: now) { files.removeValue(forKey: $0) }
    let names = Set(record.records.map(\.id))
    if let paper = papers.firstIndex(where: { $0.record.map { !names.contains($0) } ?? false }) {
      throw .badValue("\(Name.papers)/papers/\(paper)/record")
    }
    if let bytes = files.removeValue(forKey: Name.healthRecord) {
      let sealed = try Self.recordFile(bytes, Name.healthRecord, choices)
      guard sealed.record == RecordFile.Holding(), let holding = sealed.health else {
        throw .badValue(Name.healthRecord)
      }
      health = holding
      let list = try take(Name.healthPapers)
      papers += try ArchivePaper.papers(list, Name.healthPapers, health: true, now: now) {
        files.removeValue(forKey: $0)
      }
    }
    // What is left belongs to nothing that was read.
    if let other = files.keys.min() { throw .otherMember(other) }
    guard papers.count <= Self.mostPapers else { throw .badValue(Name.papers + "/papers") }
  }

  private mutating func readManifest(_ bytes: [UInt8], _ files: [String: [UInt8]]) throws(ArchiveFault) {
    let manifest = try Self.object(bytes, Name.manifest, keys: ["archive_file", "part", "parts", "sha256"])
    guard manifest["archive_file"]?.asWhole == 1 else {
      throw ArchiveFault(
        Name.manifest + "/archive_file", "Expected version 1; found another",
        "Se esperaba la versión 1; se encontró otra")
    }
    guard let part = manifest["part"]?.asWhole, let parts = manifest["parts"]?.asWhole, (1...1_000).contains(parts),
      (1...parts).contains(part)
    else { throw .badValue(Name.manifest + "/part") }
    (self.part, self.parts) = (Int(part), Int(parts))
    guard let hashes = manifest["sha256"]?.asObject else { throw .badValue(Name.manifest + "/sha256") }
    if let other = files.keys.filter({ hashes[$0] == nil }).min() { throw .otherMember(other) }
    for member in hashes.members {
      guard let bytes = files[member.key] else { throw .missing(member.key) }
      guard member.value.asString == SHA256.digest(of: bytes).description else { throw .damaged(member.key) }
    }
  }

  private static func recordFile(
    _ bytes: [UInt8], _ name: String, _ choices: RecordChoices
  ) throws(ArchiveFault) -> RecordFile {
    do { return try RecordFile(bytes: bytes, choices) } catch { throw ArchiveFault(name, error) }
  }

  /// An object with these members and no other.
  static func object(_ bytes: [UInt8], _ name: String, keys: Set<String>) throws(ArchiveFault) -> JSONObject {
    let json = try? JSONReader(maximumBytes: largestText, maximumDepth: 16).read(bytes)
    guard let object = json?.asObject else { throw .badValue(name) }
    if let other = object.keys.first(where: { !keys.contains($0) }) {
      throw .otherMember("\(name)/\(JSONPointer.token(other))")
    }
    return object
  }
}

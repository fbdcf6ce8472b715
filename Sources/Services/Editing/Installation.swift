import Foundation
public import Knowledge
public import Vocabulary

/// The data folder of an installation: which edition of the packs it uses, and what was confirmed since.
///
/// ```
/// editions.json              which edition is in use, which before it, who decided on which day
/// editions/<edition>/        a copy of the packs of each adopted edition
/// confirmations.json
/// statistics.json            figures of imported workbooks
/// ```
public struct Installation: Sendable {
  /// One decision to use an edition, or to go back from it.
  public struct Adoption: Sendable, Hashable, Codable {
    /// 16 hexadecimal digits.
    public let edition: String
    public let on: CivilDate
    public let by: String
  }

  private struct Content: Codable {
    /// The last one is in use; none: the edition in the program.
    var adopted: [Adoption] = []
    var rolledBack: [Adoption] = []
  }

  private let data: String
  private var file: DataFile<Content> { DataFile(path: data + "/editions.json") }

  /// - Parameter data: the data folder; it is made when something is written.
  public init(data: String) { self.data = data }

  /// The edition in use; nil: the one in the program.
  public func current() throws -> Adoption? { try file.read()?.adopted.last }

  /// The adopted packs, or those in the program, with the confirmations applied.
  ///
  /// - Throws: `EditingError.damagedEdition` when the copy is not what was adopted, `Faults` when it no longer loads.
  public func knowledge(builtIn: () throws -> KnowledgeBase) throws -> KnowledgeBase {
    let base: KnowledgeBase
    if let adoption = try current() {
      base = try KnowledgeLoader.folder(folder(adoption.edition))
      guard base.edition == adoption.edition else {
        throw EditingError.damagedEdition(
          expected: adoption.edition, found: base.edition, folder: folder(adoption.edition))
      }
    } else {
      base = try builtIn()
    }
    let confirmed = base.applying(confirmations: try ConfirmationStore(data: data).all())
    return try StatisticsStore(data: data).applied(to: confirmed)
  }

  /// Copies a folder of packs into the data folder and uses it from now on.
  ///
  /// - Throws: `Faults` when anything is wrong with the packs, worked examples included; then nothing has changed.
  public func adopt(_ packs: String, on day: CivilDate, by name: String) throws -> Adoption {
    guard name.contains(where: { !$0.isWhitespace }) else { throw EditingError.noName }
    let result = try EditionCheck.check(packs, runningCases: true)
    if !result.faults.isEmpty { throw Faults(result.faults) }
    let adoption = Adoption(edition: result.base.edition, on: day, by: name)
    var content = try file.read() ?? Content()
    if content.adopted.last?.edition == adoption.edition { throw EditingError.alreadyAdopted(adoption.edition) }
    try copy(packs, paths: result.documents.map(\.path), edition: adoption.edition)
    content.adopted.append(adoption)
    try file.write(content)
    return adoption
  }

  /// Goes back to the edition before. The copy of the one given up stays.
  ///
  /// - Returns: the edition in use from now on; nil: the one in the program.
  public func rollBack(on day: CivilDate, by name: String) throws -> Adoption? {
    guard name.contains(where: { !$0.isWhitespace }) else { throw EditingError.noName }
    var content = try file.read() ?? Content()
    guard let last = content.adopted.popLast() else { throw EditingError.nothingToRollBack }
    if let before = content.adopted.last { try verify(folder(before.edition), before.edition) }
    content.rolledBack.append(Adoption(edition: last.edition, on: day, by: name))
    try file.write(content)
    return content.adopted.last
  }

  private func folder(_ edition: String) -> String { data + "/editions/" + edition }

  /// Copies beside the place where it belongs, checks the copy, and moves it there in one step.
  private func copy(_ packs: String, paths: [String], edition: String) throws {
    let files = FileManager.default
    let target = folder(edition)
    if files.fileExists(atPath: target) {
      if (try? verify(target, edition)) != nil { return }
      try files.removeItem(atPath: target)
    }
    let incoming = data + "/editions/incoming-" + UUID().uuidString
    defer { try? files.removeItem(atPath: incoming) }
    for path in paths {
      let to = URL(filePath: incoming).appending(path: path)
      try files.createDirectory(at: to.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contentsOf: URL(filePath: packs).appending(path: path)).write(to: to)
    }
    try verify(incoming, edition)
    try files.moveItem(atPath: incoming, toPath: target)
  }

  private func verify(_ folder: String, _ edition: String) throws {
    let (_, _, digest) = try KnowledgeLoader.parse(folder)
    guard digest == edition else {
      throw EditingError.damagedEdition(expected: edition, found: digest, folder: folder)
    }
  }
}

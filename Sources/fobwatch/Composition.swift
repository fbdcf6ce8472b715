import EmbeddedKnowledge
import Foundation
import Knowledge
import Services
import Vocabulary

/// The one place where things are wired: packs, clock, files.
enum Composition {
  /// The packs of a folder; without one, those that the installation in a data folder uses, with its confirmations;
  /// without that, those in the program.
  ///
  /// - Parameter portion: which of the packs in the program are wanted.
  static func knowledge(
    _ folder: String?, data: String? = nil, _ portion: Portion = .answers
  ) throws -> KnowledgeBase {
    try editing {
      if let folder { return try KnowledgeLoader.folder(folder) }
      func builtIn() throws -> KnowledgeBase {
        try KnowledgeLoader.embedded(EmbeddedKnowledge.encoded, edition: EmbeddedKnowledge.edition, portion)
      }
      guard let data else { return try builtIn() }
      return try Installation(data: data).knowledge(builtIn: builtIn)
    }
  }

  /// The list of programs that the installation in a data folder imported; without one, the list in the program.
  static func programs(data: String?) throws -> ProgramDirectory {
    try editing {
      if let data, let imported = try ProgramStore(data: data).imported() { return imported }
      return try ProgramTable.read(EmbeddedKnowledge.programs.description)
    }
  }

  /// The same, read when it is first asked for. What the data folder holds is read at once, so that a damaged list is
  /// told of at the start.
  static func programShelf(data: String?) throws -> ProgramShelf {
    if let data, let imported = try editing({ try ProgramStore(data: data).imported() }) {
      return ProgramShelf { imported }
    }
    return ProgramShelf { try? ProgramTable.read(EmbeddedKnowledge.programs.description) }
  }

  /// Runs a body whose errors are the user's to mend: faults of packs, a data folder that cannot be changed.
  static func editing<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw BadInput("\(error)")
    }
  }

  /// Today in a time zone: an IANA name, or the machine's.
  static func today(in zone: String?) throws -> CivilDate {
    let timeZone: TimeZone
    if let zone {
      guard let named = TimeZone(identifier: zone) else {
        throw BadInput("expected a time zone like America/Chicago for --zone, found '\(zone)'")
      }
      timeZone = named
    } else {
      timeZone = .current
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    guard let day = CivilDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0) else {
      throw BadInput("the clock of this machine names no day")
    }
    return day
  }

  static func person(_ path: String, _ base: KnowledgeBase, today: CivilDate) throws -> PersonFile {
    try PersonText(path).read(base, today: today)
  }
}

/// A person file before it is read.
struct PersonText {
  private let data: Data
  private let name: String

  /// - Parameter path: a file, or `-` for standard input.
  init(_ path: String) throws {
    name = path == "-" ? "standard input" : path
    do {
      data = path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: path))
    } catch {
      throw BadInput("\(path): the file cannot be read: check the name and its permissions")
    }
  }

  /// As it stands.
  var text: String { String(decoding: data, as: UTF8.self) }

  func read(_ base: KnowledgeBase, today: CivilDate) throws -> PersonFile {
    do { return try PersonReader(base).read(data: data, file: name, today: today) } catch { throw BadInput("\(error)") }
  }
}

/// What is needed is not there now, and can be in a while: exit status 4. Who starts the program may try again.
struct NotNow: Error, CustomStringConvertible {
  static let status: Int32 = 4
  let description: String
  init(_ description: String) { self.description = description }
}

/// Something the user gave cannot be used: exit status 3.
struct BadInput: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

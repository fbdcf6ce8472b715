import ArgumentParser
import Foundation
import Services
import Vocabulary

/// Takes a newer export of the list into the data folder.
struct ProgramsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Use a newer export of DAPIP from now on.",
    discussion: """
      The files are read whole first. One that is cut, in another order, in another encoding, or another file is refused \
      with the row and the column, and nothing changes.
      """)

  @Argument(help: "InstituteCampuses.csv AccreditationRecords.csv [AccreditationActions.csv], in this order.")
  var files: [String]

  @Flag(name: .long, help: "Take an export that has fewer records than the list in use.")
  var fewer = false

  @OptionGroup var options: ProgramOptions

  func validate() throws {
    if !(2...3).contains(files.count) {
      throw ValidationError("expected InstituteCampuses.csv AccreditationRecords.csv [AccreditationActions.csv]")
    }
    if options.data == nil { throw ValidationError("expected --data with the data folder of the installation") }
  }

  func run() throws {
    try answering {
      guard let data = options.data else { return }
      let language = try options.language()
      let inputs = try files.map(Self.input)
      let inUse = try Composition.programs(data: data)
      do {
        let directory = try ProgramImport.read(
          campuses: inputs[0], records: inputs[1], actions: inputs.count > 2 ? inputs[2] : nil, inUse: inUse,
          fewer: fewer, today: try options.day())
        try Composition.editing { try ProgramStore(data: data).use(directory) }
        print(
          Phrase(
            "In use: \(directory.programs.count) programs, records through \(directory.vintage)",
            "En uso: \(directory.programs.count) programas, datos hasta \(directory.vintage)")[language])
      } catch let error as ProgramImportError {
        throw BadInput(error.lines(language).joined(separator: "\n"))
      }
    }
  }

  /// The most bytes of a file.
  private static let largest = 256 << 20

  private static func input(_ path: String) throws -> ProgramImport.Input {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if let size = attributes?[.size] as? Int, size > largest {
      throw BadInput("\(path): expected at most \(largest >> 20) MiB, found \(size >> 20) MiB")
    }
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw BadInput("\(path): the file cannot be read: check the name and its permissions")
    }
    return ProgramImport.Input(name: URL(filePath: path).lastPathComponent, data: data)
  }
}

import Foundation
import Vocabulary

/// The list of programs in the data folder of an installation: `programs.tsv`.
public struct ProgramStore: Sendable {
  private let path: String

  /// - Parameter data: the data folder; it is made when something is written.
  public init(data: String) { path = data + "/programs.tsv" }

  /// The list that was imported; nil: none was.
  ///
  /// - Throws: `ProgramStoreError` when the file is not as it was written.
  public func imported() throws(ProgramStoreError) -> ProgramDirectory? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = try? Data(contentsOf: URL(filePath: path)), let text = String(validating: data, as: UTF8.self)
    else { throw ProgramStoreError(path: path, fault: nil) }
    do throws(ProgramTableError) { return try ProgramTable.read(text) } catch {
      throw ProgramStoreError(path: path, fault: error)
    }
  }

  /// Puts a list into use: written beside the old one and renamed, so that a reader sees the one or the other.
  public func use(_ directory: ProgramDirectory) throws {
    let text = ProgramTable.text(directory)
    // Invariant: what is written reads back as the same list.
    guard try ProgramTable.read(text) == directory else { throw ProgramStoreError(path: path, fault: nil) }
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url, options: .atomic)
  }
}

/// A list in the data folder that cannot be read.
public struct ProgramStoreError: Error, Sendable, Hashable, CustomStringConvertible {
  public let path: String
  public let fault: ProgramTableError?

  public var description: String {
    "\(path): expected a list of programs as the program wrote it"
      + (fault.map { "; \($0)" } ?? "") + "; import it again, or remove the file to use the list in the program"
  }
}

public import Documents
import Foundation
public import Knowledge

/// Loads an edition: the packs in the program, or a folder in their place.
public enum KnowledgeLoader {
  /// The packs that were put into the program when it was built.
  ///
  /// - Parameters:
  ///   - edition: their digest, made when they were.
  ///   - portion: which of them to read.
  public static func embedded(
    _ encoded: StaticString, edition: StaticString, _ portion: Portion = .answers
  ) throws -> KnowledgeBase {
    try read(try NodeCodec.decode(encoded) { portion.contains($0) }, edition: edition.description)
  }

  /// The packs of a folder: every file below it that ends in `.yaml`.
  ///
  /// - Throws: `Faults`, all at once.
  public static func folder(_ folder: String) throws -> KnowledgeBase {
    let (documents, faults, digest) = try parse(folder)
    if !faults.isEmpty { throw Faults(faults) }
    return try read(documents, edition: digest)
  }

  /// Everything that is wrong in a folder; empty: it loads.
  public static func lint(_ folder: String) throws -> (KnowledgeBase, [Fault]) {
    let (documents, faults, digest) = try parse(folder)
    var (base, found) = KnowledgeReader.readLeniently(documents)
    base.edition = digest
    return (base, Faults(faults + found).all)
  }

  public static func parse(_ folder: String) throws -> ([(path: String, node: Node)], [Fault], String) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw KnowledgeLoadError.noFolder(folder)
    }
    let paths = (FileManager.default.subpaths(atPath: folder) ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
    if paths.isEmpty { throw KnowledgeLoadError.noPacks(folder) }
    var documents: [(path: String, node: Node)] = []
    var faults: [Fault] = []
    var digest = EditionDigest()
    for path in paths {
      let data = try Data(contentsOf: URL(filePath: folder).appending(path: path))
      digest.add(path.utf8)
      digest.add(data)
      do throws(Faults) {
        documents.append((path, try DocumentReader.read(data: data, file: path)))
      } catch {
        faults += error.all
      }
    }
    return (documents, faults, digest.text)
  }

  private static func read(_ documents: [(path: String, node: Node)], edition: String) throws -> KnowledgeBase {
    var base = try KnowledgeReader.read(documents)
    base.edition = edition
    return base
  }
}

/// A folder that holds no packs.
public enum KnowledgeLoadError: Error, Sendable, Hashable, CustomStringConvertible {
  case noFolder(String)
  case noPacks(String)

  public var description: String {
    switch self {
    case .noFolder(let folder): "expected a folder of packs, found none at '\(folder)'"
    case .noPacks(let folder): "expected .yaml files below '\(folder)', found none"
    }
  }
}

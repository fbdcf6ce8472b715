import Documents
import Foundation

/// The pack files below one folder.
enum PackFolder {
  /// Every `*.yaml`, by its path from the folder that holds `root`, sorted; or every fault of every file.
  static func read(root: URL) throws -> [(path: String, node: Node)] {
    var packs: [(path: String, node: Node)] = []
    var faults: [Fault] = []
    for path in try paths(under: root) {
      let name = "\(root.lastPathComponent)/\(path)"
      do throws(Faults) {
        let data = try contents(of: root.appending(path: path), name: name)
        packs.append((name, try DocumentReader.read(data: data, file: name)))
      } catch { faults += error.all }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return packs
  }

  /// The list of programs, `programs/dapip.tsv`, as it stands; empty when there is none.
  static func programs(root: URL) throws -> String {
    let file = root.appending(path: "programs/dapip.tsv")
    guard FileManager.default.fileExists(atPath: file.path) else { return "" }
    return try String(contentsOf: file, encoding: .utf8)
  }

  private static func contents(of file: URL, name: String) throws(Faults) -> Data {
    do { return try Data(contentsOf: file) } catch {
      let place = Place(file: name, line: 1, column: 1)
      throw Faults([Fault("expected a readable file, found \(error); check its permissions", at: place)])
    }
  }

  private static func paths(under root: URL) throws -> [String] {
    // No folder yet: no packs.
    guard FileManager.default.fileExists(atPath: root.path) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".yaml") }
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .sorted()
  }
}

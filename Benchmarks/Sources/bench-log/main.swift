import CanonicalJSON
import Cryptography
import Foundation
import Services
import Storage
import Vocabulary

// bench-log [ENTRIES [PASSES]]: how long it takes to add entries to a log on SQLite, and to go through all of them.
// FOBWATCH_DATABASE names a PostgreSQL database, empty, in its place.

let arguments = CommandLine.arguments.dropFirst().map { Int($0) ?? 0 }
let count = max(1, arguments.first ?? 1_000_000)
let passes = max(1, arguments.dropFirst().first ?? 3)
let folder = FileManager.default.temporaryDirectory.appending(path: "fobwatch-bench-\(UUID().uuidString)").path
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
do {
  try await LogBench(folder: folder, count: count).run(passes: passes)
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
}
try FileManager.default.removeItem(atPath: folder)

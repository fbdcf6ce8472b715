import Foundation
import Services
import Storage
import Vocabulary

// storage-bench FOLDER: SQLite in a folder, then PostgreSQL where FOBWATCH_TEST_PG names a server.
let arguments = CommandLine.arguments
guard arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: storage-bench FOLDER\n".utf8))
  exit(2)
}
let now = Instant(microseconds: 1_800_000_000_000_000)
print(
  "\(pad("", 12)) \(pad("", 40)) \(right("a second")) \(right("ms, median")) \(right("ms, 99 %")) \(right("CPU µs"))")

let file = DatabaseAddress.sqlite(path: "\(arguments[1])/bench-\(getpid()).sqlite")
let sqlite = try await OpenDatabase(file, at: now)
try await Workload(name: "SQLite", database: sqlite).run()
await sqlite.engine.close()

if let server = ProcessInfo.processInfo.environment["FOBWATCH_TEST_PG"] {
  let postgres = try await OpenDatabase(DatabaseAddress(server), at: now)
  try await Workload(name: "PostgreSQL", database: postgres).run()
  await postgres.engine.close()
}

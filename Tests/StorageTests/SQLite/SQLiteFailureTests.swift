import Foundation
import Testing

@testable import Storage

@Suite("What goes wrong with a file is told clearly")
struct SQLiteFailureTests {
  @Test("no folder")
  func noFolder() async throws {
    try await withFolder { folder in
      await #expect(throws: StorageError.unavailable("there is no folder \(folder)/none")) {
        try await SQLiteEngine.open("\(folder)/none/test.sqlite")
      }
    }
  }

  @Test("a file that is no database, and one whose pages are damaged")
  func damagedFile() async throws {
    try await withFolder { folder in
      let path = "\(folder)/test.sqlite"
      try String(repeating: "This is a letter. ", count: 500).write(toFile: path, atomically: true, encoding: .utf8)
      await #expect(throws: StorageError.damaged(path)) { try await SQLiteEngine.open(path) }
      try FileManager.default.removeItem(atPath: path)

      let engine = try await SQLiteEngine.open(path)
      try await engine.write { statements in
        try statements.makeSample()
        for id in 0..<500 {
          try statements.run(
            "INSERT INTO sample (id, label) VALUES ($1, $2)", [Value(id), .text("a label of some length \(id)")])
        }
      }
      await engine.close()
      var bytes = try Data(contentsOf: URL(filePath: path))
      for index in bytes.indices where index >= 4_096 { bytes[index] = 0xA5 }
      try bytes.write(to: URL(filePath: path))
      await #expect(throws: StorageError.damaged(path)) {
        let damaged = try await SQLiteEngine.open(path)
        _ = try await damaged.read { try $0.rows("SELECT label FROM sample") }
      }
    }
  }

  @Test("no room: nothing is half written, and it goes on when there is room again")
  func noRoom() async throws {
    try await withFolder { folder in
      let engine = try await SQLiteEngine.open("\(folder)/test.sqlite")
      try await engine.write { try $0.makeSample() }
      let pages = try await engine.write { try $0.count("PRAGMA page_count") }
      try await engine.write { _ = try $0.rows("PRAGMA max_page_count = \(pages + 10)") }
      let block = [UInt8](repeating: 1, count: 10_000)
      await #expect(throws: StorageError.full(folder)) {
        try await engine.write { statements in
          for id in 0..<20 {
            try statements.run("INSERT INTO sample (id, body) VALUES ($1, $2)", [Value(id), .bytes(block)])
          }
        }
      }
      try await #expect(engine.read { try $0.count("SELECT COUNT(*) FROM sample") } == 0)
      try await engine.write { _ = try $0.rows("PRAGMA max_page_count = 1000000") }
      try await engine.write { try $0.run("INSERT INTO sample (id, body) VALUES (1, $1)", [.bytes(block)]) }
      try await #expect(engine.read { try $0.count("SELECT COUNT(*) FROM sample") } == 1)
      await engine.close()
    }
  }

  @Test(
    "a disk that is full: nothing is half written, and it goes on when there is room again",
    .enabled(if: Mount.isPossible))
  func fullDisk() async throws {
    try await Mount.withMount("1m") { folder in
      let engine = try await SQLiteEngine.open("\(folder)/test.sqlite")
      try await engine.write { try $0.makeSample() }
      let ballast = URL(filePath: "\(folder)/ballast")
      try Data(count: 500_000).write(to: ballast)
      let block = [UInt8](repeating: 1, count: 10_000)
      await #expect(throws: StorageError.full(folder)) {
        try await engine.write { statements in
          for id in 0..<200 {
            try statements.run("INSERT INTO sample (id, body) VALUES ($1, $2)", [Value(id), .bytes(block)])
          }
        }
      }
      try await #expect(engine.read { try $0.count("SELECT COUNT(*) FROM sample") } == 0)
      try FileManager.default.removeItem(at: ballast)
      try await engine.write { try $0.run("INSERT INTO sample (id, body) VALUES (1, $1)", [.bytes(block)]) }
      try await #expect(engine.read { try $0.count("SELECT COUNT(*) FROM sample") } == 1)
      await engine.close()
    }
  }

  @Test("a folder that can be read and not changed, before it is opened and after", .enabled(if: Mount.isPossible))
  func readOnlyFolder() async throws {
    try await Mount.withMount("4m") { folder in
      let path = "\(folder)/test.sqlite"
      try Mount.remount(folder, readOnly: true)
      await #expect(throws: StorageError.readOnly(folder)) { try await OpenDatabase(.sqlite(path: path), at: .sample) }
      await #expect(throws: StorageError.readOnly("\(folder)/data")) {
        try await OpenDatabase(.sqlite(path: "\(folder)/data/test.sqlite"), at: .sample)
      }
      try Mount.remount(folder, readOnly: false)
      let engine = try await SQLiteEngine.open(path)
      try await engine.write { try $0.makeSample() }
      await engine.close()

      try Mount.remount(folder, readOnly: true)
      await #expect(throws: StorageError.readOnly(folder)) { try await SQLiteEngine.open(path) }
      try Mount.remount(folder, readOnly: false)
      let again = try await SQLiteEngine.open(path)
      try await #expect(again.read { try $0.count("SELECT COUNT(*) FROM sample") } == 0)
      await again.close()
    }
  }

  @Test("another process writes for too long")
  func locked() async throws {
    try await withFolder { folder in
      let first = try await SQLiteEngine.open("\(folder)/test.sqlite")
      let second = try await SQLiteEngine.open("\(folder)/test.sqlite", busyTimeout: 0.05)
      try await first.write { try $0.makeSample() }
      let writing = Gate()
      let done = Gate()
      async let writer: Int = first.write { statements in
        let count = try statements.run("INSERT INTO sample (id) VALUES (1)")
        writing.open()
        done.wait()
        return count
      }
      await writing.opened()
      await #expect(throws: StorageError.timedOut("another process kept \(folder)/test.sqlite locked")) {
        try await second.write { try $0.run("INSERT INTO sample (id) VALUES (2)") }
      }
      done.open()
      #expect(try await writer == 1)
      await first.close()
      await second.close()
    }
  }
}

import CanonicalJSON
import Cryptography
import Foundation
import Services
import Storage
import Vocabulary

/// Makes a log and goes through it, with times of the wall and of the processors.
struct LogBench {
  let folder: String
  let count: Int

  /// Entries in one transaction.
  private static let batch = 1_000

  func run(passes: Int) async throws {
    let engine: any Engine
    if let address = ProcessInfo.processInfo.environment["FOBWATCH_DATABASE"] {
      engine = PostgresEngine(PostgresSettings(try PostgresAddress(address)))
    } else {
      engine = try await SQLiteEngine.open("\(folder)/log.sqlite")
    }
    let now = Instant(microseconds: 1_800_000_000_000_000)
    try await Migrator().migrate(engine, at: now)
    let sealed = try await SealedDatabase(engine, KeyRing(folder: "\(folder)/keys"), at: now)
    let fill = try await Stopwatch.time { try await self.fill(sealed, at: now) }
    print(
      "add \(count) entries, \(Self.batch) a transaction:  \(fill.text), \(Int(Double(count) / fill.wall)) a second")
    let note = try await sealed.checkpoints.sign(at: now).note
    for pass in 1...passes {
      var report: LogAuditReport?
      let audit = try await Stopwatch.time {
        let given = try await sealed.audit.read(Array(note.utf8))
        report = try await sealed.audit.report(against: given)
      }
      print(
        "go through all of them (\(pass)):            \(audit.text), \(report?.isIntact == true ? "intact" : "NOT intact")"
      )
    }
    await engine.close()
  }

  private func fill(_ sealed: SealedDatabase, at now: Instant) async throws {
    let people = (0..<1_000).map { _ in PersonID.fresh(from: .system) }
    let payload: JSON = [
      "by": "account HxY2mJq0S1e9c7QkZzv3ZQ", "record": "0d8mS3bTQ0m6k5qkq1v2Xw",
      "content": [
        "cards": [
          ["id": "card-1", "type": "bls", "issued": "2026-03-10", "expires": "2028-03-31", "grade": "document"]
        ]
      ],
    ]
    for start in stride(from: 0, to: count, by: Self.batch) {
      let drafts = (start..<min(start + Self.batch, count)).map { number in
        LogEntryDraft(kind: "evidence.added", person: people[number % people.count], payload: payload)
      }
      try await sealed.log.append(drafts, at: now + .milliseconds(start))
    }
  }
}

/// Times in seconds.
struct Stopwatch {
  let wall: Double
  let processors: Double

  var text: String { String(format: "%.2f s (%.2f s of processors)", wall, processors) }

  static func time(_ body: () async throws -> Void) async throws -> Stopwatch {
    let (wall, processors) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
    try await body()
    return Stopwatch(wall: now(CLOCK_MONOTONIC) - wall, processors: now(CLOCK_PROCESS_CPUTIME_ID) - processors)
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

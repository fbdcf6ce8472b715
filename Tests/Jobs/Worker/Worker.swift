import Foundation
import Services
import Storage
import Vocabulary

/// A process that does jobs which nothing but Tests/Jobs/run.py adds: each writes one row into a table of the test, in the
/// transaction that finishes it. It says `ready`.
@main
enum Worker {
  private static let kind = JobKind("test")

  static func main() async throws {
    let words = CommandLine.arguments
    guard words.count >= 4, let number = Int(words[3]) else { exit(2) }
    let open = try await OpenDatabase(try DatabaseAddress(words[2]), at: now)
    switch words[1] {
    case "add":
      for start in stride(from: 0, to: number, by: 500) {
        let drafts = (start..<min(start + 500, number)).map { JobDraft(kind, key: "job \($0)") }
        try await open.jobs.add(drafts, at: now)
      }
    case "work": await work(open, worker: number)
    default: exit(2)
    }
    await open.engine.close()
  }

  private static func work(_ open: OpenDatabase, worker: Int) async {
    let handler = JobHandler<any Statements>(kind) { job in
      // Long enough that some are always on their way.
      try await Task.sleep(for: .milliseconds(10))
      return .writing { statements in
        try statements.run(
          "INSERT INTO test_done (job, worker) VALUES ($1, $2)", [.integer(job.id), .integer(Int64(worker))])
      }
    }
    let clock = JobClock(now: { now }, sleep: { try await Task.sleep(for: $0) })
    let working = Task { await open.runJobs([handler], clock: clock, lease: .seconds(5)) { _ in } }
    let ending = DispatchSource.makeSignalSource(signal: SIGTERM)
    signal(SIGTERM, SIG_IGN)
    ending.setEventHandler { working.cancel() }
    ending.activate()
    print("ready")
    fflush(nil)
    await working.value
    withExtendedLifetime(ending) {}
  }

  private static var now: Instant {
    Instant(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded()))
  }
}

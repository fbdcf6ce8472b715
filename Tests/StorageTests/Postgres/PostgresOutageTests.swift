import Services
import Testing

@testable import Storage

@Suite("PostgreSQL goes away and comes back", .enabled(if: TestDatabase.server != nil))
struct PostgresOutageTests {
  @Test("meanwhile each request is told so; afterward all goes on by itself", .timeLimit(.minutes(2)))
  func goneAndBack() async throws {
    try await OwnServer.with { server in
      let settings = PostgresSettings(server.address)
      let database = try await OpenDatabase(.postgres(server.address), at: .sample)
      var rings = PostgresListener.jobs(settings).bell(pause: .milliseconds(20)).makeAsyncIterator()
      #expect(await rings.next() != nil)
      try await database.jobs.add([JobDraft(.letter, key: "before")], at: .sample)

      let isRunning = Gate()
      let hasStopped = Gate()
      let inside = Task {
        try await database.engine.write { statements in
          try JobTable.add([JobDraft(.letter, key: "inside")], in: statements, at: .sample)
          isRunning.open()
          hasStopped.wait()
          try JobTable.add([JobDraft(.letter, key: "inside too")], in: statements, at: .sample)
        }
      }
      await isRunning.opened()
      try await server.stop()
      hasStopped.open()
      await expectUnavailable { try await inside.value }
      await expectUnavailable { _ = try await database.jobs.counts() }
      await expectUnavailable { try await database.jobs.add([JobDraft(.letter, key: "meanwhile")], at: .sample) }

      try await server.start()
      try await database.jobs.add([JobDraft(.letter, key: "after")], at: .sample)
      let kept = try await database.jobs.take([.letter], limit: 9, lease: .seconds(60), at: .sample).map(\.key)
      #expect(kept == ["before", "after"])
      #expect(await rings.next() != nil, "whoever listens looks again")
      await database.engine.close()
    }
  }

  private func expectUnavailable(_ body: () async throws -> Void) async {
    let error = await #expect(throws: StorageError.self) { try await body() }
    guard case .unavailable = error else {
      Issue.record("expected `unavailable`, found \(String(describing: error))")
      return
    }
  }
}

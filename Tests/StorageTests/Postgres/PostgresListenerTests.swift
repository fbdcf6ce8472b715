import Services
import Testing

@testable import Storage

@Suite("Runners hear of new jobs through PostgreSQL", .enabled(if: TestDatabase.server != nil))
struct PostgresListenerTests {
  @Test("it rings when it begins to listen, for each new job, and after its connection broke", .timeLimit(.minutes(1)))
  func rings() async throws {
    try await withPostgres { address in
      let settings = PostgresSettings(address)
      let engine = PostgresEngine(settings)
      try await Migrator().migrate(engine, at: .sample)
      let store = SQLJobStore(engine)
      var rings = PostgresListener.jobs(settings).bell(pause: .milliseconds(10)).makeAsyncIterator()
      #expect(await rings.next() != nil)
      for key in ["a", "b"] {
        try await store.add([JobDraft(.letter, key: key)], at: .sample)
        #expect(await rings.next() != nil)
      }
      try await PostgresAdministrator.run(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = '\(address.parameters["dbname"] ?? "")' AND pid <> pg_backend_pid() AND query LIKE 'LISTEN%'
        """, on: address)
      #expect(await rings.next() != nil, "it connected again")
      try await store.add([JobDraft(.letter, key: "c")], at: .sample)
      #expect(await rings.next() != nil)
      await engine.close()
    }
  }
}

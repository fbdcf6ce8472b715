import Foundation
import Testing

@testable import Storage

/// A PostgreSQL server that a test starts and stops as it likes.
struct OwnServer {
  let address: PostgresAddress
  private let folder: String
  private let programs: String
  private let port: Int

  /// Runs a body with a server that runs.
  static func with<T>(_ body: (OwnServer) async throws -> T) async throws -> T {
    let server = try OwnServer()
    do {
      try await server.make()
      try await server.start()
      let value = try await body(server)
      await server.remove()
      return value
    } catch {
      await server.remove()
      throw error
    }
  }

  private init() throws {
    let environment = ProcessInfo.processInfo.environment
    programs = try #require(environment["FOBWATCH_TEST_PG_BIN"], "scripts/with-postgres sets it")
    folder = FileManager.default.temporaryDirectory.appending(path: "fobwatch-server-\(UUID().uuidString)").path
    port = Int.random(in: 20_000..<30_000)
    address = try PostgresAddress("host=\(folder) port=\(port) user=fobwatch dbname=postgres")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  }

  private func make() async throws {
    if geteuid() == 0 { try Command.run(["chown", "postgres", folder]) }
    try await run("initdb", ["-D", "\(folder)/data", "-U", "fobwatch", "-A", "trust", "-E", "UTF8", "--no-sync"])
  }

  func start() async throws {
    // It listens to a socket in its folder and to nothing else.
    let options = "-c listen_addresses='' -c fsync=off -p \(port) -k \(folder)"
    try await run("pg_ctl", ["-D", "\(folder)/data", "-w", "-s", "-l", "\(folder)/log", "-o", options, "start"])
  }

  /// Ends it as `kill -9` would.
  func stop() async throws { try await run("pg_ctl", ["-D", "\(folder)/data", "-m", "immediate", "-w", "-s", "stop"]) }

  private func remove() async {
    try? await stop()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func run(_ program: String, _ arguments: [String]) async throws {
    let user = geteuid() == 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : []
    try await Command.run(user + ["\(programs)/\(program)"] + arguments, in: folder)
  }
}

import Cryptography
import FoundationEssentials
import Testing

@testable import Website

/// One real server on a free port of this computer.
@Suite("Server", .serialized)
struct ServerTests {
  @Test("a server says its address, a second start finds it, and its key is its own")
  func secondStart() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "fobwatch-\(Base64.url.text(RandomBytes.system(9)))"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (lines, heard) = AsyncStream.makeStream(of: String.self)
    let server = WebServer(
      service: SampleService(), configuration: .init(port: 0, dataDirectory: folder) { Fixtures.today })
    let running = Task { try await server.run { heard.yield($0) } }
    var iterator = lines.makeAsyncIterator()
    let first = try #require(await iterator.next())
    let note = try #require(await RunningServer.answering(in: folder))
    #expect(first == "Fobwatch runs at \(note.address)")
    try await server.run { heard.yield($0) }
    #expect(await iterator.next() == "Fobwatch already runs at \(note.address)")
    let key = folder + "/keys/cookie-1.key"
    let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    running.cancel()
    _ = await running.result
    #expect(await RunningServer.answering(in: folder) == nil)
  }

  @Test("a busy port is passed over")
  func busy() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "fobwatch-\(Base64.url.text(RandomBytes.system(9)))"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (lines, heard) = AsyncStream.makeStream(of: String.self)
    let server = WebServer(
      service: SampleService(), configuration: .init(port: 0, dataDirectory: folder) { Fixtures.today })
    let running = Task { try await server.run { heard.yield($0) } }
    var iterator = lines.makeAsyncIterator()
    _ = await iterator.next()
    let port = try #require(await RunningServer.answering(in: folder)).port
    #expect(LocalPort.free(host: "127.0.0.1", from: port) != port)
    running.cancel()
    _ = await running.result
  }
}

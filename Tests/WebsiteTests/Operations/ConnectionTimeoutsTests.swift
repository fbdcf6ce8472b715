import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Website

/// Connections without a network, in a time of their own.
@Suite("Connection timeouts")
struct ConnectionTimeoutsTests {
  let loop = EmbeddedEventLoop()
  let connections = OpenConnections(log: .none)
  let channel: EmbeddedChannel

  init() throws {
    var limits = ServerLimits()
    (limits.idle, limits.transfer, limits.slowest, limits.ahead) = (.seconds(20), .seconds(10), 1_000, 3)
    channel = EmbeddedChannel(handler: ConnectionTimeouts(limits, connections), loop: loop)
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
  }

  private var head: HTTPRequestPart {
    .head(HTTPRequest(method: .get, scheme: "http", authority: "a", path: "/"))
  }

  private func answer(bytes: Int = 10, isLast: Bool = false) {
    var head = HTTPResponse(status: .ok)
    if isLast { head.headerFields[.connection] = "close" }
    for part in [HTTPResponsePart.head(head), .body(ByteBuffer(repeating: 0, count: bytes)), .end(nil)] {
      channel.write(part, promise: nil)
    }
  }

  private func closed(_ reason: String) -> Bool {
    connections.families.map(\.text).joined().contains("{reason=\"\(reason)\"} 1\n")
  }

  @Test("a connection that says nothing is closed, one that asks in time is not")
  func idle() throws {
    loop.advanceTime(by: .seconds(19))
    #expect(channel.isActive)
    try channel.writeInbound(head)
    try channel.writeInbound(HTTPRequestPart.end(nil))
    loop.advanceTime(by: .seconds(300))
    #expect(channel.isActive)
    answer()
    channel.flush()
    loop.advanceTime(by: .seconds(19))
    #expect(channel.isActive && !closed("idle"))
    loop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive && closed("idle"))
  }

  @Test("a body that comes in drops is cut off, one that flows is not")
  func body() throws {
    try channel.writeInbound(head)
    for _ in 0..<30 {
      loop.advanceTime(by: .seconds(1))
      try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: 2_000)))
    }
    #expect(channel.isActive)
    for _ in 0..<60 where channel.isActive {
      loop.advanceTime(by: .seconds(1))
      if channel.isActive { try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: 1))) }
    }
    #expect(!channel.isActive && closed("slow-body"))
  }

  @Test("an answer that is not taken is taken back")
  func reader() throws {
    try channel.writeInbound(head)
    try channel.writeInbound(HTTPRequestPart.end(nil))
    answer(bytes: 5_000)
    loop.advanceTime(by: .seconds(14))
    #expect(channel.isActive)
    loop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive && closed("slow-reader"))
  }

  @Test("a connection that asks again and again without waiting is closed")
  func ahead() throws {
    for _ in 0..<3 {
      try channel.writeInbound(head)
      try channel.writeInbound(HTTPRequestPart.end(nil))
    }
    #expect(channel.isActive)
    try channel.writeInbound(head)
    #expect(!channel.isActive && closed("too-many-ahead"))
  }

  @Test("after a last answer the connection ends, whatever still comes")
  func last() throws {
    try channel.writeInbound(head)
    answer(isLast: true)
    channel.flush()
    loop.advanceTime(by: .seconds(1))
    _ = try? channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: 1_000_000)))
    loop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive)
  }

  @Test("connections are counted while they are open")
  func count() throws {
    func open() -> Bool { connections.families[0].text.hasSuffix("fobwatch_http_connections 1\n") }
    #expect(open())
    try channel.close().wait()
    #expect(!open())
  }
}

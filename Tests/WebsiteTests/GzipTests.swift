import CZlib
import Testing

@testable import Website

@Suite("Pages made smaller for the way")
struct GzipTests {
  private let body = Array(String(repeating: "<td>Not known: ask the board</td>", count: 200).utf8)

  private func reply(accepting list: String?, type: String = "text/html; charset=utf-8", body: [UInt8]? = nil) -> Reply
  {
    var inquiry = Inquiry(path: "/")
    if let list { inquiry.headers["accept-encoding"] = list }
    return Gzip.reply(Reply(headers: [("Content-Type", type)], body: body ?? self.body), for: inquiry)
  }

  @Test("a browser that takes gzip gets the page compressed, whole, and caches keep the two forms apart")
  func compresses() throws {
    let reply = reply(accepting: "br, gzip;q=0.8")
    #expect(reply["Content-Encoding"] == "gzip")
    #expect(reply["Vary"] == "Accept-Encoding")
    #expect(reply.body.count * 10 < body.count)
    #expect(reply.body.starts(with: [0x1f, 0x8b]))
    // RFC 1952: the file ends with the check sum and the length of what was compressed, lowest byte first.
    func number(_ bytes: ArraySlice<UInt8>) -> UInt { bytes.reversed().reduce(0) { $0 << 8 | UInt($1) } }
    #expect(number(reply.body.suffix(4)) == UInt(body.count))
    #expect(number(reply.body.dropLast(4).suffix(4)) == crc32(0, body, UInt32(body.count)))
  }

  @Test("without gzip, refused gzip, pictures and short texts go as they are", arguments: [nil, "", "br", "gzip;q=0"])
  func leaves(list: String?) {
    #expect(reply(accepting: list).body == body)
    #expect(reply(accepting: list)["Content-Encoding"] == nil)
    #expect(reply(accepting: "gzip", type: "image/png").body == body)
    #expect(reply(accepting: "gzip", body: Array("short".utf8)).body == Array("short".utf8))
  }
}

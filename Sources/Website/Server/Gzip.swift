import CZlib

/// Text made smaller for the way (RFC 1952), for browsers that say they read it.
///
/// Our pages hold no secret that a stranger could guess byte by byte from their sizes: the answers travel in a sealed
/// cookie, and forms are told from foreign ones by headers, not by a token in the page.
enum Gzip {
  /// Shorter bodies gain nothing.
  static let shortest = 1_024

  /// The reply with its body compressed, where the browser takes it and the content is text.
  static func reply(_ reply: Reply, for inquiry: Inquiry) -> Reply {
    let varying = varying(reply)
    return accepts(inquiry.headers["accept-encoding"] ?? "") ? smaller(varying) ?? varying : varying
  }

  /// With the header that says that there may be a compressed one.
  static func varying(_ reply: Reply) -> Reply {
    guard canBeSmaller(reply) else { return reply }
    var result = reply
    result.headers.append(("Vary", "Accept-Encoding"))
    return result
  }

  /// The reply compressed; nil when that gains nothing.
  static func smaller(_ reply: Reply) -> Reply? {
    guard canBeSmaller(reply), let body = compressed(reply.body) else { return nil }
    var result = reply
    result.headers.append(("Content-Encoding", "gzip"))
    result.body = body
    return result
  }

  private static func canBeSmaller(_ reply: Reply) -> Bool {
    guard reply.body.count >= shortest, let type = reply["Content-Type"] else { return false }
    return isText(type)
  }

  /// Whether a browser's list names gzip and does not refuse it (`gzip;q=0`).
  static func accepts(_ list: String) -> Bool {
    list.split(separator: ",").contains { entry in
      let parts = entry.split(separator: ";").map { trimmed(String($0)).lowercased() }
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      return parts.first == "gzip" && quality > 0
    }
  }

  /// Nil when the library could not.
  static func compressed(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
    var stream = z_stream()
    guard gzip_start(&stream, level) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let status = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        stream.next_in = from.baseAddress
        stream.avail_in = UInt32(from.count)
        stream.next_out = to.baseAddress
        stream.avail_out = UInt32(to.count)
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { return nil }
    return Array(output.prefix(Int(stream.total_out)))
  }

  private static func isText(_ type: String) -> Bool {
    ["text/", "image/svg", "application/json", "application/problem+json"].contains { type.hasPrefix($0) }
  }
}

/// What a browser asks, without the machinery that carried it.
struct Inquiry: Sendable {
  var method = "GET"
  /// Without the query.
  var path: String
  /// After the question mark, as sent.
  var query = ""
  /// With names in small letters.
  var headers: [String: String] = [:]
  var body: [UInt8] = []
  /// The address of the other end; nil where nobody needs to know.
  var from: String?
  /// Whether it came from a program on this machine; a proxy is one, too.
  var isFromThisMachine = false

  /// The value of a cookie.
  func cookie(_ name: String) -> String? {
    guard var header = headers["cookie"] else { return nil }
    var name = name + "="
    let value: String? = header.withUTF8 { header in
      name.withUTF8 { name in
        var rest = header[...]
        while !rest.isEmpty {
          let pair = rest.prefix { $0 != UInt8(ascii: ";") }
          rest = rest[pair.endIndex...].dropFirst()
          let trimmed = pair.drop { $0 == UInt8(ascii: " ") }
          if trimmed.starts(with: name) { return String(decoding: trimmed.dropFirst(name.count), as: UTF8.self) }
        }
        return nil
      }
    }
    return value.map(trimmed)
  }

  /// Whether a form came from a page of ours. A browser says so in one of two headers; a program that sends neither
  /// has no cookies of anybody to misuse.
  var isOurs: Bool {
    if let site = headers["sec-fetch-site"] { return site == "same-origin" || site == "none" }
    guard let origin = headers["origin"] else { return true }
    guard let host = headers["host"], !host.isEmpty else { return false }
    return origin == "http://\(host)" || origin == "https://\(host)"
  }

  /// The fields of the body.
  func form() throws(Form.FormError) -> Form {
    let type = headers["content-type"] ?? "application/x-www-form-urlencoded"
    let parts = type.split(separator: ";").map { trimmed(String($0)) }
    guard parts.first?.lowercased() == "multipart/form-data" else { return try Form(urlEncoded: body) }
    let boundary = parts.first { $0.lowercased().hasPrefix("boundary=") }?.dropFirst(9).filter { $0 != "\"" }
    return try Form(multipart: body, boundary: boundary ?? "")
  }
}

/// What goes back.
struct Reply: Sendable {
  var status = 200
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []

  /// The value of a header, for tests.
  subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}

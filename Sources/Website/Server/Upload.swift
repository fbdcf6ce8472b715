import Glibc

/// The body of a form with files: texts by name, and the bytes of each file. Held in memory while it is answered.
struct Upload {
  private(set) var form = Form()
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var names: [String: FileName] = [:]
  /// All files that are not empty, by name, in the order in which they came.
  private(set) var sent: [(name: String, file: [UInt8])] = []

  /// Reads `multipart/form-data`.
  init(_ body: [UInt8], contentType: String) throws(Form.FormError) {
    let parts = contentType.split(separator: ";").map { trimmed(String($0)) }
    let boundary = parts.first { $0.lowercased().hasPrefix("boundary=") }?.dropFirst(9).filter { $0 != "\"" } ?? ""
    let mark = Array("--\(boundary)".utf8)
    guard parts.first?.lowercased() == "multipart/form-data", !boundary.isEmpty, body.starts(with: mark) else {
      throw .badMultipart
    }
    var start = mark.count
    while start < body.count, !body[start...].starts(with: Array("--".utf8)) {
      guard let end = Upload.position(of: [13, 10] + mark, in: body, from: start) else { throw .badMultipart }
      try add(body[start..<end])
      start = end + 2 + mark.count
    }
  }

  private mutating func add(_ part: ArraySlice<UInt8>) throws(Form.FormError) {
    let bytes = Array(part.prefix(4096))
    guard let gap = bytes.position(of: [13, 10, 13, 10], from: 0) else { throw .badMultipart }
    guard let head = String(validating: bytes[..<gap], as: UTF8.self) else { throw .notUTF8 }
    let line = head.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("content-disposition:") }
    let words = (line ?? "").split(separator: ";").map { trimmed(String($0)) }
    guard let name = words.first(where: { $0.hasPrefix("name=") })?.dropFirst(5).filter({ $0 != "\"" }) else {
      throw .badMultipart
    }
    let content = part[(part.startIndex + gap + 4)...]
    if words.contains(where: { $0.hasPrefix("filename") }) {
      let file = Array(content)
      files[name] = file
      if !file.isEmpty { sent.append((name: name, file: file)) }
      names[name] = FileName(disposition: line ?? "")
    } else {
      guard let text = String(validating: content, as: UTF8.self) else { throw .notUTF8 }
      try form.add(name, text)
    }
  }

  /// Where a run of bytes stands. The first byte of a run is looked for by the system, as most bytes of a photo are another.
  private static func position(of run: [UInt8], in body: [UInt8], from start: Int) -> Int? {
    body.withUnsafeBytes { bytes in
      run.withUnsafeBytes { run -> Int? in
        guard let base = bytes.baseAddress, let mark = run.baseAddress, let first = run.first else { return nil }
        var place = start
        while place + run.count <= bytes.count {
          let rest = bytes.count - run.count - place + 1
          guard let found = memchr(base + place, Int32(first), rest) else { return nil }
          place = UnsafeRawPointer(found) - base
          if memcmp(base + place, mark, run.count) == 0 { return place }
          place += 1
        }
        return nil
      }
    }
  }
}

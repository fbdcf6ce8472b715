extension Form {
  /// Reads `multipart/form-data` with text in its parts: enough for a kept file of answers.
  init(multipart body: [UInt8], boundary: String) throws(FormError) {
    let mark = Array("--\(boundary)".utf8)
    guard !boundary.isEmpty, let first = body.position(of: mark, from: 0) else { throw .badMultipart }
    var start = first + mark.count
    while start < body.count, !body[start...].starts(with: Array("--".utf8)) {
      guard let end = body.position(of: [13, 10] + mark, from: start) else { throw .badMultipart }
      try addPart(body[start..<end])
      start = end + 2 + mark.count
    }
  }

  private mutating func addPart(_ part: ArraySlice<UInt8>) throws(FormError) {
    let bytes = Array(part)
    guard let gap = bytes.position(of: [13, 10, 13, 10], from: 0) else { throw .badMultipart }
    guard let head = String(validating: bytes[..<gap], as: UTF8.self) else { throw .notUTF8 }
    guard let text = String(validating: bytes[(gap + 4)...], as: UTF8.self) else { throw .notUTF8 }
    let disposition = head.split(whereSeparator: \.isNewline).first {
      $0.lowercased().hasPrefix("content-disposition:")
    }
    let name = disposition.flatMap { line in
      line.split(separator: ";").map { trimmed(String($0)) }.first { $0.hasPrefix("name=") }
    }
    guard let name else { throw .badMultipart }
    let field = String(name.dropFirst(5)).filter { $0 != "\"" }
    fileNames[field] = FileName(disposition: disposition ?? "")
    try add(field, text)
  }
}

extension [UInt8] {
  /// Where a run of bytes begins, at or after a place.
  func position(of run: [UInt8], from: Int) -> Int? {
    guard !run.isEmpty, count >= run.count, from <= count - run.count else { return nil }
    return (from...(count - run.count)).first { self[$0] == run[0] && self[$0..<($0 + run.count)].elementsEqual(run) }
  }
}

import CanonicalJSON

/// The body of a question, as JSON and as described.
enum ApiBody {
  /// - Throws: `ApiError` with 400.
  static func read(
    _ bytes: [UInt8], _ operation: ApiDescription.Operation, _ description: ApiDescription
  ) throws(ApiError) -> JSON {
    let body: JSON
    do throws(JSONError) {
      body = try JSONReader(maximumBytes: Api.largestBody, maximumDepth: Api.deepestBody).read(bytes)
    } catch {
      throw ApiError(.badRequest, [ApiFault(.body, place(error.offset, bytes), error)])
    }
    guard let schema = operation.body else { return body }
    let faults = description.faults(of: body, schema, in: .body, at: "")
    guard faults.isEmpty else { throw ApiError(.badRequest, faults) }
    return body
  }

  /// "line 3, column 14": both from 1, columns in bytes.
  private static func place(_ offset: Int, _ bytes: [UInt8]) -> String {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
    return "line \(line), column \(column)"
  }
}

extension ApiFault {
  /// What is no JSON of ours.
  init(_ part: Part, _ place: String, _ error: JSONError) {
    let (expected, found, advice) = error.problem.words
    self.init(part, place, expected: expected, found: found, advice: advice)
  }
}

extension JSONError.Problem {
  fileprivate var words: (expected: String, found: String, advice: String) {
    switch self {
    case .tooLong(let limit): ("at most \(limit) bytes", "more", "Send less at once")
    case .tooDeep(let limit): ("at most \(limit) levels of arrays and objects", "more", "Nest less")
    case .cutShort: ("the end of a value", "the end of the bytes", "Send all of it")
    case .expected(let what): (what, "something else", "Check it with any reader of JSON")
    case .controlCharacter: ("a text without control characters", "one", "Write it as an escape")
    case .noUnicode: ("UTF-8", "other bytes", "Send it as UTF-8")
    case .loneSurrogate: ("a pair of surrogates", "half of one", "Write the whole character")
    case .hugeNumber: ("a number up to 1.8e308", "a larger one", "Write a smaller one")
    case .duplicateKey: ("each name once", "the same name twice", "Remove one of them")
    case .notCanonical: ("JSON as RFC 8785 writes it", "another way", "Write it canonically")
    }
  }
}

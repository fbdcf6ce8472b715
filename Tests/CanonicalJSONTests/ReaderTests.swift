import Testing

@testable import CanonicalJSON

@Suite("Reading JSON strictly")
struct ReaderTests {
  private func problem(_ text: String) -> JSONError? { problem(Array(text.utf8)) }

  private func problem(_ bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONReader().read(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "values with blanks around them",
    arguments: [
      (" null ", "null"), ("\t[ ]\r\n", "[]"), ("{ }", "{}"), ("[1 , 2,[3]]", "[1,2,[3]]"), ("-0", "0"), ("1E2", "100"),
      ("1.0e+2", "100"), ("0.10", "0.1"), (#""\u0041\/\ud83d\ude02""#, "\"A/😂\""),
      (#"{"b":1,"a":{"":2}}"#, #"{"a":{"":2},"b":1}"#),
      ("1e-400", "0"), ("\"\u{FEFF}\"", "\"\u{FEFF}\""), (#""\u0000""#, #""\u0000""#),
    ])
  func values(text: String, canonical: String) throws {
    #expect(try JSONReader().read(text).text == canonical)
  }

  @Test(
    "what ends too early says so",
    arguments: [
      "", " ", "[", "[1", "[1,", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "\"a", "\"\\", "\"\\u12", "-", "1.",
      "1e", "1e+", "tru",
    ])
  func short(text: String) {
    #expect(problem(text) == JSONError(problem: .cutShort, offset: text.utf8.count))
  }

  @Test(
    "what is wrong is named with its place",
    arguments: [
      ("[1,]", .expected("a value"), 3), ("[1 2]", .expected("a comma or ]"), 3),
      ("{,}", .expected("a name in quotes"), 1),
      ("{\"a\" 1}", .expected("a colon"), 5), ("{\"a\":1 \"b\"}", .expected("a comma or }"), 7),
      ("{\"a\":1,}", .expected("a name in quotes"), 7), ("{a:1}", .expected("a name in quotes"), 1),
      ("01", .expected("the end"), 1), ("+1", .expected("a value"), 0), (".5", .expected("a value"), 0),
      ("1.e2", .expected("a digit"), 2), ("-a", .expected("a digit"), 1), ("1e999", .hugeNumber, 0),
      ("-1e999", .hugeNumber, 0), ("NaN", .expected("a value"), 0), ("nul1", .expected("null"), 3),
      ("1 1", .expected("the end"), 2),
      ("'a'", .expected("a value"), 0), ("\u{FEFF}1", .expected("a value"), 0), ("[1]//", .expected("the end"), 3),
      ("\"\n\"", .controlCharacter, 1), ("\"\\x\"", .expected("an escape"), 2),
      ("\"\\u00g0\"", .expected("four hexadecimal digits"), 5),
      (#""\ud83d""#, .loneSurrogate, 1), (#""\ude02\ud83d""#, .loneSurrogate, 1),
      (#""\ud83d\u0041""#, .loneSurrogate, 1),
      (#"{"a":1,"b":2,"\u0061":3}"#, .duplicateKey, 13), (#"{"":1,"":1}"#, .duplicateKey, 6),
    ] as [(String, JSONError.Problem, Int)])
  func wrong(text: String, problem: JSONError.Problem, offset: Int) {
    #expect(self.problem(text) == JSONError(problem: problem, offset: offset))
  }

  @Test(
    "bytes that are no UTF-8 are refused",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE2, 0x82],
    ] as [[UInt8]])
  func noUnicode(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    #expect(problem([quote] + bytes + [quote]) == JSONError(problem: .noUnicode, offset: 0))
  }

  @Test("depth and length have limits")
  func limits() throws {
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    #expect(try JSONReader().read(nested(64)).text == nested(64))
    #expect(problem(nested(65)) == JSONError(problem: .tooDeep(limit: 64), offset: 64))
    #expect(problem(String(repeating: "{\"a\":", count: 100_000))?.problem == .tooDeep(limit: 64))
    #expect(problem(nested(400_000))?.problem == .tooDeep(limit: 64))
    let reader = JSONReader(maximumBytes: 4)
    #expect(try reader.read("1234").asWhole == 1_234)
    #expect(throws: JSONError(problem: .tooLong(limit: 4), offset: 4)) { try reader.read("12345") }
  }

  @Test("canonical bytes are told from others")
  func canonical() throws {
    let reader = JSONReader()
    #expect(try reader.readCanonical(Array(#"{"a":[1,"é"],"b":null}"#.utf8))["b"] == .null)
    let others = [("{\"b\":1,\"a\":1}", 2), ("1.0", 1), ("[1, 2]", 3), (#""\u0041""#, 1), ("-0", 0), ("1 ", 1)]
    for (text, offset) in others {
      #expect(throws: JSONError(problem: .notCanonical, offset: offset)) { try reader.readCanonical(Array(text.utf8)) }
    }
    #expect(JSONError(problem: .duplicateKey, offset: 13).description.hasPrefix("byte 13: each name once expected"))
  }

  @Test("noise, and JSON with bytes changed, never stop the reader; what it takes, it writes and takes again")
  func noise() throws {
    var random = Noise(seed: 11)
    let sample = Array(#"{"a":[1,-2.5e-7,true,null,"\ud83d\ude02é\n"],"b":{"c":{}},"":"x"}"#.utf8)
    let letters =
      Array("{}[]\",:\\u0123456789abcdefntrul-+.eE \n\u{e9}".utf8) + [0, 0x1F, 0x7F, 0x80, 0xC0, 0xED, 0xF0, 0xFF]
    var (taken, changed) = (0, 0)
    for round in 0..<20_000 {
      var bytes =
        round % 2 == 0
        ? sample : (0..<Int(random.next() % 24)).map { _ in letters[Int(random.next() % UInt64(letters.count))] }
      for _ in 0..<(round % 3) where !bytes.isEmpty {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: place)
        default: bytes.insert(letters[Int(random.next() % UInt64(letters.count))], at: place)
        }
      }
      guard let value = try? JSONReader().read(bytes) else { continue }
      taken += 1
      if try JSONReader().readCanonical(value.bytes) != value { changed += 1 }
    }
    #expect(taken > 3_000 && changed == 0)
  }
}

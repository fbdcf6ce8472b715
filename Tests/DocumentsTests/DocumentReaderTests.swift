import Documents
import Testing

@Suite("Reading one document")
struct DocumentReaderTests {
  @Test("a value knows its line and column, and whether it was quoted")
  func places() throws {
    let root = try read("fee: 125\nname: \"12\"\nsteps:\n  - ask\n  - 'no'\nend:\n")
    #expect(
      root
        == Node(
          .map([
            entry("fee", 1, 1, Node(.scalar("125", quoted: false), line: 1, column: 6)),
            entry("name", 2, 1, Node(.scalar("12", quoted: true), line: 2, column: 7)),
            entry(
              "steps", 3, 1,
              Node(
                .list([
                  Node(.scalar("ask", quoted: false), line: 4, column: 5),
                  Node(.scalar("no", quoted: true), line: 5, column: 5),
                ]), line: 4, column: 3)),
            entry("end", 6, 1, Node(.null, line: 6, column: 5)),
          ]), line: 1, column: 1))
  }

  @Test("columns count characters, not bytes")
  func columnsOfSpanish() throws {
    guard case .map(let entries) = try read("{ año: ñandú, b: 1 }").content else { throw Unexpected() }
    #expect(entries[1].keyColumn == 15)
  }

  @Test("empty, null and ~ are null, quoted they are text", arguments: ["", "null", "~", "NULL"])
  func nulls(word: String) throws {
    #expect(try read("a: \(word)").value("a")?.content == .null)
    #expect(try read("a: \"\(word)\"").value("a")?.content == .scalar(word, quoted: true))
  }

  @Test("block texts keep their lines and count as quoted")
  func blocks() throws {
    #expect(try read("a: |\n  one\n  two\n").value("a")?.content == .scalar("one\ntwo\n", quoted: true))
    #expect(try read("a: >-\n  one\n  two\n").value("a")?.content == .scalar("one two", quoted: true))
  }

  @Test("a leading byte order mark, a leading --- and carriage returns are passed over")
  func beginnings() throws {
    #expect(try read("\u{FEFF}---\r\na: 1\r\nb: 2\r\n").value("b")?.line == 3)
  }

  @Test("a scalar alone is a document")
  func scalarAlone() throws {
    #expect(try read("12").content == .scalar("12", quoted: false))
  }

  @Test("words that only begin like a boolean are text", arguments: ["no longer", "yes, if asked", "only", "null-ish"])
  func almostBooleans(words: String) throws {
    #expect(try read("a: \(words)").value("a")?.content == .scalar(words, quoted: false))
  }

  @Test("every fault of a file is reported, sorted by place")
  func allFaults() {
    let text = """
      a: yes
      b: 1
      b: 2
      c: &here 3
      d: *here
      e: !!str 4
      b: 5
      """
    #expect(
      faults(text) == [
        """
        f:1:4: expected a word that all programs read alike, found a bare yes; write true or false, or put it in quotes
        """,
        "f:3:1: expected each key once, found \"b\" again (first on line 2); keep one of them",
        "f:4:4: expected a value, found the anchor &here; remove it, and write the value out where it is used",
        "f:5:4: expected a value, found the alias *here; write the value out",
        "f:6:4: expected a value, found the tag tag:yaml.org,2002:str; remove it",
        "f:7:1: expected each key once, found \"b\" again (first on line 2); keep one of them",
      ])
  }

  @Test(
    "what is refused says where and why",
    arguments: [
      ("", "f:1:1: expected a document"),
      ("# only a comment\n", "f:1:1: expected a document"),
      ("---\n", "f:2:1: expected a document"),
      ("---", "f:1:4: expected a document"),
      ("a: 1\n---\nb: 2\n", "f:2:1: expected one document"),
      ("a: 1\n...\n---\nb: 2\n", "f:3:1: expected one document"),
      ("%YAML 1.2\n---\na: 1\n", "f:1:1: expected the first key"),
      ("a: \u{0}", "f:1:4: expected text, found a NUL byte"),
      ("a: \"\\0\"", "f:1:4: expected text, found a NUL byte as an escape"),
      ("a: \"\\e[2J\"", "f:1:4: expected text, found the character U+001B as an escape"),
      ("a: b\u{2028}c", "f:1:5: expected text, found the character U+2028"),
      ("a:\n\tb: 1\n", "f:2:1: expected spaces, found a tab"),
      ("a:\n  b: 1\n\tc: 2\n", "f:3:1: expected spaces, found a tab"),
      ("On: 1", "f:1:1: expected a word"),
      ("a: [1, N]", "f:1:8: expected a word"),
      ("<<: {a: 1}", "f:1:1: expected a key, found the merge key"),
      ("? [a, b]\n: 1", "f:1:3: expected a text as the key"),
      ("{ {a: 1}: 2 }", "f:1:3: expected a text as the key"),
      ("?\n: 1", "f:1:2: expected a key"),
      ("~: 1", "f:1:1: expected a key"),
      ("\"\": 1", "f:1:1: expected a key"),
      ("a: b: c", "f:1:5: expected YAML"),
      ("a: \"open", "f:1:9: expected YAML"),
      ("a: [1, 2", "f:1:9: expected YAML"),
      ("a: @b", "f:1:4: expected YAML"),
      ("a: \"\\ud83d\"", "f:1:"),
      ("*a : 1", "f:1:1: expected a value, found the alias"),
      ("! a", "f:1:1: expected a value, found the tag !"),
    ])
  func refused(text: String, beginning: String) {
    let faults = faults(text)
    #expect(faults.count == 1 && faults[0].hasPrefix(beginning), "\(faults)")
  }

  @Test("faults before a syntax error are reported with it")
  func faultsAndSyntax() {
    #expect(faults("a: yes\na: 1\nb: c: d").map { $0.prefix(6) } == ["f:1:4:", "f:2:1:", "f:3:5:"])
  }

  @Test("bytes that are not UTF-8 are reported with their place")
  func notUTF8() {
    #expect(throws: Faults.self) { try DocumentReader.read(data: [0x61, 0x3A, 0x20, 0xFF], file: "f") }
    do {
      _ = try DocumentReader.read(data: Array("a: ñ\nb: ".utf8) + [0xC3], file: "f")
      Issue.record("was read")
    } catch { #expect(error.description == "f:2:4: expected UTF-8, found a byte that is not; save the file as UTF-8") }
    #expect(throws: Faults.self) { try DocumentReader.read(data: [], file: "f") }
    #expect(throws: Faults.self) { try DocumentReader.read(data: [0xFF, 0xFE, 0x61, 0x00], file: "f") }
  }

  @Test("1 MiB is read, one byte more is not")
  func size() throws {
    let fitting = "a: " + String(repeating: "b", count: DocumentReader.maximumBytes - 3)
    #expect(throws: Never.self) { try read(fitting) }
    #expect(faults(fitting + "b") == ["f:1:1: expected at most 1048576 bytes, found 1048577; split the file"])
  }

  @Test("64 levels are read, 65 are not")
  func depth() throws {
    func nested(_ count: Int) -> String { String(repeating: "[", count: count) + String(repeating: "]", count: count) }
    #expect(throws: Never.self) { try read(nested(64)) }
    #expect(faults(nested(65)).map { $0.prefix(31) } == ["f:1:65: expected at most 64 leve"].map { $0.prefix(31) })
  }

  @Test(
    "text made to exhaust a reader is refused at once",
    arguments: [
      String(repeating: "[", count: 200_000),
      String(repeating: "{a: ", count: 200_000),
      String(repeating: "[\n", count: 200_000),
      String(repeating: "- ", count: 200_000),
      String(repeating: "? ", count: 200_000),
      String(repeating: "{", count: 200_000),
      "a: &a [x, x]\n"
        + (1..<60).map { "b\($0): &b\($0) [*\($0 == 1 ? "a" : "b\($0 - 1)"), *a]\n" }.joined(),
      "{" + String(repeating: "a: yes, ", count: 100_000) + "}",
    ])
  func exhausting(text: String) {
    let clock = ContinuousClock()
    var found: [String] = []
    let taken = clock.measure { found = faults(text) }
    #expect(!found.isEmpty && found.count <= 101)
    #expect(taken < .seconds(2))
  }

  @Test("a long list is read in time that grows with its length")
  func long() throws {
    guard case .list(let items) = try read(String(repeating: "- a\n", count: 100_000)).content else {
      throw Unexpected()
    }
    #expect(items.count == 100_000)
    let keys = (0..<50_000).map { "k\($0): 1\n" }.joined()
    guard case .map(let entries) = try read(keys).content else { throw Unexpected() }
    #expect(entries.count == 50_000)
  }
}

@Suite("Reading JSON as a document")
struct JSONTests {
  @Test("objects, arrays and scalars, indented with tabs")
  func tabs() throws {
    let root = try read("{\n\t\"a\":[1,\t-2.5e3, true, null],\n\t\"b\" : { \"c\":\"x\\ty\\/z\\\"\" }\n}\n")
    #expect(root.value("b")?.value("c")?.content == .scalar("x\ty/z\"", quoted: true))
    guard case .list(let items) = root.value("a")?.content else { throw Unexpected() }
    #expect(
      items.map(\.content) == [
        .scalar("1", quoted: false), .scalar("-2.5e3", quoted: false), .scalar("true", quoted: false), .null,
      ])
    #expect(items[3].line == 2 && items[3].column == 24)
  }

  @Test("escapes, also those written as two halves, and places after them")
  func escapes() throws {
    let root = try read(#"{"n": "\u00f1 \ud83d\ude00\uD83D\uDE01", "b": "\\ud83d", "c": 1}"#)
    #expect(root.value("n")?.content == .scalar("ñ 😀😁", quoted: true))
    #expect(root.value("b")?.content == .scalar("\\ud83d", quoted: true))
    #expect(root.value("b")?.column == 47 && root.value("c")?.column == 63)
  }

  @Test(
    "half of a character is a fault",
    arguments: ["\\ud83d", "\\ude00", "\\ud83d\\u0041", "\\ude00\\ud83d", "\\ud83d\\ud8"])
  func halves(text: String) {
    #expect(faults("{\"a\": \"\(text)\"}").first?.hasPrefix("f:1:8: expected a character, found half of one") == true)
  }

  @Test("duplicate keys are a fault however they are written")
  func duplicates() {
    #expect(faults("{\"n\":1, \"\\u006e\":2}").map { $0.prefix(6) } == ["f:1:9:"])
  }
}

struct Unexpected: Error {}

private func entry(_ key: String, _ line: Int, _ column: Int, _ value: Node) -> Node.Entry {
  Node.Entry(key: key, keyLine: line, keyColumn: column, value: value)
}

private func read(_ text: String) throws(Faults) -> Node { try DocumentReader.read(text: text, file: "f") }

private func faults(_ text: String) -> [String] {
  do {
    _ = try read(text)
    return []
  } catch { return error.all.map(\.description) }
}

extension Node {
  fileprivate func value(_ key: String) -> Node? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }
}

import CanonicalJSON
import Testing

@testable import Website

@Suite("Values held against a schema")
struct SchemaTests {
  private func faults(_ value: String, _ schema: String) throws -> [String] {
    let schema = try Schema(try JSONReader().read(schema), at: "#")
    let check = SchemaCheck([:], in: .body)
    check.check(try JSONReader().read(value), schema, at: "")
    return check.faults.map { "\($0.place): \($0.detail)" }
  }

  @Test(
    "each word takes what it says and nothing else",
    arguments: [
      (#"{"type": "integer"}"#, "3", "3.5"), (#"{"type": "integer"}"#, "3.0", "\"3\""),
      (#"{"type": "boolean"}"#, "true", "\"true\""),
      (#"{"type": "string", "minLength": 2, "maxLength": 3}"#, "\"ñé\"", "\"a\""),
      (#"{"type": "string", "maxLength": 1}"#, "\"👍\"", "\"ab\""), (#"{"enum": ["a", 1]}"#, "1", "\"1\""),
      (#"{"const": true}"#, "true", "false"), (#"{"type": "number", "minimum": 0, "maximum": 9}"#, "9", "9.5"),
      (#"{"type": "number", "multipleOf": 0.01}"#, "12.34", "12.345"),
      (#"{"type": "array", "items": {"type": "null"}, "minItems": 1, "maxItems": 2}"#, "[null]", "[]"),
      (#"{"type": "object", "minProperties": 1}"#, #"{"a": 1}"#, "{}"),
      (#"{"type": "object", "properties": {"a": {}}, "additionalProperties": false}"#, #"{"a": 1}"#, #"{"b": 1}"#),
      (#"{"type": "object", "additionalProperties": {"type": "string"}}"#, #"{"b": "x"}"#, #"{"b": 1}"#),
      (#"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, "null", "1"),
    ])
  func words(schema: String, good: String, bad: String) throws {
    #expect(try faults(good, schema).isEmpty)
    #expect(try faults(bad, schema).count == 1)
  }

  @Test("of several shapes the one that is meant says what is wrong")
  func deeper() throws {
    let schema = #"{"anyOf": [{"type": "string"}, {"type": "object", "properties": {"at": {"const": 1}}}]}"#
    #expect(try faults(#"{"at": 2}"#, schema) == ["/at: expected 1, found 2"])
    #expect(try faults("[]", schema) == [": expected text, or an object, found an array"])
  }

  @Test("no more than twenty faults are told")
  func most() throws {
    let many = "[" + Array(repeating: "1", count: 50).joined(separator: ",") + "]"
    #expect(try faults(many, #"{"items": {"type": "string"}}"#).count == ApiError.mostFaults)
  }

  @Test(
    "patterns take what regular expressions take",
    arguments: [
      ("^[a-z0-9-]+/[a-z0-9-]+$", ["aama/cma", "a-/-"], ["aama", "/", "a/B", "a/b\n", ""]),
      ("^[0-9]{4}-(0[1-9]|1[0-2])$", ["2026-11", "0000-01"], ["2026-13", "2026-1", "2026-00", "２０２６-11"]),
      ("^[0-9]+(\\.[0-9]{1,2})?( [a-z]+)?$", ["1", "1.5", "10.25 hours"], ["1.", "1.255", "1 ", ".5", "1  h"]),
      ("^[a-z0-9]([a-z0-9_-]{0,78}[a-z0-9])?$", ["a", "a-b", "a_9"], ["", "-a", "a-", "é"]),
      ("^(a|bc)+$", ["a", "bca", "aaaa"], ["b", "ab", ""]),
    ])
  func patterns(text: String, good: [String], bad: [String]) throws {
    let pattern = try #require(TextPattern(text))
    #expect(good.allSatisfy(pattern.matches) && !bad.contains(where: pattern.matches))
  }

  @Test("a text made to be walked again and again is not", .timeLimit(.minutes(1)))
  func noBacktracking() throws {
    let pattern = try #require(TextPattern("^([a-z]+[a-z]+)+$"))
    #expect(!pattern.matches(String(repeating: "a", count: 200) + "!"))
  }
}

import CanonicalJSON
import Testing

@Suite("Writing JSON canonically")
struct WriterTests {
  @Test(
    "numbers as ECMAScript writes them",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.1, "0.1"), (1.5, "1.5"), (-120.25, "-120.25"),
      (1e20, "100000000000000000000"), (0x1.ac53a7e04bcdap+66, "123456789012345680000"), (1e21, "1e+21"),
      (1.5e21, "1.5e+21"), (1e-6, "0.000001"), (1.25e-6, "0.00000125"), (1e-7, "1e-7"), (1.25e-7, "1.25e-7"),
      (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"),
      (9007199254740992, "9007199254740992"),
      (4.35, "4.35"), (0.3, "0.3"), (0.1 + 0.2, "0.30000000000000004"), (1e16, "10000000000000000"), (100, "100"),
      (2.2250738585072014e-308, "2.2250738585072014e-308"), (1e5, "100000"), (12345.678, "12345.678"),
    ])
  func numbers(value: Double, text: String) throws {
    #expect(try #require(JSONNumber(value)).text == text)
  }

  @Test("every double reads back from what is written")
  func roundTrip() throws {
    var random = Noise(seed: 7)
    for _ in 0..<20_000 {
      guard let number = JSONNumber(Double(bitPattern: random.next())) else { continue }
      #expect(try JSONReader().read(number.text).asNumber == number.value)
    }
  }

  @Test("what is no finite double, or a whole number that readers would round, is no number")
  func refusedNumbers() {
    #expect(JSONNumber(.infinity) == nil && JSONNumber(-.infinity) == nil && JSONNumber(.nan) == nil)
    #expect(JSONNumber(whole: 9_007_199_254_740_991)?.text == "9007199254740991")
    #expect(JSONNumber(whole: 9_007_199_254_740_992) == nil && JSONNumber(whole: .min) == nil)
    #expect(JSONNumber(9_007_199_254_740_992.0)?.whole == nil && JSONNumber(1.5)?.whole == nil)
    #expect(JSONNumber(-3.0)?.whole == -3)
  }

  @Test("texts with the shortest escapes, and nothing else escaped")
  func texts() {
    #expect(JSON.string("\u{8}\u{9}\u{A}\u{C}\u{D}").text == #""\b\t\n\f\r""#)
    #expect(
      JSON.string("\u{0}\u{1F}\u{7F}\u{80}\u{2028}/\"\\").text == "\"\\u0000\\u001f\u{7F}\u{80}\u{2028}/\\\"\\\\\"")
    #expect(JSON.string("é 😂").text == "\"é 😂\"")
  }

  @Test("members by the UTF-16 code units of their names, whichever way they were put in")
  func order() throws {
    let keys = [
      "", "\r", "1", "10", "9", "A", "a", "aa", "b", "\u{80}", "ö", "\u{D7FF}", "😂", "\u{10FFFF}", "\u{E000}",
      "\u{FB33}",
      "\u{FFFF}",
    ]
    let text = "{" + keys.map { JSON.string($0).text + ":1" }.joined(separator: ",") + "}"
    let members = keys.map { JSONObject.Member(key: $0, value: 1) }
    #expect(JSON.object(try #require(JSONObject(members.reversed()))).text == text)
    var object = JSONObject()
    for key in keys.shuffled() { object[key] = 1 }
    #expect(JSON.object(object).text == text && object.keys.elementsEqual(keys) { $0.utf8.elementsEqual($1.utf8) })
  }

  @Test("names in any mix of planes sort as their UTF-16 does")
  func orderProperty() {
    var random = Noise(seed: 3)
    let scalars: [Unicode.Scalar] = [
      "a", "é", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{EFFF}", "\u{F000}", "\u{FFFF}", "\u{10000}",
      "\u{FFFFF}", "\u{10FFFF}",
    ]
    for _ in 0..<2_000 {
      let texts = (0..<2).map { _ in
        var text = ""
        for _ in 0..<Int(random.next() % 5) { text.unicodeScalars.append(scalars[Int(random.next() % 12)]) }
        return text
      }
      guard let object = JSONObject([.init(key: texts[0], value: 0), .init(key: texts[1], value: 1)]) else {
        #expect(Array(texts[0].utf16) == Array(texts[1].utf16))
        continue
      }
      let sorted = texts.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
      #expect(object.keys.map { Array($0.utf16) } == sorted.map { Array($0.utf16) })
    }
  }

  @Test("names that look alike are different names, and texts that look alike are different texts")
  func alike() throws {
    let (one, two) = ("é", "e\u{301}")
    #expect(one == two && JSON.string(one) != JSON.string(two))
    var object = try #require(JSONObject([.init(key: one, value: 1), .init(key: two, value: 2)]))
    #expect(object[one] == 1 && object[two] == 2)
    object[one] = nil
    #expect(object[one] == nil && object[two] == 2 && object.members.count == 1)
    #expect(JSONObject([.init(key: "a", value: 1), .init(key: "a", value: 1)]) == nil)
  }

  @Test("values are written as literals and read by their kind")
  func kinds() {
    let value: JSON = ["b": [1, true, .null, "x"], "a": ["c": false], "b": [2]]
    #expect(value.text == #"{"a":{"c":false},"b":[2]}"#)
    #expect(value["b"]?.asArray?.first?.asWhole == 2 && value["a"]?["c"]?.asBool == false && value["z"] == nil)
    #expect(value.asString == nil && value.asNumber == nil && JSON.string("x").asString == "x")
    #expect(Set([value, value, 1]).count == 2)
  }
}

import Testing
import Vocabulary

@testable import Website

@Suite("Forms")
struct FormTests {
  @Test("fields are decoded, and a name can come more than once")
  func urlEncoded() throws {
    let form = try Form(urlEncoded: Array("answer=a%26b+c&answer=%C3%B1&empty=&alone".utf8))
    #expect(form.all("answer") == ["a&b c", "ñ"])
    #expect(form["empty"] == "" && form["alone"] == "" && form["absent"] == nil)
  }

  @Test("a broken escape, bytes that are no text, and too many fields are refused")
  func refused() {
    #expect(throws: Form.FormError.badEscape) { try Form(urlEncoded: Array("a=%4".utf8)) }
    #expect(throws: Form.FormError.notUTF8) { try Form(urlEncoded: Array("a=%FF".utf8)) }
    let many = (0...200).map { "a\($0)=1" }.joined(separator: "&")
    #expect(throws: Form.FormError.tooManyFields) { try Form(urlEncoded: Array(many.utf8)) }
  }

  @Test("a file comes through a multipart form")
  func multipart() throws {
    let body =
      "--xx\r\nContent-Disposition: form-data; name=\"kept\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n"
      + "one\r\ntwo\r\n--xx--\r\n"
    #expect(try Form(multipart: Array(body.utf8), boundary: "xx")["kept"] == "one\r\ntwo")
    #expect(throws: Form.FormError.badMultipart) { try Form(multipart: Array(body.utf8), boundary: "yy") }
    #expect(throws: Form.FormError.badMultipart) { try Form(multipart: Array(body.dropLast(9).utf8), boundary: "xx") }
  }

  @Test("an answer of every kind is read as it is kept")
  func reads() throws {
    let choices = [Choice("caahep", "CAAHEP"), Choice("abhes", "ABHES")]
    #expect(try read(.yesNo, "answer=yes") == "yes")
    #expect(try read(.yesNo, "answer=unknown") == "unknown")
    #expect(try read(.choice(choices), "answer=abhes") == "abhes")
    #expect(try read(.several(choices), "answer=abhes&answer=caahep&answer=other") == "caahep,abhes")
    #expect(try read(.several(choices), "") == "none")
    #expect(try read(.number(unit: "h", atMost: 4000), "answer=+1%2C200+") == "1200")
    #expect(try read(.number(unit: "h", atMost: 4000), "answer=1.200") == "1200")
    #expect(try read(.day, "month=6&day=12&year=2026") == "2026-06-12")
    #expect(try read(.day, "month=06&year=2026&month_only=1") == "2026-06")
    #expect(try read(.day, "month=&year=&unknown=1") == "unknown")
  }

  @Test(
    "what cannot be read names its field",
    arguments: [
      (QuestionPage.Kind.yesNo, "answer=maybe", "answer"), (.number(unit: "h", atMost: 100), "answer=101", "answer"),
      (.number(unit: "h", atMost: 9999), "answer=600.5", "answer"), (.day, "month=13&day=1&year=2026", "month"),
      (.day, "month=2&day=30&year=2026", "day"), (.day, "month=2&day=1&year=26", "year"),
    ])
  func unread(kind: QuestionPage.Kind, body: String, field: String) throws {
    let value = Fixtures.question(.english, kind: kind)
    let entered = Entered(form: try Form(urlEncoded: Array(body.utf8)))
    guard case .failure(let unread) = value.read(entered, .english) else {
      Issue.record("was read")
      return
    }
    #expect(unread.errors.map(\.field) == [field])
  }

  private func read(_ kind: QuestionPage.Kind, _ body: String) throws -> String {
    let entered = Entered(form: try Form(urlEncoded: Array(body.utf8)))
    return try Fixtures.question(.english, kind: kind).read(entered, .english).get()
  }
}

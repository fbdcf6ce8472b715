import Testing
import Vocabulary

@testable import Website

@Suite("A roster that is sent")
struct RosterUploadTests {
  let site = Site(
    service: SampleService(), seal: Fixtures.seal, instance: "test", secureCookies: false,
    today: { Fixtures.today }, now: { 1_000 })

  private func post(_ parts: [(head: String, body: [UInt8])]) async -> Reply {
    var body: [UInt8] = []
    for part in parts {
      body += Array("--b\r\nContent-Disposition: form-data; \(part.head)\r\n\r\n".utf8) + part.body + [13, 10]
    }
    var inquiry = Inquiry(method: "POST", path: "/roster", body: body + Array("--b--\r\n".utf8))
    inquiry.headers["content-type"] = "multipart/form-data; boundary=b"
    return await site.reply(to: inquiry)
  }

  private func text(_ reply: Reply) -> String { String(decoding: reply.body, as: UTF8.self) }

  @Test("a file of any bytes arrives whole, and the page carries it along")
  func bytes() async {
    let sheet: [UInt8] = [0x50, 0x4B, 3, 4, 0, 0xFF, 13, 10, 13, 10, 45, 45, 99]
    let reply = await post([
      ("name=\"set\"", Array("sample-clinic".utf8)), ("name=\"sheet\"; filename=\"a.xlsx\"", sheet),
    ])
    #expect(reply.status == 200 && reply["Cache-Control"] == "no-store" && reply["Set-Cookie"] == nil)
    #expect(text(reply).contains("value=\"\(SheetText.text(sheet))\""))
    let again = await post([("name=\"kept\"", Array(SheetText.text(sheet).utf8)), ("name=\"as\"", Array("csv".utf8))])
    #expect(again["Content-Type"] == "text/csv; charset=utf-8")
    #expect(again["Content-Disposition"]?.hasPrefix("attachment") == true && again["Cache-Control"] == "no-store")
  }

  @Test("a newly picked file wins over the one carried along, and its columns are proposed anew")
  func newFile() throws {
    var body: [UInt8] = []
    for (head, text) in [
      ("name=\"kept\"", "4142"), ("name=\"column-1\"", "flu"), ("name=\"sheet\"; filename=\"n.csv\"", "Name"),
    ] { body += Array("--b\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(text)\r\n".utf8) }
    let upload = try Upload(body + Array("--b--".utf8), contentType: "multipart/form-data; boundary=b")
    let request = RosterRequest(upload)
    #expect(request.sheet == Array("Name".utf8) && request.columns.isEmpty)
  }

  @Test("bytes as text and back", arguments: [[], [0], [0xFF, 0x10, 0xA5]] as [[UInt8]])
  func roundTrip(bytes: [UInt8]) {
    #expect(SheetText.bytes(SheetText.text(bytes)) == bytes)
  }

  @Test("text that is no sheet carried along is none", arguments: ["0", "zz", "A0"])
  func badText(text: String) {
    #expect(SheetText.bytes(text) == nil)
  }

  @Test("a body that is no form has its page; a form from elsewhere is refused")
  func refused() async {
    let inquiry = Inquiry(method: "POST", path: "/roster", body: Array("set=x".utf8))
    #expect(await site.reply(to: inquiry).status == 400)
    var foreign = Inquiry(method: "POST", path: "/es/roster", body: [])
    foreign.headers["sec-fetch-site"] = "cross-site"
    #expect(await site.reply(to: foreign).status == 403)
  }

  @Test("only the page of rosters takes large bodies")
  func sizes() {
    func most(_ path: String) -> Int { Destination(Inquiry(path: path)).largestBody }
    #expect(most("/roster") > RosterRequest.largest && most("/es/roster") > 3 << 20)
    #expect(most("/answers") == Site.largestBody && most("/nothing") == Site.largestBody)
  }
}

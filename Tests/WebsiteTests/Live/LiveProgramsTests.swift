import Foundation
import HTML
import Services
import Testing
import Vocabulary

@testable import Website

@Suite("Pages about programs")
struct LiveProgramsTests {
  private static let service: LiveService = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "knowledge/programs/dapip.tsv")
    return LiveService(
      LiveFixture.service.base,
      programs: ProgramShelf { (try? String(contentsOf: file, encoding: .utf8)).flatMap { try? ProgramTable.read($0) } }
    )
  }()
  private let service = LiveProgramsTests.service
  private let site = Site(
    service: LiveProgramsTests.service, seal: Fixtures.seal, instance: "test",
    secureCookies: false, today: { Fixtures.today }, now: { 1_000 })
  private let id = "dapip-100946004-23-3"

  @Test("a search finds schools, and says what the list cannot tell")
  func search() async throws {
    for language in Language.allCases {
      let question = ProgramQuestion(text: "carington", state: "az")
      let value = try #require(try await service.programs(question, LiveFixture.visit([], language)))
      #expect(value.rows.count == 3 && value.found == 3)
      #expect(value.rows.allSatisfy { $0.accreditor == "ABHES" && !$0.accreditation.isEmpty })
      #expect(value.notice.contains("CAAHEP"))
    }
    let all = try #require(try await service.programs(ProgramQuestion(), LiveFixture.visit([])))
    #expect(all.rows.count < all.found && all.found == all.all)
    #expect(try await LiveFixture.service.programs(ProgramQuestion(), LiveFixture.visit([])) == nil)
  }

  @Test("no program is shown as accredited today, and no page shows green")
  func today() async throws {
    let directory = try #require(service.programShelf.directory)
    for program in directory.programs {
      let value = try #require(try await service.program(program.id, LiveFixture.visit([])))
      #expect(value.today.sign == .unknown && value.today.title == "Today: not known.")
      #expect(value.days.last?.grade == nil)
      let html = ProgramPage(value: value, language: .english).page().html(edition: nil).text
      #expect(!html.contains("chip met") && !html.contains("note met"))
    }
    #expect(try await service.program("dapip-0-0-0", LiveFixture.visit([])) == nil)
  }

  private func post(_ path: String, cookie: String? = nil) async -> Reply {
    var inquiry = Inquiry(method: "POST", path: path)
    if let cookie { inquiry.headers["cookie"] = String(cookie.prefix { $0 != ";" }) }
    return await site.reply(to: inquiry)
  }

  @Test("using a program keeps it in the sealed answers; it is told, changed and taken out again")
  func picking() async throws {
    let picked = await post("/es/programs/\(id)/pick")
    #expect(picked.status == 303 && picked["Location"] == "/es/question")
    let cookie = try #require(picked["Set-Cookie"])
    #expect(!cookie.contains("dapip"))
    func get(_ path: String) async -> Reply {
      var inquiry = Inquiry(path: path)
      inquiry.headers["cookie"] = String(cookie.prefix { $0 != ";" })
      return await site.reply(to: inquiry)
    }
    let answers = String(decoding: await get("/answers").body, as: UTF8.self)
    #expect(answers.contains("Carrington College - Tri City Inc., Mesa, AZ"))
    let page = String(decoding: await get("/programs/\(id)").body, as: UTF8.self)
    #expect(page.contains("It is among your answers.") && page.contains("/programs/removal"))
    let change = await get("/question/program-listed")
    #expect(change.status == 303 && change["Location"] == "/programs/\(id)")
    let removed = await post("/programs/removal", cookie: cookie)
    #expect(removed.status == 303 && removed["Location"] == "/answers")
    #expect(removed["Set-Cookie"]?.contains("Max-Age=0") == true)
  }

  @Test("what is no program is not found, and a form address answers only forms")
  func refusals() async {
    #expect(await post("/programs/dapip-0-0-0/pick").status == 404)
    #expect(await post("/programs/\(id)").status == 405)
    #expect(await site.reply(to: Inquiry(path: "/programs/\(id)/pick")).status == 405)
    #expect(await site.reply(to: Inquiry(path: "/programs/removal")).status == 405)
    #expect(await site.reply(to: Inquiry(path: "/question/program-listed"))["Location"] == "/programs")
    var foreign = Inquiry(method: "POST", path: "/programs/\(id)/pick")
    foreign.headers["sec-fetch-site"] = "cross-site"
    #expect(await site.reply(to: foreign)["Set-Cookie"] == nil)
  }

  @Test("the question about accreditation leads to the list")
  func question() async throws {
    guard case .ask(let value) = try await service.question("program-accreditation", LiveFixture.visit([])) else {
      Issue.record("no question")
      return
    }
    #expect(value.look?.target == .page(.programs(ProgramQuestion())))
  }
}

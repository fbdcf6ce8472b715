import Continuing
import CourseProof
import Foundation
import Rules
import Services
import Storage
import Testing
import Vocabulary

@testable import Website

@Suite("Which courses are enough for somebody with an account", .serialized)
struct CoursesPagesTests {
  private typealias Courses = CoursesFixture
  private static let sample = ["catalog": "sample", "least": "cost"]

  private func with(_ body: (MemberFixture) async throws -> Void) async throws {
    try await MemberFixture.with(service: LiveFixture.service, body)
  }

  /// What `fobwatch ce optimize` does.
  private func plan(
    _ evidence: Evidence, _ catalog: [UInt8] = Assets.sampleCourses, aim: CourseAim = .cost
  ) throws -> CoursePlan {
    let (base, today) = (LiveFixture.service.base, Fixtures.today)
    let education = Education(base, asOf: today)
    let courses = try CatalogReader(base, asOf: today).read(Data(catalog))
    return education.plan(courses, try education.ledger(evidence), aim: aim, by: nil)
  }

  @Test("who holds two gets one list, the one that the command gives, with the proof that the command checks")
  func twoCredentials() async throws {
    try await with { fixture in
      let evidence = Courses.evidence()
      let browser = try await Courses.holder(fixture, evidence)
      for aim in CourseAim.allCases {
        let plan = try plan(evidence, aim: aim)
        let fields = ["catalog": "sample", "least": aim.rawValue]
        let reply = await browser.post(Courses.path, fields)
        let page = text(reply)
        #expect(reply.status == 200 && reply["Cache-Control"] == "no-store")
        #expect(!plan.chosen.isEmpty && Courses.titles(page) == plan.chosen.map(\.course.title))
        let words = EducationWording(LiveFixture.service.base, .english, asOf: Fixtures.today)
        #expect(page.contains(words.sum(plan)) && page.contains(words.proof(plan)) && plan.answer.isBest)
        for place in plan.chosen.flatMap(\.places) {
          #expect(page.contains("\(words.mark(place.credential)): \(words.counts(place))"))
        }
        #expect(page.contains("Sample data.") && page.contains("CMA (AAMA)") && page.contains("RMA (AMT)"))
        let proof = await browser.post(Courses.path, fields.merging(["proof": "1"]) { $1 })
        #expect(proof.body == CourseCertificate.bytes(plan))
        #expect(proof["Content-Disposition"]?.hasPrefix("attachment; filename=\"fobwatch-courses-") == true)
        let proven = try ProofChecker.check(proof.body)
        #expect(proven.isBest && proven.courses?.sorted() == plan.chosen.map(\.course.id).sorted())
      }
      let spanish = text(await browser.post("/es" + Courses.path, Self.sample))
      #expect(spanish.contains("La lista") && spanish.contains("No existe un conjunto más barato (demostrado)."))
      #expect(spanish.contains("Se cumple con esta lista") || spanish.contains("faltan"))
    }
  }

  @Test("nothing due: no course is listed; no certification: nothing is asked")
  func nothing() async throws {
    try await with { fixture in
      let browser = try await Courses.holder(fixture, Courses.evidence(["aama/cma"], points: [20, 20, 20]))
      let page = text(await browser.post(Courses.path, Self.sample))
      #expect(page.contains("Nothing is missing: no course is needed") && Courses.titles(page).isEmpty)
      #expect(page.contains("60 needed") && Courses.value(of: "proof", in: page) == nil)
      let other = try await fixture.signUp("other@example.org")
      let none = text(await other.get(Courses.path))
      #expect(none.contains("no certification yet") && Courses.value(of: "catalog", in: none) == nil)
      let forged = ["form": Courses.value(of: "form", in: none) ?? ""].merging(Self.sample) { $1 }
      #expect(text(await other.send(Courses.path, forged)).contains("no certification yet"))
    }
  }

  @Test("a catalog that is too small: what it cannot reach, and how much is missing, with a proof of it")
  func tooSmall() async throws {
    try await with { fixture in
      let evidence = Courses.evidence(["aama/cma"])
      let browser = try await Courses.holder(fixture, evidence)
      let catalog =
        Courses.head
        + "A,Wounds,Sample Provider,on demand,4,20,4,clinical,aama\nB,Ethics,Sample Provider,on demand,60,9,60,general,aama\n"
      let page = text(await Courses.send(browser, fixture.site, catalog))
      #expect(page.contains("These courses are not enough") && Courses.titles(page).isEmpty)
      #expect(page.contains("administrative: 8 points are missing, the courses give 0"))
      #expect(page.contains("clinical: 7 points are missing, the courses give 4") && !page.contains("general: "))
      #expect(!page.contains("Sample data."))
      let kept = try #require(Courses.value(of: "kept", in: page))
      #expect(SheetText.bytes(kept) == Array(catalog.utf8))
      let proof = await browser.post(
        Courses.path, ["catalog": "own", "least": "cost", "kept": kept, "proof": "1"])
      #expect(proof.body == CourseCertificate.bytes(try plan(evidence, Array(catalog.utf8))))
      #expect(try ProofChecker.check(proof.body).bound == nil)
    }
  }

  @Test("one's own catalog: what is not needed is not listed, on demand is said, and nothing of it is kept")
  func own() async throws {
    try await with { fixture in
      let browser = try await Courses.holder(fixture, Courses.evidence(["aama/cma"], points: [20, 20, 15]))
      let before = try await fixture.database.evidence.versions(of: fixture.signedIn(browser).person)
      let catalog =
        Courses.head + """
          N1,Needed,Sample Provider,on demand,5,50,5,general,aama
          N2,Free and not needed,Sample Provider,on demand,1,0,1,clinical,aama
          N3,Past,Sample Provider,2020-01-01,5,1,5,general,aama
          N4,Much later,Sample Provider,2090-01-01,5,1,5,general,aama

          """
      let page = text(await Courses.send(browser, fixture.site, catalog))
      #expect(Courses.titles(page) == ["Needed"] && page.contains("On demand · $50 · 5 hours · Sample Provider"))
      #expect(
        page.contains("15 earned + 5 from the list; 10 needed")
          && page.contains("55 earned + 5 from the list; 60 needed"))
      #expect(
        page.contains("1 course, $50, 5 hours") && page.contains("CMA (AAMA): 5 points, general, approved by AAMA"))
      let again = text(await browser.get(Courses.path))
      #expect(Courses.value(of: "kept", in: again) == nil && !again.contains("Needed"))
      let after = try await fixture.database.evidence.versions(of: fixture.signedIn(browser).person)
      #expect(after == before)
    }
  }

  @Test("a search that is stopped says how far its list may be from the best, and its proof says the same")
  func stopped() async throws {
    try await with { fixture in
      let evidence = Courses.evidence()
      let browser = try await Courses.holder(fixture, evidence)
      var site = fixture.site
      site.courseSearches = CourseSearches(atOnce: 1, questions: 1)
      let page = text(await Courses.send(browser, site, [], Self.sample))
      #expect(page.contains("Stopped early: the best found.") && page.contains("% above the best"))
      #expect(!Courses.titles(page).isEmpty)
      let steps = try #require(Courses.value(of: "steps", in: page))
      // A server that has more time gives the proof of the same list.
      let proof = await browser.post(
        Courses.path, Self.sample.merging(["proof": "1", "steps": steps]) { $1 })
      let proven = try ProofChecker.check(proof.body)
      #expect(proven.courses?.count == Courses.titles(page).count && !proven.isBest)
      #expect(page.contains("\(Money(cents: try #require(proven.total)))"))
      site.courseSearches = CourseSearches(atOnce: 1, longest: .zero)
      let none = text(await Courses.send(browser, site, [], Self.sample))
      #expect(none.contains("no set was found yet") && Courses.titles(none).isEmpty)
    }
  }

  @Test("while others are answered the page says so and keeps the file; one search for each person at a time")
  func busy() async throws {
    try await with { fixture in
      let browser = try await Courses.holder(fixture, Courses.evidence())
      var site = fixture.site
      let searches = CourseSearches(atOnce: 1, places: 0)
      site.courseSearches = searches
      let (began, beginning) = AsyncStream.makeStream(of: Void.self)
      let gate = DispatchSemaphore(value: 0)
      let other = Task {
        try await searches.run(for: "somebody else") { _ in
          beginning.finish()
          gate.wait()
        }
      }
      for await _ in began {}
      let reply = await Courses.send(browser, site, Courses.head)
      gate.signal()
      try await other.value
      #expect(reply.status == 503 && reply["Retry-After"] != nil)
      #expect(text(reply).contains("Others are being answered.") && Courses.titles(text(reply)).isEmpty)
      #expect(Courses.value(of: "kept", in: text(reply)) == SheetText.text(Array(Courses.head.utf8)))
      #expect(await Courses.send(browser, site, [], Self.sample).status == 200)
    }
  }

  @Test("the form asks for nothing else, and only comes from its own page")
  func form() async throws {
    try await with { fixture in
      let browser = try await Courses.holder(fixture, Courses.evidence())
      for path in [Courses.path, "/account/education"] {
        let page = text(await browser.get(path))
        let form = page.range(of: "enctype=\"multipart/form-data\"").map { page[$0.upperBound...] } ?? ""
        let inside = form.range(of: "</form>").map { form[..<$0.lowerBound] } ?? ""
        let names = inside.split(separator: " name=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(names == ["form", "catalog", "catalog", "file", "least", "least"], "\(path)")
      }
      #expect(await browser.send(Courses.path, Self.sample).status == 403)
      var foreign = browser.inquiry(Courses.path, method: "POST", body: "catalog=sample")
      foreign.headers["origin"] = "https://evil.example"
      #expect(await fixture.site.reply(to: foreign).status == 403)
      #expect(Destination(Website.Inquiry(path: Courses.path)).largestBody > CatalogReader.Limits.page.bytes * 3)
    }
  }
}

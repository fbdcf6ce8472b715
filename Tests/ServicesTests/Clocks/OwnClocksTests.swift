import Knowledge
import Planning
import Rules
import Services
import Testing
import Vocabulary

@Suite("Attempts and clocks of a person")
struct OwnClocksTests {
  private func evidence(_ facts: String, asOf: String = "2026-11-22") throws -> Evidence {
    try Samples.read("person_file: 1\nas_of: 2026-11-22\n" + facts).evidence.whole(asOf)
  }

  private func clocks(_ facts: String, asOf: String = "2026-11-22") throws -> OwnClocks {
    try OwnClocks(
      Samples.base, evidence(facts, asOf: asOf), Inquiry(asOf: try #require(CivilDate(asOf))))
  }

  private func row(_ credential: String, _ clocks: OwnClocks) throws -> OwnClocks.Row {
    try #require(clocks.rows.first { $0.credential.id == credential })
  }

  private func way(_ address: String, _ row: OwnClocks.Row) throws -> OwnWay {
    try #require((row.ways + row.running).first { $0.address == address }, "\(row.ways.map(\.address))")
  }

  private static func failed(_ of: String, _ days: [String]) -> String {
    let list = days.map { "{ of: \(of), date: \($0), result: failed }" }.joined(separator: ", ")
    return "certifications: []\napplications: []\nprograms: []\nwork: []\ndecisions: []\nattempts: [ \(list) ]\n"
  }

  @Test(
    "after the third failed RMA exam one attempt is left, from 45 days on; after the fourth none, and the way is closed"
  )
  func rma() throws {
    let three = try row("amt/rma", clocks(Self.failed("amt/rma", ["2026-05-01", "2026-08-01", "2026-11-01"])))
    #expect(three.attempts.failed == 3 && three.attempts.isComplete)
    #expect(three.attempts.sittings.map(\.result) == [.failed, .failed, .failed])
    #expect(three.attempts.finding?.verdict == .notMet)
    #expect(three.attempts.next == CivilDate("2026-12-16"))
    #expect(three.attempts.left == .atMost(1))
    #expect(three.attempts.closes.map(\.en).contains { $0.contains("RMA (AMT) exam") }, "\(three.attempts.closes)")
    let four = try row(
      "amt/rma", clocks(Self.failed("amt/rma", ["2026-02-01", "2026-05-01", "2026-08-01", "2026-11-01"])))
    #expect(four.attempts.next == nil && four.attempts.openFrom == nil && four.attempts.left == .atMost(0))
    #expect(four.phase == .closed)
  }

  @Test("after the third failed NCMA exam each source is told on its own: one closes, the other opens a year later")
  func ncma() throws {
    let row = try row("ncct/ncma", clocks(Self.failed("ncct/ncma", ["2026-02-02", "2026-04-20", "2026-09-15"])))
    #expect(row.attempts.next == nil && row.attempts.openFrom == CivilDate("2027-09-15"))
    #expect(row.attempts.accounts.count == 2)
    #expect(Set(row.attempts.accounts.map(\.next)) == [nil, CivilDate("2027-09-15")], "\(row.attempts.accounts)")
    #expect(row.attempts.accounts.contains { $0.grade == .reported })
    #expect(row.attempts.left == .atLeast(0))
  }

  @Test("the next day is the first on which the rule leaves room, for every credential and any number of failures")
  func nextDay() throws {
    for credential in Samples.base.credentials {
      for count in 0...5 {
        let days = (0..<count).map { CivilDate("2026-11-20")!.adding(months: -2 * $0).description }
        let facts = try evidence(Self.failed(credential.id, days))
        let clocks = try OwnClocks(Samples.base, facts, Samples.inquiry)
        guard let row = clocks.rows.first(where: { $0.credential == credential }), let next = row.attempts.next else {
          continue
        }
        func verdict(_ day: CivilDate) throws -> Verdict {
          try Assessor(Samples.base).determine(
            credential.id + "/attempts", facts, Inquiry(asOf: Samples.asOf, on: day)
          ).finding.verdict
        }
        #expect(try verdict(next) == .met)
        if next > Samples.asOf { #expect(try verdict(next.previous) != .met) }
      }
    }
  }

  private static let cma = """
    certifications: [ { of: aama/cma, date: 2021-08-10, by: examination } ]
    attempts: []
    applications: []
    decisions: []
    continuing_education: []
    fees: []

    """

  @Test("a CMA 95 days past expiry: the way by points is closed since the window ended, the exam is what is left")
  func lapsed() throws {
    let clocks = try clocks(Self.cma, asOf: "2026-12-04")
    let row = try row("aama/cma", clocks)
    #expect(row.isHeld)
    let late = try way("aama/cma/late-renewal", row)
    #expect(late.finding.verdict == .notMet && late.timeThrough == nil && late.opens == nil)
    #expect(late.closedFrom == CivilDate("2026-12-01"))
    let renewal = try way("aama/cma/renewal-by-education", row)
    #expect(renewal.closedFrom == CivilDate("2026-09-01"))
    let back = try way("aama/cma/reactivation", row)
    #expect(back.closedFrom == nil && back.finding.verdict == .met)
    // Whether a new enrollment opens it again after the third is not known of somebody whose programs may not be all there.
    #expect(row.attempts.left == .atLeast(3))
    #expect(clocks.losses.first?.id == "certification aama/cma" && clocks.losses.first?.day == CivilDate("2026-08-31"))
    #expect(!clocks.losses.contains { $0.kind == .lateWindow })
  }

  @Test("within the late window its last day stands among what is lost when it is not used")
  func lateWindow() throws {
    let clocks = try clocks(Self.cma, asOf: "2026-11-20")
    let late = try way("aama/cma/late-renewal", row("aama/cma", clocks))
    #expect(late.timeThrough == CivilDate("2026-11-30") && late.closedFrom == nil)
    let loss = try #require(clocks.losses.first { $0.kind == .lateWindow })
    #expect(loss.day == CivilDate("2026-11-30"))
    #expect(clocks.losses == clocks.losses.inOrder)
  }

  @Test("an NCMA holder sees both clocks: the certification and the active status")
  func bothClocks() throws {
    let facts = """
      certifications: [ { of: ncct/ncma, date: 2025-03-10, by: examination } ]
      attempts: []
      applications: []
      continuing_education: []
      fees: []

      """
    let clocks = try clocks(facts)
    let row = try row("ncct/ncma", clocks)
    #expect(row.running.map(\.address) == ["ncct/ncma/current", "ncct/ncma/active"])
    let current = try #require(row.running.first)
    #expect(
      current.finding.verdict == .met && current.through == CivilDate("2030-03-09"),
      "\(String(describing: current.through))")
    #expect(clocks.losses.contains { $0.kind == .certification } && clocks.losses.contains { $0.kind == .yearly })
  }

  @Test("an application runs a year, and is lost then; a new day each time it is made again")
  func application() throws {
    func clocks(_ days: [String]) throws -> OwnClocks {
      let list = days.map { "{ of: amt/rma, date: \($0) }" }.joined(separator: ", ")
      return try self.clocks("certifications: []\nattempts: []\napplications: [ \(list) ]\n")
    }
    let one = try clocks(["2026-01-10"])
    #expect(try row("amt/rma", one).application?.through == CivilDate("2027-01-10"))
    #expect(
      one.losses.contains { $0.id == "exam-window amt/rma/application-window" && $0.day == CivilDate("2027-01-10") })
    #expect(try row("amt/rma", clocks(["2026-01-10", "2026-06-01"])).application?.through == CivilDate("2027-06-01"))
    #expect(try row("amt/rma", clocks(["2025-01-10"])).application == nil)
  }

  @Test("each credential names the body's own pages, each once, with an address")
  func pages() throws {
    for credential in Samples.base.credentials {
      let pages = Samples.base.officialPages(of: credential, on: Samples.asOf)
      #expect(Set(pages.map(\.url)).count == pages.count && Set(pages.map(\.key)).count == pages.count)
      #expect(pages.allSatisfy { $0.url.hasPrefix("http") && !$0.key.isEmpty })
      #expect(!pages.isEmpty, "\(credential.id)")
    }
    let cma = try #require(Samples.base.credential("aama/cma"))
    #expect(Samples.base.officialPages(of: cma, on: Samples.asOf).count > 2)
  }

  @Test("nobody's record has no clocks, and nothing runs out")
  func nothing() throws {
    let clocks = try OwnClocks(Samples.base, Evidence(), Samples.inquiry)
    #expect(clocks.rows.isEmpty && clocks.losses.isEmpty)
  }
}

extension Evidence {
  /// The same, with the lists that were complete complete through a day.
  fileprivate func whole(_ day: String) -> Evidence {
    var result = self
    guard let day = CivilDate(day) else { return self }
    for kind in completeThrough.keys { result.completeThrough[kind] = day }
    return result
  }
}

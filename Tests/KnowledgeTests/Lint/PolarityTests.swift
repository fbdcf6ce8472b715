import Testing

@Suite("One kind of evidence has one polarity in a rule")
struct PolarityTests {
  private func pack(_ one: String, _ other: String) -> SmallPack {
    SmallPack(
      requires: """
        all:
          one: { text: { en: "A", es: "B" }, \(one) }
          other: { text: { en: "C", es: "D" }, \(other) }
        """)
  }

  @Test(
    "a record that one part asks for and another forbids is refused",
    arguments: [
      (
        "happened: { first: { attempt: { of: [aama/cma] } } }",
        "none: { attempt: { of: [aama/cma], result: [failed] } }"
      ),
      ("entries: { fee: { of: [aama/cma] }, at_least: 1 }", "none: { fee: { type: [annual] } }"),
      ("holds: { card: { type: [cpr] } }", "none: { card: { type: [cpr, bls] } }"),
      ("worked: { role: [instructor], hours: 10 }", "none: { work: { role: [instructor] } }"),
      ("within: { days: 9, after: { last: { attempt: { of: [aama/cma] } } } }", "attempts: { of: aama/cma, limit: 3 }"),
      (
        "happened: { first: { document: { type: [attestation] } } }",
        "later_than: { days: 9, after: { last: { document: { type: [attestation] } } } }"
      ),
    ])
  func clash(one: String, other: String) { #expect(pack(one, other).isRefused("one direction")) }

  @Test(
    "records that cannot be the same do not clash",
    arguments: [
      (
        "happened: { first: { attempt: { of: [aama/cma], result: [passed] } } }",
        "none: { attempt: { result: [failed] } }"
      ),
      ("holds: { card: { type: [cpr] } }", "none: { card: { type: [bls] } }"),
      ("happened: { first: { fee: { of: [aama/cma] } } }", "none: { decision: { outcome: [refused] } }"),
    ])
  func apart(one: String, other: String) {
    #expect(!pack(one, other).isRefused("one direction"))
    #expect(!pack(one, other).isRefused("expected"))
  }

  @Test("a field with a least and a most amount is refused")
  func field() {
    let pack = SmallPack(
      requires: """
        some: program
        that:
          all:
            - { text: { en: "A", es: "B" }, at_least: { program.total_hours: 500 hours } }
            - { text: { en: "A", es: "B" }, at_most: { program.total_hours: 900 hours } }
        """)
    #expect(pack.isRefused("program.total_hours", "one direction"))
  }

  @Test("the day that something is compared with has no polarity")
  func anchor() {
    let pack = SmallPack(
      requires: """
        all:
          limit: { text: { en: "A", es: "B" }, attempts: { of: aama/cma, limit: 3 } }
          again:
            some: program
            that:
              text: { en: "C", es: "D" }
              related: { event: program.enrolled, later_than: { nth: 3, attempt: { of: [aama/cma], result: [failed] } } }
        """)
    #expect(!pack.isRefused("one direction"))
  }

  @Test("the stages of a life do not clash with one another, but a lapse clashes with asking for the certification")
  func life() {
    func withLife(_ other: String) -> SmallPack {
      var pack = pack("life: { of: aama/cma, is: [expired] }", other)
      pack.files["credentials/aama/cma/life.yaml"] = """
        life:
          of: aama/cma
          versions: [ { from: 2010-01-01, period: { months: 60, last_day: end_of_month }, source: { id: page } } ]
        """
      return pack
    }
    #expect(!withLife("life: { of: aama/cma, is: [current, expired] }").isRefused("one direction"))
    #expect(withLife("happened: { first: { certification: { of: [aama/cma] } } }").isRefused("one direction"))
  }
}

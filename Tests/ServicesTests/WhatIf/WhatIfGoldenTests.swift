import Services
import Testing
import Vocabulary

@Suite("What-ifs as they read", .serialized)
struct WhatIfGoldenTests {
  static let cases: [(name: String, facts: String, question: String)] = [
    ("renew-late", WhatIfTests.cma, "renew-late aama/cma 2027-09-03"),
    ("lapse", WhatIfTests.ncma, "lapse ncct/ncma"),
    ("fail", WhatIfTests.twoFailures, "fail aama/cma 2027-03-01"),
    ("add", WhatIfTests.cma, "add amt/rma 2027-03-01"),
    ("move", WhatIfTests.cma, "move WA 2027-03-01"),
  ]

  @Test("each of the five, in both languages", arguments: cases)
  func golden(name: String, facts: String, question: String) throws {
    let answer = try WhatIfTests.answer(facts, question)
    for language in Language.allCases {
      try Golden.check(
        WhatIfText(Samples.base, language, asOf: Samples.asOf).render(answer), "what-if-\(name).\(language.rawValue)")
    }
  }
}

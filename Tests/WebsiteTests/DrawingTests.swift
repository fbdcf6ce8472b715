import HTML
import Testing
import Vocabulary

@testable import Website

@Suite("Drawings")
struct DrawingTests {
  @Test("labels of one lane never lie on each other")
  func labels() {
    for length in stride(from: 4, through: 40, by: 4) {
      var placer = LabelPlacer()
      let bars = [Box(left: 200, top: 0, right: 400, bottom: 26), Box(left: 240, top: -5, right: 249, bottom: 31)]
      for bar in bars { placer.take(bar) }
      for bar in bars + bars {
        _ = placer.place(String(repeating: "x", count: length), bar: bar, at: .end, from: 100, to: 690, inside: true)
      }
      let labels = placer.taken.dropFirst(2)
      for (index, label) in labels.enumerated() {
        #expect(label.left >= 90 && label.right <= 700)
        #expect(!labels.dropFirst(index + 1).contains(where: label.overlaps))
      }
    }
  }

  @Test("spans of a strap fill it, and today has its line")
  func strap() {
    let strap = Strap(
      from: Fixtures.day(2026, 1, 1),
      spans: [.init(.met, through: Fixtures.day(2026, 1, 5)), .init(.unlikely, through: Fixtures.day(2026, 1, 10))],
      today: Fixtures.day(2026, 1, 6), label: "ten days")
    let html = strap.html.text
    #expect(html.contains("class=\"v-met\" x=\"0.00%\" width=\"50.00%\""))
    #expect(html.contains("x=\"50.00%\" width=\"50.00%\""))
    #expect(html.contains("class=\"today\" x1=\"50.00%\""))
  }

  @Test("months are labeled as far apart as asked, the first with its year")
  func months() {
    let scale = TimeScale(from: Fixtures.day(2026, 5, 20), through: Fixtures.day(2028, 8, 15), start: 0, end: 1000)
    let labels = scale.months(room: 74, .english).filter { $0.label != nil }
    #expect(labels.first?.label == "Jul 2026")
    #expect(zip(labels, labels.dropFirst()).allSatisfy { $1.place - $0.place > 74 })
  }

  @Test("plain green and plain red only for a rule that is stated", arguments: Grade.allCases)
  func plain(grade: Grade) {
    #expect((Sign.answer(true, grade) == .met) == (grade == .stated))
    #expect((Sign.answer(false, grade) == .unmet) == (grade == .stated))
  }
}

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

  @Test("the line of today begins below the names of months, and its words stand on no line of a month")
  func today() throws {
    for back in stride(from: 0, to: 400, by: 61) {
      let now = Fixtures.day(2027, 6, 1).adding(days: -back)
      let drawing = RoadmapDrawing(
        today: DayText(now, "Nov 22, 2026"), from: Fixtures.day(2026, 5, 20), through: Fixtures.day(2028, 8, 15),
        lanes: [.init(name: "1 Diploma", bars: [])])
      let html = WideDrawing(drawing, width: 700, id: "x").html("CMA", .english).text
      let line = try #require(html.firstMatch(of: /class="today" x1="([0-9.]+)" x2="[0-9.]+" y1="([0-9.]+)"/))
      let words = try #require(html.firstMatch(of: /class="today-text" x="([0-9.]+)" y="([0-9.]+)"/))
      let months = html.matches(of: /<text x="[0-9.]+" y="([0-9.]+)">[A-Z][a-z]{2}/)
      #expect(!months.isEmpty)
      for month in months { #expect(Double(month.1)! + 4 < Double(line.2)!) }
      let (start, top) = (Double(words.1)!, Double(words.2)!)
      for grid in html.matches(of: /class="grid-line" x1="([0-9.]+)" x2="[0-9.]+" y1="([0-9.]+)"/) {
        let isUnder = Double(grid.1)! > start && Double(grid.1)! < start + LabelPlacer.width("Today, Nov 22, 2026")
        #expect(!isUnder || Double(grid.2)! > top)
      }
    }
  }

  @Test("each link is an arrow in each size, and said in words")
  func links() {
    let drawing = Fixtures.drawing(.english)
    let html = drawing.card(title: "CMA", .english).text
    #expect(drawing.links.count == 2)
    #expect(html.ranges(of: "class=\"link-tip\"").count == 3 * drawing.links.count)
    #expect(html.contains("<p class=\"fine mt-3\">The arrows: Clinical hours, then Exam"))
    let wrong = RoadmapDrawing(
      today: drawing.today, from: drawing.from, through: drawing.through, lanes: drawing.lanes,
      links: [.init(from: 3, to: 9, done: drawing.from, begins: drawing.from)])
    #expect(wrong.links.isEmpty)
  }

  @Test("an arrow ends in its tip and never runs back")
  func arrows() {
    for (x, y) in [(0.0, 40.0), (3, 40), (60, 40), (60, 90)] {
      let down = LinkDrawing.down(from: (100, 50), to: (100 + x, 50 + y))
      #expect(down.corners.last! == (100 + x, 50 + y))
      #expect(zip(down.corners, down.corners.dropFirst()).allSatisfy { $0.y <= $1.y && $0.x <= $1.x + 6 })
      let across = LinkDrawing.across(from: (100, 50), to: (106 + x, 50 + y), width: 14)
      #expect(zip(across.corners, across.corners.dropFirst()).allSatisfy { $0.y <= $1.y && $0.x <= $1.x })
    }
  }

  @Test("plain green and plain red only for a rule that is stated", arguments: Grade.allCases)
  func plain(grade: Grade) {
    #expect((Sign.answer(true, grade) == .met) == (grade == .stated))
    #expect((Sign.answer(false, grade) == .unmet) == (grade == .stated))
  }
}

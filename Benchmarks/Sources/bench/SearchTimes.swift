import Foundation
import Knowledge
import Services

/// How long a search takes: a fixed list of questions, each asked many times.
enum SearchTimes {
  /// Names, slips, whole sentences, and what costs most: many words, long words, words that stand everywhere.
  static let questions = [
    "CMA", "bls", "phlebotomy", "phlebotmy", "venipunctrue", "inyección intramuscular", "vacuna texas",
    "flu shot in texas", "healthcare support worker", "asistente medico", "how many attempts does the rma allow",
    "exam fee", "a", "e", "in", "medical assistant certification renewal points continuing education california",
    "certificaton", "electrocardiograma", "xqzvkjw", "radiologic technologist limited permit",
    "medicl asistnt certifcation renewl pionts contiuing eduction califrnia",
    String(repeating: "abcdefgh ", count: 20), String(repeating: "z", count: 500), "", "日本語 🩺 %%%",
    "que dice la regla de nueva york sobre medicamentos por la vena",
  ]

  static func report(_ base: KnowledgeBase, passes: Int) {
    let (making, index) = Clock.seconds { SearchIndex(base) }
    print(
      String(
        format: "%-32@ %7.1f ms, %d entries", "search: making the index" as NSString, making * 1000, index.entries.count
      ))
    var slowest: (question: String, seconds: Double) = ("", 0)
    var all: [Double] = []
    for question in questions {
      let times = (0..<passes).map { _ in Clock.seconds { index.search(question) }.0 }.sorted()
      let median = times[times.count / 2]
      all.append(median * 1000)
      if median > slowest.seconds { slowest = (question, median) }
    }
    print(String(format: "%-32@ %@ ms", "search: \(questions.count) questions" as NSString, Spread(all).text("%.2f")))
    print(
      String(
        format: "%-32@ %7.2f ms: %@", "search: the slowest" as NSString, slowest.seconds * 1000,
        String(slowest.question.prefix(60))))
  }
}

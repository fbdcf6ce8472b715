import Knowledge
import Vocabulary

/// An answer text, read as what its question asks for.
enum ReadAnswer: Hashable {
  /// "I do not know."
  case unknown
  case flag(Bool)
  case choice(InterviewQuestion.Answer)
  /// In the order of the question; empty for none.
  case several([InterviewQuestion.Answer])
  case days(DayInterval)
  case number(Int)
  /// A program picked from a list of programs.
  case listed(ListedEvidence)

  /// nil when the text is no answer to the question.
  init?(_ text: String, to question: InterviewQuestion) {
    if text == Interview.unknown {
      self = .unknown
      return
    }
    switch question.kind {
    case .flag:
      guard text == "yes" || text == "no" else { return nil }
      self = .flag(text == "yes")
    case .gate, .choice:
      guard let answer = question.answer(text) else { return nil }
      self = .choice(answer)
    case .set:
      let ids = text == "none" ? [] : text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard Set(ids).count == ids.count, ids.allSatisfy({ question.answer($0) != nil }) else { return nil }
      self = .several(question.answers.filter { ids.contains($0.id) })
    case .day:
      guard text.utf8.count == 10 || text.utf8.count == 7, let days = DayInterval(partial: text) else { return nil }
      self = .days(days)
    case .amount, .count:
      guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }), let n = Int(text)
      else { return nil }
      self = .number(n)
    }
  }
}

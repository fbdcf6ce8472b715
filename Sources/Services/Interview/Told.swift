import Knowledge
import Rules
public import Vocabulary

extension Interview {
  /// One answer in words.
  public struct Told: Sendable, Hashable {
    /// The key it is kept under.
    public let key: String
    public let term: String
    public let text: String
  }

  /// "What you told us", in the order of the answers.
  public func told(_ answers: Answers, _ language: Language, asOf: CivilDate) -> [Told] {
    let (draft, _) = draft(answers, asOf)
    return answers.compactMap { name, text in
      if name == Interview.listedProgram { return listed(text).map { told($0, language) } }
      guard let key = AnswerKey(name), let question = byID[key.question], let read = ReadAnswer(text, to: question)
      else { return nil }
      let about = about(key, question, draft).map { " (\($0[language]))" } ?? ""
      return Told(key: name, term: term(question, language) + about, text: words(read, question, language, asOf))
    }
  }

  /// How an answer is read: "Jun 12, 2026 (5 months ago)". nil when it is none.
  public func readAs(_ answer: String, to key: String, _ language: Language, asOf: CivilDate) -> String? {
    guard let question = question(key), let read = ReadAnswer(answer, to: question) else { return nil }
    return words(read, question, language, asOf)
  }

  private func term(_ question: InterviewQuestion, _ language: Language) -> String {
    if question.list != nil { return question.text[language] }
    return question.fields.map { FieldWording.field($0)[language] }.joined(separator: ", ")
  }

  private func words(_ read: ReadAnswer, _ question: InterviewQuestion, _ language: Language, _ asOf: CivilDate)
    -> String
  {
    switch read {
    case .unknown: return Phrase("I do not know", "No lo sé")[language]
    case .flag(let flag): return (flag ? Phrase("Yes", "Sí") : Phrase("No", "No"))[language]
    case .choice(let choice): return choice.text[language]
    case .several(let choices):
      return choices.isEmpty
        ? Phrase("None of these", "Ninguno de estos")[language]
        : choices.map { $0.text[language] }.joined(separator: "; ")
    case .days(let days):
      let dates = DateWording(language, asOf: asOf)
      return days.isExact ? dates.dayWithDistance(days.first) : dates.days(days)
    case .listed(let listed): return listed.words
    case .number(let n):
      guard let unit = question.unit else { return String(n) }
      return "\(n) \(FieldWording.units(unit)[language])"
    }
  }
}

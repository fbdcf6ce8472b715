import Knowledge
import Rules
import Services
import Vocabulary

extension LiveService {
  /// The answers in the form the interview reads.
  func given(_ visit: Visit) -> Interview.Answers { visit.answers.list.map { ($0.fact, $0.text) } }

  func evidence(_ visit: Visit) -> Evidence {
    interview.evidence(from: given(visit), asOf: visit.today).evidence
  }

  /// The evidence as it was before the answer changed last; nil when the last answer was a new one.
  func evidenceBefore(_ visit: Visit) -> Evidence? {
    visit.answers.changed.map { changed in
      let asOf = visit.today
      let answers = interview.changing(changed.fact, to: changed.text, given(visit), asOf: asOf)
      return interview.evidence(from: answers, asOf: asOf).evidence
    }
  }

  /// What the answers say, in one line; nil without any.
  func basis(_ visit: Visit) -> String? {
    let count = visit.answers.list.count
    guard count > 0 else { return nil }
    return Phrase(
      "For the \(count) \(count == 1 ? "answer" : "answers") you gave. Change one, and only what hangs on it changes.",
      "Con \(count == 1 ? "la respuesta" : "las \(count) respuestas") que dio. Si cambia una, solo cambia lo que depende de ella."
    )[
      visit.language]
  }

  public func question(_ fact: String?, _ visit: Visit) async throws -> QuestionStep {
    let answers = given(visit)
    guard let fact else {
      guard let page = interview.next(answers, asOf: visit.today) else { return .done }
      return .ask(value(page.key, page.question, about: page.about, visit))
    }
    if fact == Interview.listedProgram {
      return .elsewhere(interview.pickedProgram(answers).map { .program($0.id) } ?? .programs(ProgramQuestion()))
    }
    guard let question = interview.question(fact) else { return .unknownFact }
    return .ask(value(fact, question, about: interview.about(fact, answers, asOf: visit.today), visit))
  }

  public func accept(_ answer: String, for fact: String, _ visit: Visit) async throws -> Acceptance {
    let answers = given(visit)
    if let refusal = interview.refusal(answer, for: fact, answers, asOf: visit.today) {
      return .refused(refusal[visit.language])
    }
    let changed = interview.changing(fact, to: answer, answers, asOf: visit.today)
    let before = visit.answers[fact].flatMap { $0 == answer ? nil : Answers.Answer(fact: fact, text: $0) }
    return .kept(Answers(changed.map { Answers.Answer(fact: $0.question, text: $0.answer) }, changed: before))
  }

  public func answers(_ visit: Visit) async throws -> AnswersPage.Value {
    AnswersPage.Value(
      told: told(visit), lists: lists(visit), hasOpenQuestion: interview.next(given(visit), asOf: visit.today) != nil)
  }

  /// What was taken as the whole list, and where one more record can still change an answer.
  private func lists(_ visit: Visit) -> [AnswersPage.List] {
    interview.takenAsComplete(given(visit), asOf: visit.today).map { list in
      let words: Phrase =
        switch list.kind {
        case .work: Phrase("Add another job", "Añadir otro empleo")
        case .program: Phrase("Add another program", "Añadir otro programa")
        case .application: Phrase("Add an application you sent", "Añadir una solicitud que envió")
        case .person, .diploma, .attempt, .certification, .activity, .fee, .card, .document, .decision, .license,
          .training, .health, .screening, .personName:
          Phrase("Add another", "Añadir otro")
        }
      return AnswersPage.List(
        text: list.text[visit.language],
        another: list.another.map { Link(words[visit.language], .page(.question($0))) })
    }
  }

  // MARK: - One question

  private func value(
    _ key: String, _ question: InterviewQuestion, about: Phrase?, _ visit: Visit
  ) -> QuestionPage.Value {
    let language = visit.language
    let list = visit.answers.list
    let place = list.firstIndex { $0.fact == key }
    let number = (place ?? list.count) + 1
    let previous = place.map { $0 > 0 ? list[$0 - 1].fact : nil } ?? list.last?.fact
    let ask = question.text[language] + (about.map { " (\($0[language]))" } ?? "")
    return QuestionPage.Value(
      fact: key, ask: ask, hint: question.help?[language], kind: kind(question, language), number: number,
      atMost: max(12, number), why: why(key, question, visit), told: told(visit), previous: previous,
      answer: visit.answers[key], readAs: readAs(visit.answers[key], key, question, visit),
      look: look(question, language))
  }

  /// Where the answer can be looked up.
  private func look(_ question: InterviewQuestion, _ language: Language) -> Link? {
    guard question.fields.contains(where: { $0.path == "program.accreditation" }), programShelf.directory != nil else {
      return nil
    }
    return Link(
      Phrase("Look for your program in a list of records", "Busque su programa en una lista de registros")[language],
      .page(.programs(ProgramQuestion())))
  }

  private func kind(_ question: InterviewQuestion, _ language: Language) -> QuestionPage.Kind {
    let choices = question.answers.map { Choice($0.id, $0.text[language]) }
    switch question.kind {
    case .flag: return .yesNo
    case .gate, .choice: return .choice(choices)
    case .set: return .several(choices)
    case .day: return .day
    case .amount, .count: return .number(unit: unit(question, language), atMost: question.range.upperBound)
    }
  }

  private func unit(_ question: InterviewQuestion, _ language: Language) -> String {
    if case .amount(let unit)? = question.fields.first?.content { return FieldWording.units(unit)[language] }
    return FieldWording.units("times")[language]
  }

  /// The rules that read the fact, each with its credential and how sure it is.
  private func why(_ key: String, _ question: InterviewQuestion, _ visit: Visit) -> QuestionPage.Why? {
    guard let text = question.why?[visit.language] else { return nil }
    let wording = LiveWording(visit.language, asOf: visit.today)
    let rules = interview.reasons(for: key, asOf: visit.today).prefix(6).map {
      Fact($0.mark, $0.text[visit.language], grade: wording.grade($0.grade))
    }
    return QuestionPage.Why(
      text: text, rules: Array(rules),
      sources: Link(Phrase("See the sources", "Ver las fuentes")[visit.language], .page(.howWeKnow)))
  }

  private func told(_ visit: Visit) -> [Told] {
    interview.told(given(visit), visit.language, asOf: visit.today).map {
      Told(fact: $0.key, term: $0.term, text: $0.text)
    }
  }

  private func readAs(_ answer: String?, _ key: String, _ question: InterviewQuestion, _ visit: Visit) -> String? {
    guard question.kind == .day, let answer else { return nil }
    return interview.readAs(answer, to: key, visit.language, asOf: visit.today)
  }
}

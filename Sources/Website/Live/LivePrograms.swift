import Knowledge
import Services
import Vocabulary

/// Pages about the list of programs.
extension LiveService {
  /// The most programs on one page.
  private static let most = 60

  public func programs(_ question: ProgramQuestion, _ visit: Visit) async throws -> ProgramsPage.Value? {
    guard let directory = programShelf.directory else { return nil }
    let wording = ProgramWording(visit.language)
    let found = ProgramSearch(text: question.text, state: question.state?.uppercased()).results(in: directory)
    let rows = found.prefix(LiveService.most).map { program in
      ProgramsPage.Row(
        id: program.id, school: program.school, place: program.place, accreditor: short(program),
        accreditation: program.accreditation.map { wording.days($0, directory.vintage) })
    }
    return ProgramsPage.Value(
      question: question, states: directory.states.map { Pick($0.lowercased(), stateName($0, visit.language)) },
      rows: Array(rows), found: found.count, all: directory.programs.count, notice: wording.notice(directory.source))
  }

  public func program(_ id: String, _ visit: Visit) async throws -> ProgramPage.Value? {
    guard let directory = programShelf.directory, let program = directory.program(id) else { return nil }
    let wording = ProgramWording(visit.language)
    let language = visit.language
    let timeline = program.timeline(vintage: directory.vintage)
    let standing = timeline.value(on: visit.today)
    var facts = [
      Fact(Phrase("Address", "Dirección")[language], program.address),
      Fact(Phrase("Accreditor on record", "Organismo que consta")[language], program.accreditor),
      Fact(Phrase("Program, as listed", "Programa, según la lista")[language], program.program),
    ]
    if let parent = program.parent { facts.insert(Fact(Phrase("Part of", "Parte de")[language], parent), at: 1) }
    let records =
      program.accreditation.flatMap { span in
        [wording.days(span, directory.vintage), wording.review(span, directory.vintage)].compactMap(\.self)
      } + program.actions.map { wording.words($0) }
    return ProgramPage.Value(
      id: id, school: program.school, facts: facts,
      today: Note(
        sign: .unknown,
        title: Phrase("Today: \(wording.words(standing)).", "Hoy: \(wording.words(standing)).")[language],
        text: Phrase(
          "The school, CAAHEP and ABHES can tell what holds now.",
          "La escuela, CAAHEP y ABHES pueden decir qué vale ahora.")[language]),
      days: timeline.spans(in: .always).map {
        ProgramPage.Day(days: wording.days($0.days), text: wording.words($0.value), grade: grade($0.value))
      },
      records: records, notice: wording.notice(directory.source),
      isPicked: interview.pickedProgram(given(visit))?.id == id)
  }

  public func pickProgram(_ id: String, _ visit: Visit) async throws -> Answers? {
    interview.picking(id, given(visit), asOf: visit.today).map(kept)
  }

  public func unpickProgram(_ visit: Visit) async throws -> Answers {
    kept(interview.unpicking(given(visit), asOf: visit.today))
  }

  private func kept(_ answers: Interview.Answers) -> Answers {
    Answers(answers.map { Answers.Answer(fact: $0.question, text: $0.answer) })
  }

  private func short(_ program: ListedProgram) -> String {
    program.by == "other" ? program.accreditor : program.by.uppercased()
  }

  private func stateName(_ code: String, _ language: Language) -> String {
    base.jurisdictions.first { $0.code == code }?.name[language] ?? code
  }

  /// Stated where the record itself names the day; presumed where it calls the day an estimate.
  private func grade(_ standing: ListedStanding) -> Grade? {
    switch standing {
    case .recorded: .stated
    case .presumed: .presumed
    case .notKnown, .noRecord: nil
    }
  }
}

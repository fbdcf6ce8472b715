import Knowledge
import Rules
import Services
public import Vocabulary

extension LiveService {
  public func externshipMinimums(_ members: Members, _ day: CivilDate) -> LiveMinimums? {
    LiveMinimums(minimums: ExternshipMinimums(base, on: day), day: day)
  }
}

/// What is asked of an externship, as a page shows it.
public struct LiveMinimums: Sendable {
  let minimums: ExternshipMinimums
  let day: CivilDate

  /// - Parameter evidence: one's own record: its programs, and the state one works in.
  func value(_ evidence: Evidence, _ language: Language) -> MinimumsPart {
    let own = Phrase("Your program and accreditors", "Su programa y los acreditadores")
    let ownNote = Phrase(
      "A program sets its own hours. The number of your program is the one in your record.",
      "Cada programa fija sus horas. El número de su programa es el que está en su expediente.")
    let state = evidence.records(of: .person).first.flatMap { record -> ExternshipMinimums.Asked? in
      guard case .word(let id) = record["jurisdiction"] else { return nil }
      return minimums.state(id)
    }
    let stateNote = Phrase(
      "Of the state in your record. A number belongs to one way into one credential or task of the state.",
      "Del estado de su expediente. Cada número pertenece a una vía para una credencial o tarea del estado.")
    let bodyNote = Phrase(
      "A number belongs to one way to the exam. Other ways ask for something else.",
      "Cada número pertenece a una vía al examen. Otras vías piden otra cosa.")
    return MinimumsPart(columns: [
      .init(
        title: own, asked: programs(evidence, language) + minimums.accreditors.map { asked($0, language) },
        note: ownNote[language]),
      .init(
        title: Phrase("Certifying bodies", "Quienes certifican"), asked: minimums.bodies.map { asked($0, language) },
        note: bodyNote[language]),
      .init(
        title: Phrase("Your state", "Su estado"), asked: state.map { [asked($0, language)] } ?? [],
        note: stateNote[language]),
    ])
  }

  private func programs(_ evidence: Evidence, _ language: Language) -> [MinimumsPart.Asked] {
    evidence.records(of: .program).map { record in
      var name = Phrase("Your program", "Su programa")[language]
      if case .word(let known) = record["name"] { name = known }
      guard case .amount = record["practicum_hours"] else { return MinimumsPart.Asked(name: name, lines: []) }
      let text = Phrase("As your record says.", "Como dice su expediente.")[language]
      return MinimumsPart.Asked(
        name: name,
        lines: [
          .init(
            amount: FieldWording.value(record["practicum_hours"], unit: "hours", language), text: text, grade: nil,
            citations: [])
        ])
    }
  }

  private func asked(_ asked: ExternshipMinimums.Asked, _ language: Language) -> MinimumsPart.Asked {
    let wording = LiveWording(language, asOf: day)
    return MinimumsPart.Asked(
      name: asked.name[language],
      lines: asked.minimums.map { minimum in
        MinimumsPart.Line(
          amount: ExternshipWording.amount(minimum)[language], text: minimum.text?[language],
          grade: wording.grade(minimum.grade), citations: minimum.citations.map { wording.citation($0) })
      })
  }
}

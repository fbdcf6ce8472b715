import Knowledge
import Rules
import Services
import Vocabulary

/// Links that show a certification, as pages show them.
extension LiveVerification {
  /// The links of somebody, and what another one can show.
  func links(
    _ listed: [ProofLinks.Listed], _ credentials: [Credential], isMinor: Bool, _ language: Language
  ) -> LinksPart.Value {
    let refused: Phrase? =
      if isMinor {
        RefusalWording.text(.minorOutsideSchool)
      } else if credentials.isEmpty {
        Phrase(
          "Your record names no certification yet that a link could show.",
          "Su expediente aún no nombra una certificación que un enlace pueda mostrar.")
      } else {
        nil
      }
    return LinksPart.Value(
      rows: listed.map { row($0, language) }, credentials: credentials.map { ($0.id, $0.mark) },
      refused: refused?[language])
  }

  private func row(_ listed: ProofLinks.Listed, _ language: Language) -> LinksPart.Row {
    let dates = DateWording(language)
    let marks = listed.content.credentials.map { live.base.credential($0)?.mark ?? $0 }.joined(separator: ", ")
    let last = moment(listed.link.endsAt, dates)
    let state: Phrase =
      switch listed.state {
      case .open: Phrase("Open until \(last).", "Abierto hasta: \(last).")
      case .expired: Phrase("Its time passed: \(last).", "Su plazo pasó: \(last).")
      case .revoked(let at): Phrase("Ended by you: \(moment(at, dates)).", "Terminado por usted: \(moment(at, dates)).")
      }
    return LinksPart.Row(
      id: listed.link.id,
      title: "\(listed.content.name), \(marks): \(ProofWording.text(listed.content.purpose)[language])",
      state: state[language], isOpen: listed.state == .open, looks: listed.looks.map { moment($0, dates) })
  }

  /// A time in words: "Nov 22, 2026, 14:05 UTC".
  func moment(_ time: Instant, _ dates: DateWording) -> String { "\(dates.day(time.utcDay)), \(time.utcTime)" }

  /// What somebody sees who has a link.
  func shown(_ shown: ProofLinks.Shown, at now: Instant, _ language: Language, today: CivilDate) -> VerifyPage.Value {
    let dates = DateWording(language)
    let looked = moment(now, dates)
    let last = moment(shown.endsAt, dates)
    return VerifyPage.Value(
      name: shown.name, letters: shown.answers.filter(\.hasLetters).map(\.credential.mark),
      lines: shown.answers.map { line($0, shown.asked, language, today: today) },
      looked: Phrase("Looked at on \(looked).", "Consultado el \(looked).")[language],
      until: Phrase("The link is open until \(last).", "El enlace está abierto hasta: \(last).")[language])
  }

  private func line(
    _ answer: CertificationAnswer, _ asked: DayInterval, _ language: Language, today: CivilDate
  ) -> VerifyPage.Line {
    let sign: Sign =
      switch answer.word {
      case .yes: .met
      case .no: .unmet
      case .notChecked, .notKnown: .unknown
      case .differs: .conflict
      }
    let policy = Phrase("How long a check counts", "Cuánto cuenta una comprobación")[language]
    return VerifyPage.Line(
      sign: sign, word: ProofWording.word(answer, on: asked, language),
      text: ProofWording.sentence(answer, on: asked, language),
      known: [
        source(answer, language, today: today),
        (Phrase("The name", "El nombre")[language], CheckWording.text(answer.name, language)),
        (policy, CheckWording.policy(proofs.policy)[language]),
        ends(answer, language),
      ],
      issuer: issuer(answer.issuer, language, today: today))
  }

  /// Whether the issuer was asked, how, and how long ago.
  private func source(_ answer: CertificationAnswer, _ language: Language, today: CivilDate) -> (String, String) {
    let title = CheckWording.text(answer.standing)[language]
    guard let check = answer.standing.check?.check else {
      return (
        title,
        Phrase("Nobody noted a look at the issuer's source.", "Nadie anotó una consulta a quien la emite.")[language]
      )
    }
    let dates = DateWording(language, asOf: today)
    let day = dates.dayWithDistance(check.stated)
    let how = CheckWording.text(check.method)[language]
    return (
      title,
      CheckWording.text(check.answer, language)
        + Phrase(" Asked on \(day), by \(how).", " Consultado el \(day), por \(how).")[language]
    )
  }

  private func ends(_ answer: CertificationAnswer, _ language: Language) -> (String, String) {
    let title = Phrase("Last day on record", "Último día que consta")[language]
    let none = Phrase("Not known.", "No se sabe.")[language]
    return (title, answer.through.map { DateWording(language).day($0) } ?? none)
  }
}

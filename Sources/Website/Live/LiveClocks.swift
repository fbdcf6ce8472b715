import Knowledge
import Rules
import Services
import Vocabulary

/// The clocks of somebody, as the page shows them: the answers of `OwnClocks` in words and signs.
struct LiveClocks {
  let base: KnowledgeBase
  let clocks: OwnClocks
  let looks: [KeptLook]
  let language: Language

  private var wording: LiveWording { LiveWording(language, asOf: clocks.day) }

  func page(token: String?, entry: LookEntry?, errors: [FormError] = []) -> ClocksPage {
    ClocksPage(
      losses: clocks.losses.map {
        ClocksPage.Loss(
          text: DueWording.line($0, on: clocks.day, language), isOver: $0.hasFailed(on: clocks.day))
      }, cards: clocks.rows.map(card), token: token, entry: entry, today: clocks.day, errors: errors)
  }

  private func card(_ row: OwnClocks.Row) -> ClocksPage.Card {
    let title =
      row.isHeld
      ? Phrase("Ways to keep it, or to get it back", "Vías para mantenerla o recuperarla")
      : Phrase("Ways to the exam", "Vías al examen")
    return ClocksPage.Card(
      credential: row.credential.id, name: row.credential.mark, phase: LifeText.word(row.phase)[language],
      running: row.running.map(line) + (row.application.map { [line($0)] } ?? []), ways: row.ways.map(line),
      waysTitle: title[language], sittings: row.attempts.sittings.map(sitting), attempts: facts(row.attempts),
      accounts: row.attempts.accounts.map(account), closes: row.attempts.closes.map { $0[language] },
      links: links(row), sources: row.pages.map { source($0, row) })
  }

  // MARK: - Ways

  private func line(_ way: OwnWay) -> ClocksPage.Line {
    let days = DayInterval(.distantPast, way.through ?? .distantFuture)
    return ClocksPage.Line(
      text: way.text[language], chip: wording.chip(way.finding, span: days, target(way.address)),
      details: details(way).map { $0[language] })
  }

  private func target(_ address: String) -> Target? {
    let rule = String(address.prefix { $0 != "#" })
    let parts = rule.split(separator: "/").map(String.init)
    guard parts.count == 3, base.book.rule(rule) != nil, let path = CredentialPath(parts[0], parts[1]) else {
      return nil
    }
    return .page(.member(.wallet(.reason(path, rule: parts[2], WalletDay()))))
  }

  private func details(_ way: OwnWay) -> [Phrase] {
    var details: [Phrase] = []
    func day(_ day: CivilDate) -> String { wording.dates.dayWithDistance(day) }
    if let closed = way.closedFrom {
      details.append(
        Phrase(
          "Closed since \(day(closed)), by what is in your record.",
          "Cerrada desde el \(day(closed)), según su expediente."))
    }
    if let last = way.timeThrough {
      details.append(Phrase("Its time runs through \(day(last)).", "Su plazo corre hasta el \(day(last))."))
    }
    if let opens = way.opens, way.closedFrom == nil {
      details.append(Phrase("Met from \(day(opens)).", "Se cumple desde el \(day(opens))."))
    }
    switch way.finding.verdict {
    case .undetermined:
      details.append(
        Phrase(
          "Something is not in your record: the reasons say what.",
          "Algo no está en su expediente: las razones dicen qué."))
    case .notCovered:
      details.append(
        Phrase(
          "No known rule settles it: the reasons say why.",
          "Ninguna regla conocida lo resuelve: las razones dicen por qué."
        ))
    case .met, .notMet: break
    }
    return details
  }

  private func links(_ row: OwnClocks.Row) -> [Link] {
    var links: [Link] = []
    if let target = target(row.credential.id + "/attempts") {
      links.append(Link(Phrase("Why: attempts", "Por qué: intentos")[language], target))
    }
    if !row.attempts.isComplete {
      let text = Phrase(
        "Say which attempts there were, and that these are all", "Diga qué intentos hubo, y que no hay más")
      links.append(Link(text[language], .page(.member(.wallet(.record(.record))))))
    }
    return links
  }

  // MARK: - Attempts

  private func sitting(_ sitting: AttemptLedger.Sitting) -> String {
    let result: Phrase =
      switch sitting.result {
      case .passed: Phrase("passed", "aprobado")
      case .failed: Phrase("not passed", "no aprobado")
      case .notKnown:
        sitting.isExpected ? Phrase("planned", "previsto") : Phrase("result not known", "no se sabe el resultado")
      }
    let day =
      sitting.days.map { FieldWording.value(.day($0, expected: sitting.isExpected), language) }
      ?? Phrase("Day not known", "Día desconocido")[language]
    return "\(day): \(result[language])"
  }

  private func facts(_ ledger: AttemptLedger) -> [Fact] {
    let more = ledger.isComplete ? Phrase("", "") : Phrase(" or more", " o más")
    var facts = [
      Fact(
        Phrase("Not passed, in your record", "No aprobados, en su expediente")[language],
        "\(ledger.failed)\(more[language])")
    ]
    guard ledger.finding != nil else {
      facts.append(
        Fact(
          Phrase("Limits", "Límites")[language],
          Phrase(
            "No rule on attempts is known. Ask the body.", "No se conoce una regla de intentos. Pregunte al organismo."
          )[language]))
      return facts
    }
    let term = Phrase("Another attempt fits the limits from", "Otro intento cabe en los límites desde")[language]
    if let next = ledger.next, let day = wording.day(next) {
      facts.append(Fact(term, day: day))
    } else if let open = ledger.openFrom, let day = wording.day(open) {
      facts.append(
        Fact(
          term, day: day,
          fine: Phrase(
            "perhaps: sources differ, or do not say", "tal vez: las fuentes no coinciden o no lo dicen")[language]))
    } else {
      let text: Phrase =
        ledger.finding?.verdict == .notMet
        ? Phrase("no day is known", "no se conoce un día") : Phrase("not known", "no se sabe")
      facts.append(Fact(term, text[language]))
    }
    if let left = ledger.left {
      facts.append(
        Fact(
          Phrase("Left, if each of them fails", "Quedan, si ninguno se aprueba")[language],
          PlanWording.attempts(left)[language]))
    }
    return facts
  }

  private func account(_ account: AttemptLedger.Account) -> String {
    let next =
      account.next.map { Phrase("from \(wording.dates.day($0))", "desde el \(wording.dates.day($0))") }
      ?? Phrase("no further attempt", "ningún intento más")
    return "\(account.text[language]) (\(wording.grade(account.grade).word[language])): \(next[language])"
  }

  // MARK: - Pages to look at

  private func source(_ page: OfficialPage, _ row: OwnClocks.Row) -> ClocksPage.Source {
    let kept = looks.last { $0.look.credential == row.credential.id && $0.look.page == page.key }
    let read = page.read.map(wording.dates.day)
    return ClocksPage.Source(
      key: page.key, link: Link(page.title[language], .external(page.url)),
      detail: read.map {
        Phrase("The copy used here was read on \($0).", "La copia que se usa aquí se leyó el \($0).")[language]
      },
      looked: kept.map { kept in
        let day = wording.dates.dayWithDistance(kept.look.day)
        let moved = kept.look.url == page.url ? Phrase("", "") : Phrase(" at another address", " en otra dirección")
        let text = Phrase(
          "You looked at it on \(day)\(moved.en)", "Usted la miró el \(day)\(moved.es)")
        return (text[language], kept.sequence)
      })
  }
}

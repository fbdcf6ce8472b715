import Knowledge
import Rules
import Services
public import Vocabulary

extension LiveService {
  public func reason(_ path: CredentialPath, rule: String, on day: CivilDate?, _ visit: Visit) async throws
    -> ReasonPage.Value?
  {
    // Without any answer every change is one: better to begin with the questions.
    try reason(path, rule: rule, evidence(visit), on: day, visit, withFlips: !visit.answers.list.isEmpty)
  }

  /// The same for evidence that is kept elsewhere than in the answers of a visit.
  func reason(
    _ path: CredentialPath, rule: String, _ evidence: Evidence, on day: CivilDate?, _ visit: Visit, withFlips: Bool
  ) throws -> ReasonPage.Value? {
    let id = path.text + "/" + rule
    guard let credential = credential(path), base.book.rule(id) != nil else { return nil }
    let inquiry = inquiry(visit, on: day)
    let assessor = Assessor(base)
    let answer = try assessor.determine(id, evidence, inquiry, credential: credential.id)
    let flips = !withFlips ? nil : try assessor.flips(id, evidence, inquiry, credential: credential.id)
    return LiveReason(
      base: base, credential: credential, rule: rule, path: path, answer: answer, flips: flips, visit: visit
    ).value
  }
}

/// The page of reasons for one determination.
struct LiveReason {
  let base: KnowledgeBase
  let credential: Credential
  let rule: String
  let path: CredentialPath
  let answer: Determination
  let flips: FlipAnswer?
  let visit: Visit

  var language: Language { visit.language }
  var wording: LiveWording { LiveWording(visit.language, asOf: visit.today) }
  var text: ExplanationText { ExplanationText(visit.language, asOf: visit.today) }

  var value: ReasonPage.Value? {
    guard let explanation = answer.explanation else { return nil }
    return ReasonPage.Value(
      credential: path, rule: rule, question: "\(answer.title[language]): \(wording.dates.day(answer.on))",
      banner: banner(explanation), strap: strap, spans: spans,
      tree: LiveTree(base: base, language: language, asOf: visit.today).tree(explanation.readable),
      conflicts: conflicts(explanation), flips: steps, facts: facts, day: answer.on)
  }

  private func banner(_ explanation: Explanation) -> Banner {
    let finding = answer.finding
    let reasons = Reasons(explanation).deciding(limit: 2).compactMap { $0.text?[language] }
    var lines = [VerdictWording.sentence(finding)[language]]
    if !reasons.isEmpty, finding.verdict != .met { lines.append(reasons.joined(separator: ". ") + ".") }
    if answer.on > answer.question.asOf {
      lines.append(Phrase("On the rules as they stand today.", "Según las reglas como están hoy.")[language])
    }
    return Banner(
      wording.sign(finding),
      CheckText(base, language, Services.Inquiry(asOf: visit.today, on: answer.on)).headline(answer),
      text: lines.joined(separator: " "), grade: wording.grade(finding))
  }

  /// Two years back to ten years ahead, as far as anything changes.
  private var window: DayInterval {
    let changes = answer.timeline.points.map(\.day).filter(\.isFinite)
    let around = [answer.on, visit.today]
    let first = max((changes + around).min() ?? answer.on, answer.on.adding(months: -24)).adding(months: -2)
    let last = min((changes + around).max() ?? answer.on, answer.on.adding(months: 120)).adding(months: 6)
    return DayInterval(first, last)
  }

  private var verdictSpans: [(days: DayInterval, value: Finding)] {
    answer.timeline.map { wording.look($0) }.spans(in: window).map { span in
      (span.days, answer.timeline.value(on: span.days.first))
    }
  }

  private var strap: Strap? {
    let spans = verdictSpans
    guard spans.count > 1 else { return nil }
    let label = spans.map { "\(wording.span($0.days)): \(wording.word($0.value))" }.joined(separator: ". ")
    return Strap(
      from: window.first, spans: spans.map { Strap.Span(wording.sign($0.value), through: $0.days.last) },
      today: visit.today, label: label)
  }

  private var spans: [ReasonPage.Span] {
    let all = answer.timeline.map { wording.look($0) }.spans(in: .always)
    return all.map { span in
      let finding = answer.timeline.value(on: span.days.first)
      return ReasonPage.Span(
        days: wording.span(span.days), verdict: Chip(wording.sign(finding), wording.word(finding)),
        meaning: VerdictWording.sentence(finding)[language])
    }
  }

  private func conflicts(_ explanation: Explanation) -> [ReasonPage.Conflict] {
    var seen: Set<String> = []
    return explanation.flattened.filter { $0.joint == .conflict && seen.insert($0.conflict?.id ?? "").inserted }
      .prefix(4).compactMap { node in
        guard let conflict = node.conflict else { return nil }
        let agree = node.finding.verdict != .notCovered
        return ReasonPage.Conflict(
          title: agree
            ? Phrase("Sources disagree, but not for this day", "Las fuentes no coinciden, pero sí en este día")[
              language]
            : Phrase("Sources disagree", "Las fuentes no coinciden")[language],
          text: conflict.text[language],
          readings: node.children.enumerated().compactMap { i, child in
            guard let citation = child.allCitations.first else { return nil }
            return ReasonPage.Reading(
              name: Phrase("Reading \(i + 1)", "Lectura \(i + 1)")[language], sign: wording.sign(child.finding),
              text: (child.text?[language] ?? "") + " " + text.verdict(child), citation: wording.citation(citation))
          })
      }
  }

  /// At most three changes, the smallest first.
  private var steps: [NextStep] {
    guard let flips else { return [] }
    let words = FlipWording(base, language, asOf: visit.today)
    let proof =
      flips.isComplete
      ? Phrase(
        "Checked: the rule was asked again with this change. No smaller one works.",
        "Comprobado: se volvió a consultar la regla con este cambio. Ninguno más pequeño sirve.")
      : Phrase(
        "Checked: the rule was asked again with this change. The search stopped early; there may be others.",
        "Comprobado: se volvió a consultar la regla con este cambio. La búsqueda se detuvo antes; puede haber otros.")
    return flips.flips.prefix(3).map {
      NextStep(title: words.lines($0).joined(separator: "; "), text: words.outcome($0), fine: proof[language])
    }
  }

  private var facts: [Fact] {
    let finding = answer.finding
    let question = answer.question
    return [
      Fact(Phrase("For the day", "Para el día")[language], day: wording.day(answer.on)),
      Fact(Phrase("Asked on", "Preguntado el")[language], wording.dates.day(question.asOf)),
      Fact(Phrase("Rules edition", "Edición de las reglas")[language], base.edition),
      Fact(
        Phrase("Weakest evidence", "Prueba más débil")[language],
        finding.verdict == .met
          ? VerdictWording.evidenceWord(finding.evidence)[language] : Phrase("not settled", "sin decidir")[language]),
      Fact(Phrase("Weakest rule", "Regla más débil")[language], "", grade: wording.grade(finding.grade)),
    ]
  }
}

extension LiveWording {
  func look(_ finding: Finding) -> VerdictWording.Look { VerdictWording.look(finding) }
}

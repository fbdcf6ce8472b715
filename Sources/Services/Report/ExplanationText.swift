public import Rules
public import Vocabulary

/// An explanation as indented text: one line a part, then its facts and its sources.
public struct ExplanationText {
  private let language: Language
  private let dates: DateWording

  public init(_ language: Language, asOf: CivilDate) {
    self.language = language
    dates = DateWording(language, asOf: asOf)
  }

  public func render(_ explanation: Explanation) -> String {
    var shown: Set<[String]> = []
    return lines(explanation.readable, shown: &shown).brief.joined(separator: "\n")
  }

  /// The lines of a part, and the same without what was read before: a part that would read as an earlier one does,
  /// word for word, only points to it.
  private func lines(_ node: Explanation, shown: inout Set<[String]>) -> (full: [String], brief: [String]) {
    let head = "\(sign(node.finding)) \(unstopped(title(node))): \(verdict(node))"
    let own = ownLines(node).map { "    " + $0 }
    let below = node.children.map { lines($0, shown: &shown) }
    let full = [head] + own + below.flatMap(\.full).map { "  " + $0 }
    if full.count > 2, !shown.insert(full).inserted {
      let same = Phrase("The same facts and sources as above.", "Los mismos datos y fuentes de arriba.")
      return (full, [head, "    " + same[language]])
    }
    return (full, [head] + own + below.flatMap(\.brief).map { "  " + $0 })
  }

  /// What a part rests on: its facts, sums, gaps and sources.
  private func ownLines(_ node: Explanation) -> [String] {
    var lines = node.facts.map(fact) + node.sums.map(sum)
    if node.finding.verdict == .undetermined { lines += node.gaps.map(gap) }
    if node.isStale {
      lines.append(Phrase("The rule is past its review day.", "La regla pasó su fecha de revisión.")[language])
    }
    if node.joint == .conflict, let conflict = node.conflict {
      lines.append(Phrase("Sources disagree: ", "Las fuentes no coinciden: ")[language] + conflict.text[language])
    }
    return lines + node.citations.map { cite($0) }
  }

  /// Without its full stop, for a colon to follow.
  private func unstopped(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

  private func sign(_ finding: Finding) -> String {
    switch VerdictWording.look(finding) {
    case .met: "[+]"
    case .likely: "[~+]"
    case .unmet: "[x]"
    case .unlikely: "[~x]"
    case .unknown: "[?]"
    case .conflict: "[!]"
    }
  }

  public func title(_ node: Explanation) -> String {
    var parts: [String] = []
    switch node.role {
    case .requirement: break
    case .record(let id): parts.append(FieldWording.record(id)[language])
    case .version(let dating, _): parts.append(version(dating))
    case .reading(let n): parts.append(Phrase("reading \(n + 1)", "lectura \(n + 1)")[language])
    }
    if let text = node.text {
      parts.append(text[language])
    } else if parts.isEmpty {
      parts.append(joint(node.joint))
    }
    return parts.joined(separator: ": ")
  }

  private func joint(_ joint: Explanation.Joint) -> String {
    switch joint {
    case .all: Phrase("All of these", "Todo esto")[language]
    case .any: Phrase("One of these", "Una de estas")[language]
    case .atLeast: Phrase("Enough of these", "Suficientes de estas")[language]
    case .some: Phrase("One record with all of this", "Un registro con todo esto")[language]
    case .versions: Phrase("The rule in force", "La regla vigente")[language]
    case .conflict: Phrase("Two readings", "Dos lecturas")[language]
    case .rule: Phrase("Another rule", "Otra regla")[language]
    case .leaf: Phrase("Condition", "Condición")[language]
    }
  }

  public func version(_ dating: Version.Dating) -> String {
    func day(_ day: CivilDate) -> String { DateWording(language).day(day) }
    switch dating {
    case .from(.distantPast, _): return Phrase("as the source says", "según dice la fuente")[language]
    case .from(let from, nil): return Phrase("rule from \(day(from))", "regla desde el \(day(from))")[language]
    case .from(let from, let until?):
      return Phrase("rule from \(day(from)) to \(day(until))", "regla del \(day(from)) al \(day(until))")[language]
    case .until(let until): return Phrase("rule to \(day(until))", "regla hasta el \(day(until))")[language]
    case .seen(let a, let b):
      return a == b
        ? Phrase("rule seen \(day(a))", "regla vista el \(day(a))")[language]
        : Phrase("rule seen \(day(a)) to \(day(b))", "regla vista del \(day(a)) al \(day(b))")[language]
    case .undated: return Phrase("rule in a copy without a date", "regla en una copia sin fecha")[language]
    }
  }

  public func verdict(_ node: Explanation) -> String {
    var text = VerdictWording.word(node.finding)[language]
    if node.finding.verdict == .met, node.span.last.isFinite {
      text += Phrase(", through ", ", hasta el ")[language] + dates.dayWithDistance(node.span.last)
    } else if node.finding.verdict == .notMet, node.span.last.isFinite {
      text += Phrase(", until ", ", hasta el ")[language] + dates.dayWithDistance(node.span.last)
    }
    if node.finding.isIssuers { text += Phrase(" (settled by the issuer)", " (decidido por el emisor)")[language] }
    if node.finding.isDisputedElsewhere {
      text +=
        Phrase(
          " (sources disagree, but the answer here is the same)",
          " (las fuentes no coinciden, pero aquí la respuesta es la misma)")[language]
    }
    return text
  }

  public func fact(_ fact: Explanation.Fact) -> String {
    let unit: String? = if case .amount(let unit) = fact.field.content { unit } else { nil }
    let value = FieldWording.value(fact.value, unit: unit, language)
    return
      "\(FieldWording.record(fact.record)[language]), \(FieldWording.field(fact.field)[language]): \(value) [\(VerdictWording.evidenceWord(fact.grade)[language])]"
  }

  public func sum(_ sum: Explanation.Sum) -> String {
    let have = sum.low == sum.high ? "\(sum.low)" : Phrase("\(sum.low) or more", "\(sum.low) o más")[language]
    let unit = FieldWording.units(sum.unit)[language]
    let what = FieldWording.word(sum.what)[language]
    let short = sum.needed - sum.low
    let missing =
      short > .zero
      ? Phrase("; short by \(short)", "; \(short == Quantity(1) ? "falta" : "faltan") \(short)")[language] : ""
    return Phrase("\(what): \(have) of \(sum.needed) \(unit)", "\(what): \(have) de \(sum.needed) \(unit)")[language]
      + missing
  }

  public func gap(_ gap: Explanation.Gap) -> String {
    if let field = gap.field {
      return Phrase("Not known: ", "No se sabe: ")[language] + FieldWording.field(field)[language]
        + (gap.record.map { " (\(FieldWording.record($0)[language]))" } ?? "")
    }
    let kind = FieldWording.kind(gap.kind)[language]
    return Phrase("Not known whether there is another: \(kind)", "No se sabe si hay más: \(kind)")[language]
  }

  /// - Parameter row: whether to name the research row.
  public func cite(_ citation: Citation, row: Bool = true) -> String {
    var text = "\(citation.source.publisher), \(citation.source.title[language])"
    if let place = citation.place { text += ", \(place)" }
    if let quote = citation.quote { text += " “\(quote)”" }
    text += ". \(citation.source.age[language])"
    if !citation.source.url.isEmpty { text += " <\(citation.source.url)>" }
    if row, let row = citation.row { text += " [\(row)]" }
    return Phrase("Source: ", "Fuente: ")[language] + text
  }
}

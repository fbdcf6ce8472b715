import Rules
public import Vocabulary

/// How an answer reads: the verdict and how sure it is are never separated.
public enum VerdictWording {
  /// How an answer looks: the classes of the visual language. Plain green and plain red only for stated rules.
  public enum Look: String, Sendable, Hashable {
    case met, likely, unmet, unlikely, unknown, conflict
  }

  public static func look(_ finding: Finding) -> Look {
    switch finding.verdict {
    case .met: finding.isGreen ? .met : .likely
    case .notMet: finding.isRed ? .unmet : .unlikely
    case .undetermined: .unknown
    case .notCovered: .conflict
    }
  }

  /// "Yes", "Likely yes", "Reported: yes", "Not known yet" …
  public static func word(_ finding: Finding) -> Phrase {
    switch (finding.verdict, finding.grade) {
    case (.met, .stated):
      finding.isShortOfEvidence ? Phrase("Yes, proof needed", "Sí, falta prueba") : Phrase("Yes", "Sí")
    case (.met, .presumed): Phrase("Likely yes", "Probablemente sí")
    case (.met, .reported): Phrase("Reported: yes", "Según otros: sí")
    case (.notMet, .stated): Phrase("No", "No")
    case (.notMet, .presumed): Phrase("Likely no", "Probablemente no")
    case (.notMet, .reported): Phrase("Reported: no", "Según otros: no")
    case (.undetermined, _): Phrase("Not known yet", "Aún no se sabe")
    case (.notCovered, _): Phrase("Not covered", "Sin regla conocida")
    }
  }

  /// The same within a sentence: "likely yes".
  public static func within(_ finding: Finding) -> Phrase {
    func low(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
    let word = word(finding)
    return Phrase(low(word.en), low(word.es))
  }

  /// What the grade means, as a sentence.
  public static func gradeSentence(_ grade: RuleGrade) -> Phrase {
    switch grade {
    case .stated: Phrase("The body's own words, dated.", "Palabras del propio organismo, con fecha.")
    case .presumed:
      Phrase(
        "The body's own words, from a copy without a date: open the page and confirm.",
        "Palabras del propio organismo, de una copia sin fecha: abra la página y confirme.")
    case .reported:
      Phrase(
        "Told by others, not by the body: ask the body.", "Lo dicen otros, no el organismo: pregunte al organismo.")
    }
  }

  /// What stands behind a verdict, as a sentence.
  public static func sentence(_ finding: Finding) -> Phrase {
    switch finding.verdict {
    case .met, .notMet: gradeSentence(finding.grade)
    case .undetermined: Phrase("A fact is missing that would settle it.", "Falta un dato que lo decidiría.")
    case .notCovered:
      Phrase(
        "No rule that covers this was found, or sources disagree here: ask the body.",
        "No se encontró una regla que cubra esto, o las fuentes no coinciden: pregunte al organismo.")
    }
  }

  public static func gradeWord(_ grade: RuleGrade) -> Phrase {
    switch grade {
    case .stated: Phrase("stated", "declarado")
    case .presumed: Phrase("presumed", "supuesto")
    case .reported: Phrase("reported", "según otros")
    }
  }

  public static func evidenceWord(_ grade: EvidenceGrade) -> Phrase {
    switch grade {
    case .selfReported: Phrase("own word", "palabra propia")
    case .document: Phrase("document seen", "documento visto")
    case .primarySource: Phrase("checked with the source", "comprobado con la fuente")
    case .issuer: Phrase("from the issuer", "del emisor")
    }
  }

  /// Printed under every answer.
  public static let notice = Phrase(
    "Fobwatch reports published rules. It is not legal advice; the certifying body decides.",
    "Fobwatch informa de reglas publicadas. No es asesoría legal; decide el organismo certificador.")

  /// The same for an answer about a state: who decides there.
  public static func notice(deciding who: Phrase) -> Phrase {
    Phrase(
      "Fobwatch reports published rules, read in stored copies. It is not legal advice. Who decides: \(who.en).",
      "Fobwatch informa de reglas publicadas, leídas en copias guardadas. No es asesoría legal. Decide: \(who.es).")
  }

  public static let affiliation = Phrase(
    "Not affiliated with or endorsed by AAMA, AMT, NHA or NCCT.",
    "Sin afiliación ni aval de AAMA, AMT, NHA o NCCT.")
}

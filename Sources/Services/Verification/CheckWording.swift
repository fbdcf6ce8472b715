public import Vocabulary

/// What people read about checks with issuers.
public enum CheckWording {
  public static func text(_ method: SourceCheck.Method) -> Phrase {
    switch method {
    case .website: Phrase("the issuer's web page", "la página web de quien la emite")
    case .phone: Phrase("a call to the issuer", "una llamada a quien la emite")
    case .letter: Phrase("a letter or mail of the issuer", "una carta o un correo de quien la emite")
    case .service: Phrase("a service that asks issuers", "un servicio que pregunta a quienes las emiten")
    }
  }

  /// What was said, in a sentence.
  public static func text(_ answer: SourceCheck.Answer, _ language: Language) -> String {
    let dates = DateWording(language)
    func days(_ begins: CivilDate?, _ ends: CivilDate?) -> String {
      let from = begins.map { Phrase("from \(dates.day($0))", "desde el \(dates.day($0))")[language] }
      let to = ends.map { Phrase("through \(dates.day($0))", "hasta el \(dates.day($0))")[language] }
      let all = [from, to].compactMap(\.self).joined(separator: " ")
      return all.isEmpty ? "" : ": \(all)"
    }
    return switch answer {
    case .confirms(let begins, let ends):
      Phrase("The issuer confirms it", "Quien la emite lo confirma")[language] + days(begins, ends) + "."
    case .differs(let said):
      Phrase("The source says something else: \(said)", "La fuente dice otra cosa: \(said)")[language]
    case .nothingFound: Phrase("The source found nothing.", "La fuente no encontró nada.")[language]
    case .revoked(let on):
      on.map { Phrase("Taken back on \(dates.day($0)).", "Retirada el \(dates.day($0)).")[language] }
        ?? Phrase("Taken back; the source does not say when.", "Retirada; la fuente no dice cuándo.")[language]
    }
  }

  /// How a record stands, in a few words.
  public static func text(_ standing: CheckStanding) -> Phrase {
    switch standing {
    case .unchecked: Phrase("Not checked with the issuer", "Sin comprobar con quien la emite")
    case .changedSince:
      Phrase("Changed since it was checked", "Cambió después de comprobarse")
    case .holds: Phrase("Checked with the issuer", "Comprobado con quien la emite")
    case .inPart:
      Phrase("Checked in part: not all its days", "Comprobado en parte: no todas sus fechas")
    case .tooOld: Phrase("Checked too long ago", "Comprobado hace demasiado tiempo")
    case .differs: Phrase("The issuer says something else", "Quien la emite dice otra cosa")
    }
  }

  /// How the name that the source shows stands to the one a page shows. Another name is not said: who reads this may not know it.
  public static func text(_ standing: NameStanding, _ language: Language) -> String {
    switch standing {
    case .notNoted:
      Phrase(
        "Nobody noted which name the source shows.", "Nadie anotó qué nombre muestra la fuente.")[language]
    case .same: Phrase("The source shows this name.", "La fuente muestra este nombre.")[language]
    case .known:
      Phrase(
        "The source shows another name. The person’s own record has it as theirs.",
        "La fuente muestra otro nombre. El expediente de la persona lo tiene como suyo.")[language]
    case .other:
      Phrase(
        "The source shows another name, and the person’s record does not have it. Ask the person.",
        "La fuente muestra otro nombre, y el expediente de la persona no lo tiene. Pregúntele a la persona.")[language]
    }
  }

  /// A name with its days: "Maya Rivera (until Jun 2024)".
  public static func text(_ name: KnownName, _ language: Language) -> String { name.name + days(name, language) }

  private static func days(_ name: KnownName, _ language: Language) -> String {
    let dates = DateWording(language)
    let from = name.from.map { Phrase("from \(dates.days($0))", "desde \(dates.days($0))")[language] }
    let until = name.until.map { Phrase("until \(dates.days($0))", "hasta \(dates.days($0))")[language] }
    let both = [from, until].compactMap(\.self).joined(separator: " ")
    return both.isEmpty ? "" : " (\(both))"
  }

  /// Whose policy it is that a check counts for so many days.
  ///
  /// - Parameter isOwn: whether it is that of the organization that reads it.
  public static func policy(_ policy: CheckPolicy, isOwn: Bool = false) -> Phrase {
    if isOwn {
      return Phrase(
        """
        A check counts for \(policy.days) days for your organization. That is its own policy, and no rule of any issuer.
        """,
        """
        Para su organización una comprobación cuenta \(policy.days) días. Es su propia norma, no de quien emite la credencial.
        """)
    }
    return Phrase(
      """
      A check counts for \(policy.days) days here, or fewer if whoever made it says so. That is the policy of this site, and no \
      rule of any issuer.
      """,
      """
      Aquí una comprobación cuenta \(policy.days) días, o menos si así lo dice quien la hizo. Es la norma propia de este sitio, \
      no de quien emite la credencial.
      """)
  }

  /// Why a check is not noted.
  public static func text(_ problem: SourceChecks.Problem) -> Phrase {
    switch problem {
    case .noDay: Phrase("Give the day on which you looked", "Escriba el día en que miró")
    case .dayAhead: Phrase("This day lies ahead", "Esa fecha todavía no llega")
    case .noSource: Phrase("Say who answered", "Diga quién respondió")
    case .badText:
      Phrase(
        "Say what the source says, in at most \(SourceCheck.longest) characters",
        "Diga qué dice la fuente, en \(SourceCheck.longest) caracteres como máximo")
    case .contradiction:
      Phrase(
        "The record has other days. Pick “says something else” and write what the source says",
        "El expediente tiene otras fechas. Elija «dice otra cosa» y escriba qué dice la fuente")
    case .otherName:
      Phrase(
        "The record has no such name. Pick “says something else” and write which name it shows",
        "El expediente no tiene ese nombre. Elija «dice otra cosa» y escriba qué nombre muestra")
    case .wrongOrder: Phrase("The last day lies before the first", "El último día es anterior al primero")
    }
  }
}

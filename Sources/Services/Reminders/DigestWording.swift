import Knowledge
public import Vocabulary

/// The text of the mail of a day. Of a health item it says no more than that there is one.
public struct DigestWording: Sendable {
  private let address: @Sendable (Language) -> String

  /// - Parameter address: the whole address of the page about reminders.
  public init(address: @escaping @Sendable (Language) -> String) { self.address = address }

  /// - Parameters:
  ///   - items: at least one.
  ///   - today: the day of the mail.
  public func text(_ items: [DueItem], on today: CivilDate, _ language: Language) -> MailText {
    let failed = items.inOrder.filter { $0.hasFailed(on: today) }
    let ahead = items.inOrder.filter { !$0.hasFailed(on: today) }
    func part(_ title: Phrase, _ items: [DueItem]) -> [String] {
      guard !items.isEmpty else { return [] }
      let lines = items.map { item in
        let review = DueWording.review(item, on: today, language).map { "\n  " + $0 } ?? ""
        return "- \(DueWording.line(item, on: today, language))\(review)"
      }
      return [title[language] + "\n" + lines.joined(separator: "\n")]
    }
    return MailText(
      subject: subject(failed.count, ahead.count)[language],
      paragraphs: part(Phrase("The last day has passed:", "El último día ya pasó:"), failed)
        + part(Phrase("Coming up:", "Lo que viene:"), ahead)
        + [
          Phrase("The reasons, and how to turn these mails off:", "Los motivos, y cómo desactivar estos correos:")[
            language] + "\n" + address(language),
          Phrase(
            """
            These days follow from what you told us and from published rules. The body or board that issued a credential \
            decides. When you have done something about it, put it into your record, and we stop.
            """,
            """
            Estas fechas salen de lo que usted nos dijo y de reglas publicadas. Decide el organismo o la junta que dio la \
            credencial. Cuando haya hecho algo, anótelo en su expediente, y dejamos de avisar.
            """)[language],
        ])
  }

  /// It names nothing: subjects are seen on locked phones.
  private func subject(_ failed: Int, _ ahead: Int) -> Phrase {
    if failed == 0 {
      return Phrase(
        ahead == 1 ? "Fobwatch: one thing is coming up" : "Fobwatch: \(ahead) things are coming up",
        ahead == 1 ? "Fobwatch: se acerca una fecha" : "Fobwatch: se acercan \(ahead) fechas")
    }
    let past = Phrase(
      failed == 1 ? "one last day has passed" : "\(failed) last days have passed",
      failed == 1 ? "pasó un último día" : "pasaron \(failed) últimos días")
    guard ahead > 0 else { return Phrase("Fobwatch: \(past.en)", "Fobwatch: \(past.es)") }
    return Phrase("Fobwatch: \(past.en), \(ahead) coming up", "Fobwatch: \(past.es), \(ahead) por venir")
  }
}

/// One thing that runs out, in words.
public enum DueWording {
  /// "CMA (AAMA): its last day is Jan 31, 2028 (in 14 months)".
  public static func line(_ item: DueItem, on today: CivilDate, _ language: Language) -> String {
    let day = DateWording(language, asOf: today).dayWithDistance(item.day)
    return upper("\(item.text[language]): \(last(item, on: today)[language]) \(day)")
  }

  /// That the rules behind a day are past their review; nil: they are not.
  public static func review(_ item: DueItem, on today: CivilDate, _ language: Language) -> String? {
    item.reviewEnded.map { ended in
      let day = DateWording(language, asOf: today).day(ended)
      return Phrase(
        "We were to read the rules behind this day again by \(day), and have not. Ask whoever issued it whether they changed.",
        """
        Debíamos volver a leer las reglas de esta fecha a más tardar el \(day), y no lo hicimos. Pregunte a quien lo emitió si \
        cambiaron.
        """)[language]
    }
  }

  /// What the day is: "its last day is".
  private static func last(_ item: DueItem, on today: CivilDate) -> Phrase {
    let isOver = item.hasFailed(on: today)
    switch item.kind {
    case .fee, .points, .yearly, .renewalExam:
      return isOver
        ? Phrase("the last day for it was", "el último día para cumplirlo fue el")
        : Phrase("the last day for it is", "el último día para cumplirlo es el")
    case .lateWindow, .examWindow:
      return isOver
        ? Phrase("it was open through", "estuvo abierta hasta el") : Phrase("open through", "abierta hasta el")
    case .certification, .license, .card, .health, .season:
      return isOver
        ? Phrase("its last day was", "su último día fue el") : Phrase("its last day is", "su último día es el")
    }
  }

  static func upper(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

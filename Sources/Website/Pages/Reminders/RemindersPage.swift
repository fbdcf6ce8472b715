import HTML
import Services
import Vocabulary

/// What somebody is reminded of, how, and what went out.
struct RemindersPage {
  let value: Reminders.View
  let token: String?
  /// A moment in words.
  let words: (Instant) -> String
  /// The calendar, if this site has any.
  var feed: FeedPart?
  /// Organizations that can be told too.
  var channels: [ReminderHooks.Channel] = []
  var entered: ReminderSettings?
  var errors: [FormError] = []

  static let title = Phrase("Your reminders", "Sus recordatorios")

  func page(_ language: Language) -> Page {
    memberPage(
      Self.title, .reminders, errors: errors,
      lead: Phrase(
        "What runs out, and when we tell you. One mail a day at most, and only when you want it.",
        "Lo que vence y cuándo le avisamos. Un correo al día como mucho, y solo si usted lo quiere."),
      body: """
        \(list(language))\(form(language))\(ChannelPart(channels: channels, token: token).html(language))\
        \(others(language))\(mails(language))\(feed?.html(language, token))
        """, language)
  }

  // MARK: - What runs out

  private func list(_ language: Language) -> HTML {
    let dates = DateWording(language, asOf: value.today)
    let now = value.open.map { item -> HTML in
      let sign = item.hasFailed(on: value.today) ? Sign.unmet : Sign.due
      let word =
        item.hasFailed(on: value.today)
        ? Phrase("Past its last day", "Pasó su último día") : Phrase("Coming up", "Por venir")
      return """
        <li class="stack tight">\(Chip(sign, word[language]).html(language))\
        <p>\(DueWording.line(item, on: value.today, language))</p>\(review(item, language))</li>

        """
    }
    let later = value.later.map { item, first -> HTML in
      let told = Phrase("We tell you from \(dates.day(first)).", "Le avisamos desde el \(dates.day(first)).")
      return """
        <li class="stack tight"><p>\(DueWording.line(item, on: value.today, language))</p>\
        <p class="fine">\(told[language])</p>\(review(item, language))</li>

        """
    }
    guard !now.isEmpty || !later.isEmpty else {
      let none = Phrase(
        "Nothing in your record has a last day that we know of.",
        "Nada en su expediente tiene un último día que conozcamos.")
      return "<div class=\"empty\">\(Icon.calendar.html)<p>\(none[language])</p></div>\n"
    }
    func part(_ title: Phrase, _ lines: [HTML]) -> HTML {
      lines.isEmpty ? "" : "<h2>\(title[language])</h2><ul role=\"list\" class=\"list card\">\(lines)</ul>\n"
    }
    return "\(part(Phrase("Now", "Ahora"), now))\(part(Phrase("Later", "Después"), later))"
  }

  /// That the rules behind a day were to be read again, if so.
  private func review(_ item: DueItem, _ language: Language) -> HTML {
    DueWording.review(item, on: value.today, language).map { "<p class=\"fine\">\($0)</p>" } ?? ""
  }

  // MARK: - How

  private func form(_ language: Language) -> HTML {
    let settings = entered ?? value.settings ?? .usual(language)
    let hours = (0..<24).map { (value: String($0), text: Self.hour($0, language)) }
    let on = choiceLine(
      Choice(
        "1", Phrase("Mail me when something comes up", "Escríbanme cuando se acerque algo")[language],
        hint: Phrase(
          "To the address of your account. This is your consent; untick it to end it.",
          "A la dirección de su cuenta. Este es su consentimiento; quite la marca para terminarlo.")[language]),
      name: "mail", id: "mail", picking: .several, checked: settings.isMailOn)
    let others = choiceLine(
      Choice(
        "1",
        Phrase(
          "When time is short and nothing has changed, tell my coordinators",
          "Si queda poco tiempo y nada cambió, avisen a mis coordinadores")[language],
        hint: Phrase(
          """
          Coordinators of the organizations you share that part of your record with. They see your address and the last day, \
          never anything of your health part. Untick it to end it.
          """,
          """
          Coordinadores de las organizaciones con las que comparte esa parte de su expediente. Ven su dirección y el último día, \
          nunca nada de su parte de salud. Quite la marca para terminarlo.
          """)[language]),
      name: "others", id: "others", picking: .several, checked: settings.isEscalated)
    let form = MemberForm(
      action: .reminders, token: token, button: Phrase("Save", "Guardar"), look: "btn big fill",
      fields: [
        on, others,
        Picker(
          name: "language", label: Phrase("Language of the mails", "Idioma de los correos"),
          options: [(value: "en", text: "English"), (value: "es", text: "Español")],
          picked: settings.language.rawValue
        ).html(language),
        Picker(
          name: "zone", label: Phrase("Your time zone", "Su zona horaria"),
          options: ReminderZone.allCases.map { (value: $0.rawValue, text: $0.words[language]) },
          picked: settings.zone.rawValue
        ).html(language),
        Picker(
          name: "from", label: Phrase("No mail from", "Sin correos desde"), options: hours,
          picked: String(settings.quiet.from)
        ).html(language),
        Picker(
          name: "until", label: Phrase("until", "hasta"), options: hours, picked: String(settings.quiet.until)
        ).html(language),
      ])
    let title = Phrase("How we tell you", "Cómo le avisamos")
    let health = Phrase(
      "A mail never names anything of your health part.", "Un correo nunca nombra nada de su parte de salud.")
    return "<h2>\(title[language])</h2>\(form.html(language))<p class=\"fine\">\(health[language])</p>\n"
  }

  /// "7 am", "7:00".
  private static func hour(_ hour: Int, _ language: Language) -> String {
    let noon = hour < 12 ? "am" : "pm"
    return Phrase("\(hour % 12 == 0 ? 12 : hour % 12) \(noon)", "\(hour):00")[language]
  }

  // MARK: - What went out

  /// Whom else we told.
  private func others(_ language: Language) -> HTML {
    guard !value.others.isEmpty else { return "" }
    let lines = value.others.map { other -> HTML in
      let day = words(other.toldAt)
      let text = Phrase("\(other.organization), on \(day)", "\(other.organization), el \(day)")
      return "<li>\(text[language])</li>\n"
    }
    let title = Phrase("Whom else we told", "A quién más le avisamos")
    return "<h2>\(title[language])</h2><ul role=\"list\" class=\"list card\" id=\"others-told\">\(lines)</ul>\n"
  }

  private func mails(_ language: Language) -> HTML {
    guard !value.mails.isEmpty else { return "" }
    let dates = DateWording(language)
    let lines = value.mails.map { mail -> HTML in
      let things = Phrase(
        mail.items == 1 ? "one thing" : "\(mail.items) things", mail.items == 1 ? "una cosa" : "\(mail.items) cosas")
      return """
        <li class="stack tight"><p><strong>\(dates.day(mail.day))</strong>: \(Self.state(mail)[language])</p>\
        <p class="fine">\(things[language])</p></li>

        """
    }
    let title = Phrase("The last mails", "Los últimos correos")
    return "<h2>\(title[language])</h2><ul role=\"list\" class=\"list card\" id=\"mails\">\(lines)</ul>\n"
  }

  /// Where a mail stands, in words.
  static func state(_ mail: DigestRow) -> Phrase {
    switch mail.state {
    case .claimed: Phrase("waits to be sent", "espera su envío")
    case .sent: Phrase("sent", "enviado")
    case .possiblySent:
      mail.sentAt == nil
        ? Phrase(
          "perhaps sent: the answer of the mail server did not reach us",
          "quizá enviado: no nos llegó la respuesta del servidor de correo")
        : Phrase(
          "sent, perhaps twice: the first answer of the mail server did not reach us",
          "enviado, quizá dos veces: no nos llegó la primera respuesta del servidor de correo")
    case .failed: Phrase("not sent", "no enviado")
    }
  }
}

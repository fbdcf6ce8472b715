import Services
import Vocabulary

/// What somebody is reminded of.
extension MemberVisit {
  func remindersPage(_ entered: ReminderSettings? = nil, errors: [FormError] = []) async throws -> Reply {
    guard let reminders = members.reminders else { return noReminders }
    let person = try person()
    let value = try await reminders.look(for: person, language, at: now)
    var shown = RemindersPage(value: value, token: formToken, words: words)
    shown.entered = entered
    shown.errors = errors
    shown.feed = FeedPart(made: try await reminders.feed(of: person, at: now).map(words))
    shown.channels = try await ReminderHooks(accounts).channels(of: person, at: now)
    return page(shown.page(language), status: errors.isEmpty ? 200 : 422)
  }

  func setReminders(_ form: Form) async throws -> Reply {
    guard let reminders = members.reminders else { return noReminders }
    let person = try person()
    let usual = ReminderSettings.usual(language)
    func refuse(_ field: String) async throws -> Reply {
      let message = Phrase("Pick one from the list", "Elija uno de la lista")
      return try await remindersPage(usual, errors: [FormError(field: field, message: text(message))])
    }
    guard let mails = form["language"].flatMap(Language.init(rawValue:)) else { return try await refuse("language") }
    guard let zone = form["zone"].flatMap(ReminderZone.init(rawValue:)) else { return try await refuse("zone") }
    func hour(_ name: String) -> Int? {
      form[name].flatMap { Int($0) }.flatMap { (0..<24).contains($0) ? $0 : nil }
    }
    guard let from = hour("from") else { return try await refuse("from") }
    guard let until = hour("until") else { return try await refuse("until") }
    let settings = ReminderSettings(
      isMailOn: form["mail"] == "1", language: mails, zone: zone, quiet: QuietHours(from: from, until: until),
      isEscalated: form["others"] == "1")
    try await reminders.set(settings, for: person, at: now)
    return redirect(.reminders)
  }

  func makeFeed() async throws -> Reply {
    guard let reminders = members.reminders else { return noReminders }
    let person = try person()
    let address = try await reminders.makeFeed(for: person, language, at: now)
    let value = try await reminders.look(for: person, language, at: now)
    var shown = RemindersPage(value: value, token: formToken, words: words)
    shown.feed = FeedPart(
      made: words(now), address: members.home + Address(.feed(address), language).text)
    return page(shown.page(language))
  }

  func endFeed() async throws -> Reply {
    guard let reminders = members.reminders else { return noReminders }
    try await reminders.endFeed(for: try person(), at: now)
    return redirect(.reminders)
  }

  private var noReminders: Reply { site.missing(Address(.member(.account), language)) }
}

extension Site {
  /// Whether nobody has looked for a day whom to remind; false where that cannot be asked.
  func areRemindersLate(_ signedIn: SignedIn?) async -> Bool {
    guard signedIn != nil, let members, let reminders = members.reminders else { return false }
    return (try? await members.reminderGlance.isLate(reminders, at: members.now())) ?? false
  }
}

import Services
import Vocabulary

extension Site {
  /// Somebody's days, for their calendar program. It has no cookie: the address is all that shows who asks.
  func feed(_ token: String, _ address: Address) async throws -> Reply {
    guard let members, let reminders = members.reminders,
      let found = try await reminders.events(token, at: members.now())
    else { return missing(address) }
    let today = members.now().utcDay
    let file = CalendarFile(
      events: found.events.map { Self.event($0, found.language, home: members.home, today: today) }, made: today,
      isFeed: true)
    return Reply(
      headers: [
        ("Content-Type", "text/calendar; charset=utf-8"), ("Cache-Control", "private, no-store"),
        ("X-Robots-Tag", "noindex, nofollow"),
      ], body: Array(file.text.utf8))
  }

  private static func event(
    _ event: FeedEvent, _ language: Language, home: String, today: CivilDate
  ) -> CalendarEvent {
    let settled = Phrase("Fobwatch: settled", "Fobwatch: resuelto")
    let why = Phrase(
      "This day follows from what you told us and from published rules. The body or board that issued it decides.",
      "Esta fecha sale de lo que usted nos dijo y de reglas publicadas. Decide el organismo o la junta que lo dio.")
    let review = event.item.flatMap { DueWording.review($0, on: today, language) }.map { "\n" + $0 } ?? ""
    let page = why[language] + review + "\n" + home + Address(.member(.reminders), language).text
    var shown = CalendarEvent(
      id: event.uid, day: event.row.day,
      title: event.item.map { Self.title($0)[language] } ?? settled[language], text: page)
    shown.sequence = event.row.sequence
    shown.isCancelled = event.row.isCancelled
    shown.changed = event.row.changedAt
    return shown
  }

  /// "Last day: CMA (AAMA)".
  private static func title(_ item: DueItem) -> Phrase {
    Phrase("Last day: \(item.text.en)", "Último día: \(item.text.es)")
  }
}

import CanonicalJSON
import Rules
import Vocabulary

/// What the log says about an externship, and back. No entry has a token, or where somebody looked from.
enum ExternshipEntries {
  static let day = "externship.day"
  static let link = "externship.link"
  static let look = "externship.look"
  static let answer = "externship.answer"
  static let letter = "externship.letter"

  // MARK: - Days

  /// - Parameter content: nil: it is taken out.
  static func day(_ id: ExternshipDay.ID, _ content: ExternshipDay?, of person: PersonID) -> LogEntryDraft {
    var members: [(String, JSON?)] = [("id", .string(id.text))]
    if let content {
      let skills = content.skills.sorted { $0.key.rawValue < $1.key.rawValue }
      members += [
        ("day", .string(RecordJSON.text(content.day))), ("site", .string(content.site)),
        ("preceptor", .string(content.preceptor)), ("hundredths", whole(content.hours.hundredths)),
        ("skills", .array(skills.map { .array([.string($0.key.rawValue), whole($0.value) ?? .null]) })),
        ("note", content.note.map { .string($0) }),
      ]
    }
    return LogEntryDraft(kind: day, person: person, payload: AccountEntries.object(members))
  }

  /// Each day with all that was said of it, the oldest first; days in the order in which they were first written down.
  static func days(_ entries: [PersonEntry]) -> [(ExternshipDay.ID, [(content: ExternshipDay?, at: Instant)])] {
    var order: [ExternshipDay.ID] = []
    var found: [ExternshipDay.ID: [(content: ExternshipDay?, at: Instant)]] = [:]
    for entry in entries {
      guard let id = entry.payload["id"]?.asString.flatMap(ExternshipDay.ID.init(text:)) else { continue }
      if found[id] == nil { order.append(id) }
      found[id, default: []].append((content(entry.payload), entry.recordedAt))
    }
    return order.map { ($0, found[$0] ?? []) }
  }

  private static func content(_ json: JSON) -> ExternshipDay? {
    guard let day = json["day"]?.asString.flatMap({ RecordJSON.day($0) }), let site = json["site"]?.asString,
      let preceptor = json["preceptor"]?.asString, let hours = json["hundredths"]?.asWhole
    else { return nil }
    var skills: [ExternshipDay.Skill: Int] = [:]
    for pair in json["skills"]?.asArray ?? [] {
      guard let parts = pair.asArray, parts.count == 2,
        let skill = parts[0].asString.flatMap(ExternshipDay.Skill.init(rawValue:)), let times = parts[1].asWhole
      else { continue }
      skills[skill] = Int(times)
    }
    return ExternshipDay(
      day: day, site: site, preceptor: preceptor, hours: Quantity(hundredths: Int(hours)), skills: skills,
      note: json["note"]?.asString)
  }

  // MARK: - Links

  static func made(_ link: SignOffLink, _ name: String, _ days: [ExternshipDay.ID]) -> LogEntryDraft {
    LogEntryDraft(
      kind: self.link, person: link.person,
      payload: AccountEntries.object([
        ("link", .string(link.id.text)), ("name", .string(name)), ("days", .array(days.map { .string($0.text) })),
        ("ends", .string(String(link.endsAt.microseconds))),
      ]))
  }

  static func revoked(_ link: SignOffLink) -> LogEntryDraft {
    LogEntryDraft(
      kind: self.link, person: link.person,
      payload: AccountEntries.object([("link", .string(link.id.text)), ("revoked", true)]))
  }

  static func looked(_ link: SignOffLink) -> LogEntryDraft {
    LogEntryDraft(
      kind: look, person: link.person, payload: AccountEntries.object([("link", .string(link.id.text))]))
  }

  /// The name that a link shows and the days it is for; nil when no entry says it.
  static func content(of id: SignOffLink.ID, in entries: [PersonEntry]) -> (name: String, days: [ExternshipDay.ID])? {
    for entry in entries where entry.payload["link"]?.asString == id.text {
      if let name = entry.payload["name"]?.asString, let days = entry.payload["days"]?.asArray {
        return (name, days.compactMap { $0.asString.flatMap(ExternshipDay.ID.init(text:)) })
      }
    }
    return nil
  }

  // MARK: - Answers

  static func answered(_ signOff: SignOff, of person: PersonID) -> LogEntryDraft {
    LogEntryDraft(
      kind: answer, person: person,
      payload: AccountEntries.object([
        ("link", .string(signOff.link.text)), ("name", .string(signOff.name)), ("role", .string(signOff.role)),
        ("items", .array(signOff.items.map { .array([.string($0.day.text), whole($0.version) ?? .null]) })),
        ("declined", signOff.declined.map { .string($0) }), ("reference", signOff.reference.map { .string($0) }),
      ]))
  }

  /// What a file says that a preceptor said. Nothing here confirms it.
  ///
  /// - Parameter link: a name of its own, behind which there is no link.
  static func brought(_ said: ArchiveExternship.Said, _ link: SignOffLink.ID, of person: PersonID) -> LogEntryDraft {
    LogEntryDraft(
      kind: answer, person: person,
      payload: AccountEntries.object([
        ("link", .string(link.text)), ("name", .string(said.name)), ("role", .string(said.role)),
        ("items", .array(said.items.map { .array([.string($0.day.text), whole($0.version) ?? .null]) })),
        ("declined", said.declined.map { .string($0) }), ("brought", .string(String(said.at.microseconds))),
      ]))
  }

  /// The preceptor is no reference any more.
  static func withdrawn(_ link: SignOffLink) -> LogEntryDraft {
    LogEntryDraft(
      kind: answer, person: link.person,
      payload: AccountEntries.object([("link", .string(link.id.text)), ("withdrawn", true)]))
  }

  /// The oldest first.
  static func signOffs(_ entries: [PersonEntry]) -> [KeptSignOff] {
    let ended = entries.filter { $0.payload["withdrawn"] != nil }
    return entries.compactMap { entry -> KeptSignOff? in
      guard let link = entry.payload["link"]?.asString.flatMap(SignOffLink.ID.init(text:)),
        let name = entry.payload["name"]?.asString, let role = entry.payload["role"]?.asString
      else { return nil }
      let items = (entry.payload["items"]?.asArray ?? []).compactMap { json -> SignOff.Item? in
        guard let parts = json.asArray, parts.count == 2,
          let day = parts[0].asString.flatMap(ExternshipDay.ID.init(text:)), let version = parts[1].asWhole
        else { return nil }
        return SignOff.Item(day, version: Int(version))
      }
      let brought = entry.payload["brought"]?.asString.flatMap { Int64($0) }
      return KeptSignOff(
        signOff: SignOff(
          link: link, name: name, role: role, items: items, declined: entry.payload["declined"]?.asString,
          reference: entry.payload["reference"]?.asString),
        at: brought.map { Instant(microseconds: $0) } ?? entry.recordedAt,
        withdrawnAt: ended.first { $0.payload["link"]?.asString == link.text }?.recordedAt,
        isBrought: brought != nil)
    }
  }

  // MARK: - Letters

  /// - Parameter from: only with the request.
  static func letter(
    _ id: ExperienceLetter.ID, from: String?, _ step: ExperienceLetter.Step, of person: PersonID
  ) -> LogEntryDraft {
    LogEntryDraft(
      kind: letter, person: person,
      payload: AccountEntries.object([
        ("id", .string(id.text)), ("from", from.map { .string($0) }), ("event", .string(step.event.rawValue)),
        ("day", .string(RecordJSON.text(step.day))),
      ]))
  }

  /// The one asked for first comes first.
  static func letters(_ entries: [PersonEntry]) -> [ExperienceLetter] {
    var order: [ExperienceLetter.ID] = []
    var found: [ExperienceLetter.ID: (from: String, steps: [ExperienceLetter.Step])] = [:]
    for entry in entries {
      guard let id = entry.payload["id"]?.asString.flatMap(ExperienceLetter.ID.init(text:)),
        let event = entry.payload["event"]?.asString.flatMap(ExperienceLetter.Event.init(rawValue:)),
        let day = entry.payload["day"]?.asString.flatMap({ RecordJSON.day($0) })
      else { continue }
      if found[id] == nil {
        order.append(id)
        found[id] = (entry.payload["from"]?.asString ?? "", [])
      }
      found[id]?.steps.append(ExperienceLetter.Step(event, day))
    }
    return order.compactMap { id in
      found[id].map { ExperienceLetter(id: id, from: $0.from, steps: $0.steps) }
    }
  }

  private static func whole(_ number: Int) -> JSON? { JSONNumber(whole: Int64(number)).map { .number($0) } }
}

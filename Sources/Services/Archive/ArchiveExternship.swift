import CanonicalJSON
import Rules
import Vocabulary

/// The externship ledger in an archive: days with what they said before, what preceptors said, letters. How a preceptor can be
/// reached is not in it: they consented to be a reference here.
public struct ArchiveExternship: Hashable, Sendable {
  /// A day, with all that was said of it, the oldest first.
  public struct Day: Hashable, Sendable {
    public let id: ExternshipDay.ID
    public let versions: [ExternshipDay]
  }

  /// What a preceptor said, as the file has it.
  public struct Said: Hashable, Sendable {
    let name: String
    let role: String
    let items: [SignOff.Item]
    let declined: String?
    let at: Instant
  }

  /// A letter, with its steps.
  public struct Letter: Hashable, Sendable {
    let from: String
    let steps: [ExperienceLetter.Step]
  }

  public var days: [Day] = []
  public var signOffs: [Said] = []
  public var letters: [Letter] = []
  /// As it was written.
  private(set) var file = ExternshipFile.json(ExternshipLedger(days: [], answers: [], letters: []), contacts: false)
    .bytes

  init() {}

  init(_ ledger: ExternshipLedger) {
    days = ledger.lines.reversed().map { line in
      Day(id: line.id, versions: line.earlier.reversed().map(\.content.cleared) + [line.content.cleared])
    }
    signOffs = ledger.signOffs.reversed().map(Said.init)
    letters = ledger.letters.reversed().map { Letter(from: $0.clearedFrom, steps: $0.steps) }
    file = ExternshipFile.json(ledger, contacts: false).bytes
  }

  // MARK: - Reading

  init(_ bytes: [UInt8], _ name: String, today: CivilDate, now: Instant) throws(ArchiveFault) {
    let file = try ArchiveFile.object(bytes, name, keys: ["externship_file", "days", "sign_offs", "letters"])
    guard file["externship_file"]?.asWhole == 1 else { throw .badValue(name + "/externship_file") }
    func list<T>(_ key: String, most: Int, _ read: (JSONObject) -> T?) throws(ArchiveFault) -> [T] {
      guard let all = file[key]?.asArray, all.count <= most else { throw .badValue("\(name)/\(key)") }
      var found: [T] = []
      for (index, json) in all.enumerated() {
        guard let value = json.asObject.flatMap(read) else { throw .badValue("\(name)/\(key)/\(index)") }
        found.append(value)
      }
      return found
    }
    days = try list("days", most: ExternshipDay.most) { Self.day($0, today) }
    signOffs = try list("sign_offs", most: ExternshipDay.most) { Self.said($0, now) }
    letters = try list("letters", most: ExperienceLetter.most) { Self.letter($0, today) }
    guard Set(days.map(\.id)).count == days.count else { throw .twice(name + "/days") }
    for (index, said) in signOffs.enumerated() {
      let isThere = said.items.allSatisfy { item in
        days.first { $0.id == item.day }.map { item.version <= $0.versions.count } ?? true
      }
      guard isThere else { throw .badValue("\(name)/sign_offs/\(index)/days") }
    }
    self.file = bytes
  }

  private static func day(_ object: JSONObject, _ today: CivilDate) -> Day? {
    let known: Set = ["id", "version", "signed", "earlier", "day", "hours", "site", "preceptor", "note", "skills"]
    guard object.keys.allSatisfy(known.contains), let id = object["id"]?.asString.flatMap(ExternshipDay.ID.init(text:)),
      let last = content(object, today), object["signed"]?.asBool != nil
    else { return nil }
    var versions = [last]
    for json in object["earlier"]?.asArray ?? [] {
      guard let object = json.asObject, let content = content(object, today) else { return nil }
      versions.append(content)
    }
    guard object["version"]?.asWhole == Int64(versions.count), versions.count <= 1_000 else { return nil }
    return Day(id: id, versions: versions.reversed())
  }

  /// Texts that look as if they were about a patient stay out, whoever wrote the file.
  private static func content(_ object: JSONObject, _ today: CivilDate) -> ExternshipDay? {
    guard let day = object["day"]?.asString.flatMap({ RecordJSON.day($0) }),
      let hours = object["hours"]?.asString.flatMap({ Quantity($0) }), let skills = object["skills"]?.asObject
    else { return nil }
    var times: [ExternshipDay.Skill: Int] = [:]
    for member in skills.members {
      guard let skill = ExternshipDay.Skill(rawValue: member.key), let number = member.value.asWhole else { return nil }
      times[skill] = Int(number)
    }
    let texts = ["site", "preceptor", "note"].map { object[$0] }
    guard texts.allSatisfy({ $0 == nil || $0?.asString != nil }) else { return nil }
    let content = ExternshipDay(
      day: day, site: texts[0]?.asString ?? "", preceptor: texts[1]?.asString ?? "", hours: hours, skills: times,
      note: texts[2]?.asString)
    // A text that was left out is none; of all else a form takes the same.
    var whole = content
    if whole.site.isEmpty { whole.site = "-" }
    if whole.preceptor.isEmpty { whole.preceptor = "-" }
    return whole.problem(asOf: today) == nil ? content.cleared : nil
  }

  private static func said(_ object: JSONObject, _ now: Instant) -> Said? {
    let known: Set = ["at", "name", "role", "signed", "declined", "days"]
    guard object.keys.allSatisfy(known.contains), let at = object["at"]?.asString.flatMap({ Int64($0) }),
      (0...now.microseconds).contains(at), let name = object["name"]?.asString, let role = object["role"]?.asString,
      let signed = object["signed"]?.asBool, let days = object["days"]?.asArray, days.count <= SignOffLink.mostDays
    else { return nil }
    let declined = object["declined"]?.asString
    guard signed == (declined == nil), (object["declined"] == nil) == signed,
      ([name, role] + (declined.map { [$0] } ?? [])).allSatisfy({
        ExternshipDay.isText($0) && PatientText.signs(in: $0).isEmpty
      })
    else { return nil }
    let items = days.compactMap { json -> SignOff.Item? in
      guard let id = json["id"]?.asString.flatMap(ExternshipDay.ID.init(text:)), let version = json["version"]?.asWhole,
        (1...1_000).contains(version)
      else { return nil }
      return SignOff.Item(id, version: Int(version))
    }
    guard items.count == days.count else { return nil }
    return Said(name: name, role: role, items: items, declined: declined, at: Instant(microseconds: at))
  }

  private static func letter(_ object: JSONObject, _ today: CivilDate) -> Letter? {
    guard object.keys.allSatisfy(["from", "steps"].contains), let list = object["steps"]?.asArray, list.count <= 50,
      object["from"] == nil || object["from"]?.asString != nil
    else { return nil }
    let from = object["from"]?.asString ?? ""
    guard from.isEmpty || (ExternshipDay.isText(from) && PatientText.signs(in: from).isEmpty) else { return nil }
    let steps = list.compactMap { json -> ExperienceLetter.Step? in
      guard let event = json["event"]?.asString.flatMap(ExperienceLetter.Event.init(rawValue:)),
        let day = json["day"]?.asString.flatMap({ RecordJSON.day($0) }), day <= today, day.year >= 1990
      else { return nil }
      return ExperienceLetter.Step(event, day)
    }
    guard steps.count == list.count, steps.first?.event == .asked,
      steps.dropFirst().allSatisfy({ $0.event != .asked }), steps.dropLast().allSatisfy({ !$0.event.isLast }),
      zip(steps, steps.dropFirst()).allSatisfy({ $0.day <= $1.day })
    else { return nil }
    return Letter(from: from, steps: steps)
  }
}

extension ArchiveExternship.Said {
  init(_ kept: KeptSignOff) {
    self.init(
      name: kept.signOff.name, role: kept.signOff.role, items: kept.signOff.items, declined: kept.signOff.declined,
      at: kept.at)
  }
}

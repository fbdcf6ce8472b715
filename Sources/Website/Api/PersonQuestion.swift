import CanonicalJSON
import Knowledge
import Rules
import Services
import Vocabulary

/// The body of a question about a person. It goes no further than its answer.
struct PersonQuestion {
  /// The body itself, as described.
  let body: JSON
  let person: PersonFile
  let inquiry: Services.Inquiry
  let language: Language

  var evidence: Evidence { person.evidence }

  /// - Throws: `ApiError` with 400 for what is no JSON or not as described, and with 422 for days and records that
  ///   cannot be.
  init(_ body: JSON, _ base: KnowledgeBase, today: CivilDate) throws(ApiError) {
    self.body = body
    language = body["lang"]?.asString.flatMap(Language.init(rawValue:)) ?? .english
    let inquiry = try Self.inquiry(body, today: today)
    self.inquiry = inquiry
    let faults = Self.tooMany(in: body["person"])
    guard faults.isEmpty else { throw ApiError(.unanswerable, faults) }
    do throws(PersonJSON.FaultsError) {
      person = try PersonJSON.read(body["person"] ?? .null, base, today: inquiry.asOf)
    } catch {
      throw ApiError(
        .unanswerable, error.all.map { ApiFault(.body, "/person" + $0.pointer, message: $0.message) })
    }
  }

  /// The texts of a member that is a list.
  func texts(_ name: String) -> [String] { (body[name]?.asArray ?? []).compactMap(\.asString) }

  /// Lists that are longer than those of a person. What an answer takes grows faster than they do, and each program that
  /// is listed is explained by itself.
  private static func tooMany(in person: JSON?) -> [ApiFault] {
    (person?.asObject?.members ?? []).compactMap { member in
      let count = (member.value.asArray ?? member.value["list"]?.asArray)?.count ?? 0
      let most = member.key == EvidenceKind.program.listName ? 10 : 200
      guard count > most else { return nil }
      return ApiFault(
        .body, "/person/" + JSONPointer.token(member.key), expected: "at most \(most) entries", found: "\(count)",
        advice: "Ask on the command line, which has time")
    }
  }

  private static func inquiry(_ body: JSON, today: CivilDate) throws(ApiError) -> Services.Inquiry {
    var inquiry = Services.Inquiry(asOf: try day(body["asOf"], "/asOf") ?? today)
    inquiry.on = try day(body["on"], "/on")
    inquiry.knownOn = try day(body["knownOn"], "/knownOn")
    let (from, to) = (try day(body["from"], "/from"), try day(body["to"], "/to"))
    if let from, let to {
      guard from <= to else {
        throw ApiError(
          .unanswerable, [ApiFault(.body, "/to", expected: "a day from \(from) on", found: "\(to)")])
      }
      inquiry.through = DayInterval(from, to)
    } else if from != nil || to != nil {
      let missing = from == nil ? "from" : "to"
      throw ApiError(
        .unanswerable,
        [ApiFault(.body, "", expected: "both 'from' and 'to'", found: "no '\(missing)'", advice: "Add it")])
    }
    inquiry.act = body["act"]?.asString
    for pin in body["pins"]?.asObject?.members ?? [] {
      inquiry.pins[pin.key] = try day(pin.value, "/pins/" + JSONPointer.token(pin.key))
    }
    return inquiry
  }

  private static func day(_ value: JSON?, _ place: String) throws(ApiError) -> CivilDate? {
    guard let text = value?.asString else { return nil }
    guard let day = askedDay(text) else { throw ApiError(.unanswerable, [.noDay(.body, place, text)]) }
    return day
  }
}

extension PersonQuestion {
  /// Runs a part of an answer; a name that it does not know stands at a place of the body.
  func asked<Answer>(at place: String, _ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch let error as QuestionError {
      throw ApiError(.unanswerable, [ApiFault(.body, place, error)])
    } catch DeterminationError.unknownAddress(let address) {
      throw ApiError(
        .unanswerable,
        [
          ApiFault(
            .body, place, expected: "a credential, a rule or a part of one", found: "'\(address)'",
            advice: "GET /api/v1/credentials lists the rules")
        ])
    }
  }

  /// An act, or a rule, that there is not.
  func fault(_ error: DeterminationError) -> ApiFault {
    switch error {
    case .unknownAddress(let address):
      return ApiFault(.body, "", expected: "a credential, a rule or a part of one", found: "'\(address)'")
    case .unknownAct(let act, let known):
      let place = inquiry.act == act ? "/act" : "/pins/" + JSONPointer.token(act)
      return ApiFault(
        .body, place, expected: "an act: \(known.joined(separator: ", "))", found: "'\(act)'")
    }
  }
}

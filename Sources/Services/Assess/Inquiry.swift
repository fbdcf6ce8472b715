import Knowledge
import Rules
public import Vocabulary

/// A question as a user puts it: which rule, which days, which clocks, which acts.
public struct Inquiry: Sendable, Hashable {
  /// When it is asked.
  public var asOf: CivilDate
  /// The day it is about; nil: the day asked.
  public var on: CivilDate?
  /// The days it is about, when they are more than one.
  public var through: DayInterval?
  public var knownOn: CivilDate?
  public var act: String?
  /// Act and day: "apply on A, sit on E".
  public var pins: [String: CivilDate]

  public init(
    asOf: CivilDate, on: CivilDate? = nil, through: DayInterval? = nil, knownOn: CivilDate? = nil,
    act: String? = nil, pins: [String: CivilDate] = [:]
  ) {
    self.asOf = asOf
    self.on = on
    self.through = through
    self.knownOn = knownOn
    self.act = act
    self.pins = pins
  }

  public var day: CivilDate { on ?? through?.first ?? asOf }
}

extension Inquiry {
  /// The question for the evaluator. Acts that the record shows as done or booked, and not yet used up by an
  /// attempt, are pinned to their day; the question's own pins come first.
  func question(_ base: KnowledgeBase, credential: String?, _ evidence: Evidence) throws -> Question {
    var question = Question(asOf: asOf, knownOn: knownOn)
    let known = base.book.acts.map(\.name).sorted()
    if let act {
      guard let id = base.book.act(act) else { throw DeterminationError.unknownAct(act, known: known) }
      question.act = id
    }
    if let credential, let application = base.book.act("application"),
      let day = Inquiry.openApplication(credential, evidence, asOf)
    {
      question.pins[application] = day
    }
    for (name, day) in pins {
      guard let id = base.book.act(name) else { throw DeterminationError.unknownAct(name, known: known) }
      question.pins[id] = day
    }
    return question
  }

  /// The day of an application that no attempt has answered yet.
  private static func openApplication(_ credential: String, _ evidence: Evidence, _ asOf: CivilDate) -> CivilDate? {
    func days(_ kind: EvidenceKind) -> [CivilDate] {
      evidence.records(of: kind).filter { $0["of"] == .word(credential) }.compactMap {
        if case .day(let days, false) = $0["date"], days.isExact { days.first } else { nil }
      }
    }
    guard let applied = days(.application).filter({ $0 <= asOf }).max() else { return nil }
    let used = (days(.attempt) + days(.certification)).contains { $0 >= applied && $0 <= asOf }
    return used ? nil : applied
  }
}

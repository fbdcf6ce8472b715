public import Knowledge
public import Rules
public import Vocabulary

/// A what-if as somebody entered it: in the fields of a form, or as words of a command.
public struct WhatIfEntry: Sendable, Hashable {
  /// A field, by its name in a form.
  public enum Field: String, Sendable, Hashable {
    case kind, credential, day, state
  }

  /// What is wrong with a field.
  public struct Fault: Sendable, Hashable {
    public let field: Field
    public let message: Phrase
  }

  public var kind: String
  /// The id of a credential: `aama/cma`.
  public var credential: String
  /// `2027-09-03`.
  public var day: String
  /// A state by its letters, its id or its name.
  public var state: String

  public init(kind: String = "", credential: String = "", day: String = "", state: String = "") {
    (self.kind, self.credential, self.day, self.state) = (kind, credential, day, state)
  }

  /// Which question is picked; nil: none, or one that there is not.
  public var picked: WhatIfQuestion.Kind? { WhatIfQuestion.Kind(rawValue: kind) }

  /// How far ahead a question can reach, in years.
  public static let mostYears = 20

  /// The question, or what is wrong.
  ///
  /// - Parameters:
  ///   - evidence: the record: what is held can be renewed or lapse, what is not held can be added.
  ///   - asOf: the day on which it is asked: what has happened already belongs in the record.
  public func question(
    _ base: KnowledgeBase, _ evidence: Evidence, asOf: CivilDate
  ) -> (question: WhatIfQuestion?, faults: [Fault]) {
    guard let kind = picked else {
      let message = Phrase("Pick one of the questions", "Elija una de las preguntas")
      return (nil, [Fault(field: .kind, message: message)])
    }
    let reading = WhatIfReading(base: base, evidence: evidence, asOf: asOf, entry: self)
    switch kind {
    case .fail:
      let (credential, day) = (reading.examined(), reading.dayAsked())
      return reading.made(credential, day, WhatIfQuestion.fail)
    case .renewLate: return reading.made(reading.held(), reading.dayAsked(), WhatIfQuestion.renewLate)
    case .add: return reading.made(reading.open(), reading.dayAsked(), WhatIfQuestion.add)
    case .move: return reading.made(reading.stateAsked(), reading.dayAsked(), WhatIfQuestion.move)
    case .lapse:
      switch reading.held() {
      case .success(let credential): return (.lapse(credential), [])
      case .failure(let fault): return (nil, [fault.fault])
      }
    }
  }

  /// The credentials that a question can be about, in the order of the packs.
  public static func credentials(
    for kind: WhatIfQuestion.Kind, _ base: KnowledgeBase, _ evidence: Evidence
  ) -> [Credential] {
    let held = Set(evidence.records(of: .certification).compactMap(\.namedCredential))
    return base.credentials.filter { credential in
      switch kind {
      case .fail: base.book.rule(credential.id + "/eligibility") != nil
      case .renewLate, .lapse: held.contains(credential.id)
      case .add: !held.contains(credential.id)
      case .move: false
      }
    }
  }
}

extension EvidenceRecord {
  /// The credential that a record names.
  var namedCredential: String? {
    if case .word(let name) = self["of"] { name } else { nil }
  }
}

public import Knowledge
public import Rules
public import Vocabulary

/// Reads the fields of a what-if.
struct WhatIfReading {
  let base: KnowledgeBase
  let evidence: Evidence
  let asOf: CivilDate
  let entry: WhatIfEntry

  /// A field that cannot be read.
  struct Unread: Error {
    let fault: WhatIfEntry.Fault
  }

  typealias Read<Value> = Result<Value, Unread>

  /// The question of two fields, or the faults of both.
  func made<Subject>(
    _ subject: Read<Subject>, _ day: Read<CivilDate>, _ make: (Subject, CivilDate) -> WhatIfQuestion
  ) -> (question: WhatIfQuestion?, faults: [WhatIfEntry.Fault]) {
    switch (subject, day) {
    case (.success(let subject), .success(let day)): (make(subject, day), [])
    case (.failure(let fault), .success), (.success, .failure(let fault)): (nil, [fault.fault])
    case (.failure(let first), .failure(let second)): (nil, [first.fault, second.fault])
    }
  }

  func held() -> Read<Credential> {
    credential(
      .renewLate,
      Phrase("Pick a certification of your record", "Elija una certificación de su expediente"))
  }

  func open() -> Read<Credential> {
    credential(
      .add,
      Phrase(
        "Pick a certification that is not in your record yet",
        "Elija una certificación que aún no está en su expediente"
      ))
  }

  func examined() -> Read<Credential> {
    credential(.fail, Phrase("Pick a certification from the list", "Elija una certificación de la lista"))
  }

  private func credential(_ kind: WhatIfQuestion.Kind, _ message: Phrase) -> Read<Credential> {
    let found = WhatIfEntry.credentials(for: kind, base, evidence).first {
      $0.id == entry.credential || $0.mark == entry.credential
    }
    return found.map { .success($0) } ?? unread(.credential, message)
  }

  func stateAsked() -> Read<Jurisdiction> {
    if let found = try? StateSubjects.state(entry.state, base) { return .success(found) }
    return unread(.state, Phrase("Pick a state from the list", "Elija un estado de la lista"))
  }

  func dayAsked() -> Read<CivilDate> {
    let last = asOf.adding(months: 12 * WhatIfEntry.mostYears)
    guard let day = CivilDate(entry.day) else {
      return unread(
        .day, Phrase("Give a day: year, month and day", "Escriba una fecha: año, mes y día"))
    }
    guard day >= asOf, day <= last else {
      return unread(
        .day,
        Phrase(
          "Give a day from today on, within \(WhatIfEntry.mostYears) years. What has happened belongs in the record",
          "Escriba una fecha desde hoy, de los próximos \(WhatIfEntry.mostYears) años. Lo que ya pasó va en el expediente"
        ))
    }
    return .success(day)
  }

  private func unread<Value>(_ field: WhatIfEntry.Field, _ message: Phrase) -> Read<Value> {
    .failure(Unread(fault: WhatIfEntry.Fault(field: field, message: message)))
  }
}

extension WhatIfQuestion {
  /// How each is written for a command; `move` alone stands with `PlanMove`.
  public static let forms = [
    "renew-late aama/cma 2027-09-03", "lapse aama/cma", "add amt/rma 2027-03-01", "fail aama/cma 2027-03-01",
  ]

  /// A what-if on a record among changes of a plan; nil when no change is one.
  ///
  /// - Throws: `QuestionError` for one beside other changes, or one that cannot be read.
  public init?(
    _ changes: [String], _ base: KnowledgeBase, _ evidence: Evidence, asOf: CivilDate
  ) throws(QuestionError) {
    func parts(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    let text = changes.first { change in
      let words = parts(change)
      switch words.first.flatMap(Kind.init(rawValue:)) {
      case .renewLate, .lapse, .add: return true
      case .fail: return words.count > 1 && words[1].contains("/")
      case .move, nil: return false
      }
    }
    guard let text else { return nil }
    guard changes.count == 1 else {
      throw QuestionError(
        expected: "a what-if on a record alone", found: changes.joined(separator: ", "),
        advice: "Ask for '\(text)' by itself: it answers another question than the other changes")
    }
    let words = parts(text)
    let entry = WhatIfEntry(
      kind: words[0], credential: words.count > 1 ? words[1] : "", day: words.count > 2 ? words[2] : "")
    let (question, faults) = entry.question(base, evidence, asOf: asOf)
    let isWhole = words.count == (words[0] == Kind.lapse.rawValue ? 2 : 3)
    guard let question, isWhole else {
      throw QuestionError(
        expected: "a what-if like \(Self.forms.map { "\"\($0)\"" }.joined(separator: ", "))", found: text,
        advice: faults.isEmpty ? "Write it like one of these" : faults.map(\.message.en).joined(separator: ". "))
    }
    self = question
  }
}

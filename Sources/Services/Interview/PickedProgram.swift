import Rules
public import Vocabulary

extension Interview {
  /// The key of the answer that names a program of the list; the text is its id. It is no question: the page of the
  /// list gives it.
  public static let listedProgram = "program-listed"

  /// The program of an answer; nil when the list has no such program.
  func listed(_ id: String) -> ListedEvidence? {
    guard let directory = programs.directory, let program = directory.program(id) else { return nil }
    return ListedEvidence(program, directory.source)
  }

  /// The program that the answers name; nil when they name none that is in the list.
  public func pickedProgram(_ answers: Answers) -> ListedProgram? {
    answers.last { $0.question == Interview.listedProgram }.flatMap { listed($0.answer)?.program }
  }

  /// The answers with a program of the list as the person's own; nil when there is no such program. What contradicts
  /// it, such as never having been in a program, goes.
  public func picking(_ id: String, _ answers: Answers, asOf: CivilDate) -> Answers? {
    guard listed(id) != nil else { return nil }
    return changing(Interview.listedProgram, to: id, answers, asOf: asOf)
  }

  /// The answers without a program of the list.
  public func unpicking(_ answers: Answers, asOf: CivilDate) -> Answers {
    var rest = answers.filter { $0.question != Interview.listedProgram }
    // What was asked about a program that nobody told of otherwise.
    for _ in 0..<8 {
      let gone = Set(draft(rest, asOf).1.compactMap { if case .notAsked(let key) = $0 { key } else { nil } })
      if gone.isEmpty { break }
      rest.removeAll { gone.contains($0.question) }
    }
    return rest
  }

  func told(_ listed: ListedEvidence, _ language: Language) -> Told {
    Told(
      key: Interview.listedProgram, term: Phrase("program, from the list", "programa, de la lista")[language],
      text: listed.words)
  }
}

extension ListedEvidence {
  /// "Carrington College - Tucson, Tucson, AZ".
  var words: String { "\(program.school), \(program.place)" }

  /// A program record with what the list knows beside what the person said. Where the person said who accredited it,
  /// nothing else is held possible.
  func filling(_ record: EvidenceRecord) -> EvidenceRecord {
    var record = record
    let own = self.record(id: record.id)
    for name in ["name", "award"] where record[name] == .unknown { record[name] = own[name] }
    if case .spans(let told) = record["accreditation"] {
      record["accreditation"] = .spans(told + listed)
    } else {
      record["accreditation"] = own["accreditation"]
    }
    record.provenance = provenance
    return record
  }
}

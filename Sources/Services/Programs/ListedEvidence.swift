public import Rules
import Vocabulary

/// A program of the list as evidence about somebody who was in it.
public struct ListedEvidence: Sendable, Hashable {
  public let program: ListedProgram
  public let source: ProgramDirectory.Source

  public init(_ program: ListedProgram, _ source: ProgramDirectory.Source) {
    self.program = program
    self.source = source
  }

  /// The stretches of accreditation that the list supports.
  ///
  /// A beginning that is an estimate lies on some day up to the first one on which the list shows it accredited. A
  /// stretch without an end is certain through the vintage, and open after it.
  public var listed: [FactValue.Span] {
    program.accreditation.map { span in
      let bounds = span.bounds(witnessed: program.witnessed, vintage: source.vintage)
      return FactValue.Span(
        by: program.by,
        begins: span.isEstimated ? DayInterval(.distantPast, bounds.certainFrom) : DayInterval(span.begins),
        ends: DayInterval(bounds.certainThrough, bounds.possibleThrough))
    }
  }

  /// What the list cannot exclude: the program at some time accredited by a body that is not in it, or by the one that
  /// is, as a whole school or under another record.
  public static let notExcluded = ["caahep", "abhes", "other"].map {
    FactValue.Span(by: $0, begins: .always, ends: DayInterval(.distantFuture))
  }

  /// What the award is called; nil where the kind of program does not say.
  var award: String? { program.program.hasWord("associate") ? "associate-degree" : nil }

  /// Where the facts come from.
  public var provenance: String {
    "accreditation as listed by the \(source.publisher) (\(program.id)), records through \(source.vintage)"
  }

  /// A program record with what the list knows. The person's own dates are to be added.
  public func record(id: String) -> EvidenceRecord {
    var values: [String: FactValue] = [
      "name": .word(program.school), "type": .word("school"), "subject": .word("medical-assisting"),
      "accreditation": .spans(listed + ListedEvidence.notExcluded),
    ]
    if let award { values["award"] = .word(award) }
    return EvidenceRecord(id: id, kind: .program, values: values, provenance: provenance)
  }
}

extension String {
  fileprivate func hasWord(_ word: String) -> Bool {
    lowercased().split { !$0.isLetter }.contains { $0 == word }
  }
}

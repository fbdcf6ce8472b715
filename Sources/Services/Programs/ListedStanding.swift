public import Vocabulary

/// What the list says about one day. Weakest first; where two stretches overlap, the stronger one counts.
public enum ListedStanding: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// The list has no accreditation on that day. That is never "not accredited": other accreditors are not in it.
  case noRecord
  /// Nobody knows from this list: after its vintage, or where it names an end without a day.
  case notKnown
  /// Accredited if the beginning, which the list calls an estimate, is right.
  case presumed
  /// Accredited, says the record.
  case recorded

  public static func < (a: ListedStanding, b: ListedStanding) -> Bool { a.rawValue < b.rawValue }
}

extension ListedProgram {
  /// What the list says for every day. After the vintage it is not known, whatever the list says before.
  public func timeline(vintage: CivilDate) -> Timeline<ListedStanding> {
    var result = Timeline(ListedStanding.noRecord)
    for span in accreditation {
      let bounds = span.bounds(witnessed: witnessed, vintage: vintage)
      var own = Timeline(ListedStanding.noRecord)
      if span.isEstimated, span.begins < bounds.certainFrom { own.set(.presumed, from: span.begins) }
      own.set(.recorded, from: bounds.certainFrom)
      if bounds.certainThrough < bounds.possibleThrough { own.set(.notKnown, from: bounds.certainThrough.next) }
      if bounds.possibleThrough.isFinite { own.set(.noRecord, from: bounds.possibleThrough.next) }
      result = result.combined(with: own) { max($0, $1) }
    }
    result.follow(Timeline(.notKnown), from: vintage.next)
    return result
  }
}

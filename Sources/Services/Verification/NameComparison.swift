public import Rules
public import Vocabulary

/// A name that a record says of its person, with the days on which it was used as far as they are known.
public struct KnownName: Hashable, Sendable {
  public let name: String
  /// Whether the record says that it is the name now.
  public let isCurrent: Bool
  /// Nil: no beginning is known.
  public let from: DayInterval?
  /// Nil: no end is known, or it is still used.
  public let until: DayInterval?

  /// Nil for a record of another kind, or one without a name.
  public init?(_ record: EvidenceRecord) {
    guard record.kind == .personName, case .word(let name) = record["name"] else { return nil }
    self.name = name
    isCurrent = record["type"] == .word("current")
    (from, until) = (Self.days(record["from"]), Self.days(record["until"]))
  }

  private static func days(_ value: FactValue) -> DayInterval? {
    if case .day(let days, _) = value { days } else { nil }
  }

  /// Those of a record.
  public static func all(in evidence: Evidence) -> [KnownName] {
    evidence.records(of: .personName).compactMap { KnownName($0) }
  }
}

/// How the name that a source shows stands to a name, or to all names of a person.
public enum NameStanding: Hashable, Sendable {
  /// Nobody noted which name the source shows.
  case notNoted
  /// The same, but for how it is written.
  case same
  /// Another one, which the person's record has.
  case known(KnownName)
  /// Another one, which no record has.
  case other

  /// - Parameters:
  ///   - noted: what the source shows; nil: nobody noted it.
  ///   - name: what it is compared with first.
  ///   - known: what the record has.
  public init(_ noted: String?, shown name: String, known: [KnownName]) {
    guard let noted else {
      self = .notNoted
      return
    }
    if NameComparison.areSame(noted, name) {
      self = .same
    } else {
      self = known.first { NameComparison.areSame(noted, $0.name) }.map { .known($0) } ?? .other
    }
  }
}

/// Compares names as people write them. It says "the same" only of names that differ in nothing but letters of another size,
/// accents, signs, a middle name or its initial that one leaves out, and the family name put first with a comma.
public enum NameComparison {
  /// Whether two names are the same but for how they are written.
  public static func areSame(_ one: String, _ other: String) -> Bool {
    let (first, second) = (words(one), words(other))
    guard let firstWord = first.first, let lastWord = first.last, first.count > 1, second.count > 1 else {
      return !first.isEmpty && first == second
    }
    guard firstWord == second.first, lastWord == second.last else { return false }
    let (middle, otherMiddle) = (first.dropFirst().dropLast(), second.dropFirst().dropLast())
    let (short, long) = middle.count <= otherMiddle.count ? (middle, otherMiddle) : (otherMiddle, middle)
    return isPart(Array(short), of: Array(long))
  }

  /// Whether the words of one stand in the other in their order; an initial stands for a word.
  private static func isPart(_ short: [String], of long: [String]) -> Bool {
    var place = long.startIndex
    for word in short {
      guard let found = long[place...].firstIndex(where: { isSame($0, word) }) else { return false }
      place = found + 1
    }
    return true
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    one == other || (one.count == 1 && other.hasPrefix(one)) || (other.count == 1 && one.hasPrefix(other))
  }

  /// Small letters without accents and signs; "Sample, Maya R." is "maya r sample".
  static func words(_ name: String) -> [String] {
    let parts = name.split(separator: ",", maxSplits: 1).map { SearchWords.split(String($0)) }
    guard parts.count == 2, let last = parts.first, let first = parts.last, !first.isEmpty else {
      return parts.flatMap(\.self)
    }
    return first + last
  }
}

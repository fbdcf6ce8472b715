public import Vocabulary

/// A list of programs with their accreditation, as it stood on one day.
///
/// A program that is not in it may be accredited all the same: the list has the accreditors that it has.
public struct ProgramDirectory: Sendable, Hashable {
  /// Where the facts come from.
  public struct Source: Sendable, Hashable {
    public let publisher: String
    public let title: String
    /// The last day that the list tells of. After it nothing is known.
    public let vintage: CivilDate

    public init(publisher: String, title: String, vintage: CivilDate) {
      self.publisher = publisher
      self.title = title
      self.vintage = vintage
    }
  }

  public let source: Source
  /// In the order of their ids.
  public let programs: [ListedProgram]

  /// - Precondition: every id stands once; otherwise the first one counts.
  public init(source: Source, programs: [ListedProgram]) {
    self.source = source
    self.programs = programs.sorted { $0.id < $1.id }
  }

  public var vintage: CivilDate { source.vintage }

  /// The program with this id; nil when the list has none.
  public func program(_ id: String) -> ListedProgram? {
    var low = 0
    var high = programs.count
    while low < high {
      let middle = (low + high) / 2
      if programs[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < programs.count && programs[low].id == id ? programs[low] : nil
  }

  /// The codes of the states that the list has programs in, in order.
  public var states: [String] { Set(programs.compactMap(\.state)).sorted() }
}

extension ProgramDirectory.Source {
  /// "U.S. Department of Education, Database of …, records through Oct 5, 2020".
  public func words(_ language: Language) -> String {
    let day = DateWording(language).day(vintage)
    return Phrase("\(publisher), \(title), records through \(day)", "\(publisher), \(title), datos hasta el \(day)")[
      language]
  }
}

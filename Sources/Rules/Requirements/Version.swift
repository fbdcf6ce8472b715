public import Vocabulary

/// Whose day chooses the version of a rule.
public indirect enum Governor: Sendable, Hashable {
  /// The day asked about.
  case day
  case act(Act.ID)
  case event(Event)
  /// The source is silent: the readings are compared.
  case oneOf([Governor])
  /// Grandfathering: met under the version of either day.
  case either([Governor])
}

/// One dated version of a requirement or a value.
public struct Version: Sendable {
  /// What a source says about when a text held.
  public enum Dating: Sendable, Hashable {
    /// The source says when it began, and perhaps when it ended.
    case from(CivilDate, until: CivilDate?)
    /// Ended on a day the source gives; when it began is not known.
    case until(CivilDate)
    /// The source dates itself, or was opened, on these days (first and last).
    case seen(CivilDate, CivilDate)
    /// A copy of unknown age, perhaps with bounds that its text shows.
    case undated(notBefore: CivilDate?, notAfter: CivilDate?)
  }

  public let dating: Dating
  /// nil: a known gap, written down.
  public let requirement: Requirement.ID?
  public let citations: [Citation]
  /// Whether the words are the body's own.
  public let isBodys: Bool

  public init(dating: Dating, requirement: Requirement.ID?, citations: [Citation]) {
    self.dating = dating
    self.requirement = requirement
    self.citations = citations
    isBodys = citations.contains { $0.source.voice == .body }
  }
}

/// The versions of one requirement in order, with the choice for every governing day worked out once.
public final class VersionList: Sendable {
  /// Which versions may speak for a governing day.
  public struct Choice: Sendable, Equatable {
    /// Indices into `versions`.
    public let candidates: [Int]
    /// Whether the single candidate is certain on that day.
    public let isDated: Bool
    /// Whether the candidate has no stated end, so that its answer can go stale.
    public let isOpenEnded: Bool
  }

  /// What speaks from a governing day on, as the evaluator needs it: it holds no list, of which each reading would have
  /// to be counted.
  struct Change: Sendable {
    enum Speaker: Sendable {
      case nobody
      /// One version; without a requirement it is a known gap.
      case one(Requirement.ID?, isBodys: Bool)
      case several
    }

    let day: CivilDate
    let speaker: Speaker
    let isDated: Bool
    let isOpenEnded: Bool
  }

  public let versions: [Version]
  /// The choice for every governing day.
  public let choices: Timeline<Choice>
  /// One a point of `choices`.
  let changes: ContiguousArray<Change>

  public init(_ versions: [Version]) {
    self.versions = versions
    let choices = VersionList.choose(versions.map(\.dating))
    self.choices = choices
    changes = ContiguousArray(
      choices.points.map { point in
        let candidates = point.value.candidates
        let first = candidates.first.map { Change.Speaker.one(versions[$0].requirement, isBodys: versions[$0].isBodys) }
        return Change(
          day: point.day, speaker: candidates.count > 1 ? .several : first ?? .nobody, isDated: point.value.isDated,
          isOpenEnded: point.value.isOpenEnded)
      })
  }

  /// Certain and possible spans of governing days, in the order of the versions.
  static func spans(_ datings: [Version.Dating]) -> [(certain: DayInterval?, possible: DayInterval)] {
    let certain: [DayInterval?] = datings.enumerated().map { i, dating in
      let nextFrom: CivilDate? =
        i + 1 < datings.count ? { if case .from(let day, _) = datings[i + 1] { day } else { nil } }() : nil
      switch dating {
      case .from(let from, let until):
        if let until { return DayInterval(from, until) }
        if let nextFrom { return DayInterval(from, nextFrom.previous) }
        return i + 1 < datings.count ? DayInterval(from) : DayInterval(from, .distantFuture)
      case .until(let until):
        return i == 0 ? DayInterval(.distantPast, until) : DayInterval(until)
      case .seen(let a, let b):
        return DayInterval(a, i + 1 < datings.count ? b : .distantFuture)
      case .undated: return nil
      }
    }
    return datings.enumerated().map { i, dating in
      let before = certain[..<i].reversed().compactMap { $0 }.first.map(\.last.next) ?? .distantPast
      let after = certain[(i + 1)...].compactMap { $0 }.first.map(\.first.previous) ?? .distantFuture
      var first = certain[i]?.first ?? before
      var last = certain[i]?.last ?? after
      switch dating {
      case .from(_, let until): last = until ?? after
      case .until: first = before
      case .seen:
        first = min(before, first)
        last = max(last, after)
      case .undated(let notBefore, let notAfter):
        first = max(before, notBefore ?? before)
        last = min(after, notAfter ?? after)
      }
      return (certain[i], DayInterval(first, last))
    }
  }

  private static func choose(_ datings: [Version.Dating]) -> Timeline<Choice> {
    let spans = spans(datings)
    var borders: Set<CivilDate> = []
    for span in spans {
      for interval in [span.certain, span.possible].compactMap({ $0 }) {
        if interval.first.isFinite { borders.insert(interval.first) }
        if interval.last.isFinite { borders.insert(interval.last.next) }
      }
    }
    func choice(on day: CivilDate) -> Choice {
      let certain = spans.indices.filter { spans[$0].certain?.contains(day) ?? false }
      let candidates = certain.isEmpty ? spans.indices.filter { spans[$0].possible.contains(day) } : certain
      let open = candidates.contains { i in
        switch datings[i] {
        case .from(_, let until): until == nil && i + 1 == datings.count
        case .until: false
        case .seen, .undated: i + 1 == datings.count
        }
      }
      return Choice(candidates: candidates, isDated: certain.count == 1, isOpenEnded: open)
    }
    var result = Timeline(choice(on: .distantPast))
    for day in borders.sorted() { result.set(choice(on: day), from: day) }
    return result
  }
}

import Planning
import Services
import Vocabulary

/// A plan as bars on a calendar.
struct LiveDrawing {
  let plan: Plan
  let wording: LiveWording
  let today: CivilDate

  /// nil when no day is known.
  var drawing: RoadmapDrawing? {
    let lanes = Step.Kind.allCases.enumerated().map { index, kind in
      RoadmapDrawing.Lane(name: "\(index + 1) \(LiveRoadmap.name(kind)[wording.language])", bars: bars(kind))
    }
    guard plan.isDated, let now = wording.day(today) else { return nil }
    return RoadmapDrawing(
      today: now, from: range.first, through: range.last, lanes: lanes, links: links, linkText: linkText)
  }

  /// Along the steps that hold up the end, each from the last one that it waits for.
  private var links: [RoadmapDrawing.Link] {
    let critical = plan.steps.filter(\.isCritical)
    return critical.flatMap { step -> [RoadmapDrawing.Link] in
      let before = critical.filter { step.dependsOn.contains($0.id) }
      // What an earlier one waits for already needs no arrow of its own.
      let implied = Set(before.flatMap(\.dependsOn))
      return before.filter { !implied.contains($0.id) }.compactMap { earlier in
        guard let from = lane(earlier), let to = lane(step), from < to, let done = earlier.end,
          let begins = step.start ?? step.end
        else { return nil }
        return .init(from: from, to: to, done: done, begins: begins)
      }
    }
  }

  private func lane(_ step: Step) -> Int? { Step.Kind.allCases.firstIndex(of: step.kind) }

  /// The same in words, with the steps that hold up the end though none waits for them to be over.
  private var linkText: String? {
    guard !links.isEmpty else { return nil }
    func name(_ lane: Int) -> String { LiveRoadmap.name(Step.Kind.allCases[lane])[wording.language] }
    let arrows = links.map { Phrase("\(name($0.from)), then \(name($0.to))", "\(name($0.from)), luego \(name($0.to))") }
    var seen: Set<Int> = []
    let critical = plan.steps.filter { $0.isCritical && $0.kind != .stayCertified }.compactMap(lane)
      .filter { seen.insert($0).inserted }.map(name).joined(separator: ", ")
    return Phrase(
      "The arrows: \(arrows.map(\.en).joined(separator: "; ")). A delay in one of these moves the last day: \(critical).",
      "Las flechas: \(arrows.map(\.es).joined(separator: "; ")). Un atraso en uno de estos mueve la última fecha: \(critical)."
    )[wording.language]
  }

  /// From a little before today or the first step, to a good year past certification.
  private var range: DayInterval {
    let now = today
    let starts = plan.steps.filter { $0.kind != .stayCertified }.compactMap(\.start)
    let first = max((starts + [now]).min() ?? now, now.adding(months: -9)).adding(months: -1)
    let ends =
      plan.steps.filter { $0.kind != .stayCertified }.compactMap(\.end)
      + [plan.certified, plan.eligible].compactMap { $0 }
    let last = (ends + [now]).max() ?? now
    return DayInterval(first, last.adding(months: 14))
  }

  private func bars(_ kind: Step.Kind) -> [RoadmapDrawing.Bar] {
    plan.steps.filter { $0.kind == kind && $0.status != .notNeeded }.flatMap { step -> [RoadmapDrawing.Bar] in
      kind == .exam ? exam(step) : kind == .stayCertified ? certified : span(step)
    }
  }

  private func clipped(_ a: CivilDate, _ b: CivilDate) -> (CivilDate, CivilDate)? {
    let days = range
    guard b >= days.first, a <= days.last else { return nil }
    return (max(a, days.first), min(b, days.last))
  }

  private func span(_ step: Step) -> [RoadmapDrawing.Bar] {
    let now = today
    guard let end = step.end ?? step.start else { return [] }
    let start = min(step.start ?? end, end)
    // A day known only as "by today" carries no date.
    let label = step.status == .done && end >= now ? nil : wording.dates.day(end)
    if step.status == .done || end <= now {
      guard let days = clipped(start, end) ?? clipped(range.first, range.first.adding(days: 12)) else { return [] }
      return [.init(.done, from: days.0, through: days.1, label: label)]
    }
    var bars: [RoadmapDrawing.Bar] = []
    if let days = clipped(start, end) { bars.append(.init(.plan, from: days.0, through: days.1, label: label)) }
    if start < now, let days = clipped(start, now) { bars.append(.init(.done, from: days.0, through: days.1)) }
    return bars
  }

  private func exam(_ step: Step) -> [RoadmapDrawing.Bar] {
    var bars: [RoadmapDrawing.Bar] = []
    if let window = step.window, window.first.isFinite {
      let end = window.last.isFinite ? window.last : range.last
      let opens = Phrase("opens \(wording.dates.day(window.first))", "abre el \(wording.dates.day(window.first))")[
        wording.language]
      if let days = clipped(window.first, end) {
        bars.append(.init(.window, from: days.0, through: days.1, label: opens))
      }
      if window.last.isFinite, let days = clipped(window.last, window.last) {
        let label = Phrase("closes \(wording.dates.day(window.last))", "cierra el \(wording.dates.day(window.last))")[
          wording.language]
        bars.append(.init(.deadline, from: days.0, through: days.1, label: label))
      }
    }
    if let day = step.end ?? step.start, let days = clipped(day, day) {
      bars.append(
        .init(
          .mark, from: days.0, through: days.1,
          label: Phrase("exam ", "examen ")[wording.language] + wording.dates.day(day)))
    }
    return bars
  }

  private var certified: [RoadmapDrawing.Bar] {
    guard let certified = plan.certified, let days = clipped(certified, plan.upkeep.currentThrough ?? .distantFuture)
    else { return [] }
    let label = plan.upkeep.currentThrough.map {
      Phrase("through \(wording.dates.day($0))", "hasta el \(wording.dates.day($0))")[wording.language]
    }
    return [.init(.certified, from: days.0, through: days.1, label: label)]
  }
}

import CanonicalJSON
import Planning
import Vocabulary

/// Kept roadmaps as a file of an archive: what was chosen and said, and the days that were promised. What a roadmap was planned from
/// before its last change is not in it.
enum ArchiveRoadmaps {
  /// The name of none: each gets one of its own when it comes back.
  static let unnamed: RoadmapID? = RoadmapID([UInt8](repeating: 0, count: RoadmapID.size))

  /// As it stands in the file. Texts that look as if they were about a patient stay out.
  static func object(_ roadmap: SavedRoadmap) -> JSONObject {
    var clear = roadmap
    clear.before = nil
    clear.steps = roadmap.steps.map { step in
      var step = step
      if let note = step.note, !PatientText.signs(in: note).isEmpty { step.note = nil }
      if case .role(let name) = step.owner, !PatientText.signs(in: name).isEmpty { step.owner = .person }
      step.evidence.removeAll { if case .said(let text) = $0 { !PatientText.signs(in: text).isEmpty } else { false } }
      return step
    }
    return RoadmapJSON.object(clear)
  }

  static func file(_ roadmaps: [SavedRoadmap]) -> [UInt8] {
    var file = JSONObject()
    file["roadmaps_file"] = 1
    file["roadmaps"] = .array(roadmaps.map { .object(object($0)) })
    return JSON.object(file).bytes
  }

  static func roadmaps(_ bytes: [UInt8], _ name: String, today: CivilDate) throws(ArchiveFault) -> [SavedRoadmap] {
    let file = try ArchiveFile.object(bytes, name, keys: ["roadmaps_file", "roadmaps"])
    guard file["roadmaps_file"]?.asWhole == 1 else { throw .badValue(name + "/roadmaps_file") }
    guard let list = file["roadmaps"]?.asArray, list.count <= SavedRoadmap.most, let unnamed else {
      throw .badValue(name + "/roadmaps")
    }
    var roadmaps: [SavedRoadmap] = []
    for (index, json) in list.enumerated() {
      let place = "\(name)/roadmaps/\(index)"
      guard let found = json.asObject, let roadmap = RoadmapJSON.roadmap(found, unnamed),
        // What is not written the way we write it would not come back.
        JSON.object(object(roadmap)) == json, isUsable(roadmap, today)
      else { throw .badValue(place) }
      guard !roadmaps.contains(where: { $0.credential == roadmap.credential }) else { throw .twice(place) }
      roadmaps.append(roadmap)
    }
    return roadmaps
  }

  // MARK: - What can be

  private static func isUsable(_ roadmap: SavedRoadmap, _ today: CivilDate) -> Bool {
    let promise = roadmap.promise
    let days = [promise.eligible, promise.notBefore, promise.exam, promise.certified, promise.currentThrough]
    let steps = roadmap.steps
    return ArchiveLooks.isWord(roadmap.credential) && isLine(roadmap.edition, 200) && isLine(promise.route ?? "", 200)
      && [roadmap.keptOn, roadmap.plannedOn].allSatisfy { isDay($0) && $0 <= today }
      && days.compactMap(\.self).allSatisfy(isDay) && isUsable(roadmap.assumptions)
      && steps.count <= 200 && Set(steps.map(\.id)).count == steps.count && steps.allSatisfy(isUsable)
      && roadmap.answers.count <= 200
      && roadmap.answers.allSatisfy { ArchiveLooks.isWord($0.question) && isLine($0.answer, 4_000) }
  }

  private static func isUsable(_ chosen: PlanAssumptions) -> Bool {
    let numbers: [(Int?, ClosedRange<Int>)] = [
      (chosen.programMonths, 0...1_200), (chosen.hoursPerWeek, 1...168), (chosen.failures, 0...9),
      (chosen.delayWeeks, 0...5_000), (chosen.reviewDays, 0...20_000), (chosen.processingDays, 0...20_000),
      (chosen.programCost.map { Int($0.cents) }, 0...100_000_000_000),
      (chosen.budget.map { Int($0.cents) }, 0...100_000_000_000),
    ]
    let days = [chosen.program?.first, chosen.program?.last, chosen.examDay, chosen.diplomaDay]
    return numbers.allSatisfy { number, range in number.map(range.contains) ?? true }
      && days.compactMap(\.self).allSatisfy(isDay)
  }

  private static func isUsable(_ step: RoadmapStep) -> Bool {
    let owner = if case .role(let name) = step.owner { name } else { "" }
    let promise = step.promise
    let days = [promise?.start, promise?.end, promise?.window?.first, promise?.window?.last]
    return isLine(step.id, 100) && !step.id.isEmpty && isLine(owner, RoadmapStep.longestOwner)
      && isText(step.note ?? "") && days.compactMap(\.self).allSatisfy(isDay) && step.evidence.count <= 20
      && step.evidence.allSatisfy { evidence in
        switch evidence {
        case .record(let id): isLine(id, 100)
        case .said(let text): isText(text)
        }
      }
  }

  /// A day that somebody can mean, or none at all.
  private static func isDay(_ day: CivilDate) -> Bool { !day.isFinite || (1900...2200).contains(day.year) }

  private static func isLine(_ text: String, _ longest: Int) -> Bool {
    text.count <= longest && text.utf8.count <= 16 * longest
      && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
  }

  /// Several lines, as a form takes them.
  private static func isText(_ text: String) -> Bool {
    text.count <= RoadmapStep.longestNote && text.utf8.count <= 16 * RoadmapStep.longestNote
      && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 || [9, 10, 13].contains($0.value) }
  }
}

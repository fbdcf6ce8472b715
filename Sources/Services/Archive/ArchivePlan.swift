import CanonicalJSON
import Cryptography
import Rules
import Vocabulary

/// What an archive would add.
public struct ArchivePlan: Sendable {
  /// How many things are new, and how many stand already; and what stands otherwise: it is left as it is.
  public struct Counts: Hashable, Sendable {
    public var added = 0, present = 0
    public var differing: [String] = []
  }

  /// Which part of how many it is of.
  public let part: Int, parts: Int
  public let record: RecordImport
  /// Nil: the archive holds nothing of health.
  public let health: RecordImport?
  public private(set) var papers = Counts()
  /// Papers whose bytes are others now: this intake did not make them so.
  public private(set) var remade: [String] = []
  /// Papers that belong to nothing here, as what they belonged to stands otherwise.
  public private(set) var loose: [String] = []
  public private(set) var looks = Counts()
  public private(set) var days = Counts()
  public private(set) var signOffs = Counts()
  public private(set) var letters = Counts()
  public private(set) var roadmaps = Counts()
  /// Whether the ledger of an externship would be larger than it can be.
  private(set) var isOverfull = false

  /// Whether nothing would change.
  public var isEmpty: Bool { batch.isEmpty }
  var batch = ArchiveBatch()

  /// - Parameters:
  ///   - taken: what the intake made of papers, by their names.
  /// - Throws: `ArchiveError.changedMeanwhile` when one that it has not seen is needed.
  init(
    _ file: ArchiveFile, _ taken: [String: TakenFile], _ standing: ArchiveStanding, _ choices: RecordChoices,
    for person: PersonID, random: RandomBytes
  ) throws(ArchiveError) {
    (part, parts) = (file.part, file.parts)
    let recorded = RecordedEvidence(standing.versions) { _ in .distantPast }
    record = RecordImport(file.record, standing: recorded.evidence, choices)
    health = file.health.map {
      RecordImport($0, standing: Evidence(standing.healthVersions) { _ in .distantPast }, choices)
    }
    let ledger = standing.ledger
    batch.changes = record.changes
    batch.healthChanges = health?.changes ?? []
    try add(file.papers, taken, standing.papers, recorded)
    add(file.looks, standing.looks.map(\.look))
    add(file.roadmaps, standing.roadmaps.map(\.roadmap), random)
    add(file.externship, ledger, for: person, random)
    isOverfull =
      ledger.lines.count + days.added > ExternshipDay.most
      || ledger.letters.count + letters.added > ExperienceLetter.most
  }

  // MARK: - Parts

  private mutating func add(
    _ papers: [ArchivePaper], _ taken: [String: TakenFile], _ standing: [KeptPaper], _ recorded: RecordedEvidence
  ) throws(ArchiveError) {
    var there = standing
    for paper in papers {
      let made = taken[paper.name]
      let digests = [paper.digest] + (made.map { [SHA256.digest(of: $0.content)] } ?? [])
      if let same = there.firstIndex(where: { $0.paper.kind == paper.kind && digests.contains($0.paper.digest) }) {
        there.remove(at: same)
        self.papers.present += 1
        continue
      }
      guard let made else { throw .changedMeanwhile }
      self.papers.added += 1
      if digests.last != paper.digest { remade.append(paper.name) }
      let place = place(paper.record, recorded)
      if paper.record != nil, place == .nothing { loose.append(paper.name) }
      batch.papers.append(
        ArchiveBatch.NewPaper(kind: paper.kind, file: made, addedAt: paper.addedAt, place: place))
    }
  }

  private func place(_ name: String?, _ recorded: RecordedEvidence) -> ArchiveBatch.NewPaper.Place {
    guard let name, !record.differing.contains(name) else { return .nothing }
    if let place = recorded.places[name] { return .standing(place.record) }
    let index = batch.changes.firstIndex {
      if case .add(.evidence(let record)) = $0 { record.id == name } else { false }
    }
    return index.map { .added($0) } ?? .nothing
  }

  private mutating func add(_ looks: [PageLook], _ standing: [PageLook]) {
    for look in looks {
      guard let same = standing.first(where: { $0.credential == look.credential && $0.page == look.page }) else {
        self.looks.added += 1
        batch.looks.append(look)
        continue
      }
      if same == look {
        self.looks.present += 1
      } else {
        self.looks.differing.append("\(look.credential) \(look.page)")
      }
    }
  }

  private mutating func add(_ roadmaps: [SavedRoadmap], _ standing: [SavedRoadmap], _ random: RandomBytes) {
    for roadmap in roadmaps {
      guard let same = standing.first(where: { $0.credential == roadmap.credential }) else {
        guard let named = RoadmapJSON.roadmap(RoadmapJSON.object(roadmap), .fresh(from: random)) else { continue }
        self.roadmaps.added += 1
        batch.roadmaps.append(named)
        continue
      }
      if JSON.object(ArchiveRoadmaps.object(same)) == .object(ArchiveRoadmaps.object(roadmap)) {
        self.roadmaps.present += 1
      } else {
        self.roadmaps.differing.append(roadmap.credential)
      }
    }
  }

  private mutating func add(
    _ externship: ArchiveExternship, _ ledger: ExternshipLedger, for person: PersonID, _ random: RandomBytes
  ) {
    let here = ArchiveExternship(ledger)
    var others: Set<ExternshipDay.ID> = []
    for day in externship.days {
      if let same = here.days.first(where: { $0.id == day.id }) {
        if same == day {
          days.present += 1
        } else {
          others.insert(day.id)
          days.differing.append(same.versions.last?.day.description ?? "")
        }
        continue
      }
      days.added += 1
      batch.entries += day.versions.map { ExternshipEntries.day(day.id, $0, of: person) }
    }
    for said in externship.signOffs {
      if here.signOffs.contains(said) {
        signOffs.present += 1
      } else if said.items.contains(where: { others.contains($0.day) }) {
        // The day says something else here than what was signed.
        signOffs.differing.append(said.name)
      } else {
        signOffs.added += 1
        batch.entries.append(ExternshipEntries.brought(said, .fresh(from: random), of: person))
      }
    }
    var there = here.letters
    for letter in externship.letters {
      if let same = there.firstIndex(of: letter) {
        there.remove(at: same)
        letters.present += 1
        continue
      }
      letters.added += 1
      let id = ExperienceLetter.ID.fresh(from: random)
      batch.entries += letter.steps.enumerated().map { index, step in
        ExternshipEntries.letter(id, from: index == 0 ? letter.from : nil, step, of: person)
      }
    }
  }
}

/// Why an archive was not taken.
public enum ArchiveError: Error, Hashable {
  /// What stands changed while it was looked at.
  case changedMeanwhile
}

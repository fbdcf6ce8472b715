import CanonicalJSON
import Cryptography
import Population
import Rules
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Everything as files, on every engine")
struct ArchiveTests {
  private typealias Fixture = ArchiveFixture

  private func person(_ number: Int = 0) -> Evidence {
    Population(number + 1, seed: 11, asOf: RoadmapFixture.asOf).people[number].evidence.ownWord
  }

  @Test(
    "who leaves with everything, deletes the account and comes back has the same file, byte by byte",
    arguments: TestDatabase.tested)
  func whole(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { fixture in
      let (maya, luis) = (fixture.here.maya, fixture.here.luis)
      try await fixture.fill(person(), for: maya)
      try await fixture.practice()
      try await fixture.plan(for: maya)
      let files = try await fixture.files(maya)
      #expect(files.count == 1)
      // The same again is the same bytes.
      try await #expect(fixture.files(maya) == files)
      let members = HandmadeZip.members(files[0])
      #expect(
        members.map(\.name) == [
          "manifest.json", "externship.json", "health/papers.json", "health/papers/001.jpg", "health/record.json",
          "looks.json", "papers.json", "papers/001.jpg", "papers/002.pdf", "papers/003.pdf", "record.json",
          "roadmaps.json",
        ])
      let text = members.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
      for secret in [maya.account.text, maya.person.text, "example.org\"", "DOB", "1961"] {
        #expect(!text.contains(secret), "\(secret)")
      }
      let deletion = try await AccountDeletion(fixture.here.fixture.accounts).delete(
        maya.account, by: .account(maya), at: fixture.now)
      #expect("\(deletion)".hasPrefix("deleted"), "\(deletion)")
      let plan = try await fixture.take(files[0], luis)
      #expect(plan.papers.added == 4 && plan.remade.isEmpty && plan.loose.isEmpty && plan.looks.added == 1)
      #expect(plan.roadmaps.added == 1)
      #expect(plan.days.added == 3 && plan.signOffs.added == 2 && plan.letters.added == 1)
      try await #expect(fixture.files(luis) == files)
      // A file cannot show who signed.
      let ledger = try await fixture.here.ledger(luis)
      #expect(ledger.signedHours == .zero && ledger.references.isEmpty && ledger.lines.count == 3)
      #expect(ledger.lines.allSatisfy { $0.standing.signature == nil })
      guard case .claimed(let kept) = ledger.lines[1].standing else { throw Unexpected(what: "\(ledger.lines)") }
      #expect(kept.isBrought && kept.signOff.name == "Ana Ruiz" && kept.contact == nil)
      #expect(ledger.lines[2].version == 2)
      // Twice is once.
      let again = try await fixture.look(files[0], luis)
      #expect(again.plan.isEmpty && again.plan.papers.present == 4 && again.plan.days.present == 3)
      let previews = try await fixture.papers.list(for: luis, at: fixture.now).map { $0.paper.previewSize > 0 }
      #expect(previews == [true, false, true, true])
      try await #expect(fixture.sealed.recordAudit.report { _ in }.faultCount == 0)
      try await #expect(fixture.sealed.report().isIntact)
    }
  }

  @Test("what is known of health goes along only where it is wanted", arguments: TestDatabase.tested)
  func health(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { fixture in
      let (maya, luis) = (fixture.here.maya, fixture.here.luis)
      try await fixture.fill(person(), for: maya)
      let plain = try await fixture.files(maya, withHealth: false)[0]
      let members = HandmadeZip.members(plain)
      #expect(!members.contains { $0.name.hasPrefix("health/") || $0.bytes == Array("tdap".utf8) })
      #expect(!members.contains { String(decoding: $0.bytes, as: UTF8.self).contains("tdap") })
      let plan = try await fixture.take(plain, luis)
      #expect(plan.health == nil && plan.papers.added == 3)
      try await #expect(fixture.sealed.health.versions(of: luis.person).isEmpty)
      // Health can come later, and then only that is new.
      let later = try await fixture.take(try await fixture.files(maya)[0], luis)
      #expect(later.record.isEmpty && later.health?.added == [.health: 1] && later.papers.added == 1)
      #expect(later.papers.present == 3)
      try await #expect(fixture.files(luis) == fixture.files(maya))
    }
  }

  @Test("sixty people leave with papers and come back: the same bytes", arguments: TestDatabase.tested)
  func population(_ database: TestDatabase) async throws {
    try await Fixture.with(database, AsItIs()) { fixture in
      var chance = SplitMix64(seed: 5)
      for (number, somebody) in Population(60, seed: 3, asOf: RoadmapFixture.asOf).people.enumerated() {
        let before = RoadmapFixture.signedIn(.fresh(from: .system))
        let after = RoadmapFixture.signedIn(.fresh(from: .system))
        var own = Evidence(completeThrough: somebody.evidence.completeThrough)
        for record in somebody.evidence.records {
          var copy = record
          copy.grade = .selfReported
          own.put(copy)
        }
        try await fixture.keep(own, for: before)
        let records = try await fixture.papers.records(for: before, at: fixture.now).map(\.0)
        // Now and then more than one part has room for.
        for _ in 0..<(number % 20 == 0 ? 25 : Int(chance.next() % 5)) {
          let file = [0xFF, 0xD8, 0xFF] + (0..<Int(chance.next() % 3_000)).map { UInt8(truncatingIfNeeded: $0) }
          let kind = PaperKind.allCases[Int(chance.next() % UInt64(PaperKind.allCases.count))]
          let place = kind.isHealth || records.isEmpty ? nil : records[Int(chance.next() % UInt64(records.count))]
          try await fixture.add(file, kind, to: chance.next() % 2 == 0 ? place : nil, for: before)
        }
        let files = try await fixture.files(before)
        #expect(files.count == (number % 20 == 0 ? 2 : 1))
        for file in files { try await fixture.take(file, after) }
        try await #expect(fixture.files(after) == files, "person \(number)")
      }
      try await #expect(fixture.sealed.recordAudit.report { _ in }.faultCount == 0)
    }
  }

  /// Keeps each file as it is.
  private struct AsItIs: PaperIntake {
    func take(_ file: [UInt8], of person: PersonID) async throws -> IntakeAnswer {
      .taken(TakenFile(form: .photo(width: 3, height: 4), content: file, preview: [1]))
    }
    func again(_ file: [UInt8], of person: PersonID) async throws -> IntakeAnswer { try await take(file, of: person) }
  }

  @Test("what stands otherwise stays; a paper of such a thing belongs to nothing then", arguments: TestDatabase.tested)
  func differing(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { fixture in
      let (maya, luis) = (fixture.here.maya, fixture.here.luis)
      func work(_ employer: String) -> Evidence {
        var evidence = Evidence()
        evidence.put(EvidenceRecord(id: "work-1", kind: .work, values: ["employer": .word(employer)]))
        return evidence
      }
      try await fixture.keep(work("Lakeside"), for: maya)
      try await fixture.keep(work("Riverside"), for: luis)
      let place = try await fixture.papers.records(for: maya, at: fixture.now)[0].0
      try await fixture.add(try Fixture.photo(), .letter, to: place, for: maya)
      let plan = try await fixture.take(try await fixture.files(maya)[0], luis)
      #expect(plan.record.differing == ["work-1"] && plan.loose == ["papers/001.jpg"])
      let kept = try await fixture.papers.list(for: luis, at: fixture.now)
      #expect(kept.map(\.paper.record) == [nil])
      // A paper that this intake would not have made so is made anew, and the page says which.
      let members = HandmadeZip.members(try await fixture.files(luis)[0])
      let photo = try Fixture.photo(30, 20)
      let other = try Self.rewritten(members) { name, bytes in
        if name == "papers/001.jpg" { bytes = photo + [0xFF, 0xFE, 0, 4, 1, 2] }
      }
      let remade = try await fixture.look(other, luis).plan
      #expect(remade.remade == ["papers/001.jpg"] && remade.papers.added == 1)
    }
  }

  @Test("only its owner leaves with it, after showing who they are; nothing else takes what was shown")
  func access() async throws {
    try await Fixture.with(.sqlite) { fixture in
      let (maya, luis) = (fixture.here.maya, fixture.here.luis)
      try await fixture.fill(person(), for: maya)
      let older = SignedIn(
        account: maya.account, person: maya.person, isMinor: false, isAdministrator: false, memberships: [],
        session: maya.session, factors: 1, isRecent: false)
      await #expect(throws: Refusal.recentSignInNeeded) {
        try await fixture.archive.part(1, withHealth: false, for: older, at: fixture.now)
      }
      await #expect(throws: Refusal.recentSignInNeeded) {
        try await fixture.archive.parts(withHealth: true, for: older, at: fixture.now)
      }
      let file = try await fixture.files(maya)[0]
      let (_, digest) = try await fixture.look(file, luis)
      let before = try await fixture.counts()
      func take(_ digest: Digest, _ signedIn: SignedIn, at now: Instant) async throws -> Bool {
        let taking = try await fixture.archive.take(digest, for: signedIn, today: ExternshipFixture.today, at: now)
        if case .done = taking { return true }
        return false
      }
      // Others have not looked at it; it is another one; it is an hour later.
      try await #expect(!take(digest, maya, at: fixture.now))
      try await #expect(!take(SHA256.digest(of: [1]), luis, at: fixture.now))
      try await #expect(!take(digest, luis, at: fixture.now + .seconds(3_600)))
      try await #expect(fixture.counts() == before)
      try await #expect(take(digest, luis, at: fixture.now))
      // Pressed twice, it is gone.
      try await #expect(!take(digest, luis, at: fixture.now))
      let uploads = try await fixture.sealed.engine.read { try $0.count("SELECT COUNT(*) FROM upload") }
      #expect(uploads == 0)
    }
  }

  // MARK: - Bad archives

  /// The same archive with other files, and a manifest that fits them unless it was changed, too.
  static func rewritten(
    _ members: [HandmadeZip.Member], _ change: (String, inout [UInt8]) throws -> Void
  ) throws -> [UInt8] {
    var members = members
    for index in members.indices.dropFirst() { try change(members[index].name, &members[index].bytes) }
    // The list of papers has their hashes, too.
    for list in members.indices where members[list].name.hasSuffix("papers.json") {
      var text = String(decoding: members[list].bytes, as: UTF8.self)
      for member in members where member.name.contains("papers/") {
        guard let name = text.firstRange(of: "\"\(member.name)\"") else { continue }
        guard let start = text[name.upperBound...].firstRange(of: "\"sha256\":\"")?.upperBound else { continue }
        text.replaceSubrange(
          start..<text.index(start, offsetBy: 64), with: SHA256.digest(of: member.bytes).description)
      }
      members[list].bytes = Array(text.utf8)
    }
    var manifest = try #require(try JSONReader().read(members[0].bytes).asObject)
    var hashes = JSONObject()
    for member in members.dropFirst() { hashes[member.name] = .string(SHA256.digest(of: member.bytes).description) }
    manifest["sha256"] = .object(hashes)
    members[0].bytes = JSON.object(manifest).bytes
    try change(members[0].name, &members[0].bytes)
    return HandmadeZip.bytes(members)
  }

  /// What is done to an archive, and where it is refused.
  enum Harm: String, CaseIterable, Sendable {
    case cut, empty, other, version, hash, climbing
    case climbingFolder, otherFolder, filledFolder, hiddenFolder, folderTwice
    case foreign, listed, twice, declared, unknownRecord, laterPaper, script, unreadable, record, patient, missing
    case part, papers, day, roadmap, weeks, bomb, hiddenBomb
  }

  private func harmed(_ file: [UInt8], _ harm: Harm) throws -> ([UInt8], place: String) {
    var members = HandmadeZip.members(file)
    let plain = try #require(members.first { $0.name == "papers/001.jpg" })
    func replace(_ name: String, _ old: String, _ new: String) throws -> [UInt8] {
      try Self.rewritten(members) { found, bytes in
        guard found == name else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(old), "\(name): \(old)")
        bytes = Array(text.replacing(old, with: new).utf8)
      }
    }
    switch harm {
    case .cut: return (Array(file.dropLast(30)), "")
    case .empty: return ([], "")
    case .other: return (Array("{\"record_file\":1}".utf8), "")
    case .version:
      return (
        try replace("manifest.json", "\"archive_file\":1", "\"archive_file\":2"), "manifest.json/archive_file"
      )
    case .hash:
      members[1].bytes[5] ^= 1
      return (HandmadeZip.bytes(members), members[1].name)
    case .climbing:
      members.append(HandmadeZip.Member(name: "../papers/009.jpg", bytes: plain.bytes))
      return (HandmadeZip.bytes(members), "../papers/009.jpg")
    case .climbingFolder:
      members.append(HandmadeZip.Member(name: "papers/../", bytes: []))
      return (HandmadeZip.bytes(members), "papers/../")
    case .otherFolder:
      members.append(HandmadeZip.Member(name: "wishes/", bytes: []))
      return (HandmadeZip.bytes(members), "wishes/")
    case .filledFolder:
      members.append(HandmadeZip.Member(name: "papers/", bytes: [1]))
      return (HandmadeZip.bytes(members), "papers/")
    case .hiddenFolder:
      members.append(
        HandmadeZip.Member(
          name: "papers/", bytes: plain.bytes, declared: 0,
          packed: HandmadeZip.packed([UInt8](repeating: 0, count: 5_000))))
      return (HandmadeZip.bytes(members), "papers/")
    case .folderTwice:
      members += [HandmadeZip.Member(name: "papers/", bytes: []), HandmadeZip.Member(name: "papers/", bytes: [])]
      // The library that opens it finds two files of one name.
      return (HandmadeZip.bytes(members), "")
    case .foreign:
      members.append(HandmadeZip.Member(name: "papers/009.jpg", bytes: plain.bytes))
      return (HandmadeZip.bytes(members), "papers/009.jpg")
    case .listed:
      members.append(HandmadeZip.Member(name: "papers/009.jpg", bytes: plain.bytes))
      return (try Self.rewritten(members) { _, _ in }, "papers/009.jpg")
    case .twice:
      members.append(plain)
      // The library that opens it finds two files of one name.
      return (HandmadeZip.bytes(members), "")
    case .declared:
      members[1].declared = 1 << 30
      return (HandmadeZip.bytes(members), "")
    case .unknownRecord:
      return (try replace("papers.json", "\"record\":\"", "\"record\":\"x"), "papers.json/papers/0/record")
    case .laterPaper: return (try replace("papers.json", "\"added\":1", "\"added\":9"), "papers.json/papers/0/added")
    case .script:
      return (
        try Self.rewritten(members) { name, bytes in
          guard name == "papers/002.pdf" else { return }
          bytes = Array(
            String(decoding: Fixture.document(), as: UTF8.self)
              .replacing("/Pages 2 0 R", with: "/Pages 2 0 R /OpenAction << /S /JavaScript /JS (a) >>").utf8)
        }, "papers/002.pdf"
      )
    case .unreadable:
      return (
        try Self.rewritten(members) { name, bytes in if name == "papers/001.jpg" { bytes.removeLast(60) } },
        "papers/001.jpg"
      )
    case .record:
      return (try replace("record.json", "\"records\":{", "\"records\":{\"wishes\":[],"), "record.json/records/wishes")
    case .patient:
      return (
        try replace("externship.json", "\"Ana Ruiz\",\"role\"", "\"MRN 448812\",\"role\""),
        "externship.json/sign_offs/0"
      )
    case .missing:
      members.removeAll { $0.name == "looks.json" }
      return (try Self.rewritten(members) { _, _ in }, "looks.json")
    case .part: return (try replace("manifest.json", "\"part\":1", "\"part\":2"), "manifest.json/part")
    case .papers:
      return (try replace("papers.json", "papers/002.pdf", "health/papers/001.jpg"), "papers.json/papers/1/file")
    case .bomb, .hiddenBomb:
      let zeros = [UInt8](repeating: 0, count: 60 << 20)
      members[1] = HandmadeZip.Member(
        name: members[1].name, bytes: zeros, declared: harm == .bomb ? nil : 1_000, packed: HandmadeZip.packed(zeros))
      let bad = HandmadeZip.bytes(members)
      #expect(bad.count < 1 << 20)
      return (bad, members[1].name)
    case .roadmap:
      return (try replace("roadmaps.json", "\"steps\":[", "\"wishes\":[],\"steps\":["), "roadmaps.json/roadmaps/0")
    case .weeks:
      return (
        try replace("roadmaps.json", "\"assumptions\":{}", "\"assumptions\":{\"hours_per_week\":0}"),
        "roadmaps.json/roadmaps/0"
      )
    case .day: return (try replace("externship.json", "\"hours\":\"6\"", "\"hours\":\"25\""), "externship.json/days/0")
    }
  }

  @Test("what is no such archive is refused whole, with its place, and nothing changes", arguments: TestDatabase.tested)
  func refused(_ database: TestDatabase) async throws {
    try await Fixture.with(database) { fixture in
      let (maya, luis) = (fixture.here.maya, fixture.here.luis)
      try await fixture.fill(person(), for: maya)
      try await fixture.practice()
      try await fixture.plan(for: maya)
      let file = try await fixture.files(maya)[0]
      let before = try await fixture.counts()
      for harm in Harm.allCases {
        let (bad, place) = try harmed(file, harm)
        let looking = try await fixture.archive.look(bad, for: luis, today: ExternshipFixture.today, at: fixture.now)
        guard case .refused(let fault) = looking else {
          Issue.record("\(harm) was taken: \(looking)")
          continue
        }
        #expect(fault.place == place, "\(harm): \(fault)")
      }
      try await #expect(fixture.counts() == before)
    }
  }

  @Test("packed anew by a program that adds entries for folders, it comes back as it was saved")
  func folders() async throws {
    try await Fixture.with(.sqlite) { fixture in
      let (maya, luis) = (fixture.here.maya, fixture.here.luis)
      try await fixture.fill(person(), for: maya)
      let file = try await fixture.files(maya)[0]
      let folders = ["papers/", "health/", "health/papers/"].map { HandmadeZip.Member(name: $0, bytes: []) }
      let files = HandmadeZip.members(file).reversed().map { member in
        // What does not get smaller is stored.
        let packed = HandmadeZip.packed(member.bytes)
        return HandmadeZip.Member(name: member.name, bytes: member.bytes, packed: packed.isEmpty ? nil : packed)
      }
      let asSaved = try await fixture.look(file, luis).plan
      let anew = try await fixture.look(HandmadeZip.bytes(folders + files), luis).plan
      #expect(anew.papers == asSaved.papers && anew.papers.added == 4 && anew.remade == asSaved.remade)
      try await fixture.take(HandmadeZip.bytes(folders + files), luis)
      try await #expect(fixture.files(luis)[0] == file)
    }
  }

  @Test("more than can be kept is refused, and nothing of it is there")
  func full() async throws {
    try await Fixture.with(.sqlite) { fixture in
      let (maya, luis) = (fixture.here.maya, fixture.here.luis)
      try await fixture.fill(person(), for: maya)
      let file = try await fixture.files(maya)[0]
      var limits = PaperLimits()
      limits.most = 3
      let small = OwnArchive(
        fixture.sealed.archive,
        papers: Papers(
          fixture.sealed.papers, health: fixture.sealed.healthPapers, evidence: fixture.sealed.evidence,
          intake: ReadingIntake(), limits: limits), choices: Fixture.choices)
      let (_, digest) = try await fixture.look(file, luis)
      let before = try await fixture.counts()
      let taking = try await small.take(digest, for: luis, today: ExternshipFixture.today, at: fixture.now)
      guard case .full = taking else { throw Unexpected(what: "\(taking)") }
      try await #expect(fixture.counts() == before)
    }
  }
}

import CZlib
import CanonicalJSON
import Cryptography
import Rules
import Services
import Testing
import Vocabulary

@testable import Intake
@testable import Storage

/// Reads files as the process of the server does, without the process.
struct ReadingIntake: PaperIntake {
  func take(_ file: [UInt8], of person: PersonID) async throws -> IntakeAnswer { answer { try Reading.take(file) } }
  func again(_ file: [UInt8], of person: PersonID) async throws -> IntakeAnswer { answer { try Reading.again(file) } }

  private func answer(_ read: () throws -> TakenFile) -> IntakeAnswer {
    do { return .taken(try read()) } catch { return .refused(error as? PaperRefusal ?? .unreadable) }
  }
}

/// Somebody who keeps something of everything, and others to compare with.
struct ArchiveFixture {
  let here: ExternshipFixture
  let papers: Papers
  let archive: OwnArchive

  static let choices = RecordChoices(RoadmapFixture.base)
  var sealed: SealedDatabase { here.sealed }
  var now: Instant { here.fixture.now }

  static func with(
    _ database: TestDatabase, _ intake: any PaperIntake = ReadingIntake(), _ body: (ArchiveFixture) async throws -> Void
  ) async throws {
    try await ExternshipFixture.with(database) { here in
      let sealed = here.sealed
      let papers = Papers(
        sealed.papers, health: sealed.healthPapers, evidence: sealed.evidence, intake: intake)
      try await body(
        ArchiveFixture(
          here: here, papers: papers, archive: OwnArchive(sealed.archive, papers: papers, choices: choices)))
    }
  }

  // MARK: - What is kept

  /// A JPEG as a camera writes one.
  static func photo(_ width: Int = 90, _ height: Int = 60, _ shade: UInt8 = 100) throws -> [UInt8] {
    let pixels = (0..<(width * height)).flatMap { [shade, UInt8(truncatingIfNeeded: $0), 200] as [UInt8] }
    return try JPEGCodec.file(Picture(width: width, height: height, pixels: pixels), quality: 95)
  }

  /// A PDF of one page, by hand.
  static func document(_ width: Int = 200) -> [UInt8] {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) 100] >>",
    ]
    var text = "%PDF-1.7\n"
    for (number, object) in objects.enumerated() { text += "\(number + 1) 0 obj\n\(object)\nendobj\n" }
    // Without a table the reader looks for the objects itself.
    return Array((text + "trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n").utf8)
  }

  func keep(_ evidence: Evidence, for signedIn: SignedIn) async throws {
    try await sealed.evidence.apply(
      RecordChange.adding(evidence, health: false), to: signedIn.person, by: signedIn.account.text, at: now)
  }

  func add(
    _ file: [UInt8], _ kind: PaperKind, to record: RecordID? = nil, for signedIn: SignedIn
  ) async throws {
    here.fixture.pass(.seconds(1))
    guard case .kept = try await papers.add(file, kind, to: record, for: signedIn, at: now) else {
      throw Unexpected(what: "a paper was not kept")
    }
  }

  /// Something of everything, with an externship of Maya's.
  func fill(_ evidence: Evidence, for signedIn: SignedIn) async throws {
    try await keep(evidence, for: signedIn)
    let health = OwnRecord(health: sealed.health)
    _ = try await health.add(
      EvidenceRecord(id: "", kind: .health, values: ["type": .word("tdap"), "outcome": .word("declined")]),
      for: signedIn, at: now)
    let record = try await sealed.evidence.versions(of: signedIn.person).first { $0.content.kind != .person }?.record
    try await add(try Self.photo(), .card, to: record, for: signedIn)
    try await add(Self.document(), .transcript, for: signedIn)
    let adding = try await papers.addPages(
      [try Self.photo(40, 50, 3), try Self.photo(50, 40, 9), try Self.photo(60, 60, 80)], .letter, to: record, in: nil,
      for: signedIn, at: now)
    guard case .added(let draft) = adding, case .kept = try await papers.finish(draft, for: signedIn, at: now) else {
      throw Unexpected(what: "\(adding)")
    }
    try await add(try Self.photo(70, 70, 7), .health, for: signedIn)
    try await sealed.pageLooks.note(
      [PageLook(credential: "aama/cma", page: "site", url: "https://example.org/a?b=1", day: ExternshipFixture.today)],
      of: signedIn.person, by: signedIn.account.text, at: now)
  }

  /// A roadmap with something said of a step.
  func plan(for signedIn: SignedIn) async throws {
    let moment = Roadmaps.Moment(now: now, day: RoadmapFixture.asOf)
    let keeping = try await sealed.service.keep(
      "nha/ccma", told: Evidence(), answers: [KeptAnswer(question: "program-graduated", answer: "2027-05-11")],
      for: signedIn, at: moment)
    let id = try #require(keeping.id)
    let view = try #require(try await sealed.service.look(id, for: signedIn, at: moment))
    let step = try #require(view.kept.roadmap.steps.last)
    var said = StepStatement(step)
    (said.note, said.owner) = ("The school calls on Monday", .role("school"))
    let outcome = try await sealed.service.change(id, step: step.id, to: said, for: signedIn, at: moment)
    guard outcome.view != nil else { throw Unexpected(what: "\(outcome)") }
  }

  /// Two signed days of which one was corrected later, one that was declined, and a letter.
  func practice() async throws {
    for back in [9, 8] { try await here.add(ExternshipFixture.day(back)) }
    let (_, token) = try await here.link()
    try await #expect(here.sign(token, reference: "ana@example.org") == .answered)
    let line = try #require(try await here.ledger().lines.last)
    try await #expect(here.correct(line, to: ExternshipFixture.day(9, hours: "6", note: "late")) == .kept)
    try await here.add(ExternshipFixture.day(3, site: "DOB 3/14/1961"), isNoPatient: true)
    let (_, other) = try await here.link([try await here.ledger().lines[0].id])
    try await #expect(here.sign(other, declined: "I was not there") == .answered)
    let problem = try await here.externship.ask(
      from: "Ana Ruiz", on: ExternshipFixture.today, for: here.maya, asOf: ExternshipFixture.today, at: now)
    #expect(problem == nil)
    let letter = try #require(try await here.ledger().letters.first)
    try await #expect(
      here.externship.note(
        .init(.received, ExternshipFixture.today), of: letter.id, for: here.maya, asOf: ExternshipFixture.today, at: now
      )
        == nil)
  }

  // MARK: - Leaving and coming back

  func files(_ signedIn: SignedIn, withHealth: Bool = true) async throws -> [[UInt8]] {
    var files: [[UInt8]] = []
    for part in 1...(try await archive.parts(withHealth: withHealth, for: signedIn, at: now)) {
      files.append(try #require(try await archive.part(part, withHealth: withHealth, for: signedIn, at: now)))
    }
    return files
  }

  func look(_ file: [UInt8], _ signedIn: SignedIn) async throws -> (plan: ArchivePlan, digest: Digest) {
    let looking = try await archive.look(file, for: signedIn, today: ExternshipFixture.today, at: now)
    guard case .plan(let plan, let digest) = looking else { throw Unexpected(what: "\(looking)") }
    return (plan, digest)
  }

  @discardableResult
  func take(_ file: [UInt8], _ signedIn: SignedIn) async throws -> ArchivePlan {
    let (plan, digest) = try await look(file, signedIn)
    let taking = try await archive.take(digest, for: signedIn, today: ExternshipFixture.today, at: now)
    guard case .done = taking else { throw Unexpected(what: "\(taking)") }
    return plan
  }

  /// How many entries the log has, and rows for papers: what a refused archive does not change.
  func counts() async throws -> [Int] {
    try await sealed.engine.read { statements in
      try ["entry", "paper", "health_paper", "paper_piece", "page_look", "evidence", "health", "roadmap"].map {
        try statements.count("SELECT COUNT(*) FROM \($0)")
      }
    }
  }
}

/// Files in a ZIP archive, by hand: each as it is said to be.
struct HandmadeZip {
  struct Member {
    var name: String
    var bytes: [UInt8]
    /// What is said of its size; nil: the truth.
    var declared: Int?
    /// Packed (RFC 1951), as it stands there; nil: it is stored.
    var packed: [UInt8]?
  }

  static func bytes(_ members: [Member]) -> [UInt8] {
    var (file, directory) = ([UInt8](), [UInt8]())
    func number(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    for member in members {
      let start = file.count
      let size = member.declared ?? member.bytes.count
      let packed = member.packed.map(\.count) ?? size
      let what =
        number(10, 2) + number(0, 2) + number(member.packed == nil ? 0 : 8, 2) + number(0, 2) + number(0x21, 2)
        + number(sum(member.bytes), 4) + number(packed, 4) + number(size, 4) + number(member.name.utf8.count, 2)
        + number(0, 2)
      file += number(0x0403_4B50, 4) + what + Array(member.name.utf8) + (member.packed ?? member.bytes)
      directory += number(0x0201_4B50, 4) + number(10, 2) + what + number(0, 6) + number(0, 4) + number(start, 4)
      directory += Array(member.name.utf8)
    }
    let count = number(members.count, 2)
    return file + directory + number(0x0605_4B50, 4) + number(0, 4) + count + count + number(directory.count, 4)
      + number(file.count, 4) + number(0, 2)
  }

  private static func sum(_ bytes: [UInt8]) -> Int {
    Int(bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) })
  }

  /// Packs bytes as well as can be.
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard gzip_start(&stream, 9) == Z_OK else { return [] }
    defer { deflateEnd(&stream) }
    var (bytes, packed) = (bytes, [UInt8](repeating: 0, count: bytes.count / 10 + 1_000))
    let count = bytes.withUnsafeMutableBufferPointer { from in
      packed.withUnsafeMutableBufferPointer { to in
        (stream.next_in, stream.avail_in) = (from.baseAddress, uInt(from.count))
        (stream.next_out, stream.avail_out) = (to.baseAddress, uInt(to.count))
        return deflate(&stream, Z_FINISH) == Z_STREAM_END ? to.count - Int(stream.avail_out) : 0
      }
    }
    // Without the head and foot of gzip.
    return count < 18 ? [] : Array(packed[10..<(count - 8)])
  }

  /// The files of one that was written in our way: stored, in order.
  static func members(_ file: [UInt8]) -> [Member] {
    var (members, place) = ([Member](), 0)
    func number(_ place: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(file[place + $1]) << (8 * $1) }
    }
    while place + 30 < file.count, number(place, 4) == 0x0403_4B50 {
      let (size, name) = (number(place + 18, 4), number(place + 26, 2))
      let start = place + 30 + name
      members.append(
        Member(
          name: String(decoding: file[(place + 30)..<start], as: UTF8.self), bytes: Array(file[start..<(start + size)]))
      )
      place = start + size
    }
    return members
  }
}

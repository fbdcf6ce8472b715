import Foundation
import Services
import Testing

@testable import Intake

@Suite("A process that reads a file, whatever it does")
struct ChildIntakeTests {
  private static func person(_ number: UInt8) throws -> PersonID {
    try #require(PersonID([UInt8](repeating: number, count: 16)))
  }

  /// Waits until it holds; whoever waits for too long has failed.
  private func eventually(_ what: String, _ holds: () -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(120)
    while !holds() {
      try #require(ContinuousClock.now < end, "\(what)")
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// What comes of a program that is told to read a file.
  private func ask(_ script: String, _ change: (inout IntakeLimits) -> Void = { _ in }) async throws -> IntakeAnswer {
    var limits = IntakeLimits()
    change(&limits)
    // More than a pipe holds: whoever reads nothing keeps the writer waiting.
    let file = [UInt8](repeating: 7, count: 4 << 20)
    return try await ChildIntake(program: "/bin/sh", arguments: ["-c", script], limits: limits).take(
      file, of: Self.person(1))
  }

  @Test("one that hangs is ended, whether it takes the file or not")
  func hangs() async throws {
    for script in ["exec sleep 600", "cat >/dev/null; exec sleep 600", "exec 1>&-; exec sleep 600; :"] {
      let answer = try await ask(script) { $0.time = .seconds(1) }
      #expect(answer == .refused(.tooSlow) || answer == .refused(.unreadable), "\(script)")
    }
  }

  @Test("one that computes without end is ended by the system")
  func computes() async throws {
    try await #expect(ask("while :; do :; done") { $0.processor = 1 } == .refused(.tooSlow))
  }

  @Test("one that wants too much memory gets none")
  func memory() async throws {
    try await #expect(ask("exec tail /dev/zero") { $0.memory = 256 << 20 } == .refused(.unreadable))
  }

  @Test("one that crashes, writes files or ends early is no answer")
  func crashes() async throws {
    for script in ["kill -SEGV $$", "kill -ABRT $$", "exit 0", "exit 3", "echo a >/tmp/fobwatch-intake-test; exit 0"] {
      try await #expect(ask(script) == .refused(.unreadable), "\(script)")
    }
  }

  @Test("one that answers too much, or something else, is not believed")
  func lies() async throws {
    try await #expect(ask("exec cat /dev/zero") { $0.answer = 1 << 20 } == .refused(.unreadable))
    for lie in [
      "taken photo 9 9 4 0\\nabcd", "taken document 1 0 5 9\\n%PDF-", "taken document 99 0 5 0\\n%PDF-", "refused",
      "refused encrypted\\nmore", "refused everything\\n", "taken photo -1 9 5 0\\n%PDF-", "\\n",
    ] {
      try await #expect(ask("printf '\(lie)'") == .refused(.unreadable), "\(lie)")
    }
    try await #expect(ask("printf 'refused encrypted\\n'") == .refused(.encrypted))
    guard case .taken(let file) = try await ask("printf 'taken document 2 0 5 0\\n%%PDF-'") else {
      Issue.record("not believed")
      return
    }
    #expect(file.form == .document(pages: 2) && file.content == Array("%PDF-".utf8))
  }

  @Test("it has nothing of ours: no environment, no file but its own three")
  func nothing() async throws {
    try await #expect(ask("[ -z \"$HOME$USER$FOBWATCH_DATABASE\" ] && printf 'refused script\\n'") == .refused(.script))
    try await #expect(
      ask("set -- /proc/self/fd/*; [ $# -le 4 ] && printf 'refused script\\n'") == .refused(.script))
  }

  @Test("files of one person are read one after the other, and nobody else waits for them")
  func turns() async throws {
    var limits = IntakeLimits()
    (limits.atOnce, limits.places, limits.ownPlaces) = (2, 4, 2)
    // A busy machine is slow to come back here; none of them is to be ended meanwhile.
    limits.time = .seconds(600)
    let folder = FileManager.default.temporaryDirectory.appending(path: "turns-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Each waits until a file named as its bytes is there, and says by another one that it has begun.
    let script = """
      name=$(head -c 1); cat >/dev/null; : >"\(folder.path())/$name.begun"
      while [ ! -e "\(folder.path())/$name.end" ]; do sleep 0.02; done; printf 'refused script\\n'
      """
    let intake = ChildIntake(program: "/bin/sh", arguments: ["-c", script], limits: limits)
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: name).path()) }
    func begun(_ name: String) async throws { try await eventually("\(name) begins") { has("\(name).begun") } }
    func end(_ name: String) throws { try Data().write(to: folder.appending(path: "\(name).end")) }
    let (one, other) = (try Self.person(1), try Self.person(2))
    let first = Task { try await intake.take(Array("a".utf8), of: one) }
    try await begun("a")
    let second = Task { try await intake.take(Array("b".utf8), of: one) }
    try await eventually("the second waits") { intake.waiting(one) == 1 }
    let third = Task { try await intake.take(Array("c".utf8), of: one) }
    try await eventually("the third waits") { intake.waiting(one) == 2 }
    // As many of one person wait as can; somebody else has a turn at once.
    await #expect(throws: PaperIntakeError.busy) { try await intake.take(Array("d".utf8), of: one) }
    let theirs = Task { try await intake.take(Array("e".utf8), of: other) }
    try await begun("e")
    #expect(!has("b.begun") && !has("c.begun"))
    for name in ["e", "a"] { try end(name) }
    try await #expect(theirs.value == .refused(.script))
    try await #expect(first.value == .refused(.script))
    try await begun("b")
    #expect(!has("c.begun"))
    for name in ["b", "c"] { try end(name) }
    try await #expect(second.value == .refused(.script))
    try await #expect(third.value == .refused(.script))
    #expect(intake.waiting(one) == 0)
  }

  @Test("a program that is not there is told of, and is nobody's fault")
  func missing() async throws {
    await #expect(throws: PaperIntakeError.notStarted(2)) {
      try await ChildIntake(program: "/nowhere/fobwatch").take([1], of: Self.person(1))
    }
  }
}

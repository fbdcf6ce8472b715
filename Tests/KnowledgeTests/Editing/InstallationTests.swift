import Documents
import Foundation
import Knowledge
import Rules
import Services
import Testing
import Vocabulary

@Suite("An installation and its edition of the packs")
struct InstallationTests {
  private let scratch = Scratch()
  private let day = CivilDate("2026-12-01")!
  private var installation: Installation { Installation(data: scratch.path + "/data") }

  private func changed() -> SmallPack {
    var pack = SmallPack()
    pack.files[SmallPack.path] = pack.files[SmallPack.path]?.replacing("Who can sit", with: "Who sits")
    return pack
  }

  private func title() throws -> String? {
    try installation.knowledge { KnowledgeBase() }.book.rule("aama/cma/eligibility")?.title.en
  }

  @Test("adopting, adopting another and rolling back twice")
  func adoption() throws {
    defer { scratch.remove() }
    #expect(try title() == nil)
    let first = try installation.adopt(scratch.write(SmallPack(), "one"), on: day, by: "Ana")
    #expect(first.on == day && first.by == "Ana")
    #expect(try title() == "Who can sit")
    _ = try installation.adopt(scratch.write(changed(), "two"), on: day.next, by: "Ben")
    #expect(try title() == "Who sits")
    #expect(try installation.rollBack(on: day.next, by: "Ben") == first)
    #expect(try title() == "Who can sit")
    #expect(try installation.rollBack(on: day.next, by: "Ben") == nil)
    #expect(try title() == nil)
    #expect(throws: EditingError.nothingToRollBack) { try installation.rollBack(on: day, by: "Ben") }
  }

  @Test("what happens to the folder after it was adopted makes no difference")
  func copied() throws {
    defer { scratch.remove() }
    _ = try installation.adopt(scratch.write(SmallPack(), "one"), on: day, by: "Ana")
    _ = try scratch.write(changed(), "one")
    #expect(try title() == "Who can sit")
  }

  @Test("packs with a fault, or with a case that does not hold, are refused and nothing changes")
  func refused() throws {
    defer { scratch.remove() }
    _ = try installation.adopt(scratch.write(SmallPack(), "one"), on: day, by: "Ana")
    let before = scratch.content("data")
    var faulty = SmallPack()
    faulty.files[SmallPack.path]? += "\nnonsense: 1"
    var wrong = SmallPack()
    wrong.files[SmallPack.path] = wrong.files[SmallPack.path]?.replacing("560 hours }", with: "561 hours }")
    for (name, pack) in [("faulty", faulty), ("wrong", wrong)] {
      #expect(throws: Faults.self) { try installation.adopt(scratch.write(pack, name), on: day, by: "Ana") }
    }
    #expect(scratch.content("data") == before)
    #expect(try title() == "Who can sit")
  }

  @Test("the edition in use cannot be adopted again, and nobody decides without a name")
  func again() throws {
    defer { scratch.remove() }
    let folder = try scratch.write(SmallPack(), "one")
    #expect(throws: EditingError.noName) { try installation.adopt(folder, on: day, by: " ") }
    let adoption = try installation.adopt(folder, on: day, by: "Ana")
    #expect(throws: EditingError.alreadyAdopted(adoption.edition)) {
      try installation.adopt(folder, on: day, by: "Ana")
    }
  }

  @Test("a copy that was changed afterwards is not used")
  func damaged() throws {
    defer { scratch.remove() }
    let adoption = try installation.adopt(scratch.write(SmallPack(), "one"), on: day, by: "Ana")
    _ = try scratch.write(changed(), "data/editions/" + adoption.edition)
    #expect(throws: EditingError.self) { try title() }
  }

  @Test("confirmations are kept in the data folder and applied when loading")
  func confirmations() throws {
    defer { scratch.remove() }
    let pack = SmallPack(
      requires: """
        undated: { retrieved: 2026-11-22 }
        source: { id: copy, row: AAMA-EL-01 }
        some: program
        that: { text: { en: "A", es: "B" }, at_least: { program.academic_hours: 560 hours } }
        """)
    _ = try installation.adopt(scratch.write(pack, "one"), on: day, by: "Ana")
    let store = ConfirmationStore(data: scratch.path + "/data")
    let base = try installation.knowledge { KnowledgeBase() }
    let confirmation = Confirmation(rule: "aama/cma/eligibility", on: day, by: "Ana")
    try store.add(confirmation, base: base, today: day)
    try store.add(Confirmation(rule: "aama/cma/eligibility", on: day.previous, by: "Ben"), base: base, today: day)
    #expect(try store.all().map(\.by) == ["Ana", "Ben"])
    let confirmed = try installation.knowledge { KnowledgeBase() }
    let lists = confirmed.book.requirements.compactMap { requirement -> VersionList? in
      guard case .versions(_, let list) = requirement.word else { return nil }
      return list
    }
    #expect(lists.map(\.versions.count) == [3])
    #expect(throws: EditingError.dayAhead("2026-12-02")) {
      try store.add(Confirmation(rule: "aama/cma/eligibility", on: day.next, by: "Ana"), base: base, today: day)
    }
    #expect(throws: EditingError.unknownRule("aama/cma/x")) {
      try store.add(Confirmation(rule: "aama/cma/x", on: day, by: "Ana"), base: base, today: day)
    }
  }

  @Test("a file that something else wrote stops every change")
  func unreadable() throws {
    defer { scratch.remove() }
    try FileManager.default.createDirectory(atPath: scratch.path + "/data", withIntermediateDirectories: true)
    try Data("[]".utf8).write(to: URL(filePath: scratch.path + "/data/editions.json"))
    #expect(throws: EditingError.self) { try installation.adopt(scratch.write(SmallPack(), "one"), on: day, by: "Ana") }
    #expect(try String(contentsOfFile: scratch.path + "/data/editions.json", encoding: .utf8) == "[]")
  }
}

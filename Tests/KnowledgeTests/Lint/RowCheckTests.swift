import Testing

@Suite("Rows of the research")
struct RowCheckTests {
  private static let coverage = "coverage/rows.yaml"

  @Test("a row that the coverage does not list cannot be cited")
  func unknown() {
    let pack = SmallPack(
      requires: "text: { en: \"A\", es: \"B\" }\nhappened: 2001-01-01\nsource: { id: page, row: AAMA-EL-99 }")
    #expect(pack.isRefused("'AAMA-EL-99' is not in the coverage"))
  }

  @Test("lists for reading on may name research on other subjects, but no unknown row of this one")
  func readingOn() {
    var pack = SmallPack()
    pack.files["guides.yaml"] = """
      guides:
        - { id: a, text: { en: "A", es: "B" }, detail: { en: "A", es: "B" }, rows: [ZZ-1, AAMA-EL-77] }
      """
    #expect(pack.isRefused("AAMA-EL-77", file: "guides.yaml"))
    #expect(!pack.isRefused("ZZ-1", file: "guides.yaml"))
  }

  @Test("a row of the coverage that nothing accounts for is refused")
  func unaccounted() {
    var pack = SmallPack()
    pack.files[RowCheckTests.coverage]? += "\n  AAMA-EL-03: { fact: \"Lost\", confidence: P }"
    #expect(pack.isRefused("nothing accounts for the research row 'AAMA-EL-03'", file: RowCheckTests.coverage))
  }

  @Test("a row that stands in two files of the coverage is refused")
  func twice() {
    var pack = SmallPack()
    pack.files["coverage/more.yaml"] = "rows:\n  AAMA-EL-03: { fact: \"Once\", confidence: P, left_out: \"A test\" }"
    pack.files[RowCheckTests.coverage]? += "\n  AAMA-EL-03: { fact: \"Twice\", confidence: P, left_out: \"A test\" }"
    #expect(pack.isRefused("'AAMA-EL-03' stands twice, first at coverage/more.yaml:2", file: RowCheckTests.coverage))
  }

  @Test("a row that names a conflict names one that exists")
  func conflict() {
    var pack = SmallPack()
    pack.files[RowCheckTests.coverage]? += "\n  AAMA-EL-03: { fact: \"Two\", confidence: C, conflict: K-9 }"
    #expect(pack.isRefused("'K-9'", file: RowCheckTests.coverage))
  }
}

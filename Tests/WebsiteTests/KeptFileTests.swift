import Testing

@testable import Website

@Suite("Kept file")
struct KeptFileTests {
  @Test("a kept file is read again, and other files are refused")
  func keptFile() {
    let answers = Answers([.init(fact: "program-completed", text: "2026-06"), .init(fact: "a", text: "x = y")])
    #expect(KeptFile.answers(file: KeptFile.file(answers)) == answers)
    #expect(KeptFile.answers(file: "\u{FEFF}" + KeptFile.file(answers).replacing("\n", with: "\r\n")) == answers)
    #expect(KeptFile.answers(file: "hello") == nil)
    var asked = answers
    asked.goal = "aama/cma"
    #expect(KeptFile.answers(text: KeptFile.text(asked)) == asked)
    #expect(KeptFile.answers(text: "> no such\na = 1")?.goal == nil)
    #expect(KeptFile.answers(file: KeptFile.mark + "\nno sign") == nil)
    #expect(KeptFile.answers(file: KeptFile.mark + "\nBad Name = 1") == nil)
  }
}

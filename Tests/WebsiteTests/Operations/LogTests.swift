import Foundation
import Glibc
import Testing
import Vocabulary

@testable import Website

@Suite("Log")
struct LogTests {
  private struct Trouble: Error {
    let who = "Maria Example"
  }

  private let everything: [LogLine.Field] = [
    .route(LogLine.RouteField(pattern: RoutePattern(.state("wa", StateQuestion())), method: .post)),
    .number("status", 503), .duration(.microseconds(12_034)), .word("reason", "idle"), .error(Trouble()),
    .ofOperator("check", "a \"b\"\n\u{1B}[31m\u{2028}c"), .request(RequestID(number: 0xAB)),
  ]

  @Test("a line is one JSON object: the pattern, never the address; the kind of an error, never what it holds")
  func json() throws {
    let capture = LogCapture()
    capture.log().say(.error, "request", everything)
    let line = try #require(capture.lines.first)
    #expect(capture.lines.count == 1 && line.hasSuffix("}\n") && line.filter(\.isNewline).count == 1)
    let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(read["time"] as? String == "2026-11-22T09:30:01.250Z")
    #expect(read["level"] as? String == "error" && read["event"] as? String == "request")
    #expect(read["route"] as? String == "/states/{state}" && read["method"] as? String == "POST")
    #expect(read["status"] as? Int == 503 && read["milliseconds"] as? Double == 12.034)
    #expect(read["error"] as? String == "Trouble" && !line.contains("Maria"))
    #expect(read["check"] as? String == "a \"b\"  [31m c")
    #expect(read["request"] as? String == "00000000000000ab")
  }

  @Test("at a terminal a line is words")
  func text() throws {
    let capture = LogCapture()
    capture.log(.info, .text).say(.warning, "handler-stuck", everything)
    #expect(
      capture.lines == [
        "09:30:01.250 warning handler-stuck POST /states/{state} status=503 12.034ms reason=idle error=Trouble "
          + "check=\"a \\\"b\\\"  [31m c\" #00000000000000ab\n"
      ])
  }

  @Test("what matters less than asked for is left out", arguments: LogLevel.allCases)
  func levels(least: LogLevel) {
    let capture = LogCapture()
    for level in LogLevel.allCases { capture.log(least).say(level, "event") }
    #expect(capture.lines.count == LogLevel.allCases.filter { $0 >= least }.count)
  }

  @Test(
    "times are written in UTC, before and after 1970",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (1_709_208_000_000_999, "2024-02-29T12:00:00.000Z"), (4_102_444_799_999_999, "2099-12-31T23:59:59.999Z"),
    ])
  func times(microseconds: Int64, text: String) {
    #expect(Timestamp(Instant(microseconds: microseconds)).text == text)
  }

  @Test("lines are written in their order, and all of them before the writer is closed")
  func writer() throws {
    let pipe = Pipe()
    let writer = LogWriter(file: pipe.fileHandleForWriting.fileDescriptor)
    for number in 0..<500 { writer.write("line \(number)\n") }
    writer.close()
    writer.write("too late\n")
    try pipe.fileHandleForWriting.close()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text == (0..<500).map { "line \($0)\n" }.joined())
    #expect(writer.dropped == 0)
  }

  @Test("a reader who does not read holds nobody up: what does not fit is left out, counted and told")
  func fullWriter() async throws {
    let pipe = Pipe()
    let file = pipe.fileHandleForWriting.fileDescriptor
    let writer = LogWriter(file: file, most: 10_000)
    let line = String(repeating: "x", count: 999) + "\n"
    // More than the pipe (64 kB) and the writer's own memory take.
    for _ in 0..<200 { writer.write(line) }
    #expect(writer.dropped >= 200 - 10 - 66)
    let taken = Task.detached { pipe.fileHandleForReading.readDataToEndOfFile() }
    writer.close()
    try pipe.fileHandleForWriting.close()
    let text = String(decoding: await taken.value, as: UTF8.self)
    #expect(text.contains(/\{"time":"[-0-9T:.]+Z","level":"warning","event":"log-lines-dropped","count":\d+\}/))
    let told = text.matches(of: /"event":"log-lines-dropped","count":(\d+)/).compactMap { Int($0.output.1) }
    #expect(told.reduce(0, +) == writer.dropped)
    #expect(text.split(separator: "\n").count { $0 == line.dropLast() } == 200 - writer.dropped)
  }
}

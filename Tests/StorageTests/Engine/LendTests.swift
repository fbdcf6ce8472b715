import Testing

@testable import Storage

@Suite("A connection that is lent, and given up")
struct LendTests {
  @Test("a database that did not hear it is told again, until the end and no longer", .timeLimit(.minutes(1)))
  func toldAgain() async throws {
    let lend = Lend()
    let told = Tally()
    lend.begin { told.add() }
    lend.cancel()
    while told.count < 3 { try await Task.sleep(for: .milliseconds(10)) }
    #expect(throws: CancellationError.self) { try lend.end() }
    let count = told.count
    lend.cancel()
    #expect(told.count == count && lend.isCancelled)
  }

  @Test("what ended before it was given up is not stopped")
  func ended() throws {
    let lend = Lend()
    let told = Tally()
    lend.begin { told.add() }
    try lend.end()
    lend.cancel()
    #expect(told.count == 0)
  }
}

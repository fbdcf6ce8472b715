import Testing

@testable import Website

@Suite("Transfer clock")
struct TransferClockTests {
  let limits: ServerLimits = {
    var limits = ServerLimits()
    (limits.idle, limits.transfer, limits.slowest) = (.seconds(20), .seconds(10), 1_000)
    return limits
  }()

  @Test("a connection that says nothing has as long as an idle one, after it opened and after each answer")
  func idle() {
    var clock = TransferClock(limits, at: .seconds(5))
    #expect(clock.deadline?.at == .seconds(25) && clock.deadline?.reason == .idle)
    clock.headCame(at: .seconds(6))
    clock.requestEnded()
    #expect(clock.deadline == nil)
    clock.answerEnded(at: .seconds(9))
    #expect(clock.deadline?.at == .seconds(29))
  }

  @Test("a body has to come at a rate: one byte a second buys nothing")
  func body() {
    var clock = TransferClock(limits, at: .zero)
    clock.headCame(at: .seconds(1))
    #expect(clock.deadline?.at == .seconds(11) && clock.deadline?.reason == .slowBody)
    for _ in 0..<10 { clock.bodyCame(1) }
    #expect(clock.deadline.map { $0.at < .seconds(12) } == true)
    clock.bodyCame(59_990)
    #expect(clock.deadline?.at == .seconds(71))
    clock.requestEnded()
    #expect(clock.deadline == nil)
  }

  @Test("an answer has to be taken at a rate, and what is taken is forgotten")
  func reader() {
    var clock = TransferClock(limits, at: .zero)
    clock.headCame(at: .zero)
    clock.requestEnded()
    clock.sends(5_000, at: .seconds(2))
    clock.sends(0, at: .seconds(3))
    #expect(clock.deadline?.at == .seconds(17) && clock.deadline?.reason == .slowReader)
    clock.wasTaken()
    clock.answerEnded(at: .seconds(4))
    #expect(clock.deadline?.at == .seconds(24) && clock.deadline?.reason == .idle)
  }

  @Test("requests that were sent ahead keep a connection from being idle")
  func ahead() {
    var clock = TransferClock(limits, at: .zero)
    for _ in 0..<2 {
      clock.headCame(at: .zero)
      clock.requestEnded()
    }
    clock.answerEnded(at: .seconds(1))
    #expect(clock.deadline == nil)
    clock.answerEnded(at: .seconds(2))
    #expect(clock.deadline?.at == .seconds(22))
  }

  @Test("after the last answer, two seconds are left, whatever still comes")
  func last() {
    var clock = TransferClock(limits, at: .zero)
    clock.headCame(at: .zero)
    clock.answerEnded(at: .seconds(1))
    clock.lastAnswerEnded(at: .seconds(1))
    clock.bodyCame(1_000_000)
    #expect(clock.deadline?.at == .seconds(3))
  }

  @Test("large bodies share their memory")
  func budget() {
    let budget = BodyBudget(100)
    #expect(budget.take(60) && !budget.take(41) && budget.take(40))
    budget.giveBack(60)
    #expect(budget.take(60) && !budget.take(1))
  }
}

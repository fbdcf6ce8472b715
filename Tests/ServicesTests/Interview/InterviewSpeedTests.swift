import Services
import Testing

@Suite("The interview answers while one clicks")
struct InterviewSpeedTests {
  @Test("choosing the next question takes less than 15 ms in a release build, whatever was answered")
  func steps() {
    var steps: [Duration] = []
    for seed in 1...20 as ClosedRange<UInt64> {
      let person = RandomPerson(seed: seed)
      let told = Fixture.run { person[$0] }
      for n in 0...told.count {
        let begun = ContinuousClock.now
        _ = Fixture.interview.next(Array(told.prefix(n)), asOf: Fixture.asOf)
        steps.append(ContinuousClock.now - begun)
      }
    }
    steps.sort()
    print("step: median \(steps[steps.count / 2]), 9 of 10 within \(steps[steps.count * 9 / 10]), worst \(steps.last!)")
    #if !DEBUG
      #expect(steps[steps.count * 9 / 10] < .milliseconds(15))
    #endif
  }
}

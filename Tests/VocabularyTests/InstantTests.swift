import Testing

@testable import Vocabulary

@Suite("Points in time")
struct InstantTests {
  private let start = Instant(microseconds: 1_800_000_000_000_000)

  @Test("later and earlier by a duration, to the microsecond")
  func steps() {
    #expect((start + .seconds(2)).microseconds == 1_800_000_002_000_000)
    #expect((start + .microseconds(-3)).microseconds == 1_799_999_999_999_997)
    #expect((start + .milliseconds(-1_500)).microseconds == 1_799_999_998_500_000)
    #expect((start + .nanoseconds(999)).microseconds == start.microseconds)
    #expect(start - .seconds(1) < start)
    #expect(start - .zero == start)
  }

  @Test("what lies between two, back and forth", arguments: [0, 1, -1, 999_999, -1_000_001, 86_400_000_000])
  func differences(_ microseconds: Int64) {
    let other = Instant(microseconds: start.microseconds + microseconds)
    #expect(other - start == .microseconds(microseconds))
    #expect(start + (other - start) == other)
  }

  @Test("a point beyond what a number can name is the last one that it can")
  func limits() {
    let last = Instant(microseconds: .max)
    let first = Instant(microseconds: .min)
    #expect(last + .microseconds(1) == last)
    #expect(first - .seconds(1) == first)
    #expect(start + .seconds(Int64.max) == last)
    #expect(start - .seconds(Int64.max) == first)
    #expect(last - first > .seconds(18_000_000_000_000))
  }
}

import Cryptography
import Testing
import Vocabulary

@testable import Services

@Suite("How often something can be tried")
struct RateLimitTests {
  private let limit = RateLimit(free: 3, first: .seconds(2), longest: .seconds(60), forget: .seconds(3600))
  private let start = Instant(microseconds: 1_800_000_000_000_000)
  private let key = SHA256.digest(of: [1])

  @Test("free tries cost nothing, each one more waits twice as long, up to the longest")
  func doubling() {
    var throttle: Throttle?
    var now = start
    var waits: [Duration] = []
    for _ in 0..<10 {
      let next = limit.counting(throttle, key: key, at: now)
      waits.append(limit.wait(next, at: now).map { $0 - now } ?? .zero)
      now = max(now, next.blockedUntil)
      #expect(limit.wait(next, at: now) == nil, "a wait ends when it says")
      throttle = next
    }
    #expect(waits == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60].map(Duration.seconds))
  }

  @Test("after a while without a try all is forgotten, and not before")
  func forgetting() {
    let throttle = Throttle(key: key, tries: 9, lastAt: start, blockedUntil: start + .seconds(60))
    #expect(limit.tries(throttle, at: start + .seconds(3599)) == 9)
    #expect(limit.tries(throttle, at: start + .seconds(3600)) == 0)
    #expect(limit.counting(throttle, key: key, at: start + .seconds(3600)).tries == 1)
  }

  @Test("a clock that was a year ahead, or behind, keeps nobody out for a year")
  func wrongClock() {
    let year = Duration.seconds(365 * 86_400)
    let ahead = limit.counting(
      Throttle(key: key, tries: 9, lastAt: start + year, blockedUntil: start + year), key: key, at: start + year)
    #expect(limit.wait(ahead, at: start) == nil)
    #expect(limit.tries(ahead, at: start) == 0)
    #expect(limit.wait(ahead, at: start + year) != nil)
  }

  @Test("no limit is so high that an hour of guessing is worth it, and none so low that a day is lost")
  func bounds() {
    let account = Account.ID.fresh(from: .system)
    let acts: [Limited] = [
      .signIn(address: "a", .unknown), .signInHost(.unknown), .knownDevice(key), .session(.fresh(from: .system)),
      .code(account), .mailHost(.unknown),
    ]
    for act in acts {
      let limit = act.limit
      var (throttle, now, tries): (Throttle?, Instant, Int) = (nil, start, 0)
      while now < start + .seconds(3600) {
        throttle = limit.counting(throttle, key: key, at: now)
        now = max(now, throttle?.blockedUntil ?? now)
        tries += 1
      }
      #expect(tries <= 75, "\(act)")
      #expect(limit.longest <= .seconds(3600))
    }
  }

  @Test("whoever is kept waiting for a mail has a link that is still good")
  func mails() throws {
    let limit = Limited.mail(try #require(EmailAddress("maya@example.org"))).limit
    for purpose in [OneTimeToken.Purpose.passwordReset, .signUp, .emailChange, .guardian] {
      #expect(limit.longest <= purpose.lifetime)
    }
  }
}

import Cryptography
import Rules
import Testing
import Vocabulary

@testable import Services

@Suite("How long sessions and consents last")
struct SessionTests {
  private let start = Instant(microseconds: 1_800_000_000_000_000)

  private func session(_ kind: Session.Kind, seen: Duration = .zero) -> Session {
    Session(
      id: .fresh(from: .system), token: SHA256.digest(of: []), account: .fresh(from: .system), kind: kind, factors: 1,
      device: DeviceLabel(userAgent: ""), startedAt: start, authenticatedAt: start, seenAt: start + seen)
  }

  @Test("it ends when it is not used, and when it is old", arguments: Session.Kind.allCases)
  func ends(kind: Session.Kind) {
    let unused = session(kind)
    #expect(unused.isAlive(at: start))
    #expect(unused.isAlive(at: start + kind.idle - .microseconds(1)))
    #expect(!unused.isAlive(at: start + kind.idle))
    let used = session(kind, seen: kind.longest - .seconds(1))
    #expect(used.isAlive(at: start + kind.longest - .microseconds(1)))
    #expect(!used.isAlive(at: start + kind.longest))
    #expect(kind.idle < kind.longest)
  }

  @Test("a shared phone has the shortest, and forgets the cookie; who looks at others' records has a shorter one")
  func kinds() {
    #expect(Session.Kind.shared.idle < Session.Kind.staff.idle && Session.Kind.staff.idle < Session.Kind.own.idle)
    #expect(Session.Kind.allCases.filter(\.isForgottenOnClose) == [.shared])
  }

  @Test("a clock that was ahead for a while does not make it last")
  func wrongClock() {
    let year = Duration.seconds(365 * 86_400)
    var later = session(.own)
    later.seenAt = start + year
    #expect(!later.isAlive(at: start + .seconds(60)))
    #expect(!session(.own).isAlive(at: start - year))
  }

  @Test("who signed in ten minutes ago has to do so again for what is sensitive")
  func recent() {
    let session = session(.own)
    #expect(session.isRecent(at: start + .seconds(599)))
    #expect(!session.isRecent(at: start + .seconds(600)))
    #expect(!session.isRecent(at: start - .seconds(3600)))
  }

  @Test("a consent stands from its beginning to its end, and never once revoked, at whatever time")
  func consents() {
    var generator = SplitMix64(state: 9)
    for _ in 0..<2000 {
      let from = start + .seconds(Int64.random(in: -1000...1000, using: &generator))
      let until: Instant? =
        Bool.random(using: &generator) ? from + .seconds(Int64.random(in: 1...1000, using: &generator)) : nil
      var consent = Consent(
        id: .fresh(from: .system), person: .fresh(from: .system), receiver: .account(.fresh(from: .system)),
        purpose: .coaching, kinds: [.program], givenAt: start, from: from, until: until)
      let now = start + .seconds(Int64.random(in: -2000...3000, using: &generator))
      #expect(consent.isActive(at: now) == (now >= from && until.map { now < $0 } ?? true))
      consent.revokedAt = start + .seconds(Int64.random(in: -2000...3000, using: &generator))
      #expect(!consent.isActive(at: now))
    }
  }

  @Test("no token outlives what it is for")
  func tokens() {
    for purpose in OneTimeToken.Purpose.allCases where purpose != .guardianWithdrawal {
      #expect(purpose.lifetime <= .seconds(7 * 86_400))
    }
    #expect(OneTimeToken.Purpose.signInByMail.lifetime <= .seconds(600))
    #expect(OneTimeToken.Purpose.secondStep.lifetime <= .seconds(600))
  }
}

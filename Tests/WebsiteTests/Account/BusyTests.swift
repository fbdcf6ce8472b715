import Cryptography
import Services
import Testing
import Vocabulary

@testable import Website

@Suite("Passwords keep nobody waiting", .serialized)
struct BusyTests {
  @Test("signed-in pages answer within a second while 50 passwords are hashed at full cost")
  func crowd() async throws {
    try await MemberFixture.with(work: PasswordWork(workers: 1, places: 100), cost: .standard) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let clock = ContinuousClock()
      /// The slowest of some pages.
      func slowest() async throws -> Duration {
        var slowest = Duration.zero
        for _ in 0..<20 {
          let start = clock.now
          #expect(await maya.get("/account").status == 200)
          slowest = max(slowest, clock.now - start)
          try await Task.sleep(for: .milliseconds(20))
        }
        return slowest
      }
      // What other tests on this machine take away is not of the passwords.
      let alone = try await slowest()
      // Each from a network of its own, so that nobody is told to wait.
      let crowd = Task {
        await withTaskGroup(of: Int.self) { group in
          for number in 0..<50 {
            group.addTask {
              var inquiry = fixture.browser().inquiry(
                "/sign-in", method: "POST", body: "email=\(number)%40example.org&password=wrong+wrong+wrong")
              inquiry.from = "198.51.\(number).1"
              return await fixture.site.reply(to: inquiry).status
            }
          }
          return await group.reduce(into: []) { $0.append($1) }
        }
      }
      let beside = try await slowest()
      let hashed = await crowd.value
      #expect(hashed == Array(repeating: 422, count: 50))
      #expect(beside < .seconds(1) + alone, "\(beside) in place of \(alone)")
    }
  }
}

import Cryptography
import Services
import Testing
import Vocabulary

@testable import Storage

@Suite("Wrong tries are slowed down, and keep nobody else out, on every database", .serialized)
struct LockOutTests {
  /// Tries a wrong password, and says whether it was looked at.
  private func guess(_ fixture: AccountFixture, _ email: String, _ manner: SignInManner) async throws -> Bool {
    let outcome = try await SignIn(fixture.accounts).attempt(
      email: email, password: AccountFixture.otherPassword, manner, at: fixture.now)
    switch outcome {
    case .wait: return false
    case .refused, .mailed: return true
    case .signedIn, .needsCode, .disabled: throw Unexpected(what: "\(outcome)")
    }
  }

  private func signIn(_ fixture: AccountFixture, _ manner: SignInManner) async throws -> SignIn.Answer {
    try await SignIn(fixture.accounts).attempt(
      email: "maya@example.org", password: AccountFixture.password, manner, at: fixture.now)
  }

  @Test("after five wrong ones each waits longer, also the right one", arguments: TestDatabase.tested)
  func slower(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("maya@example.org")
      let manner = AccountFixture.manner(AccountFixture.elsewhere)
      for _ in 0..<6 { try await #expect(guess(fixture, "maya@example.org", manner)) }
      try await #expect(!guess(fixture, "maya@example.org", manner))
      guard case .wait(let until) = try await signIn(fixture, manner) else { throw Unexpected(what: "let in") }
      fixture.pass(until - fixture.now)
      guard case .signedIn = try await signIn(fixture, manner) else { throw Unexpected(what: "kept out") }
    }
  }

  @Test(
    "an hour of guessing from one network gets few tries, whether or not there is an account",
    arguments: TestDatabase.tested)
  func few(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("maya@example.org")
      for email in ["maya@example.org", "nobody@example.org"] {
        var tries = 0
        for step in 0..<120 {
          let origin = Origin(address: "198.51.100.\(step)")
          if try await guess(fixture, email, AccountFixture.manner(origin)) { tries += 1 }
          fixture.pass(.seconds(30))
        }
        #expect((10...20).contains(tries), "\(email): \(tries)")
      }
    }
  }

  @Test(
    "others' wrong tries keep the owner out nowhere: not where they were before, not in another network",
    arguments: TestDatabase.tested)
  func owner(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      let known = try #require(maya.opened.knownDevice).text
      // From her own network, until it has to wait.
      let same = AccountFixture.manner(AccountFixture.here)
      while try await guess(fixture, "maya@example.org", same) {}
      guard case .wait = try await signIn(fixture, same) else { throw Unexpected(what: "let in") }
      // In her browser she is let in all the same, and in an unknown one of another network too.
      guard case .signedIn = try await signIn(fixture, AccountFixture.manner(AccountFixture.here, knownDevice: known))
      else { throw Unexpected(what: "kept out") }
      guard case .signedIn = try await signIn(fixture, AccountFixture.manner(AccountFixture.elsewhere)) else {
        throw Unexpected(what: "kept out")
      }
    }
  }

  @Test("whoever reads the owner's mail gets in, even from the network of the others", arguments: TestDatabase.tested)
  func byReset(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("maya@example.org")
      let manner = AccountFixture.manner(AccountFixture.here)
      while try await guess(fixture, "maya@example.org", manner) {}
      let reset = PasswordReset(fixture.accounts)
      try await #expect(
        reset.ask(email: "maya@example.org", language: .english, origin: AccountFixture.here, at: fixture.now)
          == .mailed)
      let outcome = try await reset.finish(
        try await fixture.token(to: "maya@example.org"), password: AccountFixture.password, manner, at: fixture.now)
      guard case .changed(let device?) = outcome else { throw Unexpected(what: "\(outcome)") }
      guard case .signedIn = try await signIn(fixture, AccountFixture.manner(knownDevice: device.text)) else {
        throw Unexpected(what: "kept out")
      }
    }
  }

  @Test("a known browser of somebody else is none", arguments: TestDatabase.tested)
  func otherDevice(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("maya@example.org")
      let eve = try #require(try await fixture.signUp("eve@example.org").opened.knownDevice).text
      let manner = AccountFixture.manner(AccountFixture.elsewhere, knownDevice: eve)
      for _ in 0..<6 { try await #expect(guess(fixture, "maya@example.org", manner)) }
      try await #expect(!guess(fixture, "maya@example.org", manner))
      // And a known one is counted for itself.
      let maya = AccountFixture.manner(AccountFixture.elsewhere, knownDevice: eve)
      let outcome = try await SignIn(fixture.accounts).attempt(
        email: "eve@example.org", password: AccountFixture.password, maya, at: fixture.now)
      guard case .signedIn = outcome else { throw Unexpected(what: "\(outcome)") }
    }
  }

  @Test("many at once count as many", arguments: TestDatabase.tested)
  func atOnce(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("maya@example.org")
      let looked = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<24 {
          group.addTask {
            try await guess(fixture, "maya@example.org", AccountFixture.manner(AccountFixture.elsewhere))
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(looked == 6)
    }
  }

  @Test(
    "when strangers try from many networks the last step goes by mail, for unknown browsers only",
    arguments: TestDatabase.tested)
  func byMail(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      let maya = try await fixture.signUp("maya@example.org")
      for number in 0...100 {
        let origin = Origin(address: "198.51.\(number).1")
        try await #expect(guess(fixture, "maya@example.org", AccountFixture.manner(origin)))
      }
      // A wrong password and the right one get the same answer; only the right one gets a mail.
      let fresh = AccountFixture.manner(Origin(address: "203.0.113.5"))
      let before = try await fixture.count("job")
      let wrong = try await SignIn(fixture.accounts).attempt(
        email: "maya@example.org", password: AccountFixture.otherPassword, fresh, at: fixture.now)
      guard case .mailed = wrong else { throw Unexpected(what: "\(wrong)") }
      try await #expect(fixture.count("job") == before)
      guard case .mailed(let ticket) = try await signIn(fixture, fresh) else {
        throw Unexpected(what: "let in without the mail")
      }
      let token = try await fixture.token(to: "maya@example.org")
      func follow(_ ticket: SecretToken) async throws -> Bool {
        let outcome = try await SignIn(fixture.accounts).attempt(
          mailed: token, ticket: ticket.text, fresh, at: fixture.now)
        if case .signedIn = outcome { return true }
        return false
      }
      guard case .mailed(let other) = wrong else { throw Unexpected(what: "\(wrong)") }
      try await #expect(!follow(other), "in the browser of somebody else, who asked too")
      try await #expect(follow(ticket))
      try await #expect(!follow(ticket), "once")
      let known = AccountFixture.manner(knownDevice: maya.opened.knownDevice?.text)
      guard case .signedIn = try await signIn(fixture, known) else { throw Unexpected(what: "kept out") }
    }
  }

  @Test("whoever is kept waiting for a mail by others' asking has a good link", arguments: TestDatabase.tested)
  func mails(_ database: TestDatabase) async throws {
    try await AccountFixture.with(database) { fixture in
      _ = try await fixture.signUp("maya@example.org")
      let reset = PasswordReset(fixture.accounts)
      fixture.pass(.seconds(86_400))
      var sent = 0
      for hour in 0..<100 {
        let before = try await fixture.count("job")
        let origin = Origin(address: "198.51.\(hour).1")
        try await #expect(
          reset.ask(email: "maya@example.org", language: .english, origin: origin, at: fixture.now) == .mailed)
        sent += try await fixture.count("job") - before
        try await #expect(reset.isGood(try await fixture.token(to: "maya@example.org"), at: fixture.now))
        fixture.pass(.seconds(300))
      }
      #expect((3...30).contains(sent), "\(sent) mails in eight hours")
    }
  }
}

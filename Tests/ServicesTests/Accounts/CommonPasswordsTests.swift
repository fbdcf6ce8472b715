import Testing

@testable import Services

@Suite("The passwords that come with the program")
struct CommonPasswordsTests {
  private let policy = PasswordPolicy()

  private func refusal(_ password: String) throws -> PasswordRefusal? {
    policy.refusal(of: password, email: try #require(EmailAddress("maya@example.org")))
  }

  @Test("the program carries far more than 3,000 common passwords that are long enough")
  func count() {
    #expect(CommonPasswords.count >= 300_000, "scripts/passwords makes the list, and says what it wants")
    #expect(policy.listedCount == CommonPasswords.count)
    let more = PasswordPolicy(listed: ListedPasswords(lines: ["wolf-lantern-ninety-gravel"]))
    #expect(more.listedCount == CommonPasswords.count + 1)
  }

  @Test("they are sorted, and none stands twice")
  func sorted() {
    let numbers = CommonPasswords.numbers
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(
    "much used passwords are refused that no structure gives away",
    arguments: [
      "raidersofthelostark", "worldofwarcraft", "mychemicalromance", "perasperaadastra", "bohemianrhapsody",
      "rumpelstiltskin", "startrekvoyager", "youngandrestless", "methamphetamine", "antidisestablishmentarianism",
    ])
  func common(password: String) throws {
    #expect(PasswordPattern(words: CommonWords.all).weight(of: password) >= PasswordPolicy.least)
    #expect(CommonPasswords.contains(PasswordDigest(of: password)))
    try #expect(refusal(password) == .common)
    try #expect(refusal(password.uppercased()) == .common)
    try #expect(refusal(password + "-kjw") == nil)
  }

  @Test("machine-made ones that were in a break-in are refused as they were, and composed or not")
  func machineMade() throws {
    for password in ["YFLTYMRFXGJR0707", "23176djivanfros", "000webH02T!À$%12", "000webH02T!A\u{300}$%12"] {
      try #expect(refusal(password) == .common, "\(password)")
    }
    for password in ["YFLTYMRFXGJR0708", "23176djivanfrot", "000webH02T!À$%13"] {
      try #expect(refusal(password) == nil, "\(password)")
    }
  }

  @Test("numbers are found among none, one, and many, whichever place they have")
  func search() {
    let text = PasswordDigest(of: "wolf-lantern-ninety-gravel")
    let others = (1...20).map { UInt64($0) << 58 }
    #expect(!text.isAmong([UInt64]()) && !text.isAmong(others))
    for count in 0...20 {
      #expect(text.isAmong((others.prefix(count) + [text.number]).sorted()))
    }
  }

  @Test("a digest is the first eight bytes of SHA-256, the first byte first")
  func digest() {
    // FIPS 180-2, appendix B.1.
    #expect(PasswordDigest(of: "abc").number == 0xba78_16bf_8f01_cfea)
  }
}

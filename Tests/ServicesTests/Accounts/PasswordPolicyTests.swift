import Testing

@testable import Services

@Suite("Which passwords are taken")
struct PasswordPolicyTests {
  private let policy = PasswordPolicy(siteWords: ["Riverside"])

  private func refusal(_ password: String) throws -> PasswordRefusal? {
    policy.refusal(of: password, email: try #require(EmailAddress("maya.lopez77@example.org")))
  }

  @Test("15 characters are needed, and no kinds of characters")
  func length() throws {
    try #expect(refusal("vkqzrtpwmxjgdb") == .tooShort(length: 14))
    try #expect(refusal("vkqzrtpwmxjgdbf") == nil)
    try #expect(refusal("        ") == .tooShort(length: 8))
    try #expect(refusal("vkq zrt pwm xjg") == nil)
    // Characters, not bytes: 14 of three bytes each are too few.
    try #expect(refusal("語彙密碼長短字數適宜檢查一二") == .tooShort(length: 14))
    try #expect(refusal("語彙密碼長短字數適宜檢查一二三") == nil)
  }

  @Test("64 characters and more are taken, 256 bytes at most, counted as they are hashed")
  func longest() throws {
    let words = "vork tamil quench sprig oboe latch frond mural gizmo pylon edict whelk "
    let long = String(String(repeating: words, count: 5).prefix(256))
    try #expect(refusal(String(long.prefix(64))) == nil)
    try #expect(refusal(String(words + "other things come behind it")) == nil)
    try #expect(refusal(String(long.prefix(250)) + "xyzjkw") == nil)
    try #expect(refusal(String(long.prefix(250)) + "xyzjkwq") == .tooLong)
    try #expect(refusal(String(repeating: "x", count: 100_000)) == .tooLong)
    // 64 characters of four bytes each.
    let emoji = (0..<64).compactMap { Unicode.Scalar(0x1F330 + UInt32($0 * 5 % 64)) }.map(Character.init)
    try #expect(String(emoji).utf8.count == 256 && refusal(String(emoji)) == nil)
  }

  @Test(
    "repetition, the keyboard and the alphabet are refused",
    arguments: [
      "aaaaaaaaaaaaaaa", "abababababababab", "abcdefghijklmnop", "123456789012345", "qwertyuiopasdfgh",
      "1q2w3e4r5t6y7u8i",
      "q1w2e3r4t5y6u7i8", "1qaz2wsx3edc4rfv", "zxcvbnmasdfghjkl", "xkcdxkcdxkcdxkcd", "               ",
      "98765432109876543210",
      "!@#$%^&*()!@#$%^", "AbAbAbAbAbAbAbAb", "poiuytrewqlkjhgf", "11112222333344445555",
    ])
  func patterns(password: String) throws { try #expect(refusal(password) == .pattern) }

  @Test(
    "what is put together from common words is refused",
    arguments: [
      "passwordpassword1", "password12345678", "iloveyou12345678", "Iloveyouforever", "michaeljordan23",
      "P@ssw0rd12345678",
      "contraseña123456", "sunshine12345678", "jesuschrist12345", "letmein123456789", "qwerty1234567890a",
      "football123456789", "correcthorsebatterystaple", "teamomucho123456", "Superman123456789!", "princess20102011",
    ])
  func common(password: String) throws {
    let found = try refusal(password)
    #expect(found == .common || found == .pattern)
  }

  @Test(
    "what is put together from the address or from words of the site is refused",
    arguments: [
      "maya.lopez77@example.org", "mayalopez771234", "fobwatchfobwatch1", "fobwatch-maya-2027", "lopez77lopez77lopez",
      "Medicalassistant", "Riverside-2027-Riverside", "example.org/maya",
    ])
  func context(password: String) throws {
    let found = try refusal(password)
    #expect(found == .context || found == .common || found == .pattern)
  }

  @Test(
    "ordinary good ones are taken",
    arguments: [
      "correct parrot cumulus doorbell", "tengo tres gatos y una lancha", "my dog ate 3 blue chairs",
      "Kx9#vQ2mLp7!zRt4",
      "the fobwatch is upside down on tuesdays", "maya paints the garage door yellow", "ünïcödé pässwörter hier",
      "wolf-lantern-ninety-gravel", "0xd1e4b77a90c2f35", "purple monkey dishwasher kangaroo",
    ])
  func good(password: String) throws { try #expect(refusal(password) == nil) }

  @Test("every word of the site counts for nothing", arguments: PasswordPolicy.siteWords + ["riverside"])
  func siteWords(word: String) throws {
    let twice = "\(word)-\(word)-\(word)-\(word)-\(word)"
    for password in [twice, twice.uppercased(), word + word + "12345678901234"] {
      let found = try refusal(password)
      #expect(found == .context || found == .pattern || found == .common, "\(password)")
    }
  }

  @Test("any characters will do: letters only, digits only, signs only, blanks, other scripts, capitals or none")
  func anyCharacters() throws {
    for password in [
      "vkqzrtpwmxjgdbf", "VKQZRTPWMXJGDBF", "904617350284716", "#/(=*~]%&{)^;|>", "v k q z r t p w m x",
      "съешьещёэтихмягких",
      "いろはにほへとちりぬるをわかよ", "صندوقازرقفوقسطحبيتنا",
    ] { try #expect(refusal(password) == nil, "\(password)") }
  }

  @Test("a password is hashed as it was typed, but for how its letters are composed")
  func asTyped() throws {
    let text = " Wölf  Lantern NINETY gravel "
    #expect(PasswordText(text)?.text == text)
    for other in [
      text.lowercased(), String(text.dropLast()), text.replacing("  ", with: " "), text.replacing("ö", with: "o"),
    ] { #expect(PasswordText(other)?.text != text) }
    #expect(PasswordText("Wo\u{308}lf")?.text.unicodeScalars.count == 4)
  }

  @Test("a list of the installation is refused, composed or not, in capitals or not")
  func listed() throws {
    let listed = ListedPasswords(
      lines: "wolf-lantern-ninety-gravel\nshort\n\nüber-grüne-wiesen-laufen\n".split(separator: "\n"))
    #expect(listed.count == 2)
    let policy = PasswordPolicy(listed: listed)
    let email = try #require(EmailAddress("maya@example.org"))
    #expect(policy.refusal(of: "wolf-lantern-ninety-gravel", email: email) == .common)
    #expect(policy.refusal(of: "Wolf-Lantern-Ninety-Gravel", email: email) == .common)
    #expect(policy.refusal(of: "u\u{308}ber-gru\u{308}ne-wiesen-laufen", email: email) == .common)
    #expect(policy.refusal(of: "wolf-lantern-ninety-gravels", email: email) == nil)
  }

  @Test("every common word counts as one, whatever its case, and there is no word twice that is too short to be one")
  func words() {
    #expect(CommonWords.all.count > 600)
    for word in CommonWords.all {
      #expect(word.count >= 3 && word == word.lowercased())
      #expect(PasswordPattern(words: CommonWords.all).weight(of: word) <= PasswordPattern.wordWeight)
    }
  }

  @Test("the weight is never more than the length, and random letters keep nearly all of it")
  func weights() {
    var generator = SplitMix64(state: 4)
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    let pattern = PasswordPattern(words: CommonWords.all)
    for _ in 0..<300 {
      let text = String((0..<16).map { _ in letters.randomElement(using: &generator) ?? "a" })
      let weight = pattern.weight(of: text)
      #expect((PasswordPolicy.least...16).contains(weight), "\(text): \(weight)")
    }
  }
}

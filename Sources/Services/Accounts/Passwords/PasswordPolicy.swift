/// Which passwords can be chosen: long ones that stand on no list and are no pattern. Nothing is asked of the kinds of
/// characters, and a password never expires. `docs/decisions/0007-passwords.md` says why.
public struct PasswordPolicy: Sendable {
  /// How many characters a password has at least: it can be the only factor. `scripts/passwords` knows it too.
  public static let shortest = 15
  /// How much of a password has to be left when patterns, common words and what belongs to the account are not counted.
  static let least = 8
  /// Words of this site that people put into its passwords, besides those of their own address.
  public static let siteWords = [
    "fobwatch", "medical", "assistant", "medicalassistant", "certified", "certification", "aama", "ccma", "ncma",
    "ncct", "clinic", "hospital", "nurse", "nursing", "enfermera", "medico", "asistente", "asistentemedico",
    "coordinator", "recruiter", "director", "verifier", "administrator",
  ]

  private let listed: ListedPasswords
  private let siteWords: [String]

  /// - Parameters:
  ///   - listed: passwords that are never taken, besides those that come with the program.
  ///   - siteWords: more words that passwords of this installation are not made of: its name, say.
  public init(listed: ListedPasswords = ListedPasswords(lines: [String]()), siteWords: [String] = []) {
    self.listed = listed
    self.siteWords = Self.siteWords + siteWords.map { $0.lowercased() }
  }

  /// How many passwords stand on a list: that of the program or that of the installation.
  public var listedCount: Int { CommonPasswords.count + listed.count }

  /// Why a password is not taken; nil when it is.
  ///
  /// - Parameter email: of the account.
  public func refusal(of typed: String, email: EmailAddress) -> PasswordRefusal? {
    guard let password = PasswordText(typed) else { return .tooLong }
    guard password.length >= Self.shortest else { return .tooShort(length: password.length) }
    let text = password.text.lowercased()
    if PasswordPattern(words: []).weight(of: text) < Self.least { return .pattern }
    if isListed(password.text) || isListed(text) { return .common }
    if PasswordPattern(words: CommonWords.all).weight(of: text) < Self.least { return .common }
    let own = (siteWords + email.words).filter { $0.count >= 3 }
    if PasswordPattern(words: CommonWords.all, own: own).weight(of: text) < Self.least { return .context }
    return nil
  }

  private func isListed(_ text: String) -> Bool {
    let digest = PasswordDigest(of: text)
    return CommonPasswords.contains(digest) || listed.contains(digest)
  }
}

/// Why a password is not taken.
public enum PasswordRefusal: Hashable, Sendable {
  /// It has so few characters.
  case tooShort(length: Int)
  /// It has more than 256 bytes.
  case tooLong
  /// It repeats itself, or follows the keyboard or the alphabet.
  case pattern
  /// Many others use it, or it is put together from what many others use.
  case common
  /// It is put together from the address or from words of this site.
  case context
}

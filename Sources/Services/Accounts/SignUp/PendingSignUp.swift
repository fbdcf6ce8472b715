import CanonicalJSON
import Cryptography
import Vocabulary

/// What is known of somebody who has not shown yet that the address is theirs. Kept sealed with the token of the mail, and
/// gone with it.
struct PendingSignUp {
  let email: EmailAddress
  let language: Language
  /// Not a child.
  let age: Age
  let carried: [UInt8]

  init(email: EmailAddress, language: Language, age: Age, carried: [UInt8]) {
    (self.email, self.language, self.age, self.carried) = (email, language, age, carried)
  }

  var adultFrom: CivilDate? {
    switch age {
    case .child, .adult: nil
    case .minor(let adultFrom): adultFrom
    }
  }

  var bytes: [UInt8] {
    AccountEntries.object([
      ("email", .string(email.text)), ("language", .string(language.rawValue)),
      ("adult_from", adultFrom.map { .string("\($0)") }), ("carried", .string(Base64.standard.text(carried))),
    ]).bytes
  }

  /// Reads what `bytes` wrote.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONReader().read(bytes), let email = json["email"]?.asString.flatMap(EmailAddress.init),
      let language = json["language"]?.asString.flatMap(Language.init(rawValue:)),
      let carried = json["carried"]?.asString.flatMap(Base64.standard.bytes)
    else { return nil }
    let age: Age? = json["adult_from"].map { $0.asString.flatMap { CivilDate($0) }.map(Age.minor) } ?? .adult
    guard let age else { return nil }
    self.init(email: email, language: language, age: age, carried: carried)
  }
}

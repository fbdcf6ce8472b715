import Cryptography
import Foundation
import Testing
import Vocabulary

@testable import Services

@Suite("The table of limits in the reference")
struct AccountLimitsTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/reference/account-limits.md")

  @Test("docs/reference/account-limits.md says what the program does")
  func reference() throws {
    let text = page
    if Golden.isUpdating { return try Data(text.utf8).write(to: Self.file) }
    let kept = String(decoding: try Data(contentsOf: Self.file), as: UTF8.self)
    #expect(text == kept, "UPDATE_SNAPSHOTS=1 rewrites it")
  }

  private var page: String {
    """
    # Limits of accounts

    A test writes this page from the program and compares them. [Accounts](../explanation/accounts.md) says why.

    ## Sessions

    | kind | ends without use | ends in any case | cookie |
    | --- | --- | --- | --- |
    \(sessions)

    An account has at most \(Session.most) sessions and \(KnownDevice.most) known browsers; one more ends the one used longest ago. A browser is
    known for \(words(KnownDevice.lifetime)) after the last sign-in there. What changes the sign-in asks for a sign-in within the last
    \(words(Session.recent)).

    ## Links and tickets

    Each is good once, for one purpose, until it ends or a newer one is sent.

    | for | good for |
    | --- | --- |
    \(tokens)
    | invitation | \(words(Invitation.lifetime)) |
    | invitation of the first administrator | \(words(Invitation.firstLifetime)) |

    ## Tries

    | what | free | then waits from | to | forgotten after |
    | --- | --- | --- | --- | --- |
    \(tries)

    A ticket takes \(SecondStep.mostTries) wrong codes. After \(SignIn.manyStrangers) wrong passwords of strangers for an address within a day,
    unknown browsers get the last step by mail.

    ## Passwords

    At least \(PasswordPolicy.shortest) characters, at most \(PasswordText.longest) bytes of UTF-8 after NFC, and at least \(PasswordPolicy.least) characters left when
    patterns and known words are taken away. Words that count for nothing, besides those of the address and those that an installation
    adds: \(PasswordPolicy.siteWords.joined(separator: ", ")).

    """
  }

  private var sessions: String {
    Session.Kind.allCases.map { kind in
      "| \(kind.rawValue) | \(words(kind.idle)) | \(words(kind.longest)) | "
        + (kind.isForgottenOnClose ? "forgotten when the browser is closed |" : "kept |")
    }.joined(separator: "\n")
  }

  private var tokens: String {
    OneTimeToken.Purpose.allCases.map { "| \($0.rawValue) | \(words($0.lifetime)) |" }.joined(separator: "\n")
  }

  private var tries: String {
    let email = EmailAddress("a@example.org")
    let rows: [(String, Limited)] =
      [
        ("passwords for an address from one network (IPv4 /24, IPv6 /48)", .signIn(address: "", .unknown)),
        ("passwords from one host (IPv4 address, IPv6 /64)", .signInHost(.unknown)),
        ("passwords in a known browser", .knownDevice(SecretToken.fresh(from: .system).deviceDigest)),
        ("passwords of somebody signed in", .session(.fresh(from: .system))),
        ("codes for an account", .code(.fresh(from: .system))),
      ] + (email.map { [("mails to an address", .mail($0))] } ?? []) + [
        ("mails asked for by one host", .mailHost(.unknown)),
        ("looks at links that show a certification, from one host", .proofHost(.unknown)),
        ("looks at one such link", .proofLink(.fresh(from: .system))),
      ]
    return rows.map { name, act in
      let limit = act.limit
      return "| \(name) | \(limit.free) | \(words(limit.first)) | \(words(limit.longest)) | \(words(limit.forget)) |"
    }.joined(separator: "\n")
  }

  private func words(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    for (unit, name) in [(86_400, "day"), (3600, "hour"), (60, "minute")] as [(Int64, String)]
    where seconds >= unit && seconds % unit == 0 {
      return "\(seconds / unit) \(name)\(seconds == unit ? "" : "s")"
    }
    return "\(seconds) second\(seconds == 1 ? "" : "s")"
  }
}

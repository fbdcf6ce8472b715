public import Services
public import Vocabulary

/// A mail as it goes over the wire (RFC 5322, MIME): a head of which no value can make another line, and a text in UTF-8.
public struct MailMessage: Sendable, CustomReflectable {
  /// How the text stands in it.
  public enum Coding: Sendable {
    /// As it is: for a file that somebody reads.
    case plain
    /// In lines of ASCII, which every server passes on: as it is where it is that already, else quoted-printable.
    case ascii
  }

  private let from: MailSender
  private let to: EmailAddress
  private let language: Language
  private let text: MailText
  private let id: String
  private let date: Instant
  private let isVerbatim: Bool

  /// - Parameters:
  ///   - id: tells this mail from all others, and is the same when it is sent again; letters, digits, `-` and `_`.
  ///   - date: when it was written.
  ///   - isVerbatim: whether its lines stay as they are, however long.
  public init(
    from: MailSender, to: EmailAddress, language: Language, text: MailText, id: String, date: Instant,
    isVerbatim: Bool = false
  ) {
    (self.from, self.to, self.language, self.text, self.id, self.date) = (from, to, language, text, id, date)
    self.isVerbatim = isVerbatim
  }

  /// Never who gets it or what it says.
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  /// With lines that end in CRLF.
  public func bytes(_ coding: Coding) -> [UInt8] {
    let body = MailBody(text.body, isVerbatim: isVerbatim)
    let transfer: String
    let lines: [String]
    switch coding {
    case .plain: (transfer, lines) = (body.isASCII ? "7bit" : "8bit", body.lines)
    case .ascii: (transfer, lines) = body.isASCII ? ("7bit", body.lines) : ("quoted-printable", body.quotedLines)
    }
    let head = [
      "Date: \(MailDate(date).text)",
      "From: \(MailHeader.phrase(from.name, after: 6)) <\(from.text)>",
      "To: <\(to.text)>",
      "Subject: \(MailHeader.text(text.subject, after: 9))",
      "Message-ID: <\(id.filter(Self.isPlain))@\(from.domain)>",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: \(transfer)",
      "Content-Language: \(language.rawValue)",
      "Auto-Submitted: auto-generated",
    ]
    return Array((head + [""] + lines).joined(separator: "\r\n").utf8) + Array("\r\n".utf8)
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == "_")
  }
}

/// Whom mails come from.
public struct MailSender: Sendable, Hashable {
  let name: String
  /// As it stands in a mail.
  let text: String

  public init(name: String = "Fobwatch", address: EmailAddress) { (self.name, text) = (name, address.text) }

  /// This machine, for mails that do not leave it.
  public static let local = MailSender(name: "Fobwatch", text: "fobwatch@localhost")

  private init(name: String, text: String) { (self.name, self.text) = (name, text) }

  /// What stands behind the `@`.
  var domain: Substring { text.split(separator: "@").last ?? "localhost" }
}

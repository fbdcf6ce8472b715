import Cryptography
import Foundation
import MailDelivery
import Services
import Testing
import Vocabulary

@Suite("Mails as they go over the wire")
struct MailMessageTests {
  static let to = EmailAddress("ana.o'neil+x@example.org")
  static let from = EmailAddress("fobwatch@example.org")

  private func message(
    subject: String = "Finish signing up", _ paragraphs: [String] = ["Hello"], id: String = "AbC-1_2",
    language: Language = .english
  ) throws -> MailMessage {
    MailMessage(
      from: MailSender(address: try #require(Self.from)), to: try #require(Self.to), language: language,
      text: MailText(subject: subject, paragraphs: paragraphs), id: id,
      date: Instant(microseconds: 1_795_404_601_500_000))
  }

  /// Lines of the head, unfolded, and of the text.
  private func parts(_ message: MailMessage, _ coding: MailMessage.Coding) throws -> (head: [String], body: [String]) {
    let text = String(decoding: message.bytes(coding), as: UTF8.self)
    let end = try #require(text.range(of: "\r\n\r\n"))
    let head = text[..<end.lowerBound].replacingOccurrences(of: "\r\n ", with: " ")
    return (head.components(separatedBy: "\r\n"), text[end.upperBound...].components(separatedBy: "\r\n"))
  }

  @Test("a plain one, byte for byte")
  func plain() throws {
    let expected = [
      "Date: Mon, 23 Nov 2026 03:30:01 +0000", "From: Fobwatch <fobwatch@example.org>",
      "To: <ana.o'neil+x@example.org>",
      "Subject: Finish signing up", "Message-ID: <AbC-1_2@example.org>", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 7bit", "Content-Language: en",
      "Auto-Submitted: auto-generated", "", "Hello", "", "http://127.0.0.1:8080/sign-up/abc", "",
    ].joined(separator: "\r\n")
    let message = try message(["Hello", "http://127.0.0.1:8080/sign-up/abc"])
    #expect(String(decoding: message.bytes(.ascii), as: UTF8.self) == expected)
    #expect(message.bytes(.plain) == message.bytes(.ascii))
  }

  @Test("no value makes another line of the head")
  func injection() throws {
    for line in ["\r\n", "\n", "\r", "\u{2028}", "\u{85}", "\0", "\u{0B}"] {
      let subject = "Hello\(line)Bcc: thief@example.org\(line)\(line)body"
      let (head, body) = try parts(try message(subject: subject, id: "a\(line)Bcc: x@y.example"), .ascii)
      #expect(head.count == 10, "\(head)")
      #expect(head.filter { $0.hasPrefix("Bcc") } == [])
      #expect(
        head.contains(
          "Subject: Hello\(String(repeating: " ", count: line.unicodeScalars.count))Bcc: thief@example.org\(String(repeating: " ", count: 2 * line.unicodeScalars.count))body"
        ))
      #expect(body == ["Hello", ""])
    }
    #expect(EmailAddress("a@example.org\r\nBcc: b@example.org") == nil)
  }

  @Test("what is not ASCII is encoded in words that fit, and reads the same")
  func encodedSubject() throws {
    let subjects = [
      "Termine su registro en Fobwatch: ¿olvidó la contraseña?", "=?utf-8?Q?forged?=",
      String(repeating: "ñ", count: 300),
      String(repeating: "👩🏽‍⚕️", count: 20), String(repeating: "long ", count: 60),
    ]
    for subject in subjects {
      let bytes = try message(subject: subject).bytes(.ascii)
      #expect(bytes.allSatisfy { $0 < 0x80 })
      let text = String(decoding: bytes, as: UTF8.self)
      let lines = text.components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 78 })
      let start = try #require(lines.firstIndex { $0.hasPrefix("Subject: ") })
      let words =
        [String(lines[start].dropFirst(9))]
        + lines[(start + 1)...].prefix { $0.hasPrefix(" ") }.map { String($0.dropFirst()) }
      let decoded = try words.map { word -> String in
        #expect(word.hasPrefix("=?utf-8?B?") && word.hasSuffix("?="))
        let bytes = try #require(Base64.standard.bytes(String(word.dropFirst(10).dropLast(2))))
        return try #require(String(validating: bytes, as: UTF8.self))
      }
      #expect(decoded.joined() == subject)
    }
  }

  @Test("a text in Spanish is quoted for a server, and stays as it is in a file")
  func body() throws {
    let link = "https://fobwatch.example.org/es/sign-up/\(String(repeating: "abcdefghij", count: 9))"
    let paragraphs = [
      "¿Olvidó la contraseña? = \(String(repeating: "mañana ", count: 40))fin", link, ".", "From here on",
    ]
    let message = try message(paragraphs, language: .spanish)
    let (head, quoted) = try parts(message, .ascii)
    #expect(head.contains("Content-Transfer-Encoding: quoted-printable"))
    #expect(quoted.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
    let (plainHead, plain) = try parts(message, .plain)
    #expect(plainHead.contains("Content-Transfer-Encoding: 8bit"))
    #expect(plain.contains(link))
    #expect(plain.filter { $0 != link }.allSatisfy { $0.count <= 72 })
    #expect(unquoted(quoted) == plain.joined(separator: "\r\n"))
    #expect(
      plain.joined(separator: " ").split(separator: " ") == paragraphs.joined(separator: " ").split(separator: " "))
  }

  /// Quoted-printable, read back.
  private func unquoted(_ lines: [String]) -> String {
    var bytes: [UInt8] = []
    var rest = Array(lines.joined(separator: "\r\n").replacingOccurrences(of: "=\r\n", with: "").utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "="), let value = Hex.bytes(String(decoding: rest.prefix(2), as: UTF8.self).lowercased())
      {
        bytes += value
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("lines that are to stay stay")
  func verbatim() throws {
    let note = "fobwatch/log/1\n5\nAAAA\n\n— fobwatch/log/1 \(String(repeating: "ab cd", count: 40))\n  indented"
    let message = MailMessage(
      from: .local, to: try #require(Self.to), language: .english, text: MailText(subject: "a", paragraphs: [note]),
      id: "a", date: Instant(microseconds: 0), isVerbatim: true)
    #expect(try parts(message, .plain).body == note.components(separatedBy: "\n") + [""])
    #expect(unquoted(try parts(message, .ascii).body) == note.replacingOccurrences(of: "\n", with: "\r\n") + "\r\n")
  }

  @Test("dates of both sides of 1970, and the first day of a month")
  func dates() throws {
    let known = [
      (Int64(0), "Thu, 1 Jan 1970 00:00:00 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
      (1_772_323_199_999_999, "Sat, 28 Feb 2026 23:59:59 +0000"),
      (1_772_323_200_000_000, "Sun, 1 Mar 2026 00:00:00 +0000"),
    ]
    for (time, expected) in known {
      let message = MailMessage(
        from: .local, to: try #require(Self.to), language: .english, text: MailText(subject: "a", paragraphs: []),
        id: "a", date: Instant(microseconds: time))
      #expect(String(decoding: message.bytes(.plain), as: UTF8.self).hasPrefix("Date: \(expected)\r\n"))
    }
  }

  @Test("neither address nor text is printed")
  func silent() throws {
    var dumped = ""
    dump(try message(["secret link"]), to: &dumped)
    #expect(!dumped.contains("secret") && !dumped.contains("example.org"), "\(dumped)")
  }
}

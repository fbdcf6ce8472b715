import Cryptography
import Foundation
import Services
import Testing
import Vocabulary

@Suite("What people read about accounts")
struct AccountWordingTests {
  private static let contents: [MailContent] = [
    .signUp(token: "TOKEN"), .alreadySignedUp, .passwordReset(token: "TOKEN"), .noAccount, .passwordChanged,
    .emailChange(token: "TOKEN"), .emailTaken, .emailChangeAsked, .emailChanged, .secondFactorOn, .secondFactorOff,
    .recoveryCodeUsed(left: 4), .signInByMail(token: "TOKEN"),
    .invitation(token: "TOKEN", organization: "Riverside", role: .coach),
    .invitation(token: "TOKEN", organization: nil, role: .administrator), .guardianAsked(token: "TOKEN"),
    .guardianThanked(token: "TOKEN"), .accountDeleted,
    .unanswered(organization: "Riverside", id: .fresh(from: .system), count: 2),
  ]

  @Test("every mail has a subject of one line and its link once, in both languages", arguments: contents)
  func mails(content: MailContent) throws {
    let wording = MailWording { "https://fob.example/\($0)" }
    let to = try #require(EmailAddress("maya@example.org"))
    let texts = Language.allCases.map {
      wording.text(OutgoingMail(to: to, language: $0, content: content))
    }
    #expect(texts[0].subject != texts[1].subject && texts[0].body != texts[1].body)
    for text in texts {
      #expect(!text.subject.isEmpty && text.subject.count <= 78 && !text.subject.contains("\n"))
      #expect(text.paragraphs.filter { $0.hasPrefix("https://") }.count <= 1)
      #expect(!text.subject.contains("TOKEN"))
      #expect("\(content)".contains("TOKEN") == text.body.contains("TOKEN"))
      #expect(text.body.components(separatedBy: "TOKEN").count <= 2)
      #expect(!text.body.contains("maya"))
    }
  }

  @Test("an account that exists and one that does not get mails of the same kind for the same question")
  func kinds() throws {
    let wording = MailWording { _ in "https://fob.example/" }
    let to = try #require(EmailAddress("maya@example.org"))
    for content in [MailContent.alreadySignedUp, .noAccount, .emailTaken] {
      let text = wording.text(OutgoingMail(to: to, language: .english, content: content))
      #expect(text.body.contains("Somebody"))
    }
  }

  @Test("every refusal is said in both languages, and says something of its own")
  func refusals() {
    let phrases = Refusal.allCases.map(RefusalWording.text)
    #expect(Set(phrases.map(\.en)).count == phrases.count && Set(phrases.map(\.es)).count == phrases.count)
    let passwords = [PasswordRefusal.tooShort(length: 3), .tooLong, .pattern, .common, .context].map(
      PasswordWording.text)
    #expect(Set(passwords.map(\.en)).count == passwords.count)
    #expect(passwords[0].en.contains("3") && passwords[0].es.contains("15"))
    for phrase in phrases + passwords { #expect(phrase.en != phrase.es) }
    for role in Role.allCases { #expect(!RoleWording.text(role).es.isEmpty) }
    for kind in Hold.Kind.allCases {
      #expect(RefusalWording.text(kind, reason: "a dispute", through: nil).en.hasSuffix(": a dispute"))
    }
  }
}

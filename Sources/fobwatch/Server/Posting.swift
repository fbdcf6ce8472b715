import MailDelivery
import Services
import Storage
import Vocabulary
import Website

/// Sends the mails that wait: to a mail server, or as files where there is none.
struct Posting: Sendable {
  /// For some nine hours: no link of a mail but those of days is worth anything later.
  private static let attempts = 16
  private static let retry = RetrySchedule(first: .seconds(30), longest: .seconds(3_600))

  private let home: String
  private let sender: MailSender
  private let carrier: any MailCarrier

  /// - Parameters:
  ///   - home: where links lead.
  ///   - server: nil: mails are written to the folder.
  init(home: String, server: (server: MailServer, from: MailSender)?, folder: String, log: EventLog) {
    self.home = home
    if let server {
      (sender, carrier) = (server.from, MailSubmission(server.server, from: server.from))
    } else {
      sender = .local
      carrier = MailFolder(path: folder) { log.say(.info, "mail-waits", [.ofOperator("file", $0)]) }
    }
  }

  func handler(_ seal: MailSeal) -> JobHandler<any Statements> {
    JobHandler(MailSeal.jobKind, attempts: Self.attempts, retry: Self.retry) { job in
      guard let mail = try seal.open(job.payload) else { throw MailError.unknownContent }
      let now = Composition.now()
      let wording = MailWording { [home] in home + $0.path(mail.language) }
      let message = MailMessage(
        from: sender, to: mail.to, language: mail.language, text: wording.text(mail), id: job.key, date: now)
      try await carrier.carry(message, to: mail.to, id: job.key, at: now)
      return .done
    }
  }
}

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

  let home: String
  let sender: MailSender
  let carrier: any MailCarrier
  /// What is asked after each run of reminders.
  let heartbeat: Heartbeat?
  /// Which addresses of organizations may be told of reminders.
  let hooks: HookPolicy
  /// Who gets a checkpoint each week.
  private let keeper: EmailAddress?

  /// - Parameters:
  ///   - home: where links lead.
  ///   - settings: without a server, mails are written to the folder.
  init(home: String, settings: MailSettings, folder: String, log: EventLog) {
    (self.home, keeper, heartbeat, hooks) = (home, settings.keeper, settings.heartbeat, settings.hooks)
    if let server = settings.server {
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

  /// Tells organizations of reminders: within some hours, and not what somebody has ended meanwhile.
  func telling(_ seal: HookSeal, _ accounts: Accounts) -> JobHandler<any Statements> {
    let retry = RetrySchedule(first: .seconds(10), longest: .seconds(3_600))
    return JobHandler(HookSeal.jobKind, attempts: 10, retry: retry) { job in
      guard let message = try seal.open(job.payload) else { throw HookError.unknownContent }
      let now = Composition.now()
      guard let hook = try await ReminderHooks(accounts).receiver(of: message, at: now) else { return .done }
      try await HookDelivery(hooks).tell(message, to: hook, at: now)
      return .done
    }
  }

  /// Sends a checkpoint of the log each week, if anybody is to get it.
  func weekly(_ checkpoints: CheckpointService) -> RegularJob? {
    guard let keeper else { return nil }
    return CheckpointJob.weekly(checkpoints) { checkpoint, now in
      let (english, spanish) = (CheckpointText(.english), CheckpointText(.spanish))
      let day = CivilDate(days: Int32(clamping: now.microseconds / 86_400_000_000))
      let text = MailText(
        subject: english.subject(checkpoint),
        paragraphs: [try english.render(checkpoint, on: day), try spanish.render(checkpoint, on: day)])
      let id = "checkpoint-\(checkpoint.size)-\(now.microseconds)"
      let message = MailMessage(
        from: sender, to: keeper, language: .english, text: text, id: id, date: now, isVerbatim: true)
      try await carrier.carry(message, to: keeper, id: id, at: now)
    }
  }
}

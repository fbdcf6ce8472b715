import Foundation
import Knowledge
import MailDelivery
import Services
import Storage
import Vocabulary
import Website

extension Composition {
  /// What clocks show in each zone.
  static let localClock: LocalClock = {
    let zones = Dictionary(
      uniqueKeysWithValues: ReminderZone.allCases.map { ($0, TimeZone(identifier: $0.rawValue) ?? .gmt) })
    return { moment, zone in
      let seconds = Double(moment.microseconds) / 1_000_000
      let shift = (zones[zone] ?? .gmt).secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
      let there = moment + .seconds(shift)
      let day: Int64 = 86_400_000_000
      let number = there.microseconds >= 0 ? there.microseconds / day : -((-there.microseconds + day - 1) / day)
      let rest = there.microseconds - number * day
      return LocalTime(day: CivilDate(days: Int32(clamping: number)), hour: Int(rest / 3_600_000_000))
    }
  }()

  /// What people are reminded of, by a database and the packs.
  static func reminders(_ base: KnowledgeBase, _ sealed: SealedDatabase, _ accounts: Accounts) -> Reminders {
    Reminders(
      base, accounts: accounts, store: sealed.reminders, evidence: sealed.evidence, health: sealed.health,
      roadmaps: sealed.roadmaps, local: localClock)
  }
}

/// Hands mails of days to whoever takes mails.
struct DigestPost: DigestCarrier {
  let sender: MailSender
  let carrier: any MailCarrier

  func carry(_ mail: DigestMail, at now: Instant) async throws {
    let message = MailMessage(
      from: sender, to: mail.to, language: mail.language, text: mail.text, id: mail.id, date: now)
    do {
      try await carrier.carry(message, to: mail.to, id: mail.id, at: now)
    } catch let error as MailError {
      switch error {
      case .cutOff: throw DigestCarrierError.unknown(error.jobReason)
      case .refused where error.isFinal: throw DigestCarrierError.refused(error.jobReason)
      case .refused, .notReached, .notTrusted, .notWritten, .unknownContent:
        throw DigestCarrierError.notTaken(error.jobReason)
      }
    }
  }
}

extension Posting {
  /// A run of reminders whose mails go where all mails go.
  func run(
    _ reminders: Reminders, lease: Duration = .seconds(300), clock: @escaping @Sendable () -> Instant
  ) -> ReminderRun {
    let wording = DigestWording { [home] language in home + MailLink.reminders.path(language) }
    return ReminderRun(
      reminders, carrier: DigestPost(sender: sender, carrier: carrier), wording: wording, lease: lease, clock: clock)
  }

  /// Looks each hour whom to remind of what; tells whoever watches from elsewhere that it did.
  func hourly(_ reminders: Reminders, _ log: EventLog) -> RegularJob {
    ReminderJob.hourly(run(reminders, clock: Composition.now)) { [heartbeat] in
      guard let heartbeat else { return }
      if await !heartbeat.beat() { log.say(.warning, "heartbeat-not-taken") }
    }
  }
}

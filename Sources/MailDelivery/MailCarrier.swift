public import Services
public import Vocabulary

/// Takes mails to where they go.
public protocol MailCarrier: Sendable {
  /// Hands one over. It may be handed over twice when something breaks meanwhile; its identifier is the same then.
  ///
  /// - Throws: `MailError`; `CancellationError` when the task was cancelled.
  func carry(_ message: MailMessage, to receiver: EmailAddress, id: String, at now: Instant) async throws
}

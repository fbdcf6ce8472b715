import Dispatch
public import Services
import Synchronization
public import Vocabulary

/// Hands mails to a server by way of libcurl, each on a thread that may wait.
public struct MailSubmission: MailCarrier {
  private let server: MailServer
  private let sender: MailSender
  private let queue = DispatchQueue(label: "fobwatch.mail", attributes: .concurrent)

  public init(_ server: MailServer, from sender: MailSender) { (self.server, self.sender) = (server, sender) }

  public func carry(_ message: MailMessage, to receiver: EmailAddress, id: String, at now: Instant) async throws {
    let ending = Ending()
    let transfer = SMTPTransfer(
      server: server, from: sender, to: receiver, bytes: message.bytes(.ascii), isEnding: { ending.isAsked })
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.async { continuation.resume(returning: transfer.run()) }
      }
    } onCancel: {
      ending.ask()
    }
    switch outcome {
    case .sent: break
    case .failed(let error): throw error
    case .ended: throw CancellationError()
    }
  }

  /// Whether the task was cancelled.
  private final class Ending: Sendable {
    private let flag = Mutex(false)
    var isAsked: Bool { flag.withLock { $0 } }
    func ask() { flag.withLock { $0 = true } }
  }
}

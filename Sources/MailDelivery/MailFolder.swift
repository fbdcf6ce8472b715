import Dispatch
import Glibc
public import Services
public import Vocabulary

/// A folder where mails wait as files, for a site without a mail server: `20261123-033000-….eml`. Whoever reads them can use
/// their links, so nobody else on the machine can (mode 0600, in a folder of mode 0700).
public struct MailFolder: MailCarrier {
  private let path: String
  private let told: @Sendable (_ file: String) -> Void

  /// - Parameters:
  ///   - path: of the folder; made when it is first needed.
  ///   - told: is given the name of each file.
  public init(path: String, told: @escaping @Sendable (_ file: String) -> Void) {
    (self.path, self.told) = (path, told)
  }

  public func carry(_ message: MailMessage, to receiver: EmailAddress, id: String, at now: Instant) async throws {
    let file = "\(path)/\(MailDate(now).stamp)-\(id.filter { $0.isLetter || $0.isNumber }.prefix(8)).eml"
    let bytes = message.bytes(.plain)
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try write(bytes, to: file) }) }
    }
    told(file)
  }

  /// Nobody ever sees half a mail.
  private func write(_ bytes: [UInt8], to path: String) throws {
    guard mkdir(self.path, 0o700) == 0 || errno == EEXIST else { throw failure() }
    let draft = path + ".new"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure() }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    let isWritten = rest.isEmpty && fsync(file) == 0
    let error = failure()
    close(file)
    guard isWritten, rename(draft, path) == 0 else {
      unlink(draft)
      throw error
    }
  }

  private func failure() -> MailError { .notWritten(String(cString: strerror(errno))) }
}

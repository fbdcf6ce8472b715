public import Services

/// Why a mail was not handed over. It never says to whom, and never what a server said: that can repeat the address.
public enum MailError: JobFailure, Hashable {
  /// The server cannot be reached, or the connection broke; what libcurl calls it.
  case notReached(String)
  /// The connection broke after all of the mail was handed over and before the server said whether it took it; what libcurl
  /// calls it.
  case cutOff(String)
  /// The server takes no mail from us: user or password are wrong, or its certificate is not to be trusted.
  case notTrusted(String)
  /// The server answered so; codes from 500 on do not change.
  case refused(code: Int)
  /// The file could not be written: the system's reason.
  case notWritten(String)
  /// This program does not know what the mail says: a newer one wrote it.
  case unknownContent

  public var jobReason: String {
    switch self {
    case .notReached(let why): "the mail server cannot be reached: \(why)"
    case .cutOff(let why): "the mail server did not say whether it took the mail: \(why)"
    case .notTrusted(let why): "the mail server and this one do not trust each other: \(why)"
    case .refused(let code): "the mail server answered \(code)"
    case .notWritten(let why): "the mail cannot be written to its folder: \(why)"
    case .unknownContent: "a newer program wrote this mail"
    }
  }

  public var isFinal: Bool {
    switch self {
    case .refused(let code): code >= 550 && code <= 553
    case .notReached, .cutOff, .notTrusted, .notWritten, .unknownContent: false
    }
  }
}

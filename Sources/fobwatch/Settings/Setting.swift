/// Every setting of the server, by the name it has in a file. An option is called the same, `--log-level`, and a variable
/// of the environment FOBWATCH_LOG_LEVEL.
enum Setting: String, CaseIterable {
  case host
  case port
  case data
  case database
  case knowledge
  case zone
  case network
  case address
  case smtp
  case smtpUser = "smtp-user"
  case smtpPasswordFile = "smtp-password-file"
  case smtpCertificates = "smtp-certificates"
  case mailFrom = "mail-from"
  case checkpointMail = "checkpoint-mail"
  case checkDays = "check-days"
  case heartbeat
  case webhookPrivate = "webhook-private"
  case secureCookies = "secure-cookies"
  case trustedProxy = "trusted-proxy"
  case logLevel = "log-level"
  case logFormat = "log-format"
  case metricsToken = "metrics-token"
  case securityContact = "security-contact"
  case securityUntil = "security-until"
  case connections
  case idleTime = "idle-time"
  case transferTime = "transfer-time"
  case transferRate = "transfer-rate"
  case answerTime = "answer-time"
  case stuckTime = "stuck-time"
  case endTime = "end-time"

  /// The variable of the environment.
  var variable: String {
    "FOBWATCH_" + rawValue.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
  }
}

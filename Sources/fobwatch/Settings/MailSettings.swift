import Foundation
import MailDelivery
import Services

/// How mails are sent.
struct MailSettings: Sendable {
  /// The mail server, and whom mails come from; nil: mails are written as files.
  var server: (server: MailServer, from: MailSender)?
  /// Who gets a checkpoint of the log each week.
  var keeper: EmailAddress?
  /// What is asked after each run of reminders.
  var heartbeat: Heartbeat?
  /// Which addresses of organizations may be told of reminders.
  var hooks = HookPolicy()
}

extension Settings {
  func mail() throws -> MailSettings {
    MailSettings(
      server: try mailServer(),
      keeper: try value(.checkpointMail, expected: "an address like keeper@example.org") { EmailAddress($0) },
      heartbeat: try value(
        .heartbeat, expected: "an address like https://watch.example.org/fobwatch", Heartbeat.init),
      hooks: try value(.webhookPrivate, expected: "yes or no") { text -> HookPolicy? in
        switch text {
        case "yes": HookPolicy(allowsPrivate: true)
        case "no": HookPolicy()
        default: nil
        }
      } ?? HookPolicy())
  }

  /// The mail server, and whom mails come from; nil: mails are written as files.
  private func mailServer() throws -> (server: MailServer, from: MailSender)? {
    let from = try value(.mailFrom, expected: "an address like fobwatch@example.org") { EmailAddress($0) }
    guard
      let address = try value(
        .smtp, expected: "a mail server like smtps://mail.example.org:465", MailServer.Address.init)
    else {
      for setting in [Setting.smtpUser, .smtpPasswordFile, .smtpCertificates] {
        if let written = written(setting) { throw BadInput("\(written.place): \(setting.rawValue) wants smtp") }
      }
      return nil
    }
    guard let from else {
      throw BadInput(
        "\(written(.smtp)?.place ?? "smtp"): smtp wants mail-from, the address that mails come from, like fobwatch@example.org"
      )
    }
    var server = MailServer(address)
    server.user = written(.smtpUser)?.text
    server.password = try password()
    guard (server.user == nil) == (server.password == nil) else {
      throw BadInput(
        "\(written(.smtp)?.place ?? "smtp"): expected both smtp-user and smtp-password-file, or neither, found one")
    }
    if let written = written(.smtpCertificates) {
      guard FileManager.default.isReadableFile(atPath: written.text) else {
        throw BadInput(
          "\(written.place): \(written.text): the certificates cannot be read: check the name and its permissions")
      }
      server.certificates = written.text
    }
    return (server, MailSender(address: from))
  }

  /// The first line of the file that was named.
  private func password() throws -> String? {
    guard let written = written(.smtpPasswordFile) else { return nil }
    let files = FileManager.default
    guard let mode = try? files.attributesOfItem(atPath: written.text)[.posixPermissions] as? Int,
      let data = files.contents(atPath: written.text), let text = String(validating: data, as: UTF8.self),
      let line = text.split(whereSeparator: \.isNewline).first
    else {
      throw BadInput("\(written.place): \(written.text): a password in its first line expected, none could be read")
    }
    guard mode & 0o007 == 0 else {
      throw BadInput("\(written.place): \(written.text): others could read the password. Run: chmod o= \(written.text)")
    }
    return String(line)
  }
}

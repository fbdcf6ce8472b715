import ArgumentParser
import Cryptography
import Foundation
import Knowledge
import Services
import Vocabulary
import Website

/// The website on this machine.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "The website, on this machine or for a phone nearby.",
    discussion: """
      Each setting can also stand in a file (--config, else \(SettingsFile.usual)) as 'log-level = info', or in the \
      environment as FOBWATCH_LOG_LEVEL. An option wins over the environment, that over the file.
      """)

  @Option(name: .long, help: "A file of settings.")
  var config: String?

  @Option(name: .long, help: "Address to listen on (default: 127.0.0.1); 0.0.0.0 with --network for other machines.")
  var host: String?

  @Option(name: .long, help: "First port to try; the next free one is taken if it is busy (default: 8080).")
  var port: UInt16?

  @Option(
    name: .long,
    help: "Data folder: the database, the keys, the adopted packs, the confirmations (default: data).")
  var data: String?

  @Option(
    name: .long, help: "A PostgreSQL database in place of the one in the data folder (default: FOBWATCH_DATABASE).")
  var database: String?

  @Option(name: .long, help: "A folder of packs in place of those in the program.")
  var knowledge: String?

  @Option(name: .long, help: "Time zone that decides today, like America/Chicago.")
  var zone: String?

  @Option(name: .customLong("as-of"), help: "Answer as if today were this day.")
  var asOf: String?

  @Option(
    name: .long,
    help:
      "What carries traffic to other machines of yours: encrypted (WireGuard, a tunnel), or open, to try something at home."
  )
  var network: String?

  @Flag(
    name: .customLong("secure-cookies"), help: "Cookies only over https: for use behind a proxy that has a certificate."
  )
  var secureCookies = false

  @Option(
    name: .customLong("log-level"), help: "The least that is logged: debug, info, warning, error (default: info).")
  var logLevel: String?

  @Option(name: .customLong("log-format"), help: "json, text, or auto: text at a terminal (default: auto).")
  var logFormat: String?

  func run() async throws {
    do {
      let writer = LogWriter()
      defer { writer.close() }
      try await server(writer).run()
    } catch let error as NotNow {
      try Self.refuse(error.description, status: NotNow.status)
    } catch let error as BadInput {
      try Self.refuse(error.description)
    } catch let error as KeyError {
      try Self.refuse(error.description)
    } catch let error as WebServer.StartError {
      try Self.refuse(error.description)
    }
  }

  private func server(_ writer: LogWriter) throws -> WebServer {
    let settings = try Settings(
      options: options, config: config, environment: ProcessInfo.processInfo.environment)
    let data = settings.text(.data, else: "data")
    var configuration = WebServer.Configuration(
      host: try settings.host(),
      port: UInt16(try settings.port()), dataDirectory: data,
      secureCookies: try settings.yesOrNo(.secureCookies) ?? false, today: try today(settings))
    configuration.isOpen = try settings.network() == .open
    configuration.proxies = try settings.proxies()
    configuration.limits = try settings.limits()
    configuration.operation.log = try settings.log(writer)
    configuration.operation.droppedLines = { writer.dropped }
    configuration.operation.metricsToken = try settings.metricsToken()
    configuration.operation.security = try settings.security()
    configuration.operation.version = Version.text
    if let notice = SystemNotice(socket: ProcessInfo.processInfo.environment["NOTIFY_SOCKET"]) {
      configuration.operation.notice = notice.send
    }
    let (database, home) = (try settings.database(data: data), try settings.address())
    let (mail, log) = (try settings.mail(), configuration.operation.log)
    let checks = try settings.checkPolicy()
    // What takes longest comes last.
    let base = try Composition.knowledge(settings.written(.knowledge)?.text, data: data)
    configuration.prepare = { configuration in
      try await ServerDatabase(database, data: data, at: Composition.now()).add(
        to: &configuration, base, checks: checks, home: home
      ) {
        Posting(home: $0, settings: mail, folder: "\(data)/mail", log: log)
      }
    }
    let service = LiveService(base, programs: try Composition.programShelf(data: data))
    // Programs leave a part of the machine to the pages.
    configuration.api = try service.api(workers: max(1, ProcessInfo.processInfo.activeProcessorCount - 1))
    return WebServer(service: service, configuration: configuration)
  }

  /// The settings that were given as options.
  private var options: [Setting: String] {
    let given: [(Setting, String?)] = [
      (.host, host), (.port, port.map(String.init)), (.data, data), (.database, database),
      (.knowledge, knowledge), (.zone, zone), (.network, network),
      (.secureCookies, secureCookies ? "true" : nil), (.logLevel, logLevel), (.logFormat, logFormat),
    ]
    return Dictionary(uniqueKeysWithValues: given.compactMap { name, value in value.map { (name, $0) } })
  }

  private func today(_ settings: Settings) throws -> @Sendable () -> CivilDate {
    let clock = try DayClock(zone: settings.written(.zone)?.text)
    guard let asOf else { return { clock.today } }
    guard let day = CivilDate(asOf) else {
      throw BadInput("expected a day like 2026-11-22 for --as-of, found '\(asOf)'")
    }
    return { day }
  }

  private static func refuse(_ message: String, status: Int32 = 3) throws {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    throw ExitCode(status)
  }
}

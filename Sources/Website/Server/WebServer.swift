import Cryptography
import FoundationEssentials
import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals
public import Vocabulary

/// The website on a port: finds a free one, says its address, answers until it is told to stop.
public struct WebServer: Sendable {
  /// Where the server listens and keeps its key.
  public struct Configuration: Sendable {
    /// An IPv4 address of this computer; `0.0.0.0` for all, so that a phone can reach it.
    public var host: String
    /// The first port to try; 0 takes any free one.
    public var port: UInt16
    /// The folder for the keys, in `keys`, and the note of the running server; made when missing.
    public var dataDirectory: String
    /// True behind https, so that the cookie never travels in the open.
    public var secureCookies: Bool
    /// What day it is.
    public var today: @Sendable () -> CivilDate
    /// True where who runs it said that others on the network can read along.
    public var isOpen = false
    /// Who is believed about where visitors come from.
    public var proxies = TrustedProxies.none
    /// What one visitor can take from the others.
    public var limits = ServerLimits()
    /// What those who run the server are told.
    public var operation = Operation()
    /// What pages of people with accounts work with, given where this server is reached from this machine; nil: nobody
    /// has one.
    public var members: (@Sendable (_ address: String) -> Members)?
    /// Called once it is sure that this server is to run: opens the database, and adds what needs it. What it throws
    /// keeps the server from running.
    public var prepare: (@Sendable (inout Configuration) async throws -> Void)?
    /// What programs are answered with; nil: nothing is.
    public var api: Api?

    public init(
      host: String = "127.0.0.1", port: UInt16 = 8080, dataDirectory: String, secureCookies: Bool = false,
      today: @escaping @Sendable () -> CivilDate
    ) {
      self.host = host
      self.port = port
      self.dataDirectory = dataDirectory
      self.secureCookies = secureCookies
      self.today = today
    }
  }

  /// What those who run the server are told, and what the server needs from them.
  public struct Operation: Sendable {
    /// Where events are told.
    public var log = EventLog.none
    /// Lines that the log left out so far.
    public var droppedLines: @Sendable () -> Int = { 0 }
    /// What has to hold before requests should be sent here.
    public var readiness: [ReadinessCheck] = []
    /// Who has this may read the figures from elsewhere.
    public var metricsToken: String?
    /// How many jobs there are in each state; nil where there are none.
    public var jobs: (@Sendable () async -> [JobCount])?
    /// Whom to tell of a flaw in security.
    public var security: SecurityContact?
    /// The version of the program, for the figures.
    public var version = ""
    /// Takes what whoever started the server wants to hear. It must not wait for anybody.
    public var notice: @Sendable (ServerNotice) -> Void = { _ in }
    /// What is done beside the requests, given where this server is reached from this machine: jobs. Its task is cancelled
    /// when the last request is answered.
    public var work: (@Sendable (_ address: String) async -> Void)?
    /// Called when the last request is answered and the work has ended: closes the database.
    public var atEnd: @Sendable () async -> Void = {}

    public init() {}
  }

  /// Why the server does not start.
  public enum StartError: Error, CustomStringConvertible {
    case noFreePort(host: String, from: UInt16, through: UInt16)
    /// The data folder is not there, and cannot be made.
    case noFolder(String)

    /// What was expected, what was found, what to do next.
    public var description: String {
      switch self {
      case .noFreePort(let host, let from, let through):
        "No free port on \(host) from \(from) to \(through). Give another one with --port, or check --host."
      case .noFolder(let path):
        "\(path): the data folder cannot be made. Give this user the right to write there, or name another with --data."
      }
    }
  }

  private let service: any WebsiteService
  private var configuration: Configuration

  public init(service: any WebsiteService, configuration: Configuration) {
    self.service = service
    self.configuration = configuration
  }

  /// Serves until SIGTERM or SIGINT: then takes no more requests, finishes those that run, and returns. When a server
  /// already runs with the same data folder, says where and returns.
  ///
  /// - Parameter say: takes one line for the person at the terminal.
  public func run(say: @escaping @Sendable (String) -> Void = Self.printLine) async throws {
    let folder = configuration.dataDirectory
    if let running = await RunningServer.answering(in: folder) {
      say("Fobwatch already runs at \(running.address)")
      return
    }
    try Self.make(folder)
    var server = self
    try await configuration.prepare?(&server.configuration)
    do {
      try await server.runPrepared(say)
    } catch {
      await server.configuration.operation.atEnd()
      throw error
    }
    await server.configuration.operation.atEnd()
    configuration.operation.log.say(.info, "ended")
  }

  private func runPrepared(_ say: @escaping @Sendable (String) -> Void) async throws {
    let folder = configuration.dataDirectory
    let operations = Operations(
      configuration.limits, log: configuration.operation.log, seed: Self.seed(), now: Self.uptime)
    let port = try findPort(say)
    if configuration.isOpen { operations.log.say(.warning, "not-encrypted") }
    let local = configuration.host == "0.0.0.0" ? "127.0.0.1" : configuration.host
    let address = "http://\(local):\(port)"
    let site = try makeSite(folder, operations, address)
    let running = RunningServer(pid: getpid(), address: address, port: port, instance: site.instance)
    defer { running.remove(from: folder) }
    try await serve(site, operations, port: port, address) {
      try? running.write(in: folder)
      say("Fobwatch runs at \(address)")
      if configuration.host == "0.0.0.0", let network = localNetworkAddress() {
        say("On this network: http://\(network):\(port)")
      }
    }
  }

  /// Makes the data folder, which nobody else on the machine can read. One that is there stays as it is.
  private static func make(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StartError.noFolder(folder)
    }
  }

  private func serve(
    _ site: Site, _ operations: Operations, port: UInt16, _ address: String, isRunning: @escaping @Sendable () -> Void
  ) async throws {
    let limits = operations.limits
    let logger = Logger(label: "server") { _ in LibraryLog(log: operations.log) }
    let notice = configuration.operation.notice
    let heartbeat = Heartbeat(
      operations.running, log: operations.log, patience: limits.stuck, now: operations.now,
      lives: { notice(.alive) })
    heartbeat.start()
    defer { heartbeat.stop() }
    let application = Application(
      responder: SiteResponder(site: site, operations: operations),
      server: .http1(configuration: Self.http(operations)),
      configuration: .init(
        address: .hostname(configuration.host, port: Int(port)), serverName: nil, backlog: 1_024,
        availableConnectionsDelegate: .maximum(min(limits.connections, OpenFileLimit.raise()), logger: logger)),
      onServerRunning: { _ in
        operations.log.say(.info, "started", [.number("port", Int(port)), .number("pid", Int(getpid()))])
        isRunning()
        notice(.ready)
      },
      logger: logger)
    // They are told to end from the last to the first, each when the one behind it has ended.
    var group = ServiceGroupConfiguration(
      services: [
        Working(address: address, work: configuration.operation.work), application,
        Ending(operations: operations, readiness: site.operatorPages.readiness, notice: notice),
      ],
      gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    // A request is given up before; this is for connections that do not end.
    group.maximumGracefulShutdownDuration = limits.end + .seconds(2)
    try await ServiceGroup(configuration: group).run()
  }

  private static func http(_ operations: Operations) -> HTTP1Channel.Configuration {
    let limits = operations.limits
    return HTTP1Channel.Configuration(
      additionalChannelHandlers: [ConnectionTimeouts(limits, operations.connections)],
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: limits.field, maxHeaderListSize: limits.head, maxHeaderFieldCount: limits.fields))
  }

  /// Where the server of a data folder is reached from this machine; nil when none runs.
  public static func address(in folder: String) async -> String? {
    await RunningServer.answering(in: folder)?.address
  }

  /// Prints a line to standard output at once, also into a pipe.
  public static let printLine: @Sendable (String) -> Void = { line in
    print(line)
    fflush(nil)
  }

  private func makeSite(_ folder: String, _ operations: Operations, _ address: String) throws -> Site {
    let keys = try KeyRing(folder: folder + "/keys").keys(for: .cookie)
    let operation = configuration.operation
    var site = Site(
      service: service, seal: Site.answersSeal(keys), instance: Base64.url.text(RandomBytes.system(12)),
      secureCookies: configuration.secureCookies,
      today: configuration.today, now: { Int64(time(nil)) })
    site.log = operation.log
    site.proxies = configuration.proxies
    // One processor in two stays for all else.
    site.costly = CostlyWork(atOnce: ProcessInfo.processInfo.activeProcessorCount / 2)
    site.courseSearches = CourseSearches(atOnce: ProcessInfo.processInfo.activeProcessorCount / 2)
    site.members = configuration.members?(address)
    site.api = configuration.api
    site.operatorPages = OperatorPages(
      readiness: Readiness(operation.readiness, log: operation.log),
      metrics: ServerFigures(operations, operation, edition: service.edition(.english).name).text,
      access: MetricsAccess(token: operation.metricsToken, isBehindProxy: configuration.secureCookies),
      security: operation.security)
    return site
  }

  private func findPort(_ say: (String) -> Void) throws -> UInt16 {
    let (host, first) = (configuration.host, configuration.port)
    guard let port = LocalPort.free(host: host, from: first) else {
      throw StartError.noFreePort(host: host, from: first, through: first + 19)
    }
    if first != 0, port != first { say("Port \(first) is busy; taking \(port).") }
    return port
  }

  private static func seed() -> UInt64 { RandomBytes.system(8).reduce(0) { $0 << 8 | UInt64($1) } }

  /// Since the machine started; it only goes on.
  private static let uptime: @Sendable () -> Duration = {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

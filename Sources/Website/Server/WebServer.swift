import Cryptography
import FoundationEssentials
import Glibc
import HTML
import Hummingbird
public import Vocabulary

/// The website on a port: finds a free one, says its address, answers until it is told to stop.
public struct WebServer: Sendable {
  /// Where the server listens and keeps its key.
  public struct Configuration: Sendable {
    /// An IPv4 address of this computer; `0.0.0.0` for all, so that a phone can reach it.
    public var host: String
    /// The first port to try; 0 takes any free one.
    public var port: UInt16
    /// The folder for the key of the cookies and the note of the running server; made when missing.
    public var dataDirectory: String
    /// True behind https, so that the cookie never travels in the open.
    public var secureCookies: Bool
    /// What day it is.
    public var today: @Sendable () -> CivilDate

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

  /// Why the server does not start.
  public enum StartError: Error, CustomStringConvertible {
    case noFreePort(host: String, from: UInt16, through: UInt16)

    /// What was expected, what was found, what to do next.
    public var description: String {
      switch self {
      case .noFreePort(let host, let from, let through):
        "No free port on \(host) from \(from) to \(through). Give another one with --port, or check --host."
      }
    }
  }

  private let service: any WebsiteService
  private let configuration: Configuration

  public init(service: any WebsiteService, configuration: Configuration) {
    self.service = service
    self.configuration = configuration
  }

  /// Serves until SIGTERM or SIGINT. When a server already runs with the same data folder, says where and returns.
  ///
  /// - Parameter say: takes one line for the person at the terminal.
  public func run(say: @escaping @Sendable (String) -> Void = Self.printLine) async throws {
    let folder = configuration.dataDirectory
    if let running = await RunningServer.answering(in: folder) {
      say("Fobwatch already runs at \(running.address)")
      return
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let site = try makeSite(folder)
    let port = try findPort(say)
    let local = configuration.host == "0.0.0.0" ? "127.0.0.1" : configuration.host
    let running = RunningServer(pid: getpid(), address: "http://\(local):\(port)", port: port, instance: site.instance)
    defer { running.remove(from: folder) }
    let isOpen = configuration.host == "0.0.0.0"
    let application = Application(
      responder: SiteResponder(site: site),
      configuration: .init(address: .hostname(configuration.host, port: Int(port)), serverName: nil),
      onServerRunning: { _ in
        try? running.write(in: folder)
        say("Fobwatch runs at \(running.address)")
        if isOpen, let network = localNetworkAddress() { say("On this network: http://\(network):\(port)") }
      })
    try await application.runService()
  }

  /// Prints a line to standard output at once, also into a pipe.
  public static let printLine: @Sendable (String) -> Void = { line in
    print(line)
    fflush(nil)
  }

  private func makeSite(_ folder: String) throws -> Site {
    let key = try KeyFile(path: folder + "/answers.key").key()
    return Site(
      service: service, seal: Site.answersSeal(key), instance: Base64.url.text(RandomBytes.system(12)),
      secureCookies: configuration.secureCookies,
      today: configuration.today, now: { Int64(time(nil)) })
  }

  private func findPort(_ say: (String) -> Void) throws -> UInt16 {
    let (host, first) = (configuration.host, configuration.port)
    guard let port = LocalPort.free(host: host, from: first) else {
      throw StartError.noFreePort(host: host, from: first, through: first + 19)
    }
    if first != 0, port != first { say("Port \(first) is busy; taking \(port).") }
    return port
  }
}

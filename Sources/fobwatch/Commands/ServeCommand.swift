import ArgumentParser
import Foundation
import Knowledge
import Services
import Vocabulary
import Website

/// The website on this machine.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "The website, on this machine or for a phone nearby.")

  @Option(name: .long, help: "Address to listen on; 0.0.0.0 for a phone in the same network.")
  var host = "127.0.0.1"

  @Option(name: .long, help: "First port to try; the next free one is taken if it is busy.")
  var port: UInt16 = 8080

  @Option(name: .long, help: "Data folder: the key of the answers cookie, the adopted packs, the confirmations.")
  var data = "data"

  @Option(name: .long, help: "A folder of packs in place of those in the program.")
  var knowledge: String?

  @Option(name: .long, help: "Time zone that decides today, like America/Chicago.")
  var zone: String?

  @Option(name: .customLong("as-of"), help: "Answer as if today were this day.")
  var asOf: String?

  @Flag(
    name: .customLong("secure-cookies"), help: "Cookies only over https: for use behind a proxy that has a certificate."
  )
  var secureCookies = false

  func run() async throws {
    let service: LiveService
    let clock: @Sendable () -> CivilDate
    do {
      service = LiveService(
        try Composition.knowledge(knowledge, data: data), programs: try Composition.programShelf(data: data))
      let start = try Composition.today(in: zone)
      var fixed: CivilDate?
      if let asOf {
        guard let day = CivilDate(asOf) else {
          throw BadInput("expected a day like 2026-11-22 for --as-of, found '\(asOf)'")
        }
        fixed = day
      }
      let zone = zone
      clock = { [fixed] in fixed ?? (try? Composition.today(in: zone)) ?? start }
    } catch let error as BadInput {
      FileHandle.standardError.write(Data((error.description + "\n").utf8))
      throw ExitCode(3)
    }
    do {
      try await WebServer(
        service: service,
        configuration: .init(host: host, port: port, dataDirectory: data, secureCookies: secureCookies, today: clock)
      ).run()
    } catch let error as WebServer.StartError {
      FileHandle.standardError.write(Data((error.description + "\n").utf8))
      throw ExitCode(3)
    }
  }
}

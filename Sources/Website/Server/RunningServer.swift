import Foundation
import Glibc

/// A server that runs with a data folder, as it wrote itself down there.
struct RunningServer: Codable, Equatable {
  let pid: Int32
  /// "http://127.0.0.1:8080".
  let address: String
  let port: UInt16
  /// Its own name; another program on the same port does not know it.
  let instance: String

  /// The server of a data folder, asked on a thread of its own: the one that answers may be this very program.
  static func answering(in folder: String) async -> RunningServer? {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: alive(in: folder)) }
    }
  }

  /// The server of a data folder, if it is alive: it is asked, and has to give its name. Blocks while it waits.
  private static func alive(in folder: String) -> RunningServer? {
    guard let data = try? Data(contentsOf: file(folder)),
      let server = try? JSONDecoder().decode(RunningServer.self, from: data)
    else { return nil }
    return LocalPort(server.port).health()?.contains("\"\(server.instance)\"") == true ? server : nil
  }

  /// Writes itself down; the file is replaced in one step.
  func write(in folder: String) throws {
    try JSONEncoder().encode(self).write(to: Self.file(folder), options: .atomic)
  }

  /// Takes itself off, unless another server has written itself down since.
  func remove(from folder: String) {
    guard let data = try? Data(contentsOf: Self.file(folder)),
      (try? JSONDecoder().decode(RunningServer.self, from: data)) == self
    else { return }
    try? FileManager.default.removeItem(at: Self.file(folder))
  }

  private static func file(_ folder: String) -> URL {
    URL(fileURLWithPath: folder).appendingPathComponent("serve.json")
  }
}

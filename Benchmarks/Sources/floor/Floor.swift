import HTTPTypes
import Hummingbird

/// What the framework itself costs: one fixed answer of some size, on a port of this computer.
///
/// Usage: floor PORT BYTES
@main
enum Floor {
  static func main() async throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    guard numbers.count == 2 else {
      print("usage: floor PORT BYTES")
      return
    }
    let body = ByteBuffer(repeating: UInt8(ascii: "a"), count: numbers[1])
    let responder = CallbackResponder { (_: Request, _: BasicRequestContext) in
      Response(status: .ok, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: body))
    }
    try await Application(
      responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: numbers[0]))
    ).runService()
  }
}

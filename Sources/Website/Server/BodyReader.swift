import HTTPTypes
import Hummingbird
import NIOCore

/// Reads the body of a request, up to a bound, from memory that all requests share.
struct BodyReader {
  /// Why a body is not read.
  enum BodyError: Error, Hashable {
    case tooLarge
    /// Too many other large ones are being read.
    case noRoom
    /// The other end is gone, or was too slow.
    case broken

    /// What is answered.
    var kind: ErrorPage.Kind {
      switch self {
      case .tooLarge: .tooLarge
      case .noRoom: .unavailable
      case .broken: .badRequest
      }
    }
  }

  private let request: Request
  private let most: Int
  private let budget: BodyBudget

  init(_ request: Request, most: Int, _ budget: BodyBudget) {
    self.request = request
    self.most = most
    self.budget = budget
  }

  /// The bytes. The room for them is given back before they are answered: an answer holds as many as can be computed
  /// side by side, a slow transfer as many as there are connections.
  func read() async -> Result<[UInt8], BodyError> {
    let announced = request.headers[.contentLength].flatMap { Int($0) }
    if announced == 0 || (announced == nil && request.headers[.transferEncoding] == nil) { return .success([]) }
    guard announced ?? 0 <= most else { return .failure(.tooLarge) }
    let needed = announced ?? most
    let isLarge = needed > Site.largestBody
    guard !isLarge || budget.take(needed) else { return .failure(.noRoom) }
    defer { if isLarge { budget.giveBack(needed) } }
    do {
      let buffer = try await request.body.collect(upTo: most)
      return .success(Array(buffer.readableBytesView))
    } catch is NIOTooManyBytesError {
      return .failure(.tooLarge)
    } catch {
      return .failure(.broken)
    }
  }
}

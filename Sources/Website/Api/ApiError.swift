import CanonicalJSON

/// Why a program gets no answer.
struct ApiError: Error, Hashable {
  /// What kind of refusal it is.
  enum Kind: Sendable, Hashable, CaseIterable {
    /// The address or the body cannot be read, or is not as the description says.
    case badRequest
    /// There is no such state or task.
    case notFound
    case wrongMethod
    /// It wants an answer in another form than JSON.
    case notAcceptable
    /// The body is something else than JSON.
    case unsupportedMedia
    /// As described, and yet no question: a name, a day or a record that cannot be.
    case unanswerable
    /// Too many long answers are being worked on.
    case busy

    /// The status of HTTP.
    var status: Int {
      switch self {
      case .badRequest: 400
      case .notFound: 404
      case .wrongMethod: 405
      case .notAcceptable: 406
      case .unsupportedMedia: 415
      case .unanswerable: 422
      case .busy: 503
      }
    }

    /// The phrase of the status.
    var title: String {
      switch self {
      case .badRequest: "Bad Request"
      case .notFound: "Not Found"
      case .wrongMethod: "Method Not Allowed"
      case .notAcceptable: "Not Acceptable"
      case .unsupportedMedia: "Unsupported Media Type"
      case .unanswerable: "Unprocessable Content"
      case .busy: "Service Unavailable"
      }
    }

    fileprivate var detail: String {
      switch self {
      case .badRequest: "The request is not as /api/v1/openapi.json describes it."
      case .notFound: "There is nothing at this address."
      case .wrongMethod: "This address does not take this method."
      case .notAcceptable: "The answer is JSON."
      case .unsupportedMedia: "The body has to be JSON."
      case .unanswerable: "The request can be read, and asks for something that cannot be."
      case .busy: "Many long answers are being worked on. Try again later."
      }
    }
  }

  /// More than this are not told at once.
  static let mostFaults = 20

  let kind: Kind
  let faults: [ApiFault]
  var headers: [String: String] = [:]

  init(_ kind: Kind, _ faults: [ApiFault] = [], headers: [String: String] = [:]) {
    (self.kind, self.headers) = (kind, headers)
    self.faults = Array(faults.prefix(Self.mostFaults))
  }

  var reply: Reply {
    var reply = Problem(
      status: kind.status, title: kind.title, detail: kind.detail, errors: faults.map(\.json)
    ).reply
    reply.headers += headers.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    return reply
  }
}

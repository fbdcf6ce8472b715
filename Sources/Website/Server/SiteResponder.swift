import HTTPTypes
import Hummingbird
import NIOCore

/// Carries requests of Hummingbird to the site and its replies back. The only place that sees both.
final class SiteResponder: HTTPResponder {
  let site: Site
  let operations: Operations

  init(site: Site, operations: Operations) { (self.site, self.operations) = (site, operations) }

  func respond(to request: Request, context: VisitContext) async throws -> Response {
    let began = operations.now()
    let id = operations.ids.next()
    var inquiry = Inquiry(request)
    let destination = Destination(inquiry)
    if destination.asksWhereFrom {
      inquiry.isFromThisMachine = context.isFromThisMachine
      inquiry.from = context.from
    }
    let (method, pattern) = (AskedMethod(inquiry.method), destination.pattern)
    let reply = await reply(to: request, inquiry, destination, id)
    operations.answered(id, method, pattern, status: reply.status, since: began)
    return response(reply, id)
  }

  private func reply(
    to request: Request, _ inquiry: Inquiry, _ destination: Destination, _ id: RequestID
  ) async -> Reply {
    if let kept = site.keptReply(to: inquiry, at: destination) { return kept }
    switch await BodyReader(request, most: destination.largestBody, operations.bodies).read() {
    case .success(let bytes):
      var whole = inquiry
      whole.body = bytes
      whole.from = site.proxies.visitor(of: inquiry)
      let asked = whole
      let reply = await operations.watched(
        id, AskedMethod(inquiry.method), destination.pattern, on: site.executor(for: destination)
      ) {
        await self.site.reply(to: asked, at: destination)
      }
      return reply ?? site.reply(to: inquiry, error: .unavailable)
    case .failure(let error):
      var reply = site.reply(to: inquiry, error: error.kind)
      // What is left of the body is not waited for.
      reply.headers.append(("Connection", "close"))
      return reply
    }
  }

  private func response(_ reply: Reply, _ id: RequestID) -> Response {
    var headers = HTTPFields()
    for header in reply.headers {
      guard let name = HTTPField.Name(header.name) else { continue }
      headers.append(HTTPField(name: name, value: header.value))
    }
    if let name = HTTPField.Name("X-Request-Id") { headers.append(HTTPField(name: name, value: id.text)) }
    return Response(
      status: HTTPResponse.Status(code: reply.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
  }
}

/// What is known of a request beside its text: where it comes from.
struct VisitContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  private let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  /// The address of the other end.
  var from: String? { channel.remoteAddress?.ipAddress }

  /// Whether the other end is a program on this machine.
  var isFromThisMachine: Bool {
    let address = from ?? ""
    return address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
  }
}

extension Inquiry {
  /// Everything but the body.
  init(_ request: Request) {
    self.init(method: request.method.rawValue, path: request.uri.path, query: request.uri.query ?? "")
    for field in request.headers {
      let name = field.name.canonicalName
      let both = name == "cookie" ? headers[name].map { "\($0); \(field.value)" } : nil
      headers[name] = both ?? field.value
    }
    if let authority = request.head.authority { headers["host"] = authority }
  }
}

import Hummingbird

/// Carries requests of Hummingbird to the site and its replies back. The only place that sees both.
struct SiteResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let site: Site

  func respond(to request: Request, context: Context) async throws -> Response {
    var inquiry = Inquiry(
      method: request.method.rawValue, path: request.uri.path, query: request.uri.query ?? "",
      headers: [:], body: [])
    for field in request.headers {
      let name = field.name.canonicalName
      let both = name == "cookie" ? inquiry.headers[name].map { "\($0); \(field.value)" } : nil
      inquiry.headers[name] = both ?? field.value
    }
    if let authority = request.head.authority { inquiry.headers["host"] = authority }
    do {
      let buffer = try await request.body.collect(upTo: Site.largestBody(request.uri.path))
      inquiry.body = Array(buffer.readableBytesView)
    } catch {
      return response(site.reply(to: inquiry, error: .tooLarge))
    }
    return response(await site.reply(to: inquiry))
  }

  private func response(_ reply: Reply) -> Response {
    var headers = HTTPFields()
    for header in reply.headers {
      guard let name = HTTPFields.Element.Name(header.name) else { continue }
      headers.append(HTTPFields.Element(name: name, value: header.value))
    }
    return Response(
      status: HTTPResponse.Status(code: reply.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
  }
}

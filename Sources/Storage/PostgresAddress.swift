import CLibPQ

/// Where a PostgreSQL database is, and as whom to connect. It never shows its password.
public struct PostgresAddress: Sendable, Hashable {
  /// Keywords of libpq with their values: `host`, `port`, `user`, `password`, `dbname`, `sslmode`, …
  let parameters: [String: String]

  /// Reads `postgres://USER:PASSWORD@HOST:PORT/DATABASE`, with `?sslmode=…` and such behind, or libpq's
  /// `host=… dbname=…`. What is not named is taken from libpq's own environment (`PGHOST`, `PGPASSFILE`, …).
  public init(_ text: String) throws(DatabaseAddressError) {
    // The message would quote the text, and so perhaps the password.
    guard let options = PQconninfoParse(text, nil) else { throw .notPostgres }
    defer { PQconninfoFree(options) }
    var parameters: [String: String] = [:]
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { parameters[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    // libpq's own "prefer" goes on in the open where the other end has no encryption.
    if !Self.isHere(parameters) {
      guard !["allow", "prefer"].contains(parameters["sslmode"]) else { throw .fallsBack }
      parameters["sslmode"] = parameters["sslmode"] ?? "verify-full"
    }
    self.parameters = parameters
  }

  /// Whether nothing leaves this machine on the way: a socket, or an address of its own.
  private static func isHere(_ parameters: [String: String]) -> Bool {
    let places = "\(parameters["hostaddr"] ?? ""),\(parameters["host"] ?? "")".split(separator: ",")
    return places.allSatisfy { place in
      place == "localhost" || place == "::1" || place.hasPrefix("127.") || place.hasPrefix("/") || place.hasPrefix("@")
    }
  }

  /// Whether nothing leaves this machine on the way, or only encrypted and to a server that shows who it is.
  var isSealedOnItsWay: Bool { Self.isHere(parameters) || parameters["sslmode"] == "verify-full" }

  /// The same place, another database.
  public func database(_ name: String) -> PostgresAddress {
    var parameters = parameters
    parameters["dbname"] = name
    return PostgresAddress(parameters: parameters)
  }

  private init(parameters: [String: String]) { self.parameters = parameters }
}

extension PostgresAddress: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String {
    let user = parameters["user"].map { "\($0)@" } ?? ""
    let host = parameters["host"] ?? parameters["hostaddr"] ?? ""
    let port = parameters["port"].map { ":\($0)" } ?? ""
    return "postgres://\(user)\(host)\(port)/\(parameters["dbname"] ?? "")"
  }

  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["address": description]) }
}

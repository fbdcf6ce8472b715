import Foundation

/// JSON as Fobwatch writes it: sorted keys, two spaces, days as ISO text. The same input gives the same bytes.
public enum JSON {
  public static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

public import CanonicalJSON
import Foundation

/// JSON values, which have one way to be written. What people and programs are answered is written by `text`.
public typealias JSON = CanonicalJSON.JSON

extension CanonicalJSON.JSON {
  /// JSON as Fobwatch answers: sorted keys, two spaces, days as ISO text. The same input gives the same bytes.
  public static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

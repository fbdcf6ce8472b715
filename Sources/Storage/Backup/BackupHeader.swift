import CanonicalJSON
import Cryptography
import Foundation

/// What stands in front of a backup and is not sealed: how the key comes from the passphrase.
///
/// ```
/// fobwatch backup 1
/// {"memory":268435456,"passes":3,"salt":"…"}
/// ```
struct BackupHeader {
  static let first = "fobwatch backup 1\n"
  /// Files that begin like this are backups, of whatever form.
  static let anyFirst = "fobwatch backup "
  /// Headers of more bytes are refused, and costs that this machine would choke on.
  static let longest = 400
  private static let mostMemory = 1 << 30
  private static let mostPasses = 20

  let salt: [UInt8]
  let cost: PasswordHash.Cost

  var bytes: [UInt8] {
    let values: JSON = [
      "memory": .number(JSONNumber(Int32(clamping: cost.memory))),
      "passes": .number(JSONNumber(Int32(clamping: cost.passes))),
      "salt": .string(Hex.text(salt)),
    ]
    return Array(Self.first.utf8) + values.bytes + [0x0A]
  }

  init(salt: [UInt8], cost: PasswordHash.Cost) { (self.salt, self.cost) = (salt, cost) }

  /// Reads the second line; nil when it is anything else.
  init?(_ line: [UInt8]) {
    guard let values = try? JSONReader().readCanonical(line), let memory = values["memory"]?.asWhole,
      let passes = values["passes"]?.asWhole, memory <= Int64(Self.mostMemory), passes <= Int64(Self.mostPasses),
      let cost = PasswordHash.Cost(passes: Int(passes), memory: Int(memory)),
      let salt = values["salt"]?.asString.flatMap({ Hex.bytes($0) }), salt.count == PassphraseKey.saltSize
    else { return nil }
    self.init(salt: salt, cost: cost)
  }

  /// The key of a passphrase, in whichever way its accents were typed.
  func key(_ passphrase: String) throws -> SecretKey? {
    try PassphraseKey.key(passphrase.precomposedStringWithCanonicalMapping, salt: salt, cost: cost)
  }

  /// What a part of the file is sealed for: the header, its place, and whether it is the last.
  func context(_ number: Int, isLast: Bool) -> [UInt8] {
    SHA256.digest(of: bytes).bytes + Array("|\(number)|\(isLast ? "last" : "more")".utf8)
  }
}

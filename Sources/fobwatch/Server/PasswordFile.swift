import Foundation
import Services

/// The passwords that nobody can choose in an installation: `common-passwords.txt` in its data folder, one on a line.
enum PasswordFile {
  static let name = "common-passwords.txt"
  /// How many of the most used ones a server for the public has on its list at least (ASVS 5.0, 6.2.4).
  static let wanted = 3_000
  /// The most that is read, in bytes: some ten million passwords.
  private static let most = 256 << 20

  /// What stands in the file; an empty list when there is none.
  ///
  /// - Throws: `BadInput`, with the place, when it is there and cannot be used.
  static func listed(in data: String) throws -> ListedPasswords {
    let path = "\(data)/\(name)"
    guard FileManager.default.fileExists(atPath: path) else { return ListedPasswords(lines: [String]()) }
    guard let bytes = try? Data(contentsOf: URL(filePath: path)), bytes.count <= most,
      let text = String(validating: bytes, as: UTF8.self)
    else { throw BadInput("\(path): expected passwords as UTF-8 text, one on a line, 256 MB at most") }
    let listed = ListedPasswords(lines: text.split(whereSeparator: \.isNewline))
    guard listed.count > 0 else {
      throw BadInput("\(path): expected passwords of \(PasswordPolicy.shortest) characters or more, found none")
    }
    return listed
  }
}

import CanonicalJSON
import Cryptography
import Vocabulary

/// What is in a backup: the first thing that is sealed in it.
struct BackupManifest: Hashable {
  struct File: Hashable {
    /// Its place in the data folder, with `/` between folders.
    let path: String
    let size: Int
    let digest: Digest
  }

  let madeAt: Instant
  /// A signed checkpoint of the log in it; nil when the database has no log yet.
  let checkpoint: String?
  let files: [File]

  init(madeAt: Instant, checkpoint: String?, files: [File]) {
    (self.madeAt, self.checkpoint, self.files) = (madeAt, checkpoint, files)
  }

  var bytes: [UInt8] {
    var object = JSONObject()
    object["made_at"] = .string(String(madeAt.microseconds))
    object["checkpoint"] = checkpoint.map { .string($0) }
    object["files"] = .array(
      files.map {
        ["path": .string($0.path), "sha256": .string($0.digest.description), "size": .string(String($0.size))]
      })
    return JSON.object(object).bytes
  }

  /// Nil when the bytes are anything else, or a path leads out of the folder.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONReader(maximumBytes: 1 << 26).readCanonical(bytes),
      let madeAt = json["made_at"]?.asString.flatMap({ Int64($0) }), let listed = json["files"]?.asArray
    else { return nil }
    var files: [File] = []
    for file in listed {
      guard let path = file["path"]?.asString, Self.isInside(path),
        let size = file["size"]?.asString.flatMap({ Int($0) }),
        size >= 0, let digest = file["sha256"]?.asString.flatMap({ Hex.bytes($0) }).flatMap({ Digest($0) })
      else { return nil }
      files.append(File(path: path, size: size, digest: digest))
    }
    guard Set(files.map(\.path)).count == files.count else { return nil }
    self.init(madeAt: Instant(microseconds: madeAt), checkpoint: json["checkpoint"]?.asString, files: files)
  }

  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
  }
}

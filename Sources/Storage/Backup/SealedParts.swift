import Cryptography
import Foundation

/// Writes a file in sealed parts: the length of each in four bytes, then the part. The last one says that it is the last,
/// so that a file that was cut is noticed.
final class SealedPartsWriter {
  /// The bytes of a part before it is sealed.
  static let partSize = 1 << 20

  private let file: FileHandle
  private let header: BackupHeader
  private let seal: Seal
  private var waiting: [UInt8] = []
  private var number = 0

  init(_ file: FileHandle, _ header: BackupHeader, _ key: SecretKey) throws {
    (self.file, self.header, seal) = (file, header, Seal(key: key))
    try file.write(contentsOf: Data(header.bytes))
  }

  func write(_ bytes: [UInt8]) throws {
    waiting += bytes
    while waiting.count > Self.partSize {
      try write(part: Array(waiting.prefix(Self.partSize)), isLast: false)
      waiting.removeFirst(Self.partSize)
    }
  }

  /// Writes what is left, as the last part.
  func finish() throws {
    try write(part: waiting, isLast: true)
    try file.synchronize()
  }

  private func write(part: [UInt8], isLast: Bool) throws {
    let sealed = seal.seal(part, for: header.context(number, isLast: isLast))
    number += 1
    let length = withUnsafeBytes(of: UInt32(sealed.count).bigEndian, Array.init)
    try file.write(contentsOf: Data(length + sealed))
  }
}

/// Reads such a file, part by part.
final class SealedPartsReader {
  private let file: FileHandle
  private let path: String
  private let header: BackupHeader
  private let seal: Seal
  private var opened: ArraySlice<UInt8> = []
  private var number = 0
  private var hasEnded = false
  /// How many bytes of the file were read.
  private(set) var offset: Int

  /// Reads the header. `offset` stands behind it then.
  init(path: String, passphrase: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw BackupError.unreadable(path, reason: String(cString: strerror(errno)))
    }
    self.file = file
    self.path = path
    let start = [UInt8](try file.read(upToCount: BackupHeader.longest) ?? Data())
    let lines = start.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
    guard let first = lines.first, first.starts(with: Array(BackupHeader.anyFirst.utf8)) else {
      throw BackupError.noBackup(path)
    }
    guard Array(first) + [0x0A] == Array(BackupHeader.first.utf8) else { throw BackupError.newer(path) }
    // In no other way than it is written, so that not one byte can change.
    guard lines.count == 3, let header = BackupHeader(Array(lines[1])), start.starts(with: header.bytes) else {
      throw BackupError.damaged(path, byte: first.count + 1)
    }
    self.header = header
    offset = header.bytes.count
    try file.seek(toOffset: UInt64(offset))
    guard let key = try header.key(passphrase) else {
      throw BackupError.damaged(path, byte: first.count + 1)
    }
    seal = Seal(key: key)
  }

  /// The next bytes, exactly so many.
  func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      if opened.isEmpty { try openNext() }
      let taken = opened.prefix(count - bytes.count)
      bytes += taken
      opened = opened.dropFirst(taken.count)
    }
    return bytes
  }

  /// Nothing is left, in the last part or behind it.
  func expectEnd() throws {
    if !hasEnded, opened.isEmpty { try openNext() }
    guard hasEnded, opened.isEmpty, try file.read(upToCount: 1)?.isEmpty ?? true else {
      throw BackupError.damaged(path, byte: offset)
    }
  }

  private func openNext() throws {
    guard !hasEnded else { throw BackupError.damaged(path, byte: offset) }
    let start = offset
    let length = try exactly(4).reduce(0) { $0 << 8 | Int($1) }
    guard (Seal.overhead...(SealedPartsWriter.partSize + Seal.overhead)).contains(length) else {
      throw BackupError.damaged(path, byte: start)
    }
    let sealed = try exactly(length)
    if let part = seal.open(sealed, for: header.context(number, isLast: false)), !part.isEmpty {
      opened = part[...]
    } else if let part = seal.open(sealed, for: header.context(number, isLast: true)) {
      (opened, hasEnded) = (part[...], true)
    } else {
      throw number == 0 ? BackupError.wrongPassphrase(path) : .damaged(path, byte: start)
    }
    number += 1
  }

  private func exactly(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, let more = try file.read(upToCount: count - bytes.count), !more.isEmpty { bytes += more }
    guard bytes.count == count else { throw BackupError.damaged(path, byte: offset + bytes.count) }
    offset += count
    return bytes
  }
}

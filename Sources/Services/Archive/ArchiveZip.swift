import CZip
import CZlib
import Vocabulary

/// Files by name in one ZIP file (APPNOTE 6.3.10), written in one way: nothing is packed, and nothing stands there but names and bytes.
/// The same files make the same bytes.
enum ArchiveZip {
  /// A file in it.
  struct Member: Hashable {
    /// Letters of ASCII.
    let name: String
    let bytes: [UInt8]
  }

  /// - Parameter members: each of another name; together less than 4 GB.
  static func bytes(_ members: [Member]) -> [UInt8] {
    var file: [UInt8] = []
    file.reserveCapacity(members.reduce(22) { $0 + $1.bytes.count + 2 * $1.name.utf8.count + 76 })
    var directory: [UInt8] = []
    for member in members {
      let start = file.count
      let sizes = sum(member.bytes) + four(member.bytes.count) + four(member.bytes.count)
      // Version 1.0, no flags, stored; Jan 1, 1980, the first day there is.
      let what = two(10) + two(0) + two(0) + two(0) + two(0x21) + sizes + two(member.name.utf8.count) + two(0)
      file += four(0x0403_4B50) + what + Array(member.name.utf8) + member.bytes
      directory += four(0x0201_4B50) + two(10) + what
      // No remark, the first disk, no attributes.
      directory += two(0) + two(0) + two(0) + four(0) + four(start) + Array(member.name.utf8)
    }
    let count = two(members.count)
    let end = four(0x0605_4B50) + two(0) + two(0) + count + count + four(directory.count) + four(file.count) + two(0)
    return file + directory + end
  }

  private static func two(_ number: Int) -> [UInt8] { (0..<2).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
  private static func four(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }

  private static func sum(_ bytes: [UInt8]) -> [UInt8] {
    let sum = bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) }
    return four(Int(sum))
  }

  // MARK: - Reading

  /// What may be in one.
  struct Limits {
    /// The most files.
    var members = 64
    /// The most bytes of all of them, unpacked.
    var bytes: Int
    /// Folders that files may stand in, like `papers/`: other programs add entries for them, which hold nothing.
    var folders: Set<String> = []
    /// How many bytes a file of a name may have; nil: there is none of this name.
    var largest: (String) -> Int?
  }

  /// All files, in the order in which they stand there, without folders. What is packed is unpacked, no further than the limits go: by what is declared,
  /// and by what comes out.
  ///
  /// - Throws: `ArchiveFault`.
  static func members(_ file: [UInt8], _ limits: Limits) throws(ArchiveFault) -> [Member] {
    var members: [Member] = []
    var fault: ArchiveFault?
    file.withUnsafeBytes { bytes in
      do throws(ArchiveFault) { members = try read(bytes, limits) } catch { fault = error }
    }
    if let fault { throw fault }
    return members
  }

  private static func read(_ bytes: UnsafeRawBufferPointer, _ limits: Limits) throws(ArchiveFault) -> [Member] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
      throw .unreadable
    }
    guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY | ZIP_CHECKCONS), &error) else {
      zip_source_free(source)
      throw .unreadable
    }
    defer { zip_discard(archive) }
    let count = Int(zip_get_num_entries(archive, 0))
    guard (1...limits.members).contains(count) else { throw .tooManyMembers(count, most: limits.members) }
    var members: [Member] = []
    var names: Set<String> = []
    var room = limits.bytes
    for index in 0..<zip_uint64_t(count) {
      let name = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW)).map { String(cString: $0) } ?? ""
      let isFolder = limits.folders.contains(name)
      guard let largest = isFolder ? 0 : limits.largest(name) else { throw .otherMember(name) }
      guard names.insert(name).inserted else { throw .twice(name) }
      var about = zip_stat_t()
      zip_stat_init(&about)
      guard zip_stat_index(archive, index, 0, &about) == 0, about.encryption_method == 0 else { throw .unreadable }
      let size = Int(clamping: about.size)
      guard size <= min(largest, room) else { throw .tooLarge(name, size, most: min(largest, room)) }
      let bytes = try unpack(archive, index, name, size)
      if !isFolder { members.append(Member(name: name, bytes: bytes)) }
      room -= size
    }
    return members
  }

  private static func unpack(
    _ archive: OpaquePointer, _ index: zip_uint64_t, _ name: String, _ size: Int
  ) throws(ArchiveFault) -> [UInt8] {
    guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged(name) }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var piece = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = Int(piece.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) })
      // At the end the library compares the checksum.
      guard count >= 0, bytes.count + count <= size else { throw .damaged(name) }
      if count == 0 { break }
      bytes += piece[..<count]
    }
    guard bytes.count == size else { throw .damaged(name) }
    return bytes
  }
}

import CZip
import Foundation
import Vocabulary

/// The parts of a zip archive, taken out one at a time, together only up to a size.
struct Archive {
  /// The most bytes that parts may unpack to, together.
  private static let most = 128 << 20
  /// How many times its size a workbook may unpack to: markup packs to a tenth, seldom to a thirtieth.
  private static let growth = 40
  /// The most parts of an archive.
  static let parts = 5_000

  private let data: Data

  init(_ data: Data) { self.data = data }

  static let unreadable = Phrase(
    "the workbook cannot be read: it is cut, locked with a password, or no workbook",
    "el libro no se puede leer: está cortado, protegido con contraseña o no es un libro")

  /// Some parts by name, unpacked; what is not there is not in the result.
  func read(_ names: [String]) throws(SheetRefusal) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    var refusal: SheetRefusal?
    data.withUnsafeBytes { bytes in
      do throws(SheetRefusal) { found = try Archive.read(names, bytes, room: room) } catch { refusal = error }
    }
    if let refusal { throw refusal }
    return found
  }

  /// How many bytes may come out.
  private var room: Int { min(Archive.most, max(16 << 20, data.count * Archive.growth)) }

  private static func read(_ names: [String], _ bytes: UnsafeRawBufferPointer, room: Int) throws(SheetRefusal)
    -> [String: [UInt8]]
  {
    var room = room
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
      throw SheetRefusal(unreadable)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw SheetRefusal(unreadable)
    }
    defer { zip_discard(archive) }
    guard (0...zip_int64_t(parts)).contains(zip_get_num_entries(archive, 0)) else { throw SheetRefusal(unreadable) }
    var found: [String: [UInt8]] = [:]
    for name in names {
      let index = zip_name_locate(archive, name, 0)
      guard index >= 0 else { continue }
      found[name] = try unpack(archive, zip_uint64_t(index), &room)
    }
    return found
  }

  private static func unpack(_ archive: OpaquePointer, _ index: zip_uint64_t, _ room: inout Int)
    throws(SheetRefusal) -> [UInt8]
  {
    guard let file = zip_fopen_index(archive, index, 0) else { throw SheetRefusal(unreadable) }
    defer { zip_fclose(file) }
    var part: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = chunk.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
      if count < 0 { throw SheetRefusal(unreadable) }
      if count == 0 { return part }
      part += chunk[..<Int(count)]
      // What an archive says about its sizes need not be true: only what comes out counts.
      room -= Int(count)
      if room < 0 {
        throw SheetRefusal(Phrase("the workbook is too large", "el libro es demasiado grande"))
      }
    }
  }
}

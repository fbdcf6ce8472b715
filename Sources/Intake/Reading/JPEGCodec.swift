import CTurboJPEG
import Services

/// Reads and writes JPEG.
enum JPEGCodec {
  /// The picture in a file, turned as its EXIF says, and not much larger than what is kept.
  static func picture(_ file: [UInt8]) throws(PaperRefusal) -> Picture {
    guard let reader = tjInitDecompress() else { throw .unreadable }
    defer { tjDestroy(reader) }
    var (width, height, sampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
    guard tjDecompressHeader3(reader, file, UInt(file.count), &width, &height, &sampling, &space) == 0 else {
      throw .damaged
    }
    try Picture.check(Int(width), Int(height))
    // A large one is read at half, a quarter or an eighth of its size.
    let scale = [8, 4, 2].first { max(Int(width), Int(height)) / $0 >= PaperSizes.longestKept } ?? 1
    let (wide, high) = ((Int(width) + scale - 1) / scale, (Int(height) + scale - 1) / scale)
    var result: Int32 = -1
    let pixels = [UInt8](unsafeUninitializedCapacity: 3 * wide * high) { place, count in
      place.initialize(repeating: 255)
      result = tjDecompress2(
        reader, file, UInt(file.count), place.baseAddress, Int32(wide), 0, Int32(high), Int32(TJPF_RGB.rawValue),
        Int32(TJFLAG_LIMITSCANS))
      count = 3 * wide * high
    }
    // Phones write some that are complete and yet warned of; one that is cut is not complete.
    if result != 0 {
      let isWarning = tjGetErrorCode(reader) == Int32(TJERR_WARNING.rawValue)
      let message = tjGetErrorStr2(reader).map { String(cString: $0) } ?? ""
      guard isWarning, !message.contains("remature end") else { throw .damaged }
    }
    return Picture(width: wide, height: high, pixels: pixels).turned(Orientation.of(jpeg: file))
  }

  /// The picture in a file that `file` wrote; nil when it is any other: larger than what is kept, in other colors, or with something
  /// beside the picture. Every pixel is read, and the file is written anew without loss: only one that comes out the same counts.
  static func asKept(_ file: [UInt8]) -> Picture? {
    guard let reader = tjInitDecompress() else { return nil }
    defer { tjDestroy(reader) }
    var (width, height, sampling, space) = (Int32(0), Int32(0), Int32(0), Int32(0))
    guard tjDecompressHeader3(reader, file, UInt(file.count), &width, &height, &sampling, &space) == 0,
      sampling == Int32(TJSAMP_420.rawValue), space == Int32(TJCS_YCbCr.rawValue), width > 0, height > 0,
      max(Int(width), Int(height)) <= PaperSizes.longestKept, rewritten(file) == file
    else { return nil }
    let (wide, high) = (Int(width), Int(height))
    var result: Int32 = -1
    let pixels = [UInt8](unsafeUninitializedCapacity: 3 * wide * high) { place, count in
      place.initialize(repeating: 255)
      result = tjDecompress2(
        reader, file, UInt(file.count), place.baseAddress, width, 0, height, Int32(TJPF_RGB.rawValue),
        Int32(TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING))
      count = 3 * wide * high
    }
    return result == 0 ? Picture(width: wide, height: high, pixels: pixels) : nil
  }

  /// The same picture, value by value, with no marker beside it; nil when it cannot be read.
  private static func rewritten(_ file: [UInt8]) -> [UInt8]? {
    guard let writer = tjInitTransform() else { return nil }
    defer { tjDestroy(writer) }
    var transform = tjtransform()
    transform.op = Int32(TJXOP_NONE.rawValue)
    transform.options = Int32(TJXOPT_COPYNONE)
    var bytes: UnsafeMutablePointer<UInt8>?
    var count: UInt = 0
    let result = tjTransform(
      writer, file, UInt(file.count), 1, &bytes, &count, &transform, Int32(TJFLAG_LIMITSCANS))
    defer { tjFree(bytes) }
    guard result == 0, let bytes else { return nil }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  /// A JPEG of a picture, with nothing beside it.
  ///
  /// - Parameter quality: 1 to 100.
  static func file(_ picture: Picture, quality: Int32) throws(PaperRefusal) -> [UInt8] {
    guard let writer = tjInitCompress() else { throw .unreadable }
    defer { tjDestroy(writer) }
    var bytes: UnsafeMutablePointer<UInt8>?
    var count: UInt = 0
    let result = tjCompress2(
      writer, picture.pixels, Int32(picture.width), 0, Int32(picture.height), Int32(TJPF_RGB.rawValue), &bytes, &count,
      Int32(TJSAMP_420.rawValue), quality, 0)
    defer { tjFree(bytes) }
    guard result == 0, let bytes else { throw .unreadable }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}

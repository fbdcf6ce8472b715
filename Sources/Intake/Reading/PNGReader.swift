import CPNG
import Services

/// Reads PNG.
enum PNGReader {
  /// The picture in a file, over white.
  static func picture(_ file: [UInt8]) throws(PaperRefusal) -> Picture {
    var image = png_image()
    let isOpen = file.withUnsafeBytes { png_open(&image, $0.baseAddress, $0.count) } != 0
    defer { png_image_free(&image) }
    guard isOpen else { throw .damaged }
    let (width, height) = (Int(image.width), Int(image.height))
    try Picture.check(width, height)
    // Both look at the file again: it has to stay where it is.
    var isRead = false
    let pixels = file.withUnsafeBytes { file in
      [UInt8](unsafeUninitializedCapacity: 3 * width * height) { place, count in
        png_image_free(&image)
        place.initialize(repeating: 255)
        isRead = png_open(&image, file.baseAddress, file.count) != 0 && png_read(&image, place.baseAddress) != 0
        count = 3 * width * height
      }
    }
    guard isRead, image.warning_or_error & 2 == 0 else { throw .damaged }
    return Picture(width: width, height: height, pixels: pixels)
  }
}

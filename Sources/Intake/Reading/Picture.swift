import CConfinement
import Services

/// A picture in memory: red, green, blue, a byte each, row after row.
struct Picture {
  let width: Int
  let height: Int
  let pixels: [UInt8]

  /// - Throws: `PaperRefusal.tooManyPixels` when it is larger than what is read, or has no side.
  static func check(_ width: Int, _ height: Int) throws(PaperRefusal) {
    guard width > 0, height > 0 else { throw .damaged }
    guard width <= PaperSizes.longestRead, height <= PaperSizes.longestRead,
      width * height <= PaperSizes.mostPixels
    else { throw .tooManyPixels }
  }

  /// As it was held: an orientation of EXIF, 1 to 8.
  func turned(_ orientation: Int) -> Picture {
    guard (2...8).contains(orientation) else { return self }
    let turned = [UInt8](unsafeUninitializedCapacity: pixels.count) { place, count in
      pixels.withUnsafeBufferPointer { from in
        if let from = from.baseAddress, let to = place.baseAddress {
          pixels_turn(from, to, width, height, Int32(orientation))
        }
      }
      count = pixels.count
    }
    let isSwapped = orientation >= 5
    return Picture(width: isSwapped ? height : width, height: isSwapped ? width : height, pixels: turned)
  }

  /// The same with no side longer than so many pixels.
  func shrunk(to longest: Int) -> Picture {
    let side = max(width, height)
    guard side > longest else { return self }
    let (narrow, low) = (max(1, width * longest / side), max(1, height * longest / side))
    let smaller = [UInt8](unsafeUninitializedCapacity: 3 * narrow * low) { place, count in
      pixels.withUnsafeBufferPointer { from in
        if let from = from.baseAddress, let to = place.baseAddress {
          pixels_shrink(from, width, height, to, narrow, low)
        }
      }
      count = 3 * narrow * low
    }
    return Picture(width: narrow, height: low, pixels: smaller)
  }
}

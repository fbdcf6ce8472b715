/// How a photo was held, as its EXIF says (Exif 2.3, tag 274): 1 to 8; 1 where nothing is said. Nothing else of it is read.
enum Orientation {
  static func of(jpeg file: [UInt8]) -> Int {
    var place = 2
    while place + 4 <= file.count, file[place] == 0xFF {
      let marker = file[place + 1]
      // Fill bytes, and then the data of the picture.
      if marker == 0xFF {
        place += 1
        continue
      }
      if marker == 0xDA || marker == 0xD9 { return 1 }
      let length = Int(file[place + 2]) << 8 | Int(file[place + 3])
      guard length >= 2, place + 2 + length <= file.count else { return 1 }
      if marker == 0xE1 {
        let segment = Array(file[(place + 4)..<(place + 2 + length)])
        if segment.starts(with: Array("Exif".utf8) + [0, 0]), let found = of(tiff: Array(segment.dropFirst(6))) {
          return found
        }
      }
      place += 2 + length
    }
    return 1
  }

  private static func of(tiff bytes: [UInt8]) -> Int? {
    guard bytes.count >= 8 else { return nil }
    let isLittle = bytes[0] == 0x49
    func number(_ place: Int, _ size: Int) -> Int? {
      guard place >= 0, place <= bytes.count - size else { return nil }
      let part = bytes[place..<(place + size)]
      return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let entries = number(directory, 2) else { return nil }
    for entry in 0..<min(entries, 200) {
      let place = directory + 2 + 12 * entry
      if number(place, 2) == 274, let value = number(place + 8, 2), (1...8).contains(value) { return value }
    }
    return nil
  }
}

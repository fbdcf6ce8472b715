/// A pattern of our description: the few signs of regular expressions that it uses. All ways through a text are followed
/// at once, so that no text takes longer than its length times that of the pattern.
indirect enum TextPattern: Sendable, Hashable {
  /// One letter of these ranges of ASCII.
  case letter([ClosedRange<UInt8>])
  case sequence([TextPattern])
  case either([TextPattern])
  case times(TextPattern, ClosedRange<Int>)

  /// Whether the whole text is of this shape.
  func matches(_ text: String) -> Bool {
    let letters = Array(text.utf8)
    return ends(in: letters, from: [0]).contains(letters.count)
  }

  /// Where it can end, from each place where it can begin.
  private func ends(in letters: [UInt8], from places: Set<Int>) -> Set<Int> {
    switch self {
    case .letter(let ranges):
      return Set(
        places.filter { place in place < letters.count && ranges.contains { $0.contains(letters[place]) } }
          .map { $0 + 1 })
    case .sequence(let parts): return parts.reduce(places) { $1.ends(in: letters, from: $0) }
    case .either(let parts): return parts.reduce(into: []) { $0.formUnion($1.ends(in: letters, from: places)) }
    case .times(let part, let count):
      var (now, all) = (places, count.lowerBound == 0 ? places : [])
      var done = 0
      while done < count.upperBound, !now.isEmpty {
        let before = all
        now = part.ends(in: letters, from: now)
        done += 1
        if done >= count.lowerBound {
          all.formUnion(now)
          if all == before { break }
        }
      }
      return all
    }
  }
}

extension TextPattern {
  /// Reads `^…$`; nil for a sign that is not known here.
  init?(_ text: String) {
    let signs = Array(text.utf8)
    guard signs.first == UInt8(ascii: "^"), signs.last == UInt8(ascii: "$") else { return nil }
    var reading = Reading(signs: signs[1..<(signs.count - 1)])
    guard let pattern = reading.alternatives(), reading.signs.isEmpty else { return nil }
    self = pattern
  }

  private struct Reading {
    var signs: ArraySlice<UInt8>

    mutating func alternatives() -> TextPattern? {
      var all: [TextPattern] = []
      repeat {
        guard let next = sequence() else { return nil }
        all.append(next)
      } while take("|")
      return all.count == 1 ? all[0] : .either(all)
    }

    private mutating func sequence() -> TextPattern? {
      var parts: [TextPattern] = []
      while let sign = signs.first, sign != UInt8(ascii: "|"), sign != UInt8(ascii: ")") {
        guard let part = atom(), let counted = counted(part) else { return nil }
        parts.append(counted)
      }
      return .sequence(parts)
    }

    private mutating func atom() -> TextPattern? {
      if take("(") {
        guard let inner = alternatives(), take(")") else { return nil }
        return inner
      }
      if take("[") { return letters() }
      let isPlain = take("\\")
      guard let sign = signs.popFirst(), isPlain || !".^$*+?{}[]()|".utf8.contains(sign) else { return nil }
      // An escaped letter means more than itself.
      return isPlain && !".-/".utf8.contains(sign) ? nil : .letter([sign...sign])
    }

    private mutating func letters() -> TextPattern? {
      var ranges: [ClosedRange<UInt8>] = []
      while let first = signs.popFirst(), first != UInt8(ascii: "]") {
        guard !"^\\".utf8.contains(first) else { return nil }
        if signs.count > 1, signs.first == UInt8(ascii: "-"), signs[signs.startIndex + 1] != UInt8(ascii: "]") {
          signs.removeFirst()
          guard let last = signs.popFirst(), first <= last else { return nil }
          ranges.append(first...last)
        } else {
          ranges.append(first...first)
        }
      }
      return .letter(ranges)
    }

    private mutating func counted(_ part: TextPattern) -> TextPattern? {
      if take("+") { return .times(part, 1...Int.max) }
      if take("?") { return .times(part, 0...1) }
      guard take("{") else { return part }
      let numbers = String(decoding: signs.prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self)
      signs = signs.dropFirst(numbers.utf8.count)
      let bounds = numbers.split(separator: ",").compactMap { Int($0) }
      guard take("}"), let least = bounds.first, let most = bounds.last, bounds.count < 3, least <= most else {
        return nil
      }
      return .times(part, least...most)
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard signs.first == UInt8(ascii: sign) else { return false }
      signs.removeFirst()
      return true
    }
  }
}

import Testing

@testable import Services

@Suite("Misspellings")
struct MisspellingTests {
  /// The plain definition: every way to write one as the other.
  private func plain(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
    guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
    var steps = min(
      plain(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1), plain(a.dropLast(), b) + 1, plain(a, b.dropLast()) + 1)
    if a.count > 1, b.count > 1, a[a.endIndex - 2] == y, b[b.endIndex - 2] == x {
      steps = min(steps, plain(a.dropLast(2), b.dropLast(2)) + 1)
    }
    return steps
  }

  @Test("the distance is that of the plain definition, or nil beyond the bound")
  func distances() {
    var random = SplitMix64(state: 5)
    for _ in 0..<400 {
      func word() -> [UInt8] {
        (0..<Int.random(in: 0...5, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
      }
      let (a, b) = (word(), word())
      let exact = plain(a[...], b[...])
      for most in 0...3 {
        #expect(Misspelling.distance(a, b, atMost: most) == (exact <= most ? exact : nil), "\(a) \(b) \(most)")
      }
    }
  }

  @Test("words within the bound differ in few letters, so that no match is passed over")
  func letters() {
    for (a, b) in [("flebotomia", "flebtomia"), ("texas", "tejas"), ("vaccine", "vacicne")] {
      let bits = (Misspelling.letters(Array(a.utf8)) ^ Misspelling.letters(Array(b.utf8))).nonzeroBitCount
      #expect(bits <= 2)
    }
  }

  @Test("short words are taken as they are")
  func forgiven() { #expect([3, 4, 7, 8].map(Misspelling.forgiven) == [0, 1, 1, 2]) }
}

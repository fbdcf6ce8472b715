import Cryptography
import Testing

@testable import MerkleLog

@Suite("Checkpoints")
struct CheckpointTests {
  static let origin = "log.example.org/fobwatch"
  static let signer = NoteSigner(name: origin, key: SigningKey(seed: SecretKey(Array(0..<32))!))!
  static let other = NoteSigner(name: "witness.example.org", key: SigningKey(seed: SecretKey(Array(1..<33))!))!
  static let checkpoint = Checkpoint(
    log: signer.key, frontier: Frontier(leaves: NaiveTree.leaves(13).map { MerkleHash.leaf($0) }))
  static let note = checkpoint.signed(by: signer).note

  private func problem(_ note: String, keys: [NoteKey] = [signer.key]) -> NoteError? {
    problem(Array(note.utf8), keys: keys)
  }

  private func problem(_ bytes: [UInt8], keys: [NoteKey] = [signer.key]) -> NoteError? {
    do throws(NoteError) {
      _ = try Checkpoint.read(bytes, signedBy: keys)
      return nil
    } catch {
      return error
    }
  }

  /// A note of any text, signed.
  private func signed(_ text: String) -> String { SignedNote(text: text, known: Self.signer).note }

  @Test("a checkpoint is origin, size and root, an empty line, and a signature")
  func written() throws {
    let lines = Self.note.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 6 && lines[3].isEmpty && lines[5].isEmpty)
    #expect(lines[0] == Self.origin && lines[1] == "13")
    #expect(lines[2] == Base64.standard.text(Self.checkpoint.root.bytes))
    #expect(lines[4].hasPrefix("\u{2014} \(Self.origin) "))
    #expect(try Checkpoint.read(Array(Self.note.utf8), signedBy: [Self.signer.key]) == Self.checkpoint)
    #expect(try SignedNote(reading: Array(Self.note.utf8)).note == Self.note)
  }

  @Test("the published example of a signed note is read, and verified with its key")
  func published() throws {
    // The example of golang.org/x/mod/sumdb/note.
    let key = try #require(NoteKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
    let text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    let note =
      text
      + "\n\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    let read = try SignedNote(reading: Array(note.utf8))
    #expect(read.text == text && read.note == note)
    #expect(try read.verified(by: [key]) == key)
    #expect(key.description == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
  }

  @Test("a key is a name, an identifier and 32 bytes in one line")
  func keys() {
    let key = Self.signer.key
    #expect(NoteKey(key.description) == key && key.id.count == 4)
    let message = Array(Self.origin.utf8) + [0x0A, 1] + key.key.bytes
    #expect(key.id == Array(SHA256.digest(of: message).bytes.prefix(4)))
    for text in ["", "a+b", key.description + "A", "x" + key.description, key.description.replacing("+A", with: "+B")] {
      #expect(NoteKey(text) == nil, "\(text)")
    }
    for name in ["", "a b", "a+b", "a\u{A0}b", "a\nb", "a\u{2003}b"] {
      #expect(NoteKey(name: name, key: key.key) == nil && NoteSigner(name: name, key: .init(seed: .random())) == nil)
    }
  }

  @Test("further lines and signatures of others are passed over")
  func others() throws {
    let text = Self.checkpoint.text + "timestamp 5\n"
    let note = signed(text)
    #expect(try Checkpoint.read(Array(note.utf8), signedBy: [Self.signer.key]).extensions == ["timestamp 5"])
    let witness = SignedNote(text: text, known: Self.other).note.split(separator: "\n").last!
    let stranger = "\u{2014} example.net \(Base64.standard.text([1, 2, 3, 4, 5]))"
    let ours = note.split(separator: "\n").last!
    for lines in [[ours, witness, stranger[...]], [witness, ours], [stranger[...], ours]] {
      let both = text + "\n" + lines.map { $0 + "\n" }.joined()
      #expect(try Checkpoint.read(Array(both.utf8), signedBy: [Self.signer.key]).size == 13)
    }
    let theirs = text + "\n" + witness + "\n"
    #expect(problem(theirs) == .notSigned(by: [Self.signer.key.description]))
    #expect(problem(theirs, keys: []) == .notSigned(by: []))
    #expect(problem(theirs, keys: [Self.other.key]) == .otherOrigin(expected: Self.other.key.name, found: Self.origin))
  }

  @Test("an earlier key of the same log still verifies what it signed")
  func rotated() throws {
    let newer = try #require(NoteSigner(name: Self.origin, key: SigningKey(seed: .random())))
    #expect(problem(Self.note, keys: [newer.key, Self.signer.key]) == nil)
    #expect(problem(Self.note, keys: [newer.key]) == .notSigned(by: [newer.key.description]))
  }

  @Test("any changed or missing byte refuses it")
  func changed() {
    let bytes = Array(Self.note.utf8)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      #expect(problem(changed) != nil, "\(place)")
      #expect(problem(Array(bytes[..<place])) != nil)
    }
    #expect(problem(Self.note.replacing("\n13\n", with: "\n14\n")) == .badSignature(name: Self.origin))
  }

  @Test("malformed notes are refused, with the line")
  func malformedNotes() {
    let (text, line) = (Self.checkpoint.text, String(Self.note.split(separator: "\n").last!))
    #expect(problem("") == .noSignatures && problem("\n") == .noSignatures && problem("\n\n") == .noSignatures)
    #expect(problem(text) == .noSignatures && problem(text + "\n") == .noSignatures)
    #expect(problem(text + "\n" + line) == .noSignatures)
    #expect(problem(Self.note + "\n") == .noSignatures)
    #expect(problem(Self.note + "x\n") == .malformedSignature(line: 6))
    #expect(problem(text + "\n" + line.replacing("\u{2014}", with: "-") + "\n") == .malformedSignature(line: 5))
    #expect(problem(text + "\n" + line + " \n") == .malformedSignature(line: 5))
    #expect(problem(text + "\n" + line.dropLast() + "\n") == .malformedSignature(line: 5))
    #expect(problem(text + "\n\u{2014}  AAAAAAA=\n") == .malformedSignature(line: 5))
    #expect(problem(text + "\n\u{2014} a AAAAAA==\n") == .malformedSignature(line: 5))
    #expect(problem(Self.note.replacing("\n", with: "\r\n")) == .controlCharacter)
    #expect(problem(Self.note + "\u{0}") == .controlCharacter)
    #expect(problem([0xFF] + Array(Self.note.utf8)) == .noUnicode)
    let many = text + "\n" + String(repeating: "\u{2014} a AAAAAAA=\n", count: 101)
    #expect(problem(many) == .tooManySignatures(limit: 100))
    #expect(problem(String(repeating: "a", count: 1 << 17)) == .tooLong(limit: 1 << 16))
  }

  @Test("malformed checkpoints are refused although signed, with the line")
  func malformedCheckpoints() {
    let root = Base64.standard.text(Self.checkpoint.root.bytes)
    func line(_ text: String) -> Int? {
      guard case .malformedCheckpoint(let line, _)? = problem(signed(text)) else { return nil }
      return line
    }
    #expect(line("\n13\n\(root)\n") == 1)
    for size in ["", "013", "+13", "-1", "1 ", "0x1", "１３", "9223372036854775808", "4611686018427387905"] {
      #expect(line("\(Self.origin)\n\(size)\n\(root)\n") == 2, "\(size)")
    }
    for root in ["", "AAAA", root + " ", String(root.dropLast()), root + root, root.replacing("=", with: "A")] {
      #expect(line("\(Self.origin)\n13\n\(root)\n") == 3, "\(root)")
    }
    #expect(line("\(Self.origin)\n") == 2 && line("\(Self.origin)\n13\n") == 3)
    #expect(line("\(Self.origin)\n13\n\(root)\n\n") == 4 && line("\(Self.origin)\n13\n\(root)\nx\n\ny\n") == 5)
    let other = "other.example.org\n13\n\(root)\n"
    #expect(problem(signed(other)) == .otherOrigin(expected: Self.origin, found: "other.example.org"))
    #expect(
      SignedNote(text: "a", signedBy: Self.signer) == nil && SignedNote(text: "a\t\n", signedBy: Self.signer) == nil)
  }

  @Test("noise never stops the reader")
  func noise() {
    var random = Noise(seed: 4)
    let sample = Array(Self.note.utf8)
    var accepted = 0
    let letters = Array("\n\n\n\u{2014} +=AZaz09/".utf8) + [0, 0x0D, 0x80, 0xFF]
    for round in 0..<10_000 {
      var bytes =
        round % 2 == 0
        ? sample : (0..<Int(random.next() % 40)).map { _ in letters[Int(random.next() % UInt64(letters.count))] }
      for _ in 0...(round % 3) where !bytes.isEmpty {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: place)
        default: bytes.insert(letters[Int(random.next() % UInt64(letters.count))], at: place)
        }
      }
      if problem(bytes) == nil, bytes != sample { accepted += 1 }
    }
    #expect(accepted == 0)
  }
}

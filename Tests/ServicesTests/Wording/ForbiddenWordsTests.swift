import Foundation
import Services
import Testing
import Vocabulary

@testable import Knowledge

/// Words that no text uses, in the program's own texts as in the packs.
@Suite("Words that no text uses")
struct ForbiddenWordsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  /// The string literals of a target by file.
  private static func read(_ target: String) throws -> [(file: String, literals: [String])] {
    let folder = Self.folder.appending(path: target).resolvingSymlinksInPath()
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".swift") }.sorted()
      .map { path in
        let data = try Data(contentsOf: folder.appending(path: path))
        return (path, StringLiterals.read(String(decoding: data, as: UTF8.self)))
      }
  }

  /// The notices say themselves that they are no legal advice; a status of HTTP has its name.
  private static func withoutNotice(_ text: String) -> String {
    ["It is not legal advice", "No es asesoría legal", "Method Not Allowed"].reduce(text) { $0.replacing($1, with: "") }
  }

  private static func forbidden(_ text: String) -> [String] {
    let text = withoutNotice(text).lowercased()
    return (ForbiddenWords.english + ForbiddenWords.spanish).map(\.words).filter { TextCheck.contains(text, $0) }
  }

  @Test("no text in the sources", arguments: ["Services", "Planning", "Website"])
  func inSources(target: String) throws {
    let files = try Self.read(target)
    #expect(files.flatMap(\.literals).count > 100)
    for (file, literals) in files {
      for literal in literals {
        let found = Self.forbidden(literal)
        #expect(found.isEmpty, "\(target)/\(file): \(found) in “\(literal)”")
      }
    }
  }

  @Test("no text that the sample people read")
  func golden() throws {
    let texts = try Golden.all()
    #expect(texts.count >= 70)
    for (name, text) in texts where !name.contains(".json.") {
      for line in text.split(separator: "\n") {
        let found = Self.forbidden(String(line))
        #expect(found.isEmpty, "\(name): \(found) in “\(line)”")
      }
    }
  }

  @Test("the letters of a credential stand with their body, but in the titles of sources")
  func marks() throws {
    for (name, text) in try Golden.all() where !name.contains(".json.") {
      for line in text.split(separator: "\n") where !line.contains("Source: ") && !line.contains("Fuente: ") {
        #expect(TextCheck.bareMarks(String(line)).isEmpty, "\(name): “\(line)”")
      }
    }
  }

  @Test("literals are found in code, not in comments, and read through what is interpolated")
  func literals() {
    let source = """
      // "a comment"
      let a = "one" /* "two" */ + "thr\\(f("inner", (1)))ee" + #"ra\\w"#
      """
    #expect(StringLiterals.read(source) == ["one", "inner", "thr…ee", "ra\\w"])
  }
}

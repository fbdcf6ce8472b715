import Foundation
import Knowledge
import Rules
import Testing
import Vocabulary

@testable import Services

@Suite("Whom to ask about a record")
struct RecordIssuerTests {
  private static let asked = EvidenceRecord(id: "asked", kind: .certification, values: ["of": .word("ncct/ncma")])
  private static let source = "source: { id: ncct-login, row: NCMA-VE-01 }"

  /// The packs of one credential, with a value put in among those about verification.
  private func base(_ value: String) throws -> KnowledgeBase {
    let packs = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "knowledge")
    let folder = FileManager.default.temporaryDirectory.appending(path: "issuer-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appending(path: "credentials/ncct/ncma")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: packs.appending(path: "sources.yaml"), to: folder.appending(path: "sources.yaml"))
    let file = "credentials/ncct/ncma/credential.yaml"
    let text = try String(contentsOf: packs.appending(path: file), encoding: .utf8)
    try (text + value).write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
    return KnowledgeReader.readLeniently(try KnowledgeLoader.parse(folder.path).0).0
  }

  private func lookUp(_ versions: String) -> String {
    """
      verification.look-up-page:
        text: { en: "Page to look somebody up", es: "Página para buscar a alguien" }
        versions:
    \(versions)

    """
  }

  @Test("an address to look somebody up is shown with the source that names it, and is no remark beside")
  func named() throws {
    let version = """
            - undated: { retrieved: 2026-11-22 }
              value: { en: "https://issuer.example/look-up", es: "https://issuer.example/look-up" }
              \(Self.source)
      """
    let issuer = RecordIssuer(of: Self.asked, try base(lookUp(version)), on: Fixture.asOf)
    #expect(issuer.lookUp?.address == "https://issuer.example/look-up")
    #expect(issuer.lookUp?.citation != nil)
    #expect(!issuer.hints.contains { $0.text.en.contains("issuer.example") } && issuer.hints.count == 1)
  }

  @Test(
    "what is no encrypted address is not shown as one",
    arguments: [
      "value: { en: \"http://issuer.example\", es: \"http://issuer.example\" }",
      "value: { en: \"ask the issuer\", es: \"pregunte\" }", "value: true",
    ])
  func others(_ value: String) throws {
    let version = """
            - undated: { retrieved: 2026-11-22 }
              \(value)
              \(Self.source)
      """
    #expect(RecordIssuer(of: Self.asked, try base(lookUp(version)), on: Fixture.asOf).lookUp == nil)
  }

  @Test("no pack names an address without a source, and where none is named it is not known")
  func packs() {
    #expect(!Fixture.base.credentials.isEmpty)
    for credential in Fixture.base.credentials {
      let record = EvidenceRecord(id: "asked", kind: .certification, values: ["of": .word(credential.id)])
      let issuer = RecordIssuer(of: record, Fixture.base, on: Fixture.asOf)
      let isNamed = Fixture.base.value(credential.id, RecordIssuer.lookUpName) != nil
      #expect(issuer.name != nil && (issuer.lookUp != nil) == isNamed, "\(credential.id)")
      #expect(issuer.lookUp == nil || issuer.lookUp?.citation != nil, "\(credential.id)")
    }
  }
}

public import Knowledge
public import Rules
public import Vocabulary

/// Who issued what a record is about, and where it can be asked, as far as the packs say it. Nothing is guessed: an address that
/// no pack has is not known.
public struct RecordIssuer: Sendable {
  /// What the record is about: "CMA (AAMA)"; nil: its kind says it.
  public let subject: Phrase?
  /// Who issued it; nil: not known.
  public let name: Phrase?
  /// The issuer's own page about it; nil: not known.
  public let page: String?
  /// Where the issuer itself lets one look somebody up, with the source that names it; nil: no source names it.
  public let lookUp: (address: String, citation: Citation?)?
  /// What the issuer says of checking, with its source.
  public let hints: [(text: Phrase, citation: Citation?)]

  /// - Parameter day: on which what is said of checking holds.
  public init(of record: EvidenceRecord, _ base: KnowledgeBase, on day: CivilDate) {
    var found: (subject: Phrase?, name: Phrase?, page: String?) = (nil, nil, nil)
    var hints: [(text: Phrase, citation: Citation?)] = []
    var lookUp: (address: String, citation: Citation?)?
    if case .word(let of) = record["of"] {
      if let credential = base.credential(of) {
        found = (
          Phrase(credential.mark, credential.mark), Phrase(credential.body, credential.body), credential.url
        )
        hints = Self.hints(of, base, on: day)
        lookUp = Self.lookUp(of, base, on: day)
      } else if let (state, license) = Self.license(of, base) {
        let board = state.boards.first { $0.isOpened }
        found = (
          Phrase("\(license.name.en), \(state.name.en)", "\(license.name.es), \(state.name.es)"), license.issuer,
          board?.url
        )
      } else {
        found.subject = Phrase(of, of)
      }
    } else if case .word(let type) = record["type"] {
      found.subject = FieldWording.word(type)
    }
    (subject, name, page) = found
    (self.hints, self.lookUp) = (hints, lookUp)
  }

  private static func license(
    _ id: String, _ base: KnowledgeBase
  ) -> (Jurisdiction, Jurisdiction.License)? {
    for state in base.jurisdictions {
      if let license = state.licenses.first(where: { $0.id == id }) { return (state, license) }
    }
    return nil
  }

  /// The value of a pack that holds the address.
  static let lookUpName = "verification.look-up-page"

  /// Only an address that is encrypted on its way, and only while the sources do not disagree.
  private static func lookUp(
    _ credential: String, _ base: KnowledgeBase, on day: CivilDate
  ) -> (address: String, citation: Citation?)? {
    let answers = base.value(credential, lookUpName)?.answers(on: day) ?? []
    guard answers.count == 1, case .text(let text)? = answers.first?.reading.content, text.en.hasPrefix("https://")
    else {
      return nil
    }
    return (text.en, answers.first?.reading.citations.first)
  }

  private static func hints(
    _ credential: String, _ base: KnowledgeBase, on day: CivilDate
  ) -> [(text: Phrase, citation: Citation?)] {
    base.values(of: credential, "verification.").filter { $0.name != lookUpName }.flatMap { value in
      value.answers(on: day).compactMap { answer -> (text: Phrase, citation: Citation?)? in
        guard case .text(let text) = answer.reading.content else { return nil }
        return (
          Phrase("\(value.text.en): \(text.en)", "\(value.text.es): \(text.es)"), answer.reading.citations.first
        )
      }
    }
  }
}

public import Vocabulary

/// The answer to a what-if in words, the most important first: what a page and the command line both show.
public struct WhatIfTold: Sendable {
  /// Days on which something stands otherwise.
  public struct Row: Sendable, Hashable {
    /// "CMA (AAMA)".
    public let subject: String
    public let days: String
    public let before: String
    public let after: String
  }

  public struct Line: Sendable, Hashable {
    public let text: String
    /// How sure the rule behind it is.
    public var grade: RuleGrade?
    public var fine: [String] = []
    public var citations: [Citation] = []
    public var parts: [Line] = []

    init(
      _ text: String, grade: RuleGrade? = nil, fine: [String] = [], citations: [Citation] = [], parts: [Line] = []
    ) {
      (self.text, self.grade, self.fine, self.citations, self.parts) = (text, grade, fine, citations, parts)
    }
  }

  public struct Section: Sendable, Hashable {
    /// A word for programs: `ways`, `due`.
    public let id: String
    public let title: String
    public var note: String?
    public let lines: [Line]
  }

  /// The question: "Renew the CMA (AAMA) on Sep 3, 2027".
  public let question: String
  /// The most important difference.
  public let headline: String
  /// Whether what was asked is not known.
  public let isNotKnown: Bool
  public let text: [String]
  /// The names of what `rows` compare.
  public let columns: (before: String, after: String)
  public let rows: [Row]
  public let sections: [Section]
  /// How the record was read, and who decides.
  public let notes: [String]
}

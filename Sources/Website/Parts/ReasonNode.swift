/// One requirement in the tree of reasons: its verdict, and either its parts or what the verdict rests on.
public struct ReasonNode: Sendable, Hashable {
  public let sign: Sign
  /// The verdict in words: "28 of 30", "Met until Dec 31, 2026".
  public let verdict: String
  /// The requirement in words: "30 of them AAMA-approved".
  public let what: String
  public let grade: Grade?
  /// Whether it starts unfolded; open what decides the answer.
  public let isOpen: Bool
  /// What the verdict rests on; nil for a node that only gathers its parts.
  public let leaf: Leaf?
  public let parts: [ReasonNode]
  /// Parts that do not decide, folded into one line; empty when there is nothing to fold.
  public let rest: [ReasonNode]

  public init(
    _ sign: Sign, _ verdict: String, _ what: String, grade: Grade? = nil, isOpen: Bool = false, leaf: Leaf? = nil,
    parts: [ReasonNode] = [], rest: [ReasonNode] = []
  ) {
    self.sign = sign
    self.verdict = verdict
    self.what = what
    self.grade = grade
    self.isOpen = isOpen
    self.leaf = leaf
    self.parts = parts
    self.rest = rest
  }

  /// The evidence, the rule version and the source of one requirement.
  public struct Leaf: Sendable, Hashable {
    /// The facts used, one sentence each; empty when a fact is missing.
    public let evidence: [String]
    /// The version of the rule, as an identifier: "aama/cma/eligibility, from Jan 1, 2010".
    public let version: String
    public let sources: [Source]
    /// The question that would settle it, when a fact is missing.
    public let ask: Link?
    public let progress: Progress?

    public init(
      evidence: [String], version: String, sources: [Source], ask: Link? = nil, progress: Progress? = nil
    ) {
      self.evidence = evidence
      self.version = version
      self.sources = sources
      self.ask = ask
      self.progress = progress
    }
  }

  /// What a source says, and where.
  public struct Source: Sendable, Hashable {
    /// Whose words they are.
    public enum Words: Sendable, Hashable {
      /// The source's own, in its own language.
      case quoted(String, language: String)
      /// Ours.
      case paraphrased(String)
      /// The same as those of an earlier source.
      case same
    }

    public let words: Words
    public let citation: Citation

    public init(_ words: Words, _ citation: Citation) {
      self.words = words
      self.citation = citation
    }
  }

  /// How much of a number is reached, drawn as a bar.
  public struct Progress: Sendable, Hashable {
    /// From 0 to 1.
    public let share: Double
    /// The same in words: "28 of 30. The dashed end is what is missing."
    public let text: String

    public init(share: Double, text: String) {
      self.share = min(max(share, 0), 1)
      self.text = text
    }
  }
}

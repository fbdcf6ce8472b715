public import Rules

/// Which document a paper is.
public enum PaperKind: String, CaseIterable, Hashable, Sendable {
  case card, certificate, diploma, transcript, letter, license, training, other
  /// A record of vaccines, of a test, of an exam by a doctor.
  case health
  /// What a background check or an exclusion list said.
  case screening

  /// The kind of evidence whose rules of access hold for it. A health paper is kept, and read, with health records alone.
  public var evidence: EvidenceKind {
    switch self {
    case .health: .health
    case .screening: .screening
    case .card, .certificate, .diploma, .transcript, .letter, .license, .training, .other: .document
    }
  }

  /// Whether it is kept with health records, under their key.
  public var isHealth: Bool { evidence.isHealth }
}

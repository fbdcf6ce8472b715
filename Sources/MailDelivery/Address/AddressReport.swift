/// What came of asking the public address of an installation.
public struct AddressReport: Sendable, Hashable {
  public let certificate: CertificateFinding
  /// What else is wrong; not looked for when nothing is reached.
  public let faults: [AddressFault]

  /// Whether all holds.
  public var isGood: Bool {
    if case .trusted(let days) = certificate { return days >= CertificateFinding.fewDays && faults.isEmpty }
    return false
  }
}

/// What a certificate is worth to a browser.
public enum CertificateFinding: Sendable, Hashable {
  /// For so few whole days and less it ends soon: a renewal has failed by then.
  public static let fewDays = 14

  /// By an authority of the system, for this name, for so many whole days more.
  case trusted(days: Int)
  case expired
  case notYetValid
  case otherName
  /// It signs itself, or was signed by nobody whom the system knows.
  case unknownAuthority
  /// Nothing answers; what libcurl calls it.
  case notReached(String)
}

/// What is wrong with an address besides its certificate.
public enum AddressFault: Sendable, Hashable {
  /// A question for its health is answered with this status.
  case answers(Int)
  /// TLS 1.1 or older is spoken.
  case oldVersion
  /// Browsers are not told to keep to https for a year.
  case notStrict
  /// A page over http is neither refused nor led on to https.
  case open
  /// A form over http is taken or led on.
  case openForms
  /// A program over http is answered or led on.
  case openPrograms
}

/// How much one person can keep and send.
public struct PaperLimits: Hashable, Sendable {
  /// The largest file that is taken, in bytes.
  public var largest = 25 << 20
  /// The largest paper that is kept, in bytes: several photos, or a PDF that was written anew.
  public var largestKept = 41 << 20
  /// The most papers of one person.
  public var most = 100
  /// The most bytes of all papers of one person, as they are kept.
  public var mostBytes = 400 << 20
  /// The most uploads of one person that are not done.
  public var uploads = 3
  /// How long an upload that is not done is kept.
  public var uploadLife = Duration.seconds(24 * 3_600)
  /// The most bytes of an upload that come at once.
  public var piece = 1 << 20

  /// The most pages of a paper that is photographed page by page.
  public var pages = 20
  /// The most bytes of such pages together, as they are kept.
  public var pagesBytes = 40 << 20
  /// The most such papers of one person that are under way, those of health and the others each.
  public var drafts = 2

  public init() {}
}

import Continuing
import Services

/// Which courses somebody asks for. Nothing of it is kept: the page carries a catalog along.
struct CoursesRequest: Sendable, Hashable {
  /// Whether the catalog is one's own; else it is the sample.
  var isOwn = false
  var least = CourseAim.cost
  /// One's own catalog.
  var sheet: [UInt8] = []
  /// Whether the name of the file ends otherwise than that of a text.
  var isMisnamed = false
  /// Whether the proof is asked for as a file.
  var wantsProof = false
  /// After how many questions the search that is to be repeated was stopped; nil: it was not.
  var steps: Int?

  /// The words of the form.
  enum Field {
    static let (catalog, least, file, kept, proof, steps) = ("catalog", "least", "file", "kept", "proof", "steps")
  }
  static let (sample, own) = ("sample", "own")

  init() {}

  /// A newly picked file wins over the one that the page carried along, and over the sample.
  init(_ form: Form, _ upload: Upload?) {
    isOwn = form[Field.catalog] == Self.own
    least = form[Field.least].flatMap { CourseAim(rawValue: $0) } ?? .cost
    wantsProof = form[Field.proof] != nil
    steps = form[Field.steps].flatMap { Int($0) }
    if let picked = upload?.files[Field.file], !picked.isEmpty {
      (isOwn, sheet) = (true, picked)
      let ending = upload?.names[Field.file]?.ending
      isMisnamed = ending.map { $0 != "csv" && $0 != "txt" } ?? false
    } else if let kept = form[Field.kept] {
      sheet = SheetText.bytes(kept) ?? []
    }
  }
}

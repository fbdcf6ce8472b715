public import Services

/// The addresses of a paper that is photographed page by page, while it is under way.
public enum PagesRoute: Sendable, Hashable {
  /// Its pages.
  case page
  /// POST only: a page goes earlier, later or out.
  case order
  /// POST only: it is whole, and becomes a paper.
  case paper
  /// POST only: all of it is thrown away.
  case removal
  /// GET only: a page as a small photo.
  case preview(UploadID)

  /// Whether there is a page to look at.
  var isPage: Bool { self == .page }

  /// What stands behind the address of the paper.
  ///
  /// - Parameter shown: how what stands in it is written: itself, or its name.
  func text(_ shown: (String, String) -> String) -> String {
    switch self {
    case .page: ""
    case .order: "/order"
    case .paper: "/paper"
    case .removal: "/removal"
    case .preview(let id): "/\(shown(id.text, "upload"))"
    }
  }

  /// Reads it; nil when it is none of these.
  init?(_ rest: String) {
    switch rest {
    case "": self = .page
    case "order": self = .order
    case "paper": self = .paper
    case "removal": self = .removal
    default:
      guard let id = UploadID(text: rest) else { return nil }
      self = .preview(id)
    }
  }
}

import Services

/// Where an inquiry leads, read once.
enum Destination: Sendable, Hashable {
  case address(Address)
  /// No address of ours.
  case unknown
  /// A query that is no form.
  case unreadable

  init(_ inquiry: Inquiry) {
    guard !inquiry.query.isEmpty else {
      self = Address(path: inquiry.path).map(Destination.address) ?? .unknown
      return
    }
    // What programs ask is read, and refused, with its place.
    if let address = Address(path: inquiry.path), address.route.isForPrograms {
      self = .address(address)
      return
    }
    guard let query = try? Form(urlEncoded: Array(inquiry.query.utf8)) else {
      self = .unreadable
      return
    }
    let values = Dictionary(query.fields.map { ($0.name, $0.value) }) { first, _ in first }
    self = Address(path: inquiry.path, query: values).map(Destination.address) ?? .unknown
  }

  var pattern: RoutePattern {
    switch self {
    case .address(let address): RoutePattern(address.route)
    case .unknown: .unknown
    case .unreadable: .unreadable
    }
  }

  /// Whether the answer depends on where the inquiry comes from.
  var asksWhereFrom: Bool {
    switch self {
    case .address(let address):
      address.route == .metrics || address.route == .roster || address.route.isForMembers
    case .unknown, .unreadable: false
    }
  }

  /// The largest body that is taken there, in bytes: rosters, catalogs, records, archives, papers and questions
  /// of programs take more than a form.
  var largestBody: Int {
    switch self {
    // The sheet, and once more as text when it is carried along.
    case .address(let address) where address.route == .roster: RosterRequest.largest * 3 + Site.largestBody
    case .address(let address) where address.route.takesRecordFile: RecordFile.largest * 3 + Site.largestBody
    case .address(let address) where address.route == .member(.wallet(.archiveReturn)):
      ArchiveFile.largest + Site.largestBody
    // A catalog, and the one before it as text.
    case .address(let address) where address.route == .member(.courses):
      CatalogReader.Limits.page.bytes * 3 + Site.largestBody
    case .address(let address) where address.route.isForPrograms: Api.largestBody
    case .address(let address) where address.route == .member(.paperNew): PaperLimits().largest + Site.largestBody
    case .address(let address) where address.route.isUpload: PaperLimits().piece
    case .address, .unknown, .unreadable: Site.largestBody
    }
  }
}

extension Route {
  /// Whether pieces of a paper come there.
  var isUpload: Bool { if case .member(.upload) = self { true } else { false } }

  /// Whether a file of a record is sent there, and once more as text when it is carried along.
  var takesRecordFile: Bool { if case .member(.wallet(.importing)) = self { true } else { false } }

  /// Whether it belongs to the interface for programs.
  var isForPrograms: Bool { if case .api = self { true } else { false } }
}

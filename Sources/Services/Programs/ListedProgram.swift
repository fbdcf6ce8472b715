import Vocabulary

/// A medical assistant program at one place, as a public list tells of it.
public struct ListedProgram: Sendable, Hashable, Identifiable {
  /// The list, the place, the accreditor and the kind of program: `dapip-100946002-23-3`.
  public let id: String
  public let school: String
  /// The school it belongs to; nil for a school of its own.
  public let parent: String?
  /// As published: `201 N. Bonita Avenue, Tucson, AZ 85745`.
  public let address: String
  /// The kind of program, as the accreditor calls it.
  public let program: String
  /// `abhes`, or `other`: the names that rules use.
  public let by: String
  /// The accreditor in full.
  public let accreditor: String
  /// In the order they began; they may overlap.
  public let accreditation: [ListedAccreditation]
  /// In the order of their days.
  public let actions: [ListedAction]

  public init(
    id: String, school: String, parent: String?, address: String, program: String, by: String, accreditor: String,
    accreditation: [ListedAccreditation], actions: [ListedAction]
  ) {
    self.id = id
    self.school = school
    self.parent = parent
    self.address = address
    self.program = program
    self.by = by
    self.accreditor = accreditor
    self.accreditation = accreditation
    self.actions = actions
  }

  /// `AZ`; nil where the address does not end with a state.
  public var state: String? {
    guard let last = parts.last, let code = last.split(separator: " ").first, code.utf8.count == 2,
      code.utf8.allSatisfy({ (65...90).contains($0) })
    else { return nil }
    return String(code)
  }

  /// `Tucson`; nil where the address has no such part.
  public var city: String? { state != nil && parts.count > 1 ? parts[parts.count - 2] : nil }

  /// `Tucson, AZ`, or the whole address where it does not say.
  public var place: String {
    guard let city, let state else { return address }
    return "\(city), \(state)"
  }

  private var parts: [String] {
    address.split(separator: ",").map { part in
      var text = part
      while text.first == " " { text.removeFirst() }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }

  /// Days on which the accreditor acted on it as an accredited program.
  var witnessed: [CivilDate] { actions.filter(\.isWitness).map(\.day) }
}

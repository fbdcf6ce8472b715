import Foundation
import Knowledge
import Services
import Vocabulary

/// Small sheets, checked against a sample set.
enum Roster {
  static let days = DayInterval(CivilDate("2027-01-04")!, CivilDate("2027-04-04")!)

  static func options(_ change: (inout RosterOptions) -> Void = { _ in }) -> RosterOptions {
    var options = RosterOptions(asOf: Samples.asOf, days: days, state: "WA")
    change(&options)
    return options
  }

  static func check(_ text: String, set: String = "sample-clinic", _ options: RosterOptions = options()) throws
    -> RosterResult
  {
    try check(Data(text.utf8), set: set, options)
  }

  static func check(_ data: Data, set: String = "sample-clinic", _ options: RosterOptions = options()) throws
    -> RosterResult
  {
    guard let set = Samples.base.requirementSet(set) else { throw MissingSet() }
    return try RosterChecker(Samples.base, set).check(try Sheets.read(data), options)
  }

  /// The lines of a refusal; nil when the sheet is read.
  static func refusal(_ data: Data, _ options: RosterOptions = options()) throws -> [String]? {
    do {
      _ = try check(data, options)
      return nil
    } catch let refusal as SheetRefusal {
      return refusal.lines(.english)
    }
  }

  static func refusal(_ text: String, _ options: RosterOptions = options()) throws -> [String]? {
    try refusal(Data(text.utf8), options)
  }

  struct MissingSet: Error {}

  /// The sheet of `examples/` with its planted problems.
  static func sample(_ ending: String = "csv") throws -> Data {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try Data(contentsOf: root.appending(path: "examples/sample-roster.\(ending)"))
  }
}

import Foundation
import Vocabulary

/// A program at a place, by its number in the export.
struct DapipKey: Hashable {
  let place: String
  let agency: String
  let program: String
}

/// The rows of the export that matter, each with the row it stands in.
struct DapipSheets {
  struct Campus {
    let row: Int
    let name: String
    let parentName: String
    let parent: String?
    let address: String
  }

  struct Record {
    let row: Int
    let key: DapipKey
    let sequence: String
    let agencyName: String
    let programName: String
    let isEstimated: Bool
    let begins: CivilDate
    let review: CivilDate?
    let ends: CivilDate?
    let isEnded: Bool
  }

  struct Action {
    let row: Int
    let key: DapipKey
    let day: CivilDate
    let kind: ListedAction.Kind
    let effective: CivilDate?
  }

  /// By number.
  var campuses: [String: Campus] = [:]
  var records: [Record] = []
  var actions: [Action] = []
  /// The numbers of all places that some record is about, of whatever program.
  var places: Set<String> = []
  /// Whether the export was cut to programs for medical assistants.
  var isCut = true
  /// The last day on which anything in the files happened.
  var lastDay = CivilDate.distantPast
  /// The last row of each file.
  var lastRow: [DapipFile: Int] = [:]

  /// Words in the name of every kind of program for medical assistants.
  static func isMedicalAssisting(_ program: String) -> Bool {
    let name = program.lowercased()
    return name.contains("medical assistant") || name.contains("medical assisting")
  }

  mutating func happened(_ day: CivilDate?, by today: CivilDate) {
    if let day, day <= today { lastDay = max(lastDay, day) }
  }
}

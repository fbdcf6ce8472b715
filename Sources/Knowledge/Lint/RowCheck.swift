import Documents

/// Rows of the research: none is cited that the coverage does not list, and none is listed that nothing accounts for.
enum RowCheck {
  static func faults(_ documents: [(path: String, node: Node)], _ coverage: [CoverageRow]) -> [Fault] {
    let known = Set(coverage.map(\.id))
    let families = Set(coverage.map { family($0.id) })
    let citations = RowCitations(documents: documents)
    var faults: [Fault] = []
    var first: [String: Place] = [:]
    for row in coverage {
      guard let place = first[row.id] else {
        first[row.id] = row.place
        continue
      }
      faults.append(Fault("the research row '\(row.id)' stands twice, first at \(place): keep one", at: row.place))
    }
    // Lists of rows for reading on may also name research on other subjects.
    for mention in citations.mentions
    where !known.contains(mention.row) && (mention.isSource || families.contains(family(mention.row))) {
      faults.append(
        Fault("the research row '\(mention.row)' is not in the coverage: correct it or add it there", at: mention.place)
      )
    }
    let cited = Set(citations.mentions.map(\.row))
    for row in coverage {
      if let conflict = row.conflict, !known.contains(conflict) {
        faults.append(Fault("the conflict '\(conflict)' is not in the coverage", at: row.place))
      }
      if !cited.contains(row.id), row.leftOut == nil, row.open == nil, row.conflict == nil {
        let message =
          "nothing accounts for the research row '\(row.id)': cite it with `row:`, "
          + "or write `left_out`, `open` or `conflict` here"
        faults.append(Fault(message, at: row.place))
      }
    }
    return faults
  }

  /// `AAMA-EL` of `AAMA-EL-03`.
  private static func family(_ row: String) -> String {
    row.split(separator: "-").dropLast().joined(separator: "-")
  }
}

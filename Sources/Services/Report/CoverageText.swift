public import Knowledge

/// `docs/reference/coverage.md`: every row of the research on the certifying bodies, and what became of it.
public enum CoverageText {
  /// What became of a row. One answer a row, the first that fits.
  public enum Fate: String, Sendable, CaseIterable {
    case conflict = "held as a conflict"
    case encoded = "encoded"
    case open = "held as an open question"
    case leftOut = "left out, with the reason"
    case unaccounted = "not accounted for"
  }

  /// A row that packs cite is encoded; a disagreement of sources (K) that they cite, or a row that names one, is held as
  /// a conflict.
  public static func fate(of row: CoverageRow, files: [String]) -> Fate {
    if row.conflict != nil || row.id.hasPrefix("K-") && !files.isEmpty { return .conflict }
    if !files.isEmpty { return .encoded }
    if row.open != nil { return .open }
    return row.leftOut != nil ? .leftOut : .unaccounted
  }

  /// The whole page, the same for the same packs.
  public static func render(_ rows: [CoverageRow], _ citations: RowCitations) -> String {
    let files = citations.files
    func fate(_ row: CoverageRow) -> Fate { self.fate(of: row, files: files[row.id] ?? []) }
    var lines = [
      "# What became of every research row", "",
      "Made by `fobwatch rules coverage`; do not edit. Each row of `knowledge/coverage/certifying-bodies.yaml` is one "
        + "fact that research on the certifying bodies found, or looked for.", "",
      "Confidence: P the body's own text; Pm the same on a mirror; S2 two or more dated secondary sources; S secondary; "
        + "S! weak secondary; C sources disagree; open not found.", "",
      "| Rows | \(rows.count) |", "| --- | ---: |",
    ]
    for fate in Fate.allCases {
      let count = rows.count { self.fate(of: $0, files: files[$0.id] ?? []) == fate }
      if count > 0 || fate != .unaccounted { lines.append("| \(fate.rawValue) | \(count) |") }
    }
    for (family, rows) in families(rows) {
      lines += ["", "## \(family)", "", "| Row | Fact | Confidence | What became of it |", "| --- | --- | --- | --- |"]
      for row in rows {
        let account = account(row, fate(row), files[row.id] ?? [])
        lines.append("| \(row.id) | \(cell(row.fact)) | \(row.confidence) | \(cell(account)) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Everything that is said of a row: also what stays open in one that is encoded.
  private static func account(_ row: CoverageRow, _ fate: Fate, _ files: [String]) -> String {
    var parts: [String] = []
    if let conflict = row.conflict { parts.append("Conflict \(conflict).") }
    if !files.isEmpty {
      let names = files.map { "`\($0)`" }.joined(separator: ", ")
      parts.append((fate == .conflict ? "Both readings are in " : "In ") + names + ".")
    }
    if let open = row.open { parts.append("Open: \(open)") }
    if let reason = row.leftOut { parts.append(files.isEmpty ? "Left out: \(reason)" : reason) }
    return parts.isEmpty ? "Not accounted for." : parts.joined(separator: " ")
  }

  /// Rows by the first part of their names, in the order of the file.
  private static func families(_ rows: [CoverageRow]) -> [(String, [CoverageRow])] {
    var order: [String] = []
    var found: [String: [CoverageRow]] = [:]
    for row in rows {
      let family = titles[row.id.prefix { $0 != "-" }] ?? String(row.id.prefix { $0 != "-" })
      if found[family] == nil { order.append(family) }
      found[family, default: []].append(row)
    }
    return order.map { ($0, found[$0] ?? []) }
  }

  private static let titles: [Substring: String] = [
    "AAMA": "CMA (AAMA)", "AMT": "AMT", "RMA": "RMA (AMT)", "CCMA": "CCMA (NHA)", "CMAA": "CMAA (NHA)",
    "NCMA": "NCMA (NCCT)", "CMAS": "CMAS (AMT)", "CMAC": "CMAC (AMCA)", "ACC": "Accreditors",
    "NRCMA": "NRCMA (NAHP)", "NHA": "NHA", "NCCT": "NCCT", "PBT": "Other credentials", "WA": "Washington State",
    "K": "Sources that disagree", "Q": "Open questions", "L": "Letters with two meanings", "B": "What other guides say",
  ]

  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}

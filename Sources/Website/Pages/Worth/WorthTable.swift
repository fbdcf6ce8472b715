import HTML

/// A table of figures that folds on a phone. Figures stand at the right; a bar says the first one again.
struct WorthTable {
  /// One line.
  struct Line {
    let head: String
    let mark: String?
    let cells: [String]
    /// The length of the bar below the first figure, 0...1; nil: none.
    let share: Double?

    init(_ head: String, mark: String? = nil, cells: [String], share: Double? = nil) {
      self.head = head
      self.mark = mark
      self.cells = cells
      self.share = share
    }
  }

  let caption: String
  let heads: [String]
  let lines: [Line]

  var html: HTML {
    let titles = heads.enumerated().map { index, head -> HTML in
      index == 0 ? "<th scope=\"col\">\(head)</th>" : "<th scope=\"col\" class=\"num-col\">\(head)</th>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table class="folds">\
      <caption class="vh">\(caption)</caption><thead><tr>\(titles)</tr></thead><tbody>\(lines.map { row($0) })</tbody></table>\
      </div>

      """
  }

  private func row(_ line: Line) -> HTML {
    let mark: HTML = line.mark.map { " <span class=\"fine\">\($0)</span>" } ?? ""
    let cells = zip(heads.dropFirst(), line.cells).enumerated().map { index, cell -> HTML in
      let bar = index == 0 ? line.share.map { self.bar($0) } : nil
      return "<td class=\"num-col\" data-is=\"\(cell.0)\">\(cell.1)\(bar)</td>"
    }
    return "<tr><th scope=\"row\">\(line.head)\(mark)</th>\(cells)</tr>\n"
  }

  private func bar(_ share: Double) -> HTML {
    let width = decimal(share * 100)
    return "<svg class=\"plot-bar\" height=\"6\" aria-hidden=\"true\"><rect width=\"\(width)%\" height=\"6\"/></svg>"
  }
}

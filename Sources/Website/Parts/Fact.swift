import HTML
public import Vocabulary

/// A name and what there is to say about it: one row of a list of facts.
public struct Fact: Sendable, Hashable {
  /// The name: "When", "Cost", "Rules edition".
  public let term: String
  /// The text. May be empty when `day` or `grade` says it all.
  public let text: String
  /// A day that stands before the text, with its wording: "Jan 31, 2028 (in 14 months)".
  public let day: DayText?
  /// A remark in the second voice.
  public let fine: String?
  /// How sure the rule behind it is.
  public let grade: Grade?
  /// A link at the end.
  public let link: Link?

  public init(
    _ term: String, _ text: String = "", day: DayText? = nil, fine: String? = nil, grade: Grade? = nil,
    link: Link? = nil
  ) {
    self.term = term
    self.text = text
    self.day = day
    self.fine = fine
    self.grade = grade
    self.link = link
  }

  func html(_ language: Language) -> HTML {
    let pieces = [
      day?.html, text.isEmpty ? nil : "\(text)", fine.map { "<span class=\"fine\">\($0)</span>" },
      grade?.html(language), link?.html(language),
    ].compactMap(\.self)
    return "<div><dt>\(term)</dt>\n<dd>\(spaced(pieces))</dd></div>\n"
  }
}

/// A day with the words for it.
public struct DayText: Sendable, Hashable {
  /// The day for programs.
  public let day: CivilDate
  /// The day for people: "Jan 31, 2028".
  public let text: String
  /// How far off: "in 14 months", without the brackets. Nil when it is not said.
  public let distance: String?

  public init(_ day: CivilDate, _ text: String, distance: String? = nil) {
    self.day = day
    self.text = text
    self.distance = distance
  }

  var html: HTML {
    let away: HTML = distance.map { " (\($0))" } ?? ""
    return "<time datetime=\"\(day.description)\">\(text)</time>\(away)"
  }
}

/// A list of facts. `tight` puts the name above the text, for narrow columns.
func factList(_ facts: [Fact], _ language: Language, tight: Bool = false) -> HTML {
  let rows = facts.map { $0.html(language) }
  return tight ? "<dl class=\"facts tight\">\(rows)</dl>" : "<dl class=\"facts\">\(rows)</dl>"
}

/// Pieces with a blank between.
func spaced(_ pieces: [HTML]) -> HTML {
  pieces.enumerated().reduce(HTML.empty) { $1.offset == 0 ? $1.element : $0 + " " + $1.element }
}

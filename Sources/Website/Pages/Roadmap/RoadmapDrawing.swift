import HTML
public import Vocabulary

/// The steps of a plan on a line of time, drawn from their days. The list of steps says the same in words.
public struct RoadmapDrawing: Sendable, Hashable {
  /// How a bar looks, and so what it says.
  public enum Kind: Sendable, Hashable {
    /// Over: filled with ink.
    case done
    /// Planned or under way: an outline, filled with ink up to today.
    case plan
    /// Days to choose from: the exam can be sat on any of them.
    case window
    /// Certified, if the plan holds.
    case certified
    /// One day, chosen: the exam.
    case mark
    /// The last day for something.
    case deadline
  }

  /// Which end of a bar its words are about: "opens May 5" is about the start.
  public enum LabelEnd: Sendable, Hashable {
    case start, end
  }

  /// Days of one lane. A mark and a deadline have the same first and last day.
  public struct Bar: Sendable, Hashable {
    public let kind: Kind
    public let from: CivilDate
    public let through: CivilDate
    /// Short words beside it: "ends Jun 4, 2027". Nil for none.
    public let label: String?
    public let labelEnd: LabelEnd

    /// The words of a window, a mark and a certification are about the start unless told, all others about the end.
    public init(
      _ kind: Kind, from: CivilDate, through: CivilDate, label: String? = nil, labelEnd: LabelEnd? = nil
    ) {
      self.labelEnd = labelEnd ?? ([.window, .certified, .mark].contains(kind) ? .start : .end)
      self.kind = kind
      self.from = from
      self.through = max(from, through)
      self.label = label
    }
  }

  /// One step.
  public struct Lane: Sendable, Hashable {
    /// "2 Program".
    public let name: String
    public let bars: [Bar]

    public init(name: String, bars: [Bar]) {
      self.name = name
      self.bars = bars
    }
  }

  /// One step waits for another: an arrow from the end of one lane's bar to the beginning of another's.
  public struct Link: Sendable, Hashable {
    /// Places in `lanes`; the first comes before the second.
    public let from: Int
    public let to: Int
    /// The day on which the first one is done.
    public let done: CivilDate
    /// The day on which the second one begins.
    public let begins: CivilDate

    public init(from: Int, to: Int, done: CivilDate, begins: CivilDate) {
      self.from = from
      self.to = to
      self.done = done
      self.begins = begins
    }
  }

  /// Today, with its words: "Nov 22, 2026".
  public let today: DayText
  /// The first and last day drawn; bars are cut there.
  public let from: CivilDate
  public let through: CivilDate
  public let lanes: [Lane]
  /// Along the steps that hold up the end.
  public let links: [Link]
  /// The links in words: "Clinical hours, then the exam. A delay in one of them moves the last day." nil: no links.
  public let linkText: String?

  public init(
    today: DayText, from: CivilDate, through: CivilDate, lanes: [Lane], links: [Link] = [], linkText: String? = nil
  ) {
    self.today = today
    self.from = from
    self.through = max(from, through)
    self.lanes = lanes
    self.links = links.filter { 0 <= $0.from && $0.from < $0.to && $0.to < lanes.count }
    self.linkText = linkText
  }

  /// The card with the drawing in three sizes; the style sheet shows one.
  func card(title: String, _ language: Language) -> HTML {
    let head = Phrase("On the calendar", "En el calendario")[language]
    let arrows: HTML = linkText.map { "<p class=\"fine mt-3\">\($0)</p>" } ?? ""
    return """
      <section class="card mt-5" aria-labelledby="calendar"><div class="row apart"><h2 id="calendar">\(head)</h2>
      \(key(language))</div>
      <div class="only-wide mt-3">\(WideDrawing(self, width: 1130, id: "wide").html(title, language))</div>
      <div class="only-middle mt-3">\(WideDrawing(self, width: 700, id: "middle").html(title, language))</div>
      <div class="only-narrow mt-3">\(TallDrawing(self).html(title, language))</div>\(arrows)</section>

      """
  }

  private func key(_ language: Language) -> HTML {
    let entries: [(HTML, Phrase)] = [
      ("<rect class=\"bar-done\" width=\"100%\" height=\"100%\" rx=\"2\"/>", Phrase("done", "hecho")),
      (
        "<rect class=\"window\" x=\"1\" y=\"1\" width=\"26\" height=\"12\" rx=\"2\"/>",
        Phrase("days to choose from", "días para elegir")
      ),
      (
        "<rect class=\"bar-will\" x=\"1\" y=\"1\" width=\"26\" height=\"12\" rx=\"2\"/>",
        Phrase("certified, if the plan holds", "con certificación, si se cumple el plan")
      ),
    ]
    let items = entries.map {
      "<li><svg class=\"swatch\" aria-hidden=\"true\">\($0.0)</svg>\($0.1[language])</li>\n" as HTML
    }
    return "<ul class=\"key\">\(items)</ul>"
  }

  /// The title and description of a drawing, for who cannot see it.
  func described(_ title: String, id: String, _ language: Language) -> HTML {
    let name = Phrase("The steps to \(title) on a calendar", "Los pasos hacia \(title) en un calendario")[language]
    let text = Phrase(
      "Every bar and date of this drawing is also in the list of steps below.",
      "Cada barra y cada fecha de este dibujo está también en la lista de pasos.")[language]
    return "<title id=\"\(id)-title\">\(name)</title><desc id=\"\(id)-text\">\(text)</desc>"
  }
}

public import Continuing
public import Foundation
public import Knowledge
import Rules
public import Vocabulary

/// Reads a catalog of courses: text with commas, its headers in the first row. `docs/reference/course-catalog.md`
/// describes it.
public struct CatalogReader {
  /// How much is read.
  public struct Limits: Sendable, Hashable {
    /// The most courses of a catalog.
    public let rows: Int
    /// The most bytes of one.
    public let bytes: Int

    /// On the command line.
    public static let file = Limits(rows: 5000, bytes: 3 << 20)
    /// Of somebody on a page, who is answered in seconds.
    public static let page = Limits(rows: 1000, bytes: 512 << 10)

    /// "3 MB".
    public var size: String { bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) kB" }
  }

  /// The most columns of one.
  public static let columns = CSVSheet.columns
  /// The headers that every catalog has.
  public static let headers = CatalogColumns.Name.allCases.filter(\.isNeeded).map(\.rawValue)
  private static let largest = Quantity(1000)
  private static let dearest = Money(cents: 10_000_000)

  /// `aama` and the others that issue a credential known here.
  private let bodies: [String]
  private let categories: [String]
  private let asOf: CivilDate
  private let limits: Limits

  /// - Parameter asOf: the day on which courses on demand are reckoned as completed.
  public init(_ base: KnowledgeBase, asOf: CivilDate, limits: Limits = .file) {
    self.asOf = asOf
    self.limits = limits
    bodies = Set(base.credentials.map { String($0.id.prefix { $0 != "/" }) }).sorted()
    if case .choice(let words) = Field.named("activity.category")?.content {
      categories = words
    } else {
      categories = []
    }
  }

  /// Every course in the order of the rows.
  ///
  /// - Throws: `SheetRefusal` with every fault.
  public func read(_ data: Data) throws -> [Course] {
    if data.count > limits.bytes {
      throw SheetRefusal(
        Phrase("the catalog is larger than \(limits.size)", "el catálogo pasa de \(limits.size)"))
    }
    var faults = CatalogFaults()
    var columns: CatalogColumns?
    var courses: [Course] = []
    var seen: [String: Int] = [:]
    try CSVSheet(data).forEachRow { row in
      guard let columns else {
        columns = CatalogColumns(row.cells, bodies, &faults)
        return faults.isEmpty
      }
      if courses.count >= limits.rows {
        throw SheetRefusal(
          row: row.number, Phrase("more than \(limits.rows) courses", "más de \(limits.rows) cursos"))
      }
      var cells = CatalogCells(row: row, columns: columns, faults: faults)
      if let course = course(&cells) {
        if let first = seen.updateValue(row.number, forKey: course.id) {
          cells.fault(
            .id,
            Phrase(
              "the id '\(course.id)' stands in row \(first) already",
              "el identificador '\(course.id)' ya está en la fila \(first)"))
        }
        courses.append(course)
      }
      faults = cells.faults
      return true
    }
    if faults.isEmpty, courses.isEmpty {
      throw SheetRefusal(
        row: 1, Phrase("there is no course below the header", "no hay cursos debajo del encabezado"))
    }
    if let refusal = faults.refusal { throw refusal }
    return courses
  }

  private func course(_ cells: inout CatalogCells) -> Course? {
    let id = cells.text(.id)
    let title = cells.text(.title)
    let provider = cells.text(.provider)
    let isOnDemand = cells.isOnDemand
    let day = isOnDemand ? asOf : cells.day(.date)
    let hours = cells.amount(.hours, most: CatalogReader.largest)
    let price = cells.money(.price, most: CatalogReader.dearest)
    let units = cells.amount(.units, most: CatalogReader.largest)
    let categories = cells.words(.category, known: self.categories)
    let approved = cells.words(.approvedBy, known: bodies + ["other", "none"])
    let until = cells.isSaid(.approvedUntil) ? cells.day(.approvedUntil) : nil
    let own = cells.unitsByBody(most: CatalogReader.largest)
    guard let id, let title, let provider, let day, let hours, let price, let units, let categories, let approved
    else { return nil }
    return Course(
      id: id, title: title, provider: provider, day: day, isOnDemand: isOnDemand, hours: hours, price: price,
      units: units, unitsByBody: own, categories: categories,
      approvedBy: approved.isEmpty ? nil : approved.filter { $0 != "none" },
      approvedUntil: until, series: cells.isSaid(.series) ? cells.text(.series) : nil)
  }
}

/// The faults of a catalog, as many as are worth showing.
struct CatalogFaults {
  private var kept: [SheetFault] = []
  private var more = 0
  var isEmpty: Bool { kept.isEmpty }

  mutating func add(_ fault: SheetFault) {
    if kept.count < SheetRefusal.limit { kept.append(fault) } else { more += 1 }
  }

  var refusal: SheetRefusal? { kept.isEmpty ? nil : SheetRefusal(kept, more: more) }
}

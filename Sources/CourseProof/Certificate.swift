import CanonicalJSON
import Cryptography

/// A certificate as it stands in a file: the problem, the set, and the tree that proves its bound.
/// `docs/reference/course-certificate.md` describes the file.
struct Certificate {
  struct Term {
    let row: Int
    let amount: Int
  }

  struct Column {
    let cost: Int
    let gives: [Term]
  }

  enum Node {
    case bound([Term])
    case infeasible([Term])
    case fix([Term])
    case branch(column: Int, first: Bool)
  }

  var needs: [Int] = []
  var columns: [Column] = []
  var courses: [String] = []
  var chosen: [Int]?
  var total: Int?
  var bound: Int?
  var denominator = 1
  var least = ""
  var tree: [Node] = []

  static let name = "fobwatch-course-set"
  private static let members: Set<String> = [
    "certificate", "version", "least", "rows", "columns", "chosen", "total", "bound", "denominator", "tree", "sha256",
  ]

  init(_ json: JSON) throws(ProofFault) {
    guard let object = json.asObject, json["certificate"]?.asString == Certificate.name,
      json["version"]?.asWhole == 1
    else { throw .format("a certificate of a set of courses, version 1") }
    for key in object.keys where !Certificate.members.contains(key) { throw .format("no member '\(key)'") }
    guard let digest = json["sha256"]?.asString else { throw .format("the digest 'sha256'") }
    if digest != Certificate.digest(of: json) { throw .changed }
    guard let least = json["least"]?.asString, least == "cost" || least == "hours" else {
      throw .format("'least' to be cost or hours")
    }
    self.least = least
    try readProblem(json)
    try readClaim(json)
    guard let nodes = json["tree"]?.asArray else { throw .format("the list 'tree'") }
    for (i, node) in nodes.enumerated() { tree.append(try self.node(node, i)) }
  }

  /// The digest of all members but the digest.
  static func digest(of json: JSON) -> String {
    let members = json.asObject?.members.filter { $0.key != "sha256" } ?? []
    return JSONObject(members).map { SHA256.digest(of: JSON.object($0).bytes).description } ?? ""
  }

  private mutating func readProblem(_ json: JSON) throws(ProofFault) {
    guard let rows = json["rows"]?.asArray, let columns = json["columns"]?.asArray else {
      throw .format("the lists 'rows' and 'columns'")
    }
    for row in rows {
      guard let need = whole(row["at_least"]), row["says"]?.asString != nil else {
        throw .format("'says' and 'at_least' in each row")
      }
      needs.append(need)
    }
    for column in columns {
      guard let cost = whole(column["costs"]), cost >= 0, let course = column["course"]?.asString else {
        throw .format("'course' and 'costs', from 0, in each column")
      }
      courses.append(course)
      self.columns.append(Column(cost: cost, gives: try terms(column["gives"])))
    }
  }

  private mutating func readClaim(_ json: JSON) throws(ProofFault) {
    guard let chosen = json["chosen"], let total = json["total"], let bound = json["bound"],
      let denominator = whole(json["denominator"]), denominator >= 1
    else { throw .format("'chosen', 'total', 'bound' and 'denominator'") }
    self.denominator = denominator
    if bound != .null {
      guard let whole = whole(bound), whole >= 0 else { throw .format("'bound' from 0, or null") }
      self.bound = whole
    }
    if chosen == .null {
      if total != .null { throw .format("no 'total' without a set") }
      return
    }
    guard let list = chosen.asArray, let sum = whole(total), self.bound != nil else {
      throw .format("'chosen' as a list, with 'total' and 'bound'")
    }
    var set: [Int] = []
    for entry in list {
      guard let column = whole(entry), columns.indices.contains(column), column > set.last ?? -1 else {
        throw .format("'chosen' as numbers of columns, rising")
      }
      set.append(column)
    }
    self.chosen = set
    self.total = sum
  }

  private func node(_ json: JSON, _ place: Int) throws(ProofFault) -> Node {
    guard let object = json.asObject else { throw .format("an object at entry \(place) of the tree") }
    switch object.keys.sorted() {
    case ["bound"]: return .bound(try multipliers(json["bound"], place))
    case ["infeasible"]: return .infeasible(try multipliers(json["infeasible"], place))
    case ["fix"]: return .fix(try multipliers(json["fix"], place))
    case ["branch", "first"]:
      guard let column = whole(json["branch"]), columns.indices.contains(column), let first = whole(json["first"]),
        first == 0 || first == 1
      else { throw .format("a column and 0 or 1 at entry \(place) of the tree") }
      return .branch(column: column, first: first == 1)
    default: throw .format("'bound', 'infeasible', 'fix' or 'branch' at entry \(place) of the tree")
    }
  }

  private func multipliers(_ json: JSON?, _ place: Int) throws(ProofFault) -> [Term] {
    let terms = try terms(json)
    if terms.contains(where: { $0.amount < 0 }) { throw .format("multipliers from 0 at entry \(place) of the tree") }
    return terms
  }

  /// Pairs of a row and a number, rows rising.
  private func terms(_ json: JSON?) throws(ProofFault) -> [Term] {
    guard let pairs = json?.asArray else { throw .format("a list of rows with numbers") }
    var result: [Term] = []
    for pair in pairs {
      guard let parts = pair.asArray, parts.count == 2, let row = whole(parts[0]), let amount = whole(parts[1]),
        needs.indices.contains(row), row > result.last?.row ?? -1
      else { throw .format("pairs of a row and a whole number, rows rising") }
      result.append(Term(row: row, amount: amount))
    }
    return result
  }

  private func whole(_ json: JSON?) -> Int? { json?.asWhole.map(Int.init) }
}

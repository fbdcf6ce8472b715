import Foundation
import Services
import Vocabulary

/// The list in the repository, and a small made-up export.
enum ProgramFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// `knowledge/programs/dapip.tsv`.
  static let text: String = {
    (try? String(contentsOf: folder.appending(path: "knowledge/programs/dapip.tsv"), encoding: .utf8)) ?? ""
  }()

  static let directory: ProgramDirectory = {
    do { return try ProgramTable.read(text) } catch { fatalError("\(error)") }
  }()

  /// The folder of published vectors; nil where it is absent.
  static let vectors = ProcessInfo.processInfo.environment["FOBWATCH_VECTORS"].map { URL(filePath: $0) }

  static func day(_ text: String) -> CivilDate { CivilDate(text)! }

  /// A list with one program.
  static func program(_ accreditation: [ListedAccreditation], _ actions: [ListedAction] = []) -> ListedProgram {
    ListedProgram(
      id: "dapip-1-23-3", school: "Sample College", parent: nil, address: "1 Main St, Dayton, OH 45402",
      program: "Medical Assistant Education", by: "abhes", accreditor: "Accrediting Bureau of Health Education Schools",
      accreditation: accreditation, actions: actions)
  }

  static func span(_ begins: String, estimated: Bool = false, _ end: ListedAccreditation.End) -> ListedAccreditation {
    ListedAccreditation(begins: day(begins), isEstimated: estimated, end: end, review: nil)
  }

  static let source = ProgramDirectory.Source(publisher: "Sample", title: "Sample list", vintage: day("2020-10-05"))
}

/// A made-up export whose cells can be changed.
struct SampleExport {
  static let agency = "\"23\",\"Accrediting Bureau of Health Education Schools\""
  static let program = "\"3\",\"Medical Assistant Education (MAAB) - Private schools and programs\""

  var campuses = """
    "DapipId","OpeId","IpedsUnitIds","LocationName","ParentName","ParentDapipId","LocationType","Address","UpdateDate"
    "100","01218200","101028","Sample College","-","-","Institution","1 Main St, Dayton, OH 45402","1/1/1900 12:00:00 AM"
    "100001","01218201","","Sample College - South","Sample College","100","Additional Location","9 Oak ""B"", Troy, OH 45373",""

    """
  var records = """
    "DapipId","AgencyId","AgencyName","ProgramId","ProgramName","SequentialId","InitialDateFlag","AccreditationDate","AccreditationStatus","ReviewDate","DepartmentDescription","AccreditationEndDate","EndingActionId"
    "100",\(agency),\(program),"1","Actual","12/1/2010 12:00:00 AM","Accredited","2/28/2022","","",""
    "100001",\(agency),\(program),"1","Estimated","7/1/2005 12:00:00 AM","Accredited","","","10/15/2018 12:00:00 AM","2"

    """
  var actions = """
    "DapipId","AgencyId","AgencyName","ProgramId","ProgramName","SequentialId","ActionDescription","ActionDate","JustificationDescription","JustificationOther","EndDate"
    "100001",\(agency),\(program),"1","Renewal of Accreditation","8/15/2017 12:00:00 AM","Is in compliance with all of the agency's accreditation standards","",""
    "100001",\(agency),\(program),"1","Loss of Accreditation or Preaccreditation: Voluntary Withdrawal","10/15/2018 12:00:00 AM","Other","It gave it up, effective October 3, 2018.",""

    """

  func read(inUse: ProgramDirectory? = nil, fewer: Bool = false, withActions: Bool = true) throws(ProgramImportError)
    -> ProgramDirectory
  {
    func input(_ name: String, _ text: String) -> ProgramImport.Input { .init(name: name, data: Data(text.utf8)) }
    return try ProgramImport.read(
      campuses: input("c.csv", campuses), records: input("r.csv", records),
      actions: withActions ? input("a.csv", actions) : nil, inUse: inUse, fewer: fewer, today: Fixture.asOf)
  }
}

public import Knowledge
import Rules
public import Services
public import Vocabulary

/// The website's questions answered by the services: values in, pages out. No rule is evaluated here.
public final class LiveService: WebsiteService {
  let base: KnowledgeBase
  let interview: Interview
  /// What records are made of, with their words.
  let choices: RecordChoices
  private let english: Edition
  private let spanish: Edition
  /// The list of programs.
  let programShelf: ProgramShelf
  /// Made once, beside the first pages.
  let index: Task<SearchIndex, Never>

  public init(_ base: KnowledgeBase, programs: ProgramShelf = ProgramShelf()) {
    self.base = base
    programShelf = programs
    choices = RecordChoices(base)
    let read = base.sources.values.map(\.retrieved).max() ?? CivilDate(days: 0)
    english = Edition(name: base.edition, read: DayText(read, DateWording(.english).day(read)))
    spanish = Edition(name: base.edition, read: DayText(read, DateWording(.spanish).day(read)))
    interview = Interview(base, programs: programs)
    index = Task.detached(priority: .utility) { SearchIndex(base, programs: programs.directory) }
  }

  public func edition(_ language: Language) -> Edition { language == .english ? english : spanish }

  public func words(for day: CivilDate, _ language: Language) -> String {
    DateWording(language).day(day)
  }

  func inquiry(_ visit: Visit, on day: CivilDate? = nil) -> Services.Inquiry {
    Services.Inquiry(asOf: visit.today, on: day)
  }

  func credential(_ path: CredentialPath) -> Credential? { base.credential(path.text) }
}

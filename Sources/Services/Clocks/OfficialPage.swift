public import Knowledge
import Rules
public import Vocabulary

/// A page of a certifying body itself, to look at before one applies.
public struct OfficialPage: Sendable, Hashable {
  /// What the packs call the source; `site`: where the body has its pages.
  public let key: String
  public let title: Phrase
  public let url: String
  /// The day on which the copy was read that the rules here were taken from; nil: no rule was.
  public let read: CivilDate?
}

extension KnowledgeBase {
  /// The body's site, then its own pages that who can sit the exam, and how often, was taken from; each address once.
  ///
  /// - Parameter day: only what is in force then is looked at.
  public func officialPages(of credential: Credential, on day: CivilDate) -> [OfficialPage] {
    var pages: [OfficialPage] = []
    func add(_ page: OfficialPage) {
      guard page.url.hasPrefix("https://") || page.url.hasPrefix("http://"), pages.count < OfficialPage.most,
        !pages.contains(where: { $0.url == page.url })
      else { return }
      pages.append(page)
    }
    let site = Phrase("\(credential.body): its own site", "\(credential.body): su propio sitio")
    add(OfficialPage(key: "site", title: site, url: credential.url, read: nil))
    for name in ["eligibility", "attempts"] {
      guard let rule = book.rule(credential.id + "/" + name) else { continue }
      for source in book.sources(of: rule.root, on: day) where source.voice == .body {
        add(OfficialPage(key: source.key, title: source.title, url: source.url, read: source.retrieved))
      }
    }
    return pages
  }
}

extension OfficialPage {
  /// More than anybody looks at.
  static let most = 5
}

extension RuleBook {
  /// Where what a rule says on a day was taken from, in the order of its words; each source once.
  fileprivate func sources(of root: Requirement.ID, on day: CivilDate) -> [Source] {
    var found: [Source] = []
    func add(_ citations: [Citation]) {
      for citation in citations where !found.contains(citation.source) { found.append(citation.source) }
    }
    func walk(_ id: Requirement.ID) {
      let requirement = requirements[id]
      add(requirement.citations)
      guard case .versions(_, let list) = requirement.word else {
        for child in children(of: id) where requirements[child].rule == requirement.rule { walk(child) }
        return
      }
      for index in list.choices.value(on: day).candidates {
        add(list.versions[index].citations)
        if let child = list.versions[index].requirement { walk(child) }
      }
    }
    walk(root)
    return found
  }
}

import ArgumentParser
import Knowledge
import Rules
import Services
import Vocabulary

/// For whom a question about states is asked: the holder of one certification, or a person with a file.
struct HolderOptions: ParsableArguments {
  @Option(name: .long, help: "The certification held, like aama/cma or \"CMA (AAMA)\" (default: none).")
  var with: String?

  @Option(name: .long, help: "A person file in place of --with.")
  var person: String?

  func whom(_ base: KnowledgeBase, _ inquiry: Inquiry) throws -> (evidence: Evidence, words: Phrase) {
    if let person {
      if with != nil { throw ValidationError("expected --with or --person, found both") }
      let file = try Composition.person(person, base, today: inquiry.asOf)
      let name = file.name ?? person
      return (file.evidence, Phrase(name, name))
    }
    let holder = try assumed(base)
    return (holder.evidence(on: inquiry.day), holder.words(base))
  }

  /// Somebody who holds what --with names.
  func assumed(_ base: KnowledgeBase) throws -> Holder {
    try StateSubjects.holder(of: with, base)
  }
}

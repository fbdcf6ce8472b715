/// What a person told us: answers by fact, in the order of the questions. The website never reads their meaning.
public struct Answers: Sendable, Hashable {
  /// One answer.
  public struct Answer: Sendable, Hashable {
    /// The id of the fact.
    public let fact: String
    /// What is kept, as described at `QuestionPage.Kind`.
    public let text: String

    public init(fact: String, text: String) {
      self.fact = fact
      self.text = text
    }
  }

  public private(set) var list: [Answer]
  /// What the answer that was changed last said before; nil when the last one was new.
  public var changed: Answer?
  /// The credential the way to which is to be kept once there is an account: `aama/cma`.
  public var goal: String?

  public init(_ list: [Answer] = [], changed: Answer? = nil) {
    self.list = list
    self.changed = changed
  }

  /// The answer for a fact; setting nil forgets it, setting another one keeps its place.
  public subscript(fact: String) -> String? {
    get { list.first { $0.fact == fact }?.text }
    set {
      let place = list.firstIndex { $0.fact == fact }
      switch (place, newValue) {
      case (let place?, let text?): list[place] = Answer(fact: fact, text: text)
      case (let place?, nil): list.remove(at: place)
      case (nil, let text?): list.append(Answer(fact: fact, text: text))
      case (nil, nil): break
      }
    }
  }
}

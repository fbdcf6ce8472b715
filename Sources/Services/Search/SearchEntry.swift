public import Vocabulary

/// Something that can be found: where it is, what it is called, and what it says.
public struct SearchEntry: Sendable, Hashable {
  /// What is found; the order breaks ties.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case credential, term, duty, task, explainer, state, condition, setting, topic, rule, fact
    case stateTask = "state-task"
    case stateTopic = "state-topic"
    case statistic, program, source

    /// The kind in words: "Glossary".
    public var words: Phrase {
      switch self {
      case .credential: Phrase("Credential", "Credencial")
      case .term: Phrase("Glossary", "Glosario")
      case .duty: Phrase("Duty", "Tarea del empleo")
      case .task: Phrase("Task in state rules", "Tarea en reglas estatales")
      case .explainer: Phrase("Explainer", "Explicación")
      case .state: Phrase("State", "Estado")
      case .condition: Phrase("Condition", "Afección")
      case .setting: Phrase("Place of work", "Lugar de trabajo")
      case .topic: Phrase("Topic of state rules", "Tema de reglas estatales")
      case .rule: Phrase("Rule", "Regla")
      case .fact: Phrase("Fact", "Dato")
      case .stateTask: Phrase("State rule on a task", "Regla estatal sobre una tarea")
      case .stateTopic: Phrase("State rule on a topic", "Regla estatal sobre un tema")
      case .statistic: Phrase("Wages and outlook", "Salarios y perspectivas")
      case .program: Phrase("Program in the list", "Programa de la lista")
      case .source: Phrase("Source", "Fuente")
      }
    }
  }

  public let kind: Kind
  /// The name within its kind: `aama/cma`, `venipuncture`, `us-wa/task/venipuncture`, a source's key.
  public let id: String
  public let title: Phrase
  public let text: Phrase
  /// Other names, in any language; one of them alone is an exact hit.
  public let aliases: [String]
  /// The name and code of the state, for what one state says. It is found only if the state is asked for.
  public let state: [String]

  public init(
    _ kind: Kind, _ id: String, _ title: Phrase, _ text: Phrase = Phrase("", ""), aliases: [String] = [],
    state: [String] = []
  ) {
    self.kind = kind
    self.id = id
    self.title = title
    self.text = text
    self.aliases = aliases
    self.state = state
  }
}

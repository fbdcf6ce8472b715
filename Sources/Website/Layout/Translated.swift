import Vocabulary

/// One value in every language, made once: for parts of pages that are the same for everybody.
struct Translated<Value: Sendable>: Sendable {
  private let english: Value
  private let spanish: Value

  init(_ make: (Language) -> Value) {
    (english, spanish) = (make(.english), make(.spanish))
  }

  subscript(language: Language) -> Value {
    switch language {
    case .english: english
    case .spanish: spanish
    }
  }
}

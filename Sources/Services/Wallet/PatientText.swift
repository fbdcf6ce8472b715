public import Rules

/// Finds text that looks as if it were about a patient. Nothing about patients belongs into anybody's record here; whoever enters
/// such a text is warned, and what they keep of it stays out of every export.
///
/// It looks at shapes alone, knows no names, and is wrong in both directions now and then.
public enum PatientText {
  /// What gave a text away.
  public enum Sign: String, CaseIterable, Hashable, Sendable {
    /// "MRN 448812", "medical record number".
    case recordNumber
    /// A day of birth: "DOB 3/14/1961", "born on".
    case birth
    /// "Patient", and a number after it.
    case patient
    /// A number with the shape of a social security number.
    case number
  }

  /// What is found in a text, each sign once.
  public static func signs(in text: String) -> [Sign] {
    let words = words(text)
    var found: Set<Sign> = []
    for (index, word) in words.enumerated() {
      let before = words[max(0, index - 2)..<index]
      let hasNumber = words.dropFirst(index + 1).prefix(5).contains { digits($0) >= 3 }
      if marks.contains(word) { found.insert(.recordNumber) }
      if records.contains(word), hasNumber, before.contains(where: medical.contains) || isNumbered(words, index) {
        found.insert(.recordNumber)
      }
      if births.contains(word) { found.insert(.birth) }
      if ["birth", "nacimiento"].contains(word), before.contains(where: ["date", "day", "fecha"].contains) {
        found.insert(.birth)
      }
      if ["born", "nacido", "nacida"].contains(word), hasNumber { found.insert(.birth) }
      if patients.contains(word), hasNumber { found.insert(.patient) }
    }
    if hasIdentityNumber(text) { found.insert(.number) }
    return Sign.allCases.filter(found.contains)
  }

  /// What is found in the texts of a record that others wrote or that were typed.
  public static func signs(in record: EvidenceRecord, _ choices: RecordChoices) -> [(field: String, signs: [Sign])] {
    var found: [(String, [Sign])] = []
    for field in record.kind.fields where choices.isFree(field) {
      if case .word(let text) = record.values[field.slot] {
        let signs = signs(in: text)
        if !signs.isEmpty { found.append((field.name, signs)) }
      }
    }
    let signs = record.provenance.map { Self.signs(in: $0) } ?? []
    if !signs.isEmpty { found.append((EnteredRecord.provenance, signs)) }
    return found
  }

  /// The record without the texts that look so.
  static func cleared(_ record: EvidenceRecord, _ choices: RecordChoices) -> EvidenceRecord {
    var clear = record
    for (field, _) in signs(in: record, choices) {
      if field == EnteredRecord.provenance { clear.provenance = nil } else { clear[field] = .unknown }
    }
    return clear
  }

  // MARK: - Inside

  private static let marks: Set<String> = ["mrn", "mr#", "mrn#", "nhc"]
  private static let records: Set<String> = ["record", "chart", "historia", "expediente"]
  private static let medical: Set<String> = ["medical", "patient", "patient's", "clinical"]
  private static let numberWords: Set<String> = [
    "number", "no", "#", "num", "número", "numero", "nº", "clínica", "clinica",
  ]
  private static let births: Set<String> = ["dob", "d.o.b", "birthdate", "fdn"]
  private static let patients: Set<String> = ["patient", "patient's", "paciente"]

  /// "record number", "chart no."
  private static func isNumbered(_ words: [String], _ index: Int) -> Bool {
    words.dropFirst(index + 1).prefix(1).contains(where: numberWords.contains)
  }

  /// Small letters, cut at blanks and at most signs.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { $0.isWhitespace || ",;:()/\"“”".contains($0) }.map { word in
      var word = word
      while word.last == "." { word.removeLast() }
      return String(word)
    }
  }

  private static func digits(_ word: String) -> Int { word.utf8.count { (48...57).contains($0) } }

  /// 123-45-6789.
  private static func hasIdentityNumber(_ text: String) -> Bool {
    text.split { $0.isWhitespace || ",;:()".contains($0) }.contains { word in
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      return parts.map(\.count) == [3, 2, 4] && parts.allSatisfy { digits(String($0)) == $0.count }
    }
  }
}

import ArgumentParser
import Foundation

/// The passphrase of a backup: from a file, the environment, or typed on a terminal.
struct PassphraseOptions: ParsableArguments {
  /// The variable of the environment that holds it, where no file does.
  static let variable = "FOBWATCH_PASSPHRASE"

  @Option(
    name: .customLong("passphrase-file"),
    help: "A file whose first line is the passphrase (default: FOBWATCH_PASSPHRASE, else it is asked for).")
  var file: String?

  /// - Parameter twice: whether what is typed is typed again, to be sure of it.
  func passphrase(twice: Bool) throws -> String {
    if let file {
      guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self),
        let line = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).first
      else { throw BadInput("\(file): a file with a passphrase in UTF-8 expected, none found") }
      return String(line)
    }
    if let named = ProcessInfo.processInfo.environment[Self.variable], !named.isEmpty { return named }
    guard isatty(STDIN_FILENO) == 1 else {
      throw BadInput("a passphrase expected, none found: give --passphrase-file FILE, or set \(Self.variable)")
    }
    let typed = try Self.typed("Passphrase: ")
    if twice, try Self.typed("The same again: ") != typed {
      throw BadInput("the two passphrases differ: nothing was done")
    }
    return typed
  }

  /// Asks on the terminal, without showing what is typed.
  private static func typed(_ question: String) throws -> String {
    FileHandle.standardError.write(Data(question.utf8))
    var settings = termios()
    tcgetattr(STDIN_FILENO, &settings)
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
      FileHandle.standardError.write(Data("\n".utf8))
    }
    guard let line = readLine() else { throw BadInput("a passphrase expected, none was typed") }
    return line
  }
}

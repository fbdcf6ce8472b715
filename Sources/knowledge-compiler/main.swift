import Documents
import Foundation

// knowledge-compiler ROOT OUTPUT: reads every *.yaml under ROOT, and the list of programs as it is, and writes OUTPUT, a
// Swift source that holds them.
// Prints every fault of every file and exits with 1 when there is one, so that a broken pack does not build.

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: knowledge-compiler ROOT OUTPUT\n".utf8))
  exit(2)
}

do {
  let root = URL(filePath: arguments[1], directoryHint: .isDirectory)
  let packs = try PackFolder.read(root: root)
  let programs = try PackFolder.programs(root: root)
  try GeneratedSource.text(of: packs, programs: programs).write(
    to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)
} catch let faults as Faults {
  // "error:" makes the build show the line wherever it shows its own.
  for fault in faults.all { print("\(fault.place): error: \(fault.message)") }
  exit(1)
}

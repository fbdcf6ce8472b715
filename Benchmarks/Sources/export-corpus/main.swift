import Corpus
import Documents
import Foundation
import Services

// export-corpus KNOWLEDGE FURTHER-CASES: writes the public corpus to standard output, one line a case.

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: export-corpus KNOWLEDGE FURTHER-CASES\n".utf8))
  exit(2)
}
do {
  var (documents, faults, _) = try KnowledgeLoader.parse(arguments[1])
  if !faults.isEmpty { throw Faults(faults) }
  let further = try Data(contentsOf: URL(filePath: arguments[2]))
  documents.append(("stories.cases.yaml", try DocumentReader.read(data: further, file: "stories.cases.yaml")))
  for line in try CorpusExporter(documents).lines() { print(line) }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}

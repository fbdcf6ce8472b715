import Foundation
import PackagePlugin

/// Turns `knowledge/` into a source of the target that uses this plugin, whenever a pack file changed.
@main
struct EmbedKnowledge: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    // Benchmarks/ reaches the same folder by a link.
    let root = context.package.directoryURL.appending(path: "knowledge").resolvingSymlinksInPath()
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedKnowledge+Packs.swift")
    return [
      .buildCommand(
        displayName: "Reading the packs in knowledge",
        executable: try context.tool(named: "knowledge-compiler").url,
        arguments: [root.path(percentEncoded: false), output.path(percentEncoded: false)],
        // The folders too: a file that was removed changes its folder.
        inputFiles: packs(under: root),
        outputFiles: [output])
    ]
  }

  /// The folder, the folders in it, the pack files and the list of programs; nothing when there is no such folder.
  private func packs(under root: URL) -> [URL] {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false)) else {
      return []
    }
    return [root]
      + paths.sorted().map { root.appending(path: $0, directoryHint: .checkFileSystem) }
      .filter { $0.hasDirectoryPath || ["yaml", "tsv"].contains($0.pathExtension) }
  }
}

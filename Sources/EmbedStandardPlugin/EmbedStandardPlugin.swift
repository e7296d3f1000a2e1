import Foundation
import PackagePlugin

/// Embeds `Rules/huangshigang` in the target that uses this plugin, whenever one of its files has changed.
@main
struct EmbedStandardPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let directory = context.package.directoryURL.appending(path: "Rules/huangshigang")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
    let files = paths.filter { $0.hasSuffix(".yaml") }.sorted().map { directory.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedStandardFiles.swift")
    return [
      .buildCommand(
        displayName: "Embed Rules/huangshigang",
        executable: try context.tool(named: "EmbedStandard").url,
        arguments: [output.path, directory.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}

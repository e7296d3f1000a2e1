import Foundation

// Writes the files of a standard's directory as one Swift file of string literals.
// Usage: EmbedStandard OUTPUT DIRECTORY FILE…   (files below the directory)

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: EmbedStandard OUTPUT DIRECTORY FILE…\n".utf8))
  exit(64)
}
let directory = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
var code = """
  /// The files of the embedded standard: path below its directory, and text.
  let embeddedStandardFiles: [(path: String, text: String)] = [

  """
for file in arguments.dropFirst(3).sorted() {
  let path = file.hasPrefix(directory) ? String(file.dropFirst(directory.count)) : file
  let text = try String(contentsOfFile: file, encoding: .utf8)
  // A raw literal whose delimiter does not occur in the text; a final line feed belongs to the text.
  var pounds = "#"
  while text.contains("\"" + pounds) || text.contains("\\" + pounds) { pounds += "#" }
  code += "  (\n    \(String(reflecting: path)),\n    \(pounds)\"\"\"\n\(text)\n\"\"\"\(pounds)\n  ),\n"
}
code += "]\n"
try code.write(toFile: arguments[1], atomically: true, encoding: .utf8)

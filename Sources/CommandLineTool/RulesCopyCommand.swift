import ArgumentParser
import Diagnostics
import Glibc
import Standard

/// `signaudit rules copy`.
struct RulesCopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "把内置标准的文件写到一个目录，供另写一套时修改。Write the files of the standard inside, to begin another from.",
    discussion: """
      目录必须还不存在，或者是空的。写出以后改 standard.yaml 里的编号和名称，再逐个文件修改，用 rules check 和 rules test 检查。
      The directory must not be there yet, or be empty. Then change the id and the title in standard.yaml, and the rest file \
      by file; rules check and rules test say what is wrong.
      """)

  @Argument(help: "写到这个目录。The directory.") var directory: String
  @Option(help: "zh 或 en，默认 zh。Language of messages.") var language: LanguageOption?

  func run() throws {
    let voice = try CommandContext(language: language).voice
    let path = StandardFiles.normalized(directory)
    guard Self.isFree(path) else {
      voice.say([
        Diagnostic(
          .error,
          BilingualText(zh: "“\(path)”已经存在，而且不是空目录", en: "`\(path)` is there already and is no empty directory"),
          help: BilingualText(zh: "换一个还没有的目录名", en: "choose a directory that is not there yet"))
      ])
      throw ExitCode(2)
    }
    let said =
      voice.language == .zh
      ? "已把内置标准写到“\(VisibleText(path))”：先改 standard.yaml 里的 standard、title、issuer、source，再逐个文件修改。\n"
        + "检查：signaudit rules check \(VisibleText(path))\n检验：signaudit rules test \(VisibleText(path))\n"
      : "The standard inside is in `\(VisibleText(path))`: change standard, title, issuer and source in standard.yaml, then "
        + "the rest.\nLint it: signaudit rules check \(VisibleText(path))\n"
        + "Prove it: signaudit rules test \(VisibleText(path))\n"
    try voice.write { files throws(Output.Failure) in
      let sources = EmbeddedStandard.sources
      var made: Set<String> = []
      for file in sources {
        let folder = OutputFiles.directory(of: "\(path)/\(file.path)")
        if made.insert(folder).inserted { try Self.makeDirectories(folder) }
      }
      try files.write(sources.map { (name: $0.path, bytes: $0.bytes) }, directory: path)
      return Array(said.utf8)
    }
  }

  /// Whether nothing is there, or an empty directory.
  private static func isFree(_ path: String) -> Bool {
    var status = stat()
    if stat(path, &status) != 0 { return errno == ENOENT }
    guard status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) else { return false }
    defer { closedir(stream) }
    var count = 0
    while readdir(stream) != nil { count += 1 }
    return count <= 2  // `.` and `..`
  }

  /// Makes a directory and those above it that are missing.
  private static func makeDirectories(_ path: String) throws(Output.Failure) {
    if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw Output.Failure(path) }
    try makeDirectories(OutputFiles.directory(of: path))
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw Output.Failure(path) }
  }
}

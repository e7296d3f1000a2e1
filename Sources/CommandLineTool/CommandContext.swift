import ArgumentParser
import Diagnostics
import Standard

/// What a command begins with: the settings of `.signaudit.yaml`, and the voice in the language that the command line or
/// they say. A flag wins over a setting, and a setting over the default; `--verbose` says where each came from.
struct CommandContext {
  let project: ProjectSettings
  let voice: Voice

  /// The language of everything that is said.
  var language: Language { voice.language }

  /// Reads the settings and says what is wrong with them; ends the program with 2 where they cannot be relied on.
  ///
  /// - Parameters:
  ///   - language: the language that the command line asks for.
  ///   - style: how diagnostics are painted.
  init(
    language: LanguageOption?, style: TerminalStyle = ColorOption.auto.style(2), isQuiet: Bool = false,
    isVerbose: Bool = false
  ) throws {
    let project = ProjectSettings(from: "")
    self.project = project
    let chosen = language?.language ?? project[.language].flatMap { LanguageOption(rawValue: $0.value) }?.language
    voice = Voice(language: chosen ?? .zh, style: style, isQuiet: isQuiet, isVerbose: isVerbose)
    voice.say(project.diagnostics)
    if !project.isWhole { throw ExitCode(2) }
    if let file = project.file {
      voice.note(BilingualText(zh: "设置文件：\(file)", en: "settings file: \(file)"))
    } else {
      voice.note(
        BilingualText(
          zh: "设置文件：没有（从当前目录往上找 \(ProjectSettings.fileName)）",
          en: "settings file: none (\(ProjectSettings.fileName) was looked for from the working directory upward)"))
    }
    voice.tellSource(
      BilingualText(zh: "语言", en: "language"), language?.rawValue, project[.language],
      none: BilingualText(zh: "zh", en: "zh"))
  }

  /// A path of the command line, else of the settings; nil where neither says one.
  func path(_ flag: String?, _ key: ProjectSettings.Key, _ label: BilingualText, none: BilingualText) -> String? {
    voice.tellSource(label, flag, project[key], none: none)
    return flag ?? project[key]?.value
  }

  /// The directory of the standard; nil: the one inside.
  func standardDirectory(_ flag: String?) -> String? {
    path(
      flag, .rules, BilingualText(zh: "标准", en: "standard"), none: BilingualText(zh: "内置标准", en: "the one inside"))
  }

  /// The standard; says what is wrong with it and ends the program with 2 where something is.
  ///
  /// - Parameters:
  ///   - flag: the directory that the command line names.
  ///   - isProved: whether its examples must hold.
  func standard(_ flag: String?, isProved: Bool = true) throws -> Standard {
    try load(standardDirectory(flag), isProved: isProved)
  }

  /// The standard in a directory, or the one inside; as `standard`.
  func load(_ directory: String?, isProved: Bool) throws -> Standard {
    let loaded = isProved ? StandardFiles.standard(directory) : StandardFiles.unproved(directory)
    voice.say(loaded.diagnostics)
    guard let standard = loaded.standard else { throw ExitCode(2) }
    voice.note(
      BilingualText(
        zh: "标准 \(standard.id)：\(standard.rules.count) 条规则，\(standard.digest)",
        en: "standard \(standard.id): \(standard.rules.count) rules, \(standard.digest)"))
    return standard
  }
}

extension Voice {
  /// Says a line of little weight, if verbose.
  func note(_ message: BilingualText) {
    if isVerbose { Output.standardError(VisibleText(message[language]).text) }
  }

  /// Says, if verbose, what a setting is and where it comes from.
  func tellSource(
    _ label: BilingualText, _ flag: String?, _ setting: ProjectSettings.Setting?, none: BilingualText
  ) {
    guard isVerbose else { return }
    if let flag {
      note(BilingualText(zh: "\(label.zh)：\(flag)（命令行）", en: "\(label.en): \(flag) (command line)"))
    } else if let setting {
      let place = "\(setting.location.file):\(setting.location.range.start.line)"
      note(
        BilingualText(
          zh: "\(label.zh)：\(setting.value)（\(place)）", en: "\(label.en): \(setting.value) (\(place))"))
    } else {
      note(BilingualText(zh: "\(label.zh)：\(none.zh)（默认）", en: "\(label.en): \(none.en) (default)"))
    }
  }
}

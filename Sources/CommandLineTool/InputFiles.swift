import Diagnostics
import Glibc

/// Finds the inventory files below the given paths, by bytes: file names need not be UTF-8.
struct InputFiles {
  /// A file to read: its path as bytes, without a final NUL, and as it is shown.
  struct File: Sendable {
    var path: [UInt8]
    var shown: String
  }

  /// The files, sorted by the bytes of their paths, each once.
  private(set) var files = PathList()
  /// What was skipped or could not be opened, sorted by the bytes of the paths: a directory has no order of its own.
  private(set) var diagnostics: [Diagnostic] = []
  /// The same with its paths, as it was met.
  private var said: [(path: [UInt8], diagnostic: Diagnostic)] = []
  /// Whether a path that was named does not exist.
  private(set) var hasMissing = false
  /// Whether links were met on the way.
  private var hasLinks = false
  /// The standards that were met on the way; nil where their files are asked for too.
  private var standards: StandardMembers?

  /// Walks the given paths. `-` is standard input.
  ///
  /// - Parameters:
  ///   - paths: files and directories; one that does not exist is an error.
  ///   - listed: further files as a change lists them: what it took away is skipped with a warning, and what is no
  ///     inventory by its name with a note.
  ///   - skippingStandards: whether the files of standards are left out in silence, where they are not named themselves.
  init(_ paths: [String], listed: [[UInt8]] = [], skippingStandards: Bool = false) {
    standards = skippingStandards ? StandardMembers() : nil
    var named: Set<[UInt8]> = []
    for path in paths {
      let bytes = Array(path.utf8)
      if path == "-" {
        files.append(bytes)
        continue
      }
      var status = stat()
      guard stat(path, &status) == 0 else {
        let reason = SystemError.words()
        hasMissing = true
        say(
          bytes, .error, zh: "找不到“\(Self.shown(bytes))”：\(reason.zh)",
          en: "`\(Self.shown(bytes))` cannot be found: \(reason.en)")
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        let known = (files.count, said.count)
        walk(bytes)
        if (files.count, said.count) == known {
          say(
            bytes, .warning, zh: "目录“\(Self.shown(bytes))”里没有台账文件（.yaml、.yml）",
            en: "no inventory files (.yaml, .yml) in the directory `\(Self.shown(bytes))`")
        }
      } else if status.st_mode & S_IFMT == S_IFREG {
        files.append(bytes)
        named.insert(bytes)
      } else {
        skip(bytes)
      }
    }
    for path in listed {
      standards?.add(above: path)
      take(path)
    }
    dropStandards(except: named)
    files.sort()
    if paths.count + listed.count > 1 || hasLinks { dropAliases() }
    let sorted = said.enumerated().sorted { left, right in
      left.element.path == right.element.path
        ? left.offset < right.offset : left.element.path.lexicographicallyPrecedes(right.element.path)
    }
    diagnostics = sorted.map(\.element.diagnostic)
    said = []
  }

  private mutating func say(_ path: [UInt8], _ severity: Severity, zh: String, en: String) {
    said.append((path, Diagnostic(severity, BilingualText(zh: zh, en: en))))
  }

  /// Drops what belongs to standards that were met on the way.
  private mutating func dropStandards(except named: Set<[UInt8]>) {
    guard let standards, !standards.isEmpty else { return }
    let dropped = Set(
      files.indices.filter { index in
        let path = files.path(index)
        return !named.contains(path) && standards.contains(path)
      })
    if !dropped.isEmpty { files.filter { !dropped.contains($0) } }
  }

  /// Keeps of each file the first of its paths in byte order. Within one directory without links a path is a file; else
  /// the same file may have come by two paths, and files are told apart by what the system says they are.
  private mutating func dropAliases() {
    var first: [FileIdentity: Int] = [:]
    var aliases: [(path: Int, first: Int)] = []
    for index in files.indices {
      let path = files.path(index)
      guard path != Array("-".utf8), let status = Self.status(path) else { continue }
      let identity = FileIdentity(status)
      if let other = first[identity] { aliases.append((index, other)) } else { first[identity] = index }
    }
    for alias in aliases {
      let (path, other) = (files.path(alias.path), Self.shown(files.path(alias.first)))
      say(
        path, .note, zh: "跳过“\(Self.shown(path))”：和“\(other)”是同一个文件",
        en: "skipped `\(Self.shown(path))`: the same file as `\(other)`")
    }
    let dropped = Set(aliases.map(\.path))
    if !dropped.isEmpty { files.filter { !dropped.contains($0) } }
  }

  /// What the system says of a path, links followed; nil where there is nothing.
  private static func status(_ path: [UInt8]) -> stat? {
    var status = stat()
    let code = (path + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { stat($0.baseAddress!, &status) }
    }
    return code == 0 ? status : nil
  }

  /// Whether two files, by their names as they are shown, are one.
  static func isOneFile(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard let one = status(Array(one.utf8)), let other = status(Array(other.utf8)) else { return false }
    return FileIdentity(one) == FileIdentity(other)
  }

  private mutating func take(_ path: [UInt8]) {
    guard let status = Self.status(path) else {
      say(
        path, .warning, zh: "清单里的“\(Self.shown(path))”不存在（或许已被删除），跳过",
        en: "skipped `\(Self.shown(path))` of the list: it does not exist (it may have been removed)")
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: walk(path)
    case S_IFREG where Self.isYAML(path) && !Self.isSettings(path): files.append(path)
    case S_IFREG:
      say(
        path, .note, zh: "跳过“\(Self.shown(path))”：不是台账文件（.yaml、.yml）",
        en: "skipped `\(Self.shown(path))`: not an inventory by its name (.yaml, .yml)")
    default: skip(path)
    }
  }

  private mutating func walk(_ directory: [UInt8]) {
    guard
      let handle = (directory + [0]).withUnsafeBufferPointer({ buffer in
        buffer.withMemoryRebound(to: CChar.self) { opendir($0.baseAddress!) }
      })
    else {
      hasMissing = true
      say(
        directory, .error, zh: "不能读取目录“\(Self.shown(directory))”",
        en: "cannot read the directory `\(Self.shown(directory))`")
      return
    }
    defer { closedir(handle) }
    let base = directory.last == UInt8(ascii: "/") ? directory : directory + [UInt8(ascii: "/")]
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          Array(
            UnsafeBufferPointer(
              start: bytes, count: strlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self))))
        }
      }
      if name == Array(".".utf8) || name == Array("..".utf8) || Self.isSettings(name) { continue }
      if name == StandardMembers.head { standards?.add(base) }
      let isYAML = Self.isYAML(name)
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_REG): if isYAML { files.append(base, name) }
      case Int32(DT_DIR):
        if isYAML { skip(base + name) }
        walk(base + name)
      default:
        // Links are followed to files, never to directories: a loop of links ends here.
        guard isYAML else { continue }
        hasLinks = true
        let isFile = Self.status(base + name).map { $0.st_mode & S_IFMT == S_IFREG } == true
        if isFile { files.append(base, name) } else { skip(base + name) }
      }
    }
  }

  private mutating func skip(_ path: [UInt8]) {
    say(path, .note, zh: "跳过“\(Self.shown(path))”：不是普通文件", en: "skipped `\(Self.shown(path))`: not a regular file")
  }

  /// Whether a name is that of a YAML file; capitals are no other ending, for some systems write them.
  private static func isYAML(_ name: [UInt8]) -> Bool {
    func ends(in ending: String) -> Bool {
      name.suffix(ending.utf8.count).elementsEqual(ending.utf8) { byte, wanted in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 == wanted : byte == wanted
      }
    }
    return name.count > 4 && (ends(in: ".yaml") || ends(in: ".yml"))
  }

  /// Whether a path is that of the tool's own settings.
  private static func isSettings(_ path: [UInt8]) -> Bool {
    let name = path.lastIndex(of: UInt8(ascii: "/")).map { path[($0 + 1)...] } ?? path[...]
    return name == Array(ProjectSettings.fileName.utf8)[...]
  }

  /// The paths of a list, from a file, a pipe or (`-`) standard input; nil, with the reason, where it cannot be read.
  /// Empty ones are left out; before a line feed, a carriage return belongs to the end of the line.
  static func list(_ path: String, separator: UInt8) -> (paths: [[UInt8]]?, reason: BilingualText) {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return (nil, SystemError.words()) }
    defer { if descriptor > 0 { close(descriptor) } }
    let limit = 256 << 20
    let read = read(descriptor, size: 0, limit: limit)
    guard let bytes = read.bytes else { return (nil, read.reason) }
    guard bytes.count <= limit else { return (nil, SystemError.words(EFBIG)) }
    // A list that is cut in the wrong places would look like one without inventories.
    if separator == 0, !bytes.isEmpty, !bytes.contains(0) {
      return (nil, BilingualText(zh: "用了 -0，清单里却没有 NUL", en: "-0 was given, and there is no NUL in it"))
    }
    if separator != 0, bytes.contains(0) {
      return (nil, BilingualText(zh: "清单以 NUL 分隔，请加 -0", en: "it is separated by NUL: add -0"))
    }
    let paths = bytes.split(separator: separator).map { line in
      guard separator != 0 else { return Array(line) }
      return unquoted(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
    return (paths.filter { !$0.isEmpty }, noReason)
  }

  /// A path as git names it in a list of lines: in quotes, with octal escapes, where it is not plain ASCII.
  private static func unquoted(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard line.count >= 2, line.first == quote, line.last == quote else { return Array(line) }
    var path: [UInt8] = []
    var rest = line.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        path.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "0")...UInt8(ascii: "3"):
        var value = Int(escape - UInt8(ascii: "0"))
        for _ in 0..<2 {
          guard let digit = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { break }
          value = value * 8 + Int(digit - UInt8(ascii: "0"))
          rest.removeFirst()
        }
        path.append(UInt8(value))
      case UInt8(ascii: "a"): path.append(7)
      case UInt8(ascii: "b"): path.append(8)
      case UInt8(ascii: "t"): path.append(9)
      case UInt8(ascii: "n"): path.append(10)
      case UInt8(ascii: "v"): path.append(11)
      case UInt8(ascii: "f"): path.append(12)
      case UInt8(ascii: "r"): path.append(13)
      default: path.append(escape)
      }
    }
    return path
  }

  /// A path as it is shown: bytes that are no UTF-8 as `\xNN`.
  static func shown(_ path: [UInt8]) -> String {
    if let text = String(validating: path, as: UTF8.self) { return text }
    var text = ""
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = path.makeIterator()
    var position = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar):
        text.unicodeScalars.append(Unicode.UTF8.decode(scalar))
        position += scalar.count
      case .error(let length):
        for byte in path[position..<position + length] {
          text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        position += length
      case .emptyInput: return text
      }
    }
  }

  private static let noReason = BilingualText(zh: "", en: "")

  /// What is said of a file that cannot be read.
  static func unreadable(_ file: File, _ reason: BilingualText) -> Diagnostic {
    Diagnostic(
      .error,
      BilingualText(zh: "不能读取“\(file.shown)”：\(reason.zh)", en: "cannot read `\(file.shown)`: \(reason.en)"))
  }

  /// Reads a file whole; nil, with the reason, where it cannot be read or is larger than `limit` bytes plus one.
  static func read(_ file: File, limit: Int) -> (bytes: [UInt8]?, reason: BilingualText) {
    if file.path == Array("-".utf8) { return read(0, size: 0, limit: limit) }
    let descriptor = (file.path + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    }
    guard descriptor >= 0 else { return (nil, SystemError.words()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return (nil, BilingualText(zh: "不是普通文件", en: "not a regular file"))
    }
    ReadFiles.note(status)
    return read(descriptor, size: Int(status.st_size), limit: limit)
  }

  private static func read(
    _ descriptor: Int32, size: Int, limit: Int
  ) -> (bytes: [UInt8]?, reason: BilingualText) {
    let capacity = min(max(size + 1, 16), limit + 1)
    var bytes: [UInt8] = []
    var chunk = capacity
    while bytes.count <= limit {
      let room = min(chunk, limit + 1 - bytes.count)
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        count = Glibc.read(descriptor, buffer.baseAddress, room)
        initialized = max(0, count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return (nil, SystemError.words())
      }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if count == 0 { break }
      if size > 0, bytes.count == size { break }
      chunk = 1 << 16
    }
    return (bytes, noReason)
  }
}

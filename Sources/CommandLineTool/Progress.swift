import Diagnostics
import Glibc

/// One line on standard error that says how far a long audit has come, if somebody is watching.
struct Progress {
  private let total: Int
  private let language: Language
  private let isWatched: Bool
  private var done = 0
  private var isShown = false
  private var last = ContinuousClock.now

  /// Starts counting.
  ///
  /// - Parameter total: the number of files.
  init(total: Int, language: Language, isQuiet: Bool) {
    self.total = total
    self.language = language
    isWatched = !isQuiet && isatty(2) == 1
  }

  /// Counts a file; shows the line once a second, not in the first one.
  mutating func step() {
    done += 1
    guard isWatched, done % 64 == 0, ContinuousClock.now - last > .seconds(1) else { return }
    last = .now
    isShown = true
    let text = language == .zh ? "已核查 \(done) / \(total) 份文件" : "\(done) of \(total) files audited"
    try? Output.write(Array("\r\u{1B}[K\(text)".utf8), to: 2, name: "stderr")
  }

  /// Takes the line away.
  func end() {
    if isShown { try? Output.write(Array("\r\u{1B}[K".utf8), to: 2, name: "stderr") }
  }
}

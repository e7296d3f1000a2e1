import Foundation
import Glibc
import Synchronization

/// The temporary files of this process, so that a signal that ends it can take them along.
///
/// The one state of the program that is global: signals come to the process as a whole.
enum TemporaryFiles {
  private static let paths = Mutex<Set<String>>([])
  /// The signals that people and machines end a program with.
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Creates a new file, readable as the user's mask says; its descriptor, or -1 with `errno` set.
  static func create(_ path: String, _ calls: FileCalls) -> Int32 {
    paths.withLock { paths in
      let descriptor = calls.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { paths.insert(path) }
      return descriptor
    }
  }

  /// Puts a file in its place; what `rename` returns.
  static func rename(_ path: String, to target: String, _ calls: FileCalls) -> Int32 {
    paths.withLock { paths in
      let code = calls.rename(path, target)
      if code == 0 { paths.remove(path) }
      return code
    }
  }

  /// Removes a file that is not wanted any more.
  static func remove(_ path: String) {
    paths.withLock { paths in
      unlink(path)
      paths.remove(path)
    }
  }

  /// The end of a pipe that the handler of signals writes to. Set once, before the handler is.
  nonisolated(unsafe) private static var alarm: Int32 = -1

  /// From now on a signal that ends the process removes its temporary files first.
  ///
  /// A handler may hardly do anything, so it only writes the signal's number into a pipe; a thread that waits at the
  /// other end does the rest. (To block the signals and wait for them does not do: `dispatch_main` unblocks them.)
  static func removeOnSignals() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    alarm = ends[1]
    let source = ends[0]
    Thread.detachNewThread {
      var number: UInt8 = 0
      while read(source, &number, 1) != 1 {}
      paths.withLock { paths in
        for path in paths { unlink(path) }
        // Still holding the lock, so that no other file comes into being: end as the signal would have ended it.
        signal(Int32(number), SIG_DFL)
        kill(getpid(), Int32(number))
        while true { pause() }
      }
    }
    for number in signals where !isIgnored(number) {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = Glibc.write(TemporaryFiles.alarm, &byte, 1)
      }
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
  }

  /// Whether a signal was ignored when the process was started, as `nohup` has it: then it stays so.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

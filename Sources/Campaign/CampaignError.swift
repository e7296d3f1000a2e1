package import Diagnostics

/// Why a campaign's file could not be read or written. Nothing that was stored before is lost by any of them.
package enum CampaignError: Error, Sendable, Hashable {
  /// There is no file.
  case missing(path: String)
  /// There is a file, and no round was ever stored in it.
  case empty(path: String)
  /// Its directory is not there.
  case noDirectory(path: String)
  /// It is a directory, a device or a pipe.
  case notAFile(path: String)
  /// It is no database, or one of another program.
  case notACampaign(path: String)
  /// It is damaged.
  case damaged(path: String)
  /// A newer version of this program wrote it.
  case newer(path: String)
  /// An older version of this program wrote it, and nothing has been recorded by this one yet.
  case older(path: String)
  /// Somebody else was writing for longer than one waits, in seconds.
  case locked(path: String, seconds: Int)
  /// It, or its directory, may not be written to.
  case readOnly(path: String)
  /// The disk is full.
  case full(path: String)
  /// The system failed in another way; its words.
  case failed(path: String, reason: BilingualText)
  /// A backup would replace a file.
  case exists(path: String)
  /// A round must not be older than the last one.
  case early(asOf: String, last: String, number: Int)
  /// The deadline of a stored round cannot be changed any more; nil: it sets none.
  case fixedDue(number: Int, due: String?)
  /// There is no such round.
  case noRound(Int, last: Int)
  /// There is no such street, or one in several districts.
  case noStreet(String, known: [String])
  /// What was said cannot be said of these findings; nothing was stored.
  case refused([Refusal])

  /// Why something cannot be said of a finding.
  package struct Refusal: Sendable, Hashable {
    /// The finding as it was named.
    package var finding: String
    /// Why.
    package var reason: BilingualText
  }

  /// What it says to a person, and what is to be done.
  package var diagnostics: [Diagnostic] {
    switch self {
    case .refused(let refusals):
      refusals.map {
        Diagnostic(
          .error, BilingualText(zh: "\($0.finding)：\($0.reason.zh)", en: "\($0.finding): \($0.reason.en)"),
          help: BilingualText(zh: "本次没有登记任何内容", en: "nothing was stored"))
      }
    default: [Diagnostic(.error, message, help: help)]
    }
  }

  private var message: BilingualText {
    switch self {
    case .missing(let path): BilingualText(zh: "没有专项文件“\(path)”", en: "there is no campaign `\(path)`")
    case .noDirectory(let path): BilingualText(zh: "“\(path)”所在的目录不存在", en: "the directory of `\(path)` is not there")
    case .empty(let path): BilingualText(zh: "“\(path)”里还没有任何一轮", en: "`\(path)` holds no round yet")
    case .notAFile(let path): BilingualText(zh: "“\(path)”不是文件", en: "`\(path)` is not a file")
    case .notACampaign(let path):
      BilingualText(zh: "“\(path)”不是 signaudit 的专项文件", en: "`\(path)` is not a campaign of signaudit")
    case .damaged(let path): BilingualText(zh: "“\(path)”已损坏", en: "`\(path)` is damaged")
    case .newer(let path):
      BilingualText(zh: "“\(path)”由更新版本的 signaudit 写成", en: "`\(path)` was written by a newer signaudit")
    case .older(let path):
      BilingualText(zh: "“\(path)”由较早版本的 signaudit 写成", en: "`\(path)` was written by an older signaudit")
    case .locked(let path, let seconds):
      BilingualText(
        zh: "“\(path)”正由他人写入，等了 \(seconds) 秒仍未完成", en: "`\(path)` is locked by another writer, after \(seconds) s")
    case .readOnly(let path):
      BilingualText(zh: "没有写入“\(path)”或其所在目录的权限", en: "`\(path)` or its directory may not be written to")
    case .full(let path): BilingualText(zh: "写入“\(path)”时磁盘已满", en: "the disk is full at `\(path)`")
    case .failed(let path, let reason): BilingualText(zh: "“\(path)”：\(reason.zh)", en: "`\(path)`: \(reason.en)")
    case .exists(let path): BilingualText(zh: "“\(path)”已经存在", en: "`\(path)` exists")
    case .early(let asOf, let last, let number):
      BilingualText(
        zh: "这一轮的日期 \(asOf) 早于第 \(number) 轮的 \(last)",
        en: "the round of \(asOf) is older than round \(number) of \(last)")
    case .fixedDue(let number, let due):
      BilingualText(
        zh: "同样的内容已记录为第 \(number) 轮（\(due.map { "整改时限 \($0)" } ?? "没有整改时限")），之后又有记录，整改时限没有改动",
        en: "the same input is round \(number) (\(due.map { "due \($0)" } ?? "no deadline")) with more after it: "
          + "its deadline stays")
    case .noRound(let number, let last):
      BilingualText(zh: "没有第 \(number) 轮，现有第 1 至 \(last) 轮", en: "there is no round \(number): there are 1 to \(last)")
    case .noStreet(let name, _): BilingualText(zh: "没有“\(name)”这个街道", en: "there is no street `\(name)`")
    case .refused: BilingualText(zh: "不能登记", en: "refused")
    }
  }

  private var help: BilingualText? {
    switch self {
    case .missing, .empty:
      BilingualText(
        zh: "用 signaudit campaign record 台账… --database 文件 记录第一轮",
        en: "record the first round: signaudit campaign record")
    case .notAFile, .notACampaign:
      BilingualText(zh: "核对 --database 的路径；原文件没有改动", en: "check --database; the file is as it was")
    case .damaged:
      BilingualText(zh: "改用最近一次 campaign backup 的备份；原文件没有改动", en: "use the last backup; the file is as it was")
    case .newer: BilingualText(zh: "升级 signaudit 后再用；原文件没有改动", en: "update signaudit; the file is as it was")
    case .locked:
      BilingualText(zh: "稍后重试，或用 --wait 等得更久；没有丢失任何内容", en: "try again, or wait longer with --wait; nothing is lost")
    case .readOnly:
      BilingualText(
        zh: "数据库旁边还要写临时文件：把文件放到可写的目录里；没有丢失任何内容",
        en: "SQLite writes beside the file: put it into a writable directory; nothing is lost")
    case .full: BilingualText(zh: "腾出空间后重试；原有内容没有改动", en: "make room and try again; what was there is as it was")
    case .failed, .refused, .noDirectory: nil
    case .exists: BilingualText(zh: "备份不覆盖任何文件，换一个名称", en: "a backup replaces no file: choose another name")
    case .older:
      BilingualText(
        zh: "用 campaign record、claim 等写入一次即可升级；先备份", en: "the next record or claim brings it up; make a backup first")
    case .early:
      BilingualText(zh: "各轮按先后记录；核对 --as-of", en: "rounds are recorded in their order: check --as-of")
    case .fixedDue:
      BilingualText(
        zh: "个别问题的时限用 campaign extend 调整；新一轮的时限在记录新一轮时写",
        en: "move single deadlines with campaign extend, or set one with the next round")
    case .noRound: BilingualText(zh: "用 campaign status 查看各轮", en: "campaign status lists the rounds")
    case .noStreet(_, let known):
      BilingualText(zh: "现有：\(known.joined(separator: "、"))", en: "there are: \(known.joined(separator: ", "))")
    }
  }
}

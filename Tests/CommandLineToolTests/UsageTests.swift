import Foundation
import Testing

/// What is said of a wrong command line: Chinese first, and exit code 64.
@Suite("A wrong command line")
struct UsageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var first: String
    var testDescription: String { line }
  }

  static let cases: [Case] = [
    .init(line: "audit --formt json x", first: "错误：没有选项 --formt，是否想写 --format。Unknown option '--formt'."),
    .init(line: "draw x -z", first: "错误：没有选项 -z。Unknown option '-z'"),
    .init(line: "audit --jobs", first: "错误：选项 --jobs 后面没有写内容。Missing value for"),
    .init(line: "audit --jobs many x", first: "错误：--jobs 不能写“many”。The value 'many' is invalid"),
    .init(line: "audit x --color blue", first: "错误：--color 不能写“blue”，可写 auto、always、never。The value"),
    .init(line: "audit x --quiet=3", first: "错误：选项 --quiet 后面不写内容，去掉“=3”。The option '--quiet' does not"),
    .init(line: "rules explain a b c", first: "错误：“c”是多余的。Unexpected argument 'c'"),
    .init(line: "rules explain a b c d", first: "错误：有 2 处是多余的。2 unexpected arguments: 'c', 'd'"),
    .init(line: "campaign claim --database x", first: "错误：缺少 <findings> ...。Missing expected argument"),
    .init(line: "frob", first: "错误：没有子命令“frob”。There is no subcommand `frob`."),
    .init(line: "aduit x.yaml", first: "错误：没有子命令“aduit”，是否想写“audit”？There is no subcommand"),
    .init(line: "campaign recrod x", first: "错误：没有子命令“recrod”，是否想写“record”？There is no"),
    .init(line: "campaign frob", first: "错误：没有子命令“frob”。"),
    .init(line: "audit", first: "错误：写明台账文件或目录，或用 --files-from 列出文件。Name inventory files"),
  ]

  @Test("is said in Chinese, with how the command is written", arguments: cases)
  func parser(_ one: Case) throws {
    let run = try SampleTests.run(one.line.split(separator: " ").map(String.init))
    #expect(run.code == 64)
    #expect(run.out.isEmpty)
    let lines = run.err.split(separator: "\n")
    #expect(lines.first?.hasPrefix(one.first) == true, "\(run.err)")
    #expect(lines.contains { $0.hasPrefix("用法：signaudit") })
    #expect(lines.last?.hasPrefix("详见：signaudit") == true)
    #expect(lines.last?.hasSuffix("--help") == true)
  }

  @Test("of which only a value is wrong is not told how it is written")
  func value() throws {
    let run = try SampleTests.run(["rules", "explain", "no.such"])
    #expect(run.code == 64)
    #expect(run.err == "错误：没有“no.such”这条规则。用 signaudit rules list 查看。 There is no rule `no.such`.\n")
  }

  @Test("is helped by pages with Chinese headings", arguments: [["--help"], ["help", "audit"], ["campaign"]])
  func help(_ arguments: [String]) throws {
    let run = try SampleTests.run(arguments)
    #expect(run.code == 0)
    #expect(run.err.isEmpty)
    let text = String(decoding: run.out, as: UTF8.self)
    #expect(text.hasPrefix("说明 · OVERVIEW: "))
    #expect(text.contains("\n用法 · USAGE: signaudit"))
    #expect(text.contains("\n选项 · OPTIONS:\n"))
    #expect(text.contains("显示帮助。Show help information."))
  }

  @Test("leaves version and completion scripts as other programs read them")
  func machine() throws {
    let version = try SampleTests.run(["--version"])
    #expect(version.code == 0)
    #expect(String(decoding: version.out, as: UTF8.self).hasPrefix("signaudit 0.1.0\nhuangshigang sha256:"))
    let script = try SampleTests.run(["--generate-completion-script", "bash"])
    #expect(script.code == 0)
    #expect(String(decoding: script.out, as: UTF8.self).hasPrefix("#!/bin/bash"))
  }
}

import Foundation
import Testing

@Suite("signaudit rules guide")
struct GuideTests {
  @Test("writes both formats in both languages, without a script", arguments: ["markdown", "html"], ["zh", "en"])
  func formats(_ format: String, _ language: String) throws {
    let run = try SampleTests.run(["rules", "guide", "--format", format, "--language", language])
    #expect(run.code == 0)
    let text = String(decoding: run.out, as: UTF8.self)
    for part in ["service-center.name", "××社区党员群众服务中心", "residents-committee.colours", "signage"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.contains(language == "zh" ? "挂牌拆牌对照表" : "Checklist for hanging"))
    #expect(!text.contains("<script"))
    #expect(try SampleTests.run(["rules", "guide", "--format", format, "--language", language]).out == run.out)
  }

  @Test("exits as contracted")
  func exitCodes() throws {
    #expect(try SampleTests.run(["rules", "guide", "--rules", "Samples"]).code == 2)
    #expect(try SampleTests.run(["rules", "guide", "--output", "/dev/full"]).code == 2)
    #expect(try SampleTests.run(["rules", "guide", "--format", "pdf"]).code == 64)
  }
}

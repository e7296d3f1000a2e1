import Diagnostics
import Exchange
import Inventory
import Spreadsheets
import Testing

/// What an import leaves out, or cannot know, is said: an inventory with a gap that nobody sees says that nothing is there.
@Suite("Importing leaves nothing out without a word")
struct SilenceTests {
  /// A head, and the warning it gives.
  struct Head: Sendable, CustomTestStringConvertible {
    var head: String
    var nearest: String
    var testDescription: String { head }
  }

  @Test(
    "warns of a head with a slip, with the nearest one",
    arguments: [
      Head(head: "状 况", nearest: "状态"), Head(head: "文宇", nearest: "文字"), Head(head: "要求的部们", nearest: "要求的部门"),
      Head(head: "背景（颜色）", nearest: "背景色"), Head(head: "mountng", nearest: "mounting"),
    ])
  func slips(_ head: Head) throws {
    let grid = Support.sheet("标识牌", ["街道|社区|编号|位置|\(head.head)", "江畔街道|柳荫社区|W1|大门上方|甲"])
    let result = try Support.imported([grid])
    #expect(result.warnings.map(\.message.zh) == ["台账.xlsx 表“标识牌” E1：没有“\(head.head)”这个表头，这一列没有读取"])
    #expect(result.warnings.first?.help?.zh.hasPrefix("是否想写“\(head.nearest)”？") == true)
  }

  @Test("warns of a slip in the lower one of two head rows")
  func twoRows() throws {
    let grid = Support.sheet(
      "标识牌", ["街道|社区|编号|尺寸||其他情况|联系人", "|||宽|高|材制|", "江畔街道|柳荫社区|W1|2400|600|木|李明"])
    let result = try Support.imported([grid])
    #expect(result.warnings.map(\.message.zh) == ["台账.xlsx 表“标识牌” F2：没有“其他情况/材制”这个表头，这一列没有读取"])
    #expect(result.warnings.first?.help?.zh.hasPrefix("是否想写“材质”？") == true)
  }

  @Test("warns of a second column of one field, but not of running numbers, empty columns and other columns")
  func twice() throws {
    let grid = Support.sheet(
      "标识牌", ["序号|街道|社区|编号|文字|文字|位置|位置|联系电话|负责人", "1|江畔街道|柳荫社区|W1|甲|乙|大门上方||12345|李明"])
    let result = try Support.imported([grid])
    #expect(result.warnings.map(\.message.zh) == ["台账.xlsx 表“标识牌” F1：“文字”一列没有读取，“文字”已经从 E 列读取"])
    let entries = Support.sheet("条目", ["序号|街道|社区|标识牌编号|功能名称", "1|江畔街道|柳荫社区|W1|甲"])
    #expect(try Support.imported([grid, entries]).warnings.count == 1)
  }

  @Test("names the column that is read where a better head comes later")
  func displaced() throws {
    let grid = Support.sheet("标识牌", ["街道|社区|编号|名称|内容|文字", "江畔街道|柳荫社区|W1|甲|乙|丙"])
    #expect(
      try Support.imported([grid]).warnings.map(\.message.zh) == [
        "台账.xlsx 表“标识牌” D1：“名称”一列没有读取，“文字”已经从 F 列读取",
        "台账.xlsx 表“标识牌” E1：“内容”一列没有读取，“文字”已经从 F 列读取",
      ])
  }
}

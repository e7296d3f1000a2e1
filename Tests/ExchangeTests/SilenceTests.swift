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

/// Sheets that are hidden, communities without signs, and communities that the sheet of communities does not have.
@Suite("Importing takes nobody for another, and nothing for none")
struct UnlistedTests {
  private static let communities = Support.sheet(
    "社区", ["区|街道|社区", "临江区|江畔街道|柳荫社区", "临江区|江畔街道|沙洲社区", "临江区|石桥街道|帆影社区"])

  private static func signs(_ rows: [String]) -> SheetGrid {
    Support.sheet("标识牌", ["街道|社区|编号|文字"] + rows)
  }

  private static let all = ["江畔街道|柳荫社区|W1|甲", "江畔街道|沙洲社区|W1|乙", "石桥街道|帆影社区|W1|丙"]

  @Test("refuses the communities of a hidden sheet, and no others")
  func hidden() throws {
    var hidden = Self.signs([Self.all[0]])
    hidden.isHidden = true
    let shown = Support.sheet("标识牌二", ["街道|社区|编号|文字"] + Self.all.dropFirst())
    let result = try Support.imported([Self.communities, hidden, shown])
    #expect(result.errors == ["台账.xlsx 表“标识牌”：是隐藏的工作表，里面有台账的内容，看不准该不该用；涉及的社区没有写出"])
    #expect(result.isRefused == [true, false, false])
    #expect(result.warnings.isEmpty)
    var entries = Support.sheet("条目", ["街道|社区|标识牌编号|功能名称", "江畔街道|柳荫社区|W1|议事厅"])
    entries.isHidden = true
    #expect(try Support.imported([Self.signs(Self.all), entries]).isRefused == [true, false, false])
  }

  @Test("passes over the hidden lists of drop-downs")
  func lists() throws {
    var words = Support.sheet("数据源", ["位置|类别|状态", "大门上方|公开栏|在用"])
    words.isHidden = true
    var names = Support.sheet("名单", ["街道|社区", "江畔街道|别处社区"])
    names.isHidden = true
    let result = try Support.imported([Self.signs(Self.all), words, names])
    #expect(result.errors.isEmpty)
    #expect(result.isRefused == [false, false, false])
    #expect(result.warnings.map(\.message.zh) == ["台账.xlsx 表“名单”：是隐藏的工作表，只有社区的名称，没有读取"])
  }

  @Test("warns of a community without a sign")
  func withoutSigns() throws {
    let result = try Support.imported([Self.communities, Self.signs([Self.all[0], Self.all[2]])])
    #expect(result.errors.isEmpty)
    #expect(result.warnings.map(\.message.zh) == ["台账.xlsx 表“社区” C3：“沙洲社区”没有一行标识牌，台账写成一块牌子也没有挂"])
    #expect(result.warnings.first?.help?.zh == "还没有采集的，补上再导入；确实没有牌子的，不用理会")
  }

  /// A row of signs that names a community which is not in the list.
  struct Slip: Sendable, CustomTestStringConvertible {
    var row: String
    var error: String
    var help: String
    /// Which of the listed communities is held back.
    var meant: Int?
    var testDescription: String { row }
  }

  @Test(
    "refuses a community that is not in the sheet of communities, at its cell, with the nearest",
    arguments: [
      Slip(row: "江畔街道|柳萌社区|W2|丁", error: "B5：“社区”表里没有“柳萌社区”", help: "是否想写“柳荫社区”？", meant: 0),
      Slip(row: "江盼街道|沙洲社区|W2|丁", error: "A5：“社区”表里，这个街道没有“沙洲社区”", help: "是否想写“江畔街道”？", meant: 1),
      Slip(
        row: "江畔街道|帆影社区|W2|丁", error: "A5：“社区”表里，这个街道没有“帆影社区”",
        help: "“社区”表里的“帆影社区”，街道是“石桥街道”；改成一致", meant: 2),
      Slip(row: "江畔街道|无名村|W2|丁", error: "B5：“社区”表里没有“无名村”", help: "改正名称，或者在“社区”表里加上这个社区", meant: nil),
    ])
  func unlisted(_ slip: Slip) throws {
    let result = try Support.imported([Self.communities, Self.signs(Self.all + [slip.row])])
    #expect(result.errors == ["台账.xlsx 表“标识牌” \(slip.error)"])
    #expect(result.helps == [slip.help])
    #expect(result.isRefused == (0..<3).map { $0 == slip.meant } + [true])
    // Without such a sheet every community that is named is one.
    #expect(try Support.imported([Self.signs(Self.all + [slip.row])]).isRefused == [false, false, false, false])
  }

  @Test("knows a listed community by another ending of its name and without its district")
  func listed() throws {
    let rows = ["江畔街道办事处|柳荫社区居委会|W1|甲", "江畔街道|沙洲社区|W1|乙", "石桥街道|帆影社区|W1|丙"]
    let result = try Support.imported([Self.communities, Self.signs(rows)])
    #expect(result.errors.isEmpty && result.warnings.isEmpty)
  }

  @Test("holds back the community of a row without its street")
  func withoutStreet() throws {
    let rows = ["社区|编号|文字", "柳荫社区|W1|甲"]
    let result = try Support.imported([Self.communities, Support.sheet("标识牌", rows)])
    #expect(result.errors.first == "台账.xlsx 表“标识牌” A2：“柳荫社区”没有写街道")
    #expect(result.helps.first == "“社区”表里的“柳荫社区”，街道是“江畔街道”；改成一致")
    #expect(result.isRefused == [true, false, false, true])
  }
}

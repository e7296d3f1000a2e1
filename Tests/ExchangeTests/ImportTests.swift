import Diagnostics
import Exchange
import Inventory
import Spreadsheets
import Testing

/// What offices send.
@Suite("Reading the sheets of offices")
struct ImportTests {
  @Test(
    "takes titles, two-row heads, merged streets, sums, synonyms and remarks",
    arguments: ["office.xlsx", "libreoffice.xlsx", "libreoffice.csv", "libreoffice-bom.csv", "libreoffice-gb18030.csv"])
  func office(name: String) throws {
    let result = try Support.imported(try Support.sheets(name), file: name)
    #expect(result.errors.isEmpty)
    #expect(result.yaml.count == 3)
    #expect(
      result.yaml.first == """
        台账: 1
        社区:
          区: 临江区
          街道: 江畔街道
          名称: 柳荫社区
        标识牌:
          - 编号: W1
            文字: 柳荫社区党员群众服务中心
            位置: 大门上方
            底色: 白
            醒目: 是
            起始日期: 2026-03-01
            尺寸毫米:
              宽: 2400
              高: 600
            要求部门: 无
          - 编号: W2
            类别: 社区党组织
            文字: 中共柳荫社区委员会
            位置: 大门左侧
            底色: 白
            醒目: 否
            起始日期: 2026-03-01
            尺寸毫米:
              宽: 400
              高: 2000
            要求部门:
              - 区委组织部
              - 区民政局
            批准:
              文号: 临办〔2026〕3号
              日期: 2026-02-09
            备注: 按实登记

        """)
    let second = try #require(result.forms.dropFirst().first)
    #expect(second[[.community, .street]]?.text == "江畔街道")
    let sign = try #require(second[[.signs]]?.items.first)
    #expect(sign[[.id]]?.text == "W1")
    #expect(sign[[.text]]?.text == "沙洲社区党员群众服务中心")
    #expect(sign[[.place]]?.text == "above-entrance")
    #expect(sign[[.approval, .date]]?.text == "2026-02-09")
    #expect(result.forms.last?[[.signs]]?.items.first?[[.prominent]]?.text == "true")
    let head = name.hasSuffix("xlsx") ? "\(name) 表“附件1” " : "\(name) "
    #expect(result.said.contains("\(head)M4：“负责人”一列没有对应的字段，没有读取"))
  }

  @Test("reads inline texts in runs, and dates counted from 1904")
  func inline() throws {
    let result = try Support.imported(try Support.sheets("inline.xlsx"))
    #expect(result.errors.isEmpty)
    let sign = try #require(result.forms.first?[[.signs]]?.items.first)
    #expect(sign[[.id]]?.text == "W1")
    #expect(sign[[.text]]?.text == "柳荫社区党员群众服务中心")
    #expect(sign[[.since]]?.text == "2026-05-12")
  }

  @Test("names the cell of everything that is lost, unknown, repeated or missing")
  func lost() throws {
    let result = try Support.imported(try Support.sheets("lost.xlsx"))
    #expect(
      result.errors == [
        "台账.xlsx 表“社区” D2：“代码”被表格软件改成了“4.20202E+11”，后面几位已经丢失",
        "台账.xlsx 表“社区” E2：“采集日期”是数字 46154，不是日期",
        "台账.xlsx 表“社区” D3：“代码”被表格软件改成了“420202000000”，后面几位已经丢失",
        "台账.xlsx 表“标识牌” F3：“所在房号”被表格软件当成了日期（2026-01-02）",
        "台账.xlsx 表“标识牌” E2：“位置”没有“大门顶上”这个词",
        "台账.xlsx 表“标识牌” C3：“编号”“W1”重复（先前用在这里：台账.xlsx 表“标识牌” C2）",
        "台账.xlsx 表“标识牌” D4：标识牌缺少必填字段“编号”",
      ])
    #expect(result.forms.last?[[.community, .code]]?.text == "990001001003")
  }

  @Test("names the cell of a formula whose result is not in the file, where the column is read")
  func formula() throws {
    let result = try Support.imported(try Support.sheets("formula.xlsx"))
    #expect(result.errors == ["台账.xlsx 表“Sheet” E2：只有公式，没有算出的结果"])
  }

  @Test("fills names down, but no community below a street that changed")
  func fillDown() throws {
    let grid = Support.sheet(
      nil,
      ["街道|社区|编号|文字", "江畔街道|柳荫社区|W1|甲", "||W2|乙", "", "|沙洲社区|W1|丙", "石桥街道||W1|丁", "|石桥头社区|W1|戊"])
    let result = try Support.imported([grid], file: "a.csv")
    #expect(result.errors == ["a.csv 第 6 行：写了街道，没有写社区"])
    #expect(result.forms.map { $0[[.signs]]?.items.count } == [2, 1, 1])
    #expect(result.forms.last?[[.community, .street]]?.text == "石桥街道")
  }

  @Test("takes the sections of one community together, whatever ending its name has")
  func sections() throws {
    let result = try Support.imported(
      [
        Support.sheet("条目", ["街道|社区|标识牌编号|功能名称|所在房号", "江畔街道|柳荫社区|W1|便民服务站|101", "江畔街道|柳荫社区|W9|议事厅|"]),
        Support.sheet("标识牌", ["社区|街道|文字|编号", "柳荫社区居委会|江畔街道办事处|索引牌|W1"]),
        Support.sheet("功能室", ["街道|社区|房号|功能", "江畔街道|柳荫社区|101|便民服务站；居民议事厅", "江畔街道|沙洲社区|无|"]),
        Support.sheet("社区", ["区|街道|社区|社区代码|党组织形式", "临江区|江畔街道|柳荫社区|990001001001|总支部委员会", "临江区|江畔街道|沙洲社区||"]),
      ], district: nil)
    #expect(result.errors == ["台账.xlsx 表“条目” C3：这个社区没有编号为“W9”的标识牌"])
    #expect(result.forms.count == 2)
    let form = try #require(result.forms.first)
    #expect(form[[.community, .partyOrganization]]?.text == "general-branch")
    #expect(form[[.facility, .rooms]]?.items.first?[[.functions]]?.items.count == 2)
    #expect(form[[.signs]]?.items.first?[[.entries]]?.items.count == 1)
    // The district of the one sheet that names it holds for all.
    #expect(result.forms.last?[[.community, .district]]?.text == "临江区")
    #expect(result.forms.last?[[.facility, .rooms]]?.items.isEmpty == true)
  }

  @Test("says that a district is missing, and where")
  func district() throws {
    let grid = Support.sheet("标牌", ["街道|社区|牌子名称", "江畔街道|柳荫社区|甲", "江畔街道|柳荫社区|乙"])
    let result = try Support.imported([grid], district: nil)
    #expect(result.errors == ["台账.xlsx 表“标牌” A2：“社区”一节缺少必填字段“区”"])
    #expect(result.said.contains("台账.xlsx 表“标牌” 第 1 行：没有“编号”一列，各社区的标识牌按出现的次序编号"))
    #expect(result.forms.first?[[.signs]]?.items.map { $0[[.id]]?.text } == ["N1", "N2"])
  }

  @Test("refuses a sheet without heads that it knows, and passes over one beside others")
  func heads() throws {
    let strange = Support.sheet("表1", ["甲|乙", "1|2"])
    #expect(try Support.imported([strange]).errors == ["台账.xlsx 表“表1”：没有认出表头，没有读取"])
    let known = Support.sheet("表2", ["街道|社区|编号|文字", "江畔街道|柳荫社区|W1|甲"])
    let result = try Support.imported([strange, known])
    #expect(result.errors.isEmpty)
    #expect(result.said == ["台账.xlsx 表“表1”：没有认出表头，没有读取"])
  }

  @Test("prefers 编号 to 序号, and says which column it left out")
  func ids() throws {
    let grid = Support.sheet("表", ["序号|街道|社区|编号|文字|尺寸", "1|江畔街道|柳荫社区|W7|甲|2400×600毫米"])
    let result = try Support.imported([grid])
    #expect(result.said == ["台账.xlsx 表“表” A1：“序号”一列没有对应的字段，没有读取"])
    let sign = try #require(result.forms.first?[[.signs]]?.items.first)
    #expect(sign[[.id]]?.text == "W7")
    #expect(sign[[.sizeMillimetres, .height]]?.text == "600")
  }

  @Test("gives each head to one column of each sheet")
  func synonyms() {
    for section in Section.allCases {
      let columns = SheetColumn.columns(of: section)
      #expect(Set(columns.map(\.label.zh)).count == columns.count)
      #expect(Set(columns.map(\.label.en)).count == columns.count)
      var paths: Set<[InventoryKey]> = []
      for column in columns { #expect(paths.insert(column.path).inserted) }
    }
  }
}

import Audit
import TestSupport
import Testing

@Suite("The same inventory in Chinese, changed")
struct ChineseMutationTests {
  static let compliant = """
    台账: 1
    社区: {区: 临江区, 街道: 江畔街道, 名称: 柳荫社区, 代码: "990001001001", 类型: 社区, 党组织形式: 党委}
    采集: {日期: 2026-05-12, 采集人: 街道党建办, 视角: 面向大门, 范围: [外部, 内部]}
    场所:
      楼层: ["1", "2"]
      功能室:
        - {房号: "101", 楼层: "1", 功能: [便民服务站, 退役军人服务站]}
        - {房号: "102", 楼层: "1", 功能: [居民议事厅]}
        - {房号: "201", 楼层: "2", 功能: [综合文化服务中心], 要求部门: 无}
    标识牌:
      - {编号: 外1, 类别: 党群服务中心, 文字: 柳荫社区党员群众服务中心, 位置: 大门上方, 方向: 横, 安装方式: 悬挂, 字色: 红, 醒目: 是, 尺寸毫米: {宽: 2400, 高: 600}}
      - {编号: 外2, 类别: 社区党组织, 文字: 中国共产党临江区江畔街道柳荫社区委员会, 位置: 大门左侧, 方向: 竖, 底色: 白, 字色: 红色, 次序: 1}
      - {编号: 外3, 类别: 居民委员会, 文字: 临江区江畔街道柳荫社区居民委员会, 位置: 大门右侧, 方向: 竖, 底色: 白色, 字色: 黑, 次序: 1}
      - {编号: 外4, 类别: 居务监督委员会, 文字: 临江区江畔街道柳荫社区居务监督委员会, 位置: 大门右侧, 方向: 竖, 底色: 白, 字色: 黑色, 次序: 2}
      - {编号: 外5, 类别: 新时代文明实践站, 文字: 新时代文明实践站, 位置: 正面外部, 安装方式: 镶嵌, 显著: 是, 材质: 铜}
      - {编号: 外6, 类别: 门牌号, 文字: 柳荫路1号, 位置: 正面外部}
      - {编号: 内1, 类别: 插卡式机构名称牌, 位置: 大厅墙面, 显著: yes, 条目: [{功能名称: 便民服务站, 所在房号: "101"}, {功能名称: 退役军人服务站, 所在房号: "101"}, {功能名称: 居民议事厅, 所在房号: "102"}, {功能名称: 综合文化服务中心, 区域: 二楼}, {功能名称: 青年夜校, 区域: 二楼, 特色: 是, 批准: {文号: 临办〔2026〕3号, 批准机关: 区委, 级别: 区级, 日期: 2026-03-01}}]}
      - {编号: 内2, 类别: 楼层分布图, 位置: 大厅, 楼层: "1", 条目: [{所在房号: "101"}, {所在房号: "102"}]}
      - {编号: 内3, 类别: 楼层分布图, 位置: 楼梯间, 楼层: "2", 条目: [{功能名称: 综合文化服务中心}]}
      - {编号: 内4, 类别: 房号牌, 文字: 101室, 位置: 功能室门口, 所在房号: "101"}
      - {编号: 内5, 类别: 房号牌, 文字: 房号102, 位置: 功能室门口}
      - {编号: 内6, 类别: 房号牌, 文字: 201 号房, 位置: 功能室门口}
      - {编号: 内7, 类别: 制度牌, 文字: 居民公约, 位置: 室内墙面, 状态: 已拆除, 起始日期: 2026-04-01, 依据: 区通知, 备注: 移入手册, 照片: [内7.jpg]}

    """

  static let mutations: [Mutation] = [
    .keeps("nothing"),
    .breaks("居委会", .text("柳荫社区居民委员会", "柳荫社区居委会"), finds: "residents-committee.name fail 外3"),
    .breaks("背向大门", .text("面向大门", "背向大门"), finds: "entrance.sides fail"),
    .breaks("大门左右", .everywhere("大门右侧", "大门左侧"), finds: "entrance.sides fail 外3", "entrance.sides fail 外4"),
    .breaks("在用", .text("已拆除", "在用"), finds: "institution-board.off-wall fail 内7"),
    .breaks("不显著", .text("显著: yes", "显著: no"), finds: "index-board.place fail 内1"),
    .breaks(
      "没有批准", .text("批准: {文号: 临办〔2026〕3号, 批准机关: 区委, 级别: 区级, 日期: 2026-03-01}", "批准: ~"),
      finds: "index-board.entries-listed fail 内1 entry:青年夜校"),
    .breaks("要求部门", .text("要求部门: 无", "要求部门: [某局]"), finds: "negative-list.dedicated-venue fail – room:201"),
    .breaks("立式", .text("悬挂", "立式"), finds: "exterior.mounting fail 外1"),
    .breaks("便民提示与其他", .text("类别: 门牌号", "类别: 其他"), finds: "exterior.surplus fail 外6"),
    .breaks(
      "只看内部", .text("[外部, 内部]", "[内部]"), .text("竖, 底色: 白色", "横, 底色: 红"), .text("大厅, 楼层", "功能室门口, 楼层"),
      finds: "floor-map.place fail 内2", "room.no-name-sign fail 内2"),
  ]

  @Test("has exactly the findings that the standard makes of the change", arguments: mutations)
  func mutated(_ mutation: Mutation) throws {
    let text = try mutation.applied(to: Self.compliant)
    #expect(Trials.findings(text).sorted() == mutation.expected.sorted())
  }
}

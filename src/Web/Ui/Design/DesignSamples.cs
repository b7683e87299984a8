using Huanxin.Core.Kernel;
using Huanxin.Web.Ui.Figures;
using Huanxin.Web.Ui.Notes;
using Huanxin.Web.Ui.Tables;

namespace Huanxin.Web.Ui.Design;

/// <summary>State of a made-up project.</summary>
public enum SampleState { Draft, Waiting, Going, Done, Late, Refused, Paused }

/// <summary>A made-up project for the looking-glass.</summary>
public sealed record SampleRow(
    Guid Id, string Code, string Name, string Street, SampleState State, int? Households, Area? Floor, Fen? Budget,
    long? Started, DateOnly? Due, DateTime Changed);

/// <summary>Made-up data in every state a component can meet.</summary>
public static class DesignSamples
{
    public static readonly DateOnly Today = new(2024, 3, 28);
    public static readonly DateTime Now = new(2024, 3, 28, 6, 5, 0, DateTimeKind.Utc);
    public static readonly ShellUser User = new("测试员", "示范街道办事处 · 社区工作人员", _ => true);
    private static readonly string[] Streets = ["怡园街道", "鲸园街道", "竹岛街道", "环翠楼街道", "孙家疃街道", "嵩山街道", "皇冠街道"];
    private static readonly string[] Names = ["文化小区", "海滨新村", "光明里", "振兴家属院", "古陌小区", "西门外", "花园中街"];

    public static readonly IReadOnlyList<NavigationEntry> Entries =
    [
        new("我的工作", "/", "home"), new("小区", "/communities", "building-community"),
        new("项目", "/projects", "clipboard-list"), new("改造内容", "/works", "tools"),
        new("参与", "/consultation", "users-group"), new("审批", "/approvals", "checklist"),
        new("实施", "/progress", "crane"), new("资金", "/funds", "coin-yuan"),
        new("督导", "/inspections", "eye-check"), new("调度", "/returns", "calendar-stats"),
        new("政策", "/policies", "book-2"), new("统计", "/statistics", "chart-bar"),
        new("公示", "/public", "speakerphone"), new("管理", "/admin", "settings"),
    ];

    public static readonly IReadOnlyList<SampleRow> Rows = [.. Enumerable.Range(1, 137).Select(Row)];

    public static readonly Table<SampleRow> Projects = Table.Of("design", (SampleRow r) => r.Id)
        .Text("name", "项目名称", r => r.Name, Use.Head | Use.Search, sort: r => r.Code)
        .Code("code", "编号", r => r.Code, Use.Search | Use.NoFilter)
        .Choice("street", "街道", r => r.Street, [.. Streets.Select(s => new Forms.Option(s, s))])
        .Choice("state", "状态", r => r.State, Word)
        .Number("households", "户数", "户", r => r.Households)
        .Floor("floor", "建筑面积", "㎡", r => r.Floor)
        .Money("budget", "概算", "万元", r => r.Budget)
        .Shown("rate", "开工率", r => r.Started, unit: "按户数", isFigure: true)
        .Date("due", "计划完工", r => r.Due)
        .Time("changed", "最近更新", r => r.Changed, Use.Hidden);

    public static readonly IReadOnlyList<SavedViewLink> Views =
    [
        new("怡园街道逾期项目", "street=怡园街道&state=Late", "/saved-views/1/removal"),
        new("全区共用：概算 500 万元以上", "budget.from=500"),
    ];

    public static readonly IReadOnlyList<HistoryEntry> History =
    [
        new(Now, "测试员（受托于科长甲）", "修改项目", "街道复核时发现户数漏计 3 号楼东单元",
            [new("户数", "312", "336"), new("建筑面积", "未报", "21,840.00 ㎡"), new("备注", "", "含 24 户直管公房")]),
        new(Now.AddDays(-3), "科员乙", "上报月调度表"),
        new(Now.AddDays(-30), "系统", "导入小区台账", "初始化", [new("名称", null, "文化小区")]),
    ];

    public static readonly IReadOnlyList<TimelineStep> Steps =
    [
        new("居民征询", Tone.Done, "已完成", new DateOnly(2024, 1, 12), "应答 298 户，共 336 户，88.6%（按户数）"),
        new("业主表决", Tone.Done, "已通过", new DateOnly(2024, 2, 3)),
        new("方案联审", Tone.Late, "逾期 4 天", new DateOnly(2024, 3, 24), "住建、水务已签，供热未签"),
        new("招标采购", Tone.Waiting, "待办", null, "须待联审通过"),
        new("施工", Tone.Neutral, "未开始"),
    ];

    public static readonly IReadOnlyList<AttachmentLink> Files =
    [
        new("文化小区改造初步设计方案（征求意见稿第三版，含雨污分流与供热管网专篇）.pdf", "#", 8_421_376, Now, "科员乙"),
        new("居民意见汇总表.xlsx", "#", 48_211, Now.AddDays(-2), "测试员"),
        new("3号楼屋面.jpg", "#", 1_920_000, Now.AddDays(-9), "网格员丙", "/favicon.svg"),
    ];

    public static readonly IReadOnlyList<ChecklistRow> Checks =
    [
        new(CheckSign.Yes, "符合", "必须", "建成年代", "1998 年建成", "2005 年底前建成", "市 2024 年度通知 第一条", "#", "房产登记"),
        new(CheckSign.No, "不符合", "必须", "未列入征收范围", "西侧 2 栋已列入", "整个小区均未列入", "省指导意见 三（二）", "#"),
        new(CheckSign.Unknown, "待查", "应", "已成立业主委员会或物业管理委员会", Missing: "街道尚未填写", Clause: "省指导意见 四（一）"),
        new(CheckSign.Conditional, "有条件", "有条件", "加装电梯", "9 个单元中 4 个单元同意", "单元业主依法表决同意", "民法典第二百七十八条"),
    ];

    public static readonly IReadOnlyList<ConflictField> Conflict =
    [
        new("Form.Households", "户数（户）", "336", "312"),
        new("Form.Note", "备注", "含 24 户直管公房，产权单位已书面同意；东侧围墙外 6 户不在本次范围。", ""),
        new("Form.Name", "项目名称", "文化小区", "文化小区"),
    ];

    public static string Word(SampleState state) => state switch
    {
        SampleState.Draft => "草稿", SampleState.Waiting => "待审批", SampleState.Going => "施工中", SampleState.Done => "已验收",
        SampleState.Late => "逾期", SampleState.Refused => "已退回", SampleState.Paused => "已暂停",
    };

    public static Tone ToneOf(SampleState state) => state switch
    {
        SampleState.Draft => Tone.Draft, SampleState.Waiting => Tone.Waiting, SampleState.Going => Tone.Going,
        SampleState.Done => Tone.Done, SampleState.Late => Tone.Late, SampleState.Refused => Tone.Refused,
        SampleState.Paused => Tone.Paused,
    };

    private static SampleRow Row(int n) => new(
        new Guid(n, 0, 0, new byte[8]), $"WH-2024-{n:000}",
        n == 4 ? "原市纺织机械厂第二家属院及相邻海员新村（含东侧沿街三层公建，共三个片区合并实施）" : $"{Names[n % 7]}{(n % 3 == 0 ? "北区" : "")}",
        Streets[n * 5 % 7], (SampleState)(n % 7),
        n % 11 == 0 ? null : n % 13 == 0 ? 0 : 60 + n * 37 % 900,
        n % 11 == 0 ? null : new Area(520_000L + n * 7_919_00L % 9_000_000),
        n % 9 == 0 ? null : n % 10 == 0 ? Fen.Zero : new Fen(3_200_000_00L + n * 1_234_567_89L % 9_000_000_00L),
        n % 11 == 0 ? null : n * 29 % 300,
        n % 8 == 0 ? null : Today.AddDays(n % 60 - 20), Now.AddHours(-n * 7));
}

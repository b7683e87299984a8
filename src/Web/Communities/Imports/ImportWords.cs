using Huanxin.Core.Exchange;
using Huanxin.Core.Communities;

namespace Huanxin.Web.Communities.Imports;

/// <summary>Short names of kinds of faults, for the summary.</summary>
public static class ImportWords
{
    private static readonly Dictionary<string, string> Cells = Enum.GetValues<ReadingReason>()
        .DistinctBy(Code).ToDictionary(Code, reason => reason.Label());

    private static readonly Dictionary<string, string> Doubts = Enum.GetValues<DoubtKind>()
        .ToDictionary(kind => "plausibility." + Kebab(kind.ToString()), kind => kind.Label());

    public static string Of(string code) => code switch
    {
        "import.empty" => "必须填写而没有填",
        "import.no-column" => "缺少必备的列",
        "import.repeated" => "与另一行重复",
        "cell.too-long" => "内容过长",
        "ledger.unknown-place" => "区划名录中没有这个地方",
        "ledger.no-place" => "没有写明区县",
        "ledger.unknown-street" => "区划名录中没有这个街道",
        "ledger.unknown-word" => "不是可选的词",
        "ledger.only-present" => "只说有，没有说状况",
        "ledger.none" => "填的是“无”",
        "ledger.bad-position" => "经纬度不对",
        "ledger.other-place" => "写的是另一个地方",
        "ledger.likely-column" => "列名相近，请确认",
        "ledger.name-list" => "一格里像有几个小区",
        "ledger.not-yet-built" => "建成时间晚于今天",
        "ledger.owner-list" => "一格里像有几位业主",
        "ledger.odd-identity" => "证件号码不对",
        "ledger.odd-phone" => "电话号码不对",
        "ledger.room-list" => "一格里像有几户",
        "ledger.number-list" => "一格里有几栋楼",
        "ledger.total-differs" => "合计与明细不符",
        "ledger.incomplete" => "明细不全",
        "ledger.no-project" => "计划投资没有项目可登记",
        "ledger.near-name" => "名称相近，是不是同一个小区",
        "ledger.ambiguous" => "同名的不止一个",
        "ledger.unknown-community" => "没有登记这个小区",
        "community.code-taken" => "小区编码已被使用",
        "community.not-active" => "已注销或并入其他小区",
        "community.more-agree-than-asked" => "同意户数多于征询户数",
        _ => Cells.GetValueOrDefault(code) ?? Doubts.GetValueOrDefault(code) ?? code,
    };

    private static string Code(ReadingReason reason) => "cell." + Kebab(reason.ToString());

    private static string Kebab(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

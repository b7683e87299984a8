using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Policies;

namespace Huanxin.App.Communities;

/// <summary>The words ledgers use for what the register keeps as a choice; the register's own label is always one of them.</summary>
public static class LedgerWords
{
    /// <summary>What may be chosen in a column, as the register calls it; none where anything may be written.</summary>
    public static IReadOnlyList<string> ChoicesOf(string? field) => field is not null && Choices.TryGetValue(field, out var labels) ? labels : [];

    internal static readonly IReadOnlyDictionary<string, CommunityKind> Kinds = Of(FactLabels.Label,
        (CommunityKind.Ordinary, "普通小区 住宅小区 小区 住宅"), (CommunityKind.SingleBuilding, "单栋 单栋楼 独栋楼 单体楼 零散楼栋 散楼 单栋住宅"),
        (CommunityKind.Dormitory, "宿舍 家属院 单位家属院 职工宿舍"), (CommunityKind.SelfBuilt, "自建房屋 自建"));

    internal static readonly IReadOnlyDictionary<string, LandKind> Lands = Of(FactLabels.Label,
        (LandKind.StateOwned, "国有 国有出让 国有划拨 出让 划拨 国有建设用地"), (LandKind.Collective, "集体 集体建设用地 集体所有"));

    internal static readonly IReadOnlyDictionary<string, OwnershipKind> Ownerships = Of(CommunityLabels.Label,
        (OwnershipKind.Commodity, "商品房 商品住宅 普通商品房"), (OwnershipKind.PublicHousing, "公有住房 直管公房 单位公房 公租房"),
        (OwnershipKind.ReformedHousing, "房改 已购公房 房改住房"), (OwnershipKind.Affordable, "经适房 经济适用住房"),
        (OwnershipKind.Resettlement, "回迁房 安置 拆迁安置房"), (OwnershipKind.Mixed, "混合 混合产权"));

    internal static readonly IReadOnlyDictionary<string, BuildEvidence> Evidences = Of(CommunityLabels.Label,
        (BuildEvidence.CompletionAcceptance, "竣工验收 竣工验收备案 竣工验收报告"), (BuildEvidence.PropertyCertificate, "房产证 不动产权证 不动产证 产权证 不动产权登记证"),
        (BuildEvidence.Archive, "档案 城建档案"), (BuildEvidence.Statement, "说明 居民说明 单位说明 证明"));

    internal static readonly IReadOnlyDictionary<string, StructureKind> Structures = Of(CommunityLabels.Label,
        (StructureKind.BrickConcrete, "砖混结构 混合结构"), (StructureKind.BrickWood, "砖木结构"),
        (StructureKind.ConcreteFrame, "框架结构 钢筋混凝土 钢混 钢混结构 钢筋混凝土结构 框混"), (StructureKind.ShearWall, "剪力墙结构 框剪"), (StructureKind.Steel, "钢"));

    internal static readonly IReadOnlyDictionary<string, ManagementMode> Managements = Of(CommunityLabels.Label,
        (ManagementMode.PropertyCompany, "物业公司 专业物业 市场化物业 有物业 专业化物业管理 物业服务企业 有"), (ManagementMode.SelfManaged, "自治 自管 业主自管 自治管理 居民自管 业委会自管 业委会自治 业委会管理"),
        (ManagementMode.FormerUnit, "单位自管 原单位管理 单位管理 产权单位"), (ManagementMode.Fallback, "托管 社区托管 社区代管 街道托管 社区管理 兜底"),
        (ManagementMode.Nobody, "无物业 无 没有物业 失管 无管理"));

    internal static readonly IReadOnlyDictionary<string, UtilityState> States = Of(CommunityLabels.Label,
        (UtilityState.Sound, "良好 好 正常 已改造 完善"), (UtilityState.Aged, "破损 陈旧 老旧 需改造 差"), (UtilityState.Missing, "无 没有 未通 缺"));

    /// <summary>That a network is there, or of what kind it is: neither says in what state.</summary>
    internal static readonly IReadOnlySet<string> Present =
        new HashSet<string>("有 是 已有 已通 接通 已接通 已接入 齐全 集中供热 集中供暖 管道天然气 管道燃气 天然气 市政供水 市政管网".Split(' ').Select(CellText.Key));

    internal static readonly IReadOnlyDictionary<string, AreaSource> AreaSources = Of(CommunityLabels.Label,
        (AreaSource.Register, "不动产登记 产权证 房产证 登记簿"), (AreaSource.Survey, "实测 测量"), (AreaSource.Contract, "购房合同"), (AreaSource.Reported, "自报"));

    internal static readonly IReadOnlyDictionary<string, FactQuality> Qualities = Of(PolicyLabels.Label,
        (FactQuality.Measured, "实测 测绘"), (FactQuality.Reported, "上报"), (FactQuality.Estimated, "估计 估算 推算"));

    internal static readonly IReadOnlyDictionary<string, Sign> Signs = Of(FactLabels.Label,
        (Sign.Neglect, "失养失修 失修失管"), (Sign.PoorFacilities, "市政配套不完善 配套设施不完善"), (Sign.PoorServices, "公共服务设施不健全 社区服务设施不健全"),
        (Sign.Dirty, "环境脏乱 脏乱差"), (Sign.WeakManagement, "物业管理不健全 管理不完善"));

    /// <summary>How strong the wish is, where a column says more than yes or no; 一般 or 愿意 is neither.</summary>
    internal static readonly IReadOnlyDictionary<string, bool> Wishes = new Dictionary<string, bool>
    {
        ["强烈"] = true, ["不强烈"] = false, ["很强烈"] = true, ["非常强烈"] = true, ["较强烈"] = true, ["比较强烈"] = true, ["强"] = true, ["较强"] = true,
        ["不强"] = false, ["弱"] = false, ["较弱"] = false, ["不愿意"] = false, ["不同意"] = false, ["无意愿"] = false,
    };

    private static readonly Dictionary<string, IReadOnlyList<string>> Choices = new(
        LedgerFields.Utilities.Values.Select(field => KeyValuePair.Create(field.Code, (IReadOnlyList<string>)Labels(CommunityLabels.Label, States))))
    {
        [LedgerFields.Kind.Code] = Labels(FactLabels.Label, Kinds), [LedgerFields.Land.Code] = Labels(FactLabels.Label, Lands),
        [LedgerFields.Ownership.Code] = Labels(CommunityLabels.Label, Ownerships), [LedgerFields.Evidence.Code] = Labels(CommunityLabels.Label, Evidences),
        [LedgerFields.Structure.Code] = Labels(CommunityLabels.Label, Structures), [LedgerFields.Management.Code] = Labels(CommunityLabels.Label, Managements),
        [LedgerFields.AreaSource.Code] = Labels(CommunityLabels.Label, AreaSources), [LedgerFields.Quality.Code] = Labels(PolicyLabels.Label, Qualities),
        [LedgerFields.Wish.Code] = ["强烈", "不强烈"],
    };

    private static List<string> Labels<T>(Func<T, string> label, IReadOnlyDictionary<string, T> words) => [.. words.Values.Distinct().Select(label)];

    private static Dictionary<string, T> Of<T>(Func<T, string> label, params (T Value, string Words)[] others) where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => CellText.Key(label(value)), value => value);
        foreach (var (value, list) in others)
        {
            foreach (var word in list.Split(' ')) words.TryAdd(CellText.Key(word), value);
        }

        return words;
    }
}

using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Policies;
using Huanxin.Web.Api;

namespace Huanxin.Web.Communities;

/// <summary>A community for programs.</summary>
[Description("小区。没有人说过的事实为空，空不是零，也不是否。")]
public sealed record CommunityAnswer(
    [property: Description("编号。")] Guid Id,
    [property: Description("版本号；修改时须交回，他人已先保存时答 409。")] int Version,
    [property: Description("小区编码；没有则为空。")] string? Code,
    [property: Description("名称。")] string Name,
    [property: Description("别名、曾用名。")] IReadOnlyList<string> Aliases,
    [property: Description("属地区划。")] CodeAnswer Place,
    [property: Description("地址。")] string? Address,
    [property: Description("社区居委会。")] string? Neighbourhood,
    [property: Description("小区种类。")] CodeAnswer? Kind,
    [property: Description("土地性质。")] CodeAnswer? Land,
    [property: Description("产权性质。")] CodeAnswer? Ownership,
    [property: Description("建成时间，知道多少写多少：1998、1998-06、1998-06-30 或 1990~1999。")] string? Built,
    [property: Description("登记的楼栋数，栋。")] int? Buildings,
    [property: Description("单元数，个。")] int? Units,
    [property: Description("户数，户。")] int? Households,
    [property: Description("建筑面积，㎡。")] decimal? AreaSquareMetres,
    [property: Description("结构形式。")] CodeAnswer? Structure,
    [property: Description("最高层数，层。")] int? Floors,
    [property: Description("物业管理方式。")] CodeAnswer? Management,
    [property: Description("管理单位。")] string? Manager,
    [property: Description("示范、试点标记。")] IReadOnlyList<string> Flags,
    [property: Description("纬度（WGS 84）。")] double? Latitude,
    [property: Description("经度（WGS 84）。")] double? Longitude,
    [property: Description("数据质量。")] CodeAnswer Quality,
    [property: Description("数据来源。")] string? Source,
    [property: Description("最近核实日期。")] DateOnly? ConfirmedOn,
    [property: Description("状态。")] CodeAnswer State,
    [property: Description("并入的小区编号。")] Guid? MergedInto,
    [property: Description("注销或并入日期。")] DateOnly? ClosedOn);

/// <summary>Tells communities and buildings to programs.</summary>
public static class CommunityAnswers
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = Encoder };

    public static CommunityAnswer Of(Community row, PlaceNames places) => new(
        row.Id, row.Version, row.Code, row.Name, [.. row.Names.Skip(1)], new CodeAnswer(row.Place.ToString(), places.NameOf(row.Place)),
        row.Address, row.Neighbourhood, Code(row.Kind, FactLabels.Label), Code(row.Land, FactLabels.Label),
        Code(row.Ownership, CommunityLabels.Label), row.Built?.ToString(), row.Buildings, row.Units, row.Households,
        row.Area?.SquareMetres, Code(row.Structure, CommunityLabels.Label), row.Floors, Code(row.Management, CommunityLabels.Label),
        row.Manager, row.Flags.Split('、', StringSplitOptions.RemoveEmptyEntries), row.Latitude, row.Longitude,
        Code<FactQuality>(row.Quality, PolicyLabels.Label)!, row.Source, row.ConfirmedOn,
        Code<CommunityState>(row.State, CommunityLabels.Label)!, row.MergedInto, row.ClosedOn);

    public static void Write(Utf8JsonWriter json, CommunityAnswer answer) => JsonSerializer.Serialize(json, answer, Options);

    public static CodeAnswer? Code<T>(T? value, Func<T, string> label) where T : struct, Enum =>
        value is { } known ? new CodeAnswer(known.ToString(), label(known)) : null;
}

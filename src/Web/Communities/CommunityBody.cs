using System.ComponentModel;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Web.Problems;

namespace Huanxin.Web.Communities;

/// <summary>What a program says of a community; what it leaves out stays as it is known.</summary>
[Description("登记或修改小区。没有写出的字段保持原样；写成空字符串的字段改为“没有人说过”。")]
public sealed record CommunityBody(
    [property: Description("登记时必填。")] string? Name,
    [property: Description("属地区划代码，登记时必填。")] string? Place,
    [property: Description("修改时必填：读到的版本号。他人已先保存时答 409，代码 edit.conflict。")] int? Version,
    [property: Description("小区编码，不能重复。")] string? Code,
    [property: Description("别名、曾用名。")] IReadOnlyList<string>? Aliases,
    [property: Description("地址。")] string? Address,
    [property: Description("社区居委会。")] string? Neighbourhood,
    [property: Description("小区种类代码。")] string? Kind,
    [property: Description("土地性质代码。")] string? Land,
    [property: Description("产权性质代码。")] string? Ownership,
    [property: Description("建成时间，如 1998、1998-06、1998-06-30。")] string? Built,
    [property: Description("楼栋数，栋。")] int? Buildings,
    [property: Description("单元数，个。")] int? Units,
    [property: Description("户数，户。")] int? Households,
    [property: Description("建筑面积，㎡，最多两位小数。")] decimal? AreaSquareMetres,
    [property: Description("结构形式代码。")] string? Structure,
    [property: Description("物业管理方式代码。")] string? Management,
    [property: Description("管理单位。")] string? Manager,
    [property: Description("示范、试点标记。")] IReadOnlyList<string>? Flags,
    [property: Description("纬度（WGS 84），与经度同时写。")] double? Latitude,
    [property: Description("经度（WGS 84）。")] double? Longitude,
    [property: Description("数据质量代码：Reported、Measured、Estimated。")] string? Quality,
    [property: Description("数据来源。")] string? Source,
    [property: Description("原因，记入历史。")] string? Why)
{
    /// <summary>What is to be kept; raises every unreadable field at once.</summary>
    public CommunityProfile Profile(Community? known, PlaceNames places)
    {
        var faults = new Dictionary<string, string[]>();
        var place = Place is null ? known?.Place : places.Find(Place);
        if (place is null) faults["place"] = [Place is null ? "请写属地区划代码。" : $"没有“{Place}”这个区划。"];
        if (known is null && string.IsNullOrWhiteSpace(Name)) faults["name"] = ["请写小区名称。"];
        if (SpanText.IsUnreadable(Built)) faults["built"] = [$"“{Built}”不是年份或日期。"];
        if (SpanText.HasMoreThanTwoDecimals(AreaSquareMetres)) faults["areaSquareMetres"] = ["面积最多两位小数。"];
        var before = known is null ? new CommunityProfile { Place = place ?? default, Name = Name ?? "" } : CommunityProfile.Of(known);
        var after = before with
        {
            Place = place ?? default, Name = Name ?? before.Name, Code = Text(Code, before.Code), Aliases = Aliases ?? before.Aliases,
            Address = Text(Address, before.Address), Neighbourhood = Text(Neighbourhood, before.Neighbourhood),
            Kind = Word("kind", Kind, before.Kind, faults), Land = Word("land", Land, before.Land, faults),
            Ownership = Word("ownership", Ownership, before.Ownership, faults),
            Built = Built is null ? before.Built : SpanText.Read(Built), Buildings = Buildings ?? before.Buildings, Units = Units ?? before.Units,
            Households = Households ?? before.Households,
            Area = AreaSquareMetres is { } area && !faults.ContainsKey("areaSquareMetres") ? Area.FromSquareMetres(area) : before.Area,
            Structure = Word("structure", Structure, before.Structure, faults), Management = Word("management", Management, before.Management, faults),
            Manager = Text(Manager, before.Manager), Flags = Flags ?? before.Flags, Latitude = Latitude ?? before.Latitude,
            Longitude = Longitude ?? before.Longitude, Source = Text(Source, before.Source),
            Quality = Word<FactQuality>("quality", Quality, before.Quality, faults) ?? before.Quality,
        };
        return faults.Count == 0 ? after : throw new InputFault(faults);
    }

    private static string? Text(string? said, string? before) => said is null ? before : said.Trim() is { Length: > 0 } text ? text : null;

    private static T? Word<T>(string name, string? said, T? before, Dictionary<string, string[]> faults) where T : struct, Enum
    {
        if (said is null) return before;
        if (said.Length == 0) return null;
        if (Enum.TryParse<T>(said, out var value) && Enum.IsDefined(value)) return value;

        faults[name] = [$"没有“{said}”这个值。可用的有：{string.Join("、", Enum.GetNames<T>())}。"];
        return before;
    }
}

using System.ComponentModel;
using Huanxin.Web.Api;
using Microsoft.AspNetCore.Mvc;

namespace Huanxin.Web.Communities;

/// <summary>Filters of the list of communities.</summary>
[ValidatableType]
public sealed record CommunityQuery : ListQuery
{
    [FromQuery(Name = "place"), Description("属地区划代码，含其下级，可重复。")]
    public string[]? Place { get; init; }

    [FromQuery(Name = "state"), Description("Active 在册、Merged 已并入、Closed 已注销，可重复；不写只要在册的。")]
    public string[]? State { get; init; }

    [FromQuery(Name = "kind"), Description("小区种类代码，unsaid 为未填，可重复。")]
    public string[]? Kind { get; init; }

    [FromQuery(Name = "land"), Description("土地性质代码，unsaid 为未填，可重复。")]
    public string[]? Land { get; init; }

    [FromQuery(Name = "ownership"), Description("产权性质代码，unsaid 为未填，可重复。")]
    public string[]? Ownership { get; init; }

    [FromQuery(Name = "management"), Description("物业管理方式代码，unsaid 为未填，可重复。")]
    public string[]? Management { get; init; }

    [FromQuery(Name = "quality"), Description("数据质量代码，可重复。")]
    public string[]? Quality { get; init; }

    [FromQuery(Name = "freshness"), Description("Fresh 一年内已核实、Stale 超过一年未核实、Never 从未核实，可重复。")]
    public string[]? Freshness { get; init; }

    [FromQuery(Name = "missing"), Description("缺项：households、area、buildings、built，可重复。")]
    public string[]? Missing { get; init; }

    [FromQuery(Name = "built-by.from"), Description("建成时间（止）不早于，如 1990-01-01。")]
    public string? BuiltFrom { get; init; }

    [FromQuery(Name = "built-by.to"), Description("建成时间（止）不晚于，如 2000-12-31。")]
    public string? BuiltTo { get; init; }

    [FromQuery(Name = "households.from"), Description("户数不少于。")]
    public string? HouseholdsFrom { get; init; }

    [FromQuery(Name = "households.to"), Description("户数不多于。")]
    public string? HouseholdsTo { get; init; }

    [FromQuery(Name = "area.from"), Description("建筑面积不少于，㎡。")]
    public string? AreaFrom { get; init; }

    [FromQuery(Name = "area.to"), Description("建筑面积不多于，㎡。")]
    public string? AreaTo { get; init; }

    [FromQuery(Name = "flags"), Description("示范、试点标记包含的词。")]
    public string? Flags { get; init; }
}

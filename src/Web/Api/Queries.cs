using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Huanxin.Web.Api;

/// <summary>What every list may be asked; what the columns hold is judged by the list itself.</summary>
[ValidatableType]
public record ListQuery
{
    [FromQuery(Name = "q"), Description("搜索的词，多个词以空格分开，须全部包含。")]
    [StringLength(100, ErrorMessage = "搜索的词不超过 100 个字。")]
    public string? Q { get; init; }

    [FromQuery(Name = "sort"), Description("排序的列；前加“-”为从大到小。")]
    [StringLength(40, ErrorMessage = "排序的列名不超过 40 个字符。")]
    public string? Sort { get; init; }

    [FromQuery(Name = "page"), Description("第几页，从 1 起，每页 50 条。")]
    [RegularExpression("^[1-9][0-9]{0,6}$", ErrorMessage = "页码须为 1 至 9999999 的整数。")]
    public string? Page { get; init; }
}

/// <summary>Filters of the list of organisations.</summary>
[ValidatableType]
public sealed record OrganisationQuery : ListQuery
{
    [FromQuery(Name = "kind"), Description("单位类别，可重复。")]
    public string[]? Kind { get; init; }

    [FromQuery(Name = "place"), Description("属地区划代码，含其下级，可重复。")]
    public string[]? Place { get; init; }

    [FromQuery(Name = "parent"), Description("上级单位名称包含的词。")]
    [StringLength(100, ErrorMessage = "上级单位不超过 100 个字。")]
    public string? Parent { get; init; }

    [FromQuery(Name = "accounts.from"), Description("启用账户数不少于。")]
    public string? AccountsFrom { get; init; }

    [FromQuery(Name = "accounts.to"), Description("启用账户数不多于。")]
    public string? AccountsTo { get; init; }

    [FromQuery(Name = "state"), Description("open 在用，closed 已撤销，可重复。")]
    public string[]? State { get; init; }
}

/// <summary>Filters of the list of acts.</summary>
[ValidatableType]
public sealed record ActQuery : ListQuery
{
    [FromQuery(Name = "at.from"), Description("起始日期（北京日期），如 2024-03-01。")]
    public string? From { get; init; }

    [FromQuery(Name = "at.to"), Description("截止日期（含当日）。")]
    public string? To { get; init; }

    [FromQuery(Name = "account"), Description("登录名包含的词。")]
    [StringLength(40, ErrorMessage = "登录名不超过 40 个字符。")]
    public string? Account { get; init; }

    [FromQuery(Name = "verb"), Description("办理事项的代码，可重复。")]
    public string[]? Verb { get; init; }

    [FromQuery(Name = "why"), Description("原因包含的词。")]
    [StringLength(100, ErrorMessage = "原因不超过 100 个字。")]
    public string? Why { get; init; }
}

/// <summary>Which page of a history.</summary>
[ValidatableType]
public sealed record HistoryQuery
{
    [FromQuery(Name = "page"), Description("第几页，从 1 起，每页 30 次。")]
    [RegularExpression("^[1-9][0-9]{0,6}$", ErrorMessage = "页码须为 1 至 9999999 的整数。")]
    public string? Page { get; init; }

    internal int Number => Page is null ? 1 : int.Parse(Page, CultureInfo.InvariantCulture);
}

/// <summary>Which places.</summary>
[ValidatableType]
public sealed record RegionQuery
{
    [FromQuery(Name = "within"), Description("只要这个区划和它的下级，如 371000。")]
    [RegularExpression("^([0-9A-Z]{2}|[0-9A-Z]{4}|[0-9A-Z]{6}|[0-9A-Z]{9}|[0-9A-Z]{12})$", ErrorMessage = "区划代码须为 2、4、6、9 或 12 位数字或大写字母。")]
    public string? Within { get; init; }
}

using System.ComponentModel;

namespace Huanxin.Web.Api;

/// <summary>One page of a list, as programs get it.</summary>
[Description("列表的一页。")]
public sealed record ListAnswer<T>(
    [property: Description("符合条件的总条数。")] int Total,
    [property: Description("第几页，从 1 起。")] int Page,
    [property: Description("共几页，每页 50 条。")] int Pages,
    [property: Description("本页的条目。")] IReadOnlyList<T> Rows);

/// <summary>A code with its Chinese name.</summary>
[Description("代码和它的中文名称。")]
public sealed record CodeAnswer(
    [property: Description("代码，不会改变。")] string Code,
    [property: Description("中文名称。")] string Name);

/// <summary>Who is asking.</summary>
[Description("当前登录的人员。")]
public sealed record MeAnswer(
    [property: Description("账户编号。")] Guid Id,
    [property: Description("登录名。")] string SignInName,
    [property: Description("本人姓名。")] string Name,
    [property: Description("所属单位编号。")] Guid OrganisationId,
    [property: Description("所属单位名称。")] string Organisation,
    [property: Description("今天（北京日期），期限按它计算。")] DateOnly Today,
    [property: Description("现任岗位。")] IReadOnlyList<CodeAnswer> Roles,
    [property: Description("权限和各自的管辖范围。")] IReadOnlyList<GrantAnswer> Permissions);

/// <summary>A permission with the places it reaches.</summary>
[Description("一项权限和它的管辖范围。")]
public sealed record GrantAnswer(
    [property: Description("权限代码。")] string Code,
    [property: Description("权限名称。")] string Name,
    [property: Description("管辖的区划代码，含其下级；“000000”为全国。")] IReadOnlyList<string> Places);

/// <summary>An organisation.</summary>
[Description("单位。")]
public sealed record OrganisationAnswer(
    [property: Description("编号。")] Guid Id,
    [property: Description("单位编码。")] string Code,
    [property: Description("单位名称。")] string Name,
    [property: Description("单位类别。")] CodeAnswer Kind,
    [property: Description("属地区划。")] CodeAnswer Place,
    [property: Description("上级单位名称；没有则为空。")] string? Parent,
    [property: Description("统一社会信用代码；未登记则为空。")] string? CreditCode,
    [property: Description("启用的账户数。")] int Accounts,
    [property: Description("撤销日期；在用则为空。")] DateOnly? ClosedOn);

/// <summary>An act in the list of acts.</summary>
[Description("一个办理行为。")]
public sealed record ActAnswer(
    [property: Description("编号。")] Guid Id,
    [property: Description("时间（UTC）。")] DateTime At,
    [property: Description("办理人；受托办理时注明委托人。")] string Who,
    [property: Description("登录名；系统办理则为空。")] string? SignInName,
    [property: Description("办理事项。")] CodeAnswer Verb,
    [property: Description("原因；未填写则为空。")] string? Why,
    [property: Description("来源：网页、接口、后台任务或命令行。")] string? Source);

/// <summary>An act in the history of a record.</summary>
[Description("一条记录历史中的一次办理。")]
public sealed record HistoryAnswer(
    [property: Description("时间（UTC）。")] DateTime At,
    [property: Description("办理人。")] string Who,
    [property: Description("办理事项。")] string What,
    [property: Description("原因；未填写则为空。")] string? Why,
    [property: Description("逐字段的前后内容。")] IReadOnlyList<FieldAnswer> Changes);

/// <summary>A field before and after.</summary>
[Description("一个字段的前后内容。")]
public sealed record FieldAnswer(
    [property: Description("字段名称。")] string Field,
    [property: Description("原值；新建则为空。")] string? Old,
    [property: Description("新值；删除则为空。")] string? New);

/// <summary>A place.</summary>
[Description("区划。")]
public sealed record RegionAnswer(
    [property: Description("区划代码。")] string Code,
    [property: Description("名称。")] string Name,
    [property: Description("全称。")] string FullName,
    [property: Description("层级：Province 省、City 市、District 区县、Street 街道、Neighbourhood 社区。")] string Level,
    [property: Description("上级区划代码。")] string Parent,
    [property: Description("是否自编代码（国家名录里没有的开发区等）。")] bool IsOwn,
    [property: Description("别名。")] IReadOnlyList<string> Aliases);

/// <summary>What a program is told when something was not done (RFC 9457).</summary>
[Description("没有办成的答复（RFC 9457）。")]
public sealed record ProblemAnswer(
    [property: Description("/problems/ 加代码。")] string Type,
    [property: Description("一句中文说明，可以直接给用户看。")] string Title,
    [property: Description("HTTP 状态。")] int Status,
    [property: Description("稳定的代码，程序按它判断。")] string Code,
    [property: Description("依据的条款；没有则为空。")] string? Clause,
    [property: Description("追踪号，报障时提供。")] string Trace,
    [property: Description("逐项说明，仅在 422 时有。")] IReadOnlyDictionary<string, string[]>? Errors);

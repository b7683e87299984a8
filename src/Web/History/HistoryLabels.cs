using Huanxin.App.Data;

namespace Huanxin.Web.History;

/// <summary>Names of what belongs to the installation itself, and words of the history.</summary>
public static class HistoryLabels
{
    public static string? Record(string type) => type == nameof(NodeKey) ? "会话密钥" : null;

    public static string? Field(string type, string property) => (type, property) switch
    {
        (nameof(NodeKey), nameof(NodeKey.Name)) => "名称",
        (nameof(NodeKey), nameof(NodeKey.Xml)) => "密钥内容",
        _ => null,
    };

    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Created => "新建",
        ChangeKind.Changed => "修改",
        ChangeKind.Removed => "删除",
    };

    /// <summary>Who acted, and for whom where it was under a delegation.</summary>
    public static string Who(string name, string? onBehalfOf) => onBehalfOf is null ? name : $"{name}（受{onBehalfOf}委托）";

    /// <summary>From where: page, program, job or command line.</summary>
    public static string? Source(string? source) => source?.Split(' ', 2) switch
    {
        null => null,
        ["job"] => "后台任务",
        ["cli"] => "命令行",
        [_, ['/', ..] path] => path.StartsWith("/api/", StringComparison.Ordinal) ? $"接口 {path}" : $"网页 {path}",
        _ => source,
    };

    /// <summary>Kept secret also in the history: that it changed is told, not to what.</summary>
    public const string Secret = "（保密）";
}

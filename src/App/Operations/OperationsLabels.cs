using Huanxin.App.Data;

namespace Huanxin.App.Operations;

/// <summary>What the operator reads.</summary>
public static class OperationsLabels
{
    public static string Of(ChainFault fault) => fault switch
    {
        ChainFault.None => "完好",
        ChainFault.ActAltered => "办理行为或其变更内容被改动，或顺序被调换",
        ChainFault.ActRemoved => "办理行为被删除",
        ChainFault.SealForged => "封存记录被伪造，或密钥环不是原来的那一个",
        ChainFault.SealMissing => "封存记录缺失",
        ChainFault.ActInserted => "有办理行为是绕过系统插入的",
        ChainFault.WaitingActAltered => "待封存的办理行为被改动",
        ChainFault.NewestCutOff => "最新的办理行为连同封存记录被截去",
    };

    public static string Of(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => "SQLite",
        DatabaseKind.Postgres => "PostgreSQL",
    };
}

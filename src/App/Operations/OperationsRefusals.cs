using Huanxin.Core.Kernel;

namespace Huanxin.App.Operations;

/// <summary>Refusals of the operator's commands: nothing was changed, and the sentence says what to do.</summary>
public static class OperationsRefusals
{
    public static Refusal DatabaseNewer(string migration) => new("database.newer",
        $"数据库比程序新（含有程序不认识的升级“{migration}”）：请改用新版程序，数据库未作改动。");

    public static Refusal DatabaseOlder() => new("database.older",
        "数据库尚未建立或版本较旧：请先执行 huanxin migrate。");

    public static Refusal KeyringMissing(string file) => new("keyring.missing",
        $"找不到密钥环 {file}：新安装请先执行 huanxin migrate，已有数据请把原密钥环放回原处，或用 HUANXIN_KEYRING 指明。");
}

using Huanxin.Core.Kernel;

namespace Huanxin.App.Operations;

/// <summary>Acts of the operator, and of a node by itself, on the whole installation.</summary>
public static class OperationsVerbs
{
    public static readonly Verb Restore = new("database.restore", "恢复备份", IsEvent: true);
    public static readonly Verb Move = new("database.move", "迁移数据库", IsEvent: true);

    public static readonly Verb AddNodeKey = new("node-key.add", "生成会话密钥");

    public static readonly IReadOnlyList<Verb> All = [Restore, Move, AddNodeKey];
}

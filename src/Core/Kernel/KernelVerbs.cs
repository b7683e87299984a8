namespace Huanxin.Core.Kernel;

/// <summary>Kinds of act that every feature shares (通用办理事项).</summary>
public static class KernelVerbs
{
    public static readonly Verb AddFiles = new("file.add", "上传附件");
    public static readonly Verb WithdrawFile = new("file.withdraw", "撤下附件");

    /// <summary>All of them (全部).</summary>
    public static readonly IReadOnlyList<Verb> All = [AddFiles, WithdrawFile];
}

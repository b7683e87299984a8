using Huanxin.App.Data;

namespace Huanxin.App.Files;

/// <summary>Why a stored file cannot be opened, for whoever asked for it.</summary>
internal static class FileTroubles
{
    public static StorageTrouble Altered(string hash, Exception? cause = null) =>
        new($"附件 {Short(hash)} 的内容已损坏或被改动，请系统管理员用备份恢复。", cause);

    public static StorageTrouble NotSealed(string hash) =>
        new($"附件 {Short(hash)} 没有加密存放（由较早的版本存入，或已损坏），请重新上传，或请系统管理员用备份恢复。");

    public static StorageTrouble NoKey(string hash, Exception cause) => new($"附件 {Short(hash)} 打不开：{cause.Message}", cause);

    // Enough to find the file by.
    private static string Short(string hash) => hash[..12];
}

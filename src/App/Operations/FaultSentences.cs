using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Huanxin.App.Data;
using Huanxin.App.Data.Postgres;
using Huanxin.App.Data.Sqlite;
using Huanxin.App.Files;
using Huanxin.App.Policies;
using Huanxin.Core.Kernel;
using YamlDotNet.Core;

namespace Huanxin.App.Operations;

/// <summary>What went wrong, as one sentence for the operator, at the command line and at the start of the system.</summary>
public static partial class FaultSentences
{
    private const string DiskFull = "磁盘已满或文件超出大小限额，没有写成，也没有留下半个文件。请清理磁盘后重试。";
    private static readonly Dialect[] Dialects = [new SqliteDialect(""), new PostgresDialect("")];

    /// <summary>The sentence; null for whatever is not named here: that is a bug and shows itself whole.</summary>
    public static string? Of(Exception fault) => fault switch
    {
        Refusal refusal => refusal.Clause is null ? refusal.Sentence : $"{refusal.Sentence}（依据：{refusal.Clause}）",
        SettingsFault or StorageTrouble or EditConflict or TamperedAct or BrokenShelfException => fault.Message,
        AuthenticationTagMismatchException => "密钥环与数据不符，解不开已加密的内容：请放回原来的密钥环。",
        CryptographicException => $"密钥环与数据不符：{fault.Message}",
        OperationCanceledException => "已中止，未完成的改动没有保存。",
        YamlException yaml => $"数据文件第 {yaml.Start.Line} 行第 {yaml.Start.Column} 列有误：{yaml.InnerException?.Message ?? yaml.Message}",
        IOException io when DiskErrors.IsFull(io) => DiskFull,
        // The runtime's way to say that a file may not grow further (a limit of the process, or FAT).
        ArgumentOutOfRangeException { TargetSite.DeclaringType: var place } when place == typeof(RandomAccess) => DiskFull,
        FileNotFoundException or DirectoryNotFoundException => $"找不到文件或目录：{PathIn(fault)}",
        _ when DiskErrors.IsReadOnly(fault) => $"没有写入的权限，请检查目录和文件的权限：{PathIn(fault)}",
        _ => Dialects.Select(dialect => dialect.Trouble(fault)).FirstOrDefault(sentence => sentence is not null),
    };

    // The runtime's own sentence is English; the path in it is what the operator needs.
    private static string PathIn(Exception fault) => Quoted().Match(fault.Message) is { Success: true } path ? path.Groups[1].Value : fault.Message;

    [GeneratedRegex("'(.+)'")]
    private static partial Regex Quoted();
}

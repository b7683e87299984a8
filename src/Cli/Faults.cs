using System.Security.Cryptography;
using Huanxin.App;
using Huanxin.App.Data;
using Huanxin.App.Data.Postgres;
using Huanxin.App.Data.Sqlite;
using Huanxin.App.Files;
using Huanxin.App.Policies;
using Huanxin.Core.Kernel;
using YamlDotNet.Core;

namespace Huanxin.Cli;

/// <summary>What went wrong, as one sentence and an exit code. Whatever is not named here is a bug and shows itself whole.</summary>
internal static class Faults
{
    private const string DiskFull = "磁盘已满或文件超出大小限额，没有写成，也没有留下半个文件。请清理磁盘后重试。";
    private static readonly Dialect[] Dialects = [new SqliteDialect(""), new PostgresDialect("")];

    public static (int Code, string Sentence) Explain(Exception fault) => SentenceOf(fault) is { } sentence
        ? (ExitCode.Refused, sentence)
        : (ExitCode.Bug, $"程序出错，这是焕新的缺陷，请把以下内容发给维护人员：{Environment.NewLine}{fault}");

    private static string? SentenceOf(Exception fault) => fault switch
    {
        Refusal refusal => refusal.Clause is null ? refusal.Sentence : $"{refusal.Sentence}（依据：{refusal.Clause}）",
        SettingsFault or StorageTrouble or EditConflict or TamperedAct or BrokenShelfException => fault.Message,
        CryptographicException => $"密钥环与数据不符：{fault.Message}",
        OperationCanceledException => "已中止，未完成的改动没有保存。",
        YamlException yaml => $"数据文件第 {yaml.Start.Line} 行第 {yaml.Start.Column} 列有误：{yaml.InnerException?.Message ?? yaml.Message}",
        IOException io when DiskErrors.IsFull(io) => DiskFull,
        // The runtime's way to say that a file may not grow further (a limit of the process, or FAT).
        ArgumentOutOfRangeException { TargetSite.DeclaringType: var place } when place == typeof(RandomAccess) => DiskFull,
        FileNotFoundException or DirectoryNotFoundException => $"找不到文件或目录：{fault.Message}",
        _ when DiskErrors.IsReadOnly(fault) => $"没有写入的权限，请检查目录和文件的权限：{fault.Message}",
        _ => Dialects.Select(dialect => dialect.Trouble(fault)).FirstOrDefault(sentence => sentence is not null),
    };
}

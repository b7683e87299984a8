using System.CommandLine;
using Huanxin.App.Operations;

namespace Huanxin.Cli.Commands;

/// <summary><c>backup</c>: everything in one archive, while the system runs.</summary>
internal static class MakeBackup
{
    public static Command Verb(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "备份文件，如 huanxin-2026-01-01.zip；不覆盖已有文件", HelpName = "文件" };
        var withKeys = new Option<bool>("--with-keys") { Description = "连同密钥环一起备份（此文件须严加保管）" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出清单" };
        var verb = new Command("backup", "把数据库和附件备份成一个文件；系统不必停止，可恢复到任一种数据库") { file, withKeys, json };
        verb.SetAction(async (words, stop) =>
        {
            await using var session = Session.Open(terminal);
            await session.DbAsync(stop);
            var result = await session.Get<Backup>().WriteAsync(
                words.GetRequiredValue(file), words.GetValue(withKeys), terminal.Progress, stop);
            if (words.GetValue(json)) terminal.SayJson(result);
            else Tell(terminal, words.GetRequiredValue(file), session.Settings.KeyringFile, result);
            return result.MissingFiles.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return verb;
    }

    private static void Tell(Terminal terminal, string file, string keyring, BackupResult result)
    {
        var manifest = result.Manifest;
        terminal.Say($"已备份到 {file}：{manifest.Tables.Count} 张表 {manifest.Tables.Sum(part => part.Rows)} 行，附件 {manifest.Files} 个。");
        terminal.Say(manifest.HasKeys
            ? "其中含有密钥环：得到此文件的人能打开全部个人信息和附件，请严加保管。"
            : $"其中不含密钥环：没有 {keyring}，恢复后个人信息和附件无法打开，请另行保存它。");
        if (result.MissingFiles.Count > 0)
        {
            terminal.Complain($"有 {result.MissingFiles.Count} 个附件的文件不在附件目录中或已损坏，没有备份到，首个是 {result.MissingFiles[0]}。");
        }
    }
}

using System.CommandLine;
using Huanxin.App;
using Huanxin.App.Operations;

namespace Huanxin.Cli.Commands;

/// <summary><c>restore</c>: an archive into an empty database of either kind.</summary>
internal static class RestoreBackup
{
    public static Command Verb(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "备份文件", HelpName = "文件" };
        var into = new Option<string>("--into")
        {
            Description = "目标数据库，sqlite:路径 或 postgres:连接串；不写则为 HUANXIN_DATABASE", HelpName = "数据库",
        };
        var why = Why.Option();
        var verb = new Command("restore", "把备份恢复到空数据库：先核对全部散列，再一次写入，最后核验封存链") { file, into, why };
        verb.SetAction((words, stop) => RunAsync(
            terminal, words.GetRequiredValue(file), words.GetValue(into), words.GetRequiredValue(why), stop));
        return verb;
    }

    private static async Task<int> RunAsync(Terminal terminal, string file, string? into, string why, CancellationToken stop)
    {
        var settings = terminal.ReadSettings(into);
        using var archive = ArchiveReader.Open(file);
        using var keys = KeysFor(archive, settings);
        await using var session = Session.ForChange(terminal, settings);
        var verdict = await session.Get<Restore>().RunAsync(
            archive, isRehearsal: into is not null, terminal.Doing(OperationsVerbs.Restore, why), terminal.Progress, stop);
        keys.Keep();
        var manifest = archive.Manifest;
        terminal.Say($"已恢复 {manifest.TakenAt:yyyy-MM-dd HH:mm}（UTC）的备份：{manifest.Tables.Sum(part => part.Rows)} 行，附件 {manifest.Files} 个。");
        return await Verify.TellAsync(terminal, session, verdict, isJson: false, stop);
    }

    // Without keys of its own the installation takes those of the archive, and gives them back when the restore fails.
    private static Leftovers KeysFor(ArchiveReader archive, Settings settings)
    {
        var leftovers = new Leftovers();
        if (File.Exists(settings.KeyringFile)) return leftovers;
        if (!archive.Manifest.HasKeys) throw OperationsRefusals.KeyringMissing(settings.KeyringFile);

        leftovers.Add(() => File.Delete(settings.KeyringFile));
        archive.WriteKeyring(settings.KeyringFile);
        return leftovers;
    }
}

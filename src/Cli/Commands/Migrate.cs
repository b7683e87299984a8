using System.CommandLine;
using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.App.Operations;
using Huanxin.App.Security;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Cli.Commands;

/// <summary><c>migrate</c>: folders, keys and database, made or brought up to date.</summary>
internal static class Migrate
{
    public static Command Verb(Terminal terminal)
    {
        var verb = new Command("migrate", "建立数据目录、密钥环和数据库，或把数据库升级到本程序的版本；可重复执行");
        verb.SetAction((_, stop) => RunAsync(terminal, stop));
        return verb;
    }

    private static async Task<int> RunAsync(Terminal terminal, CancellationToken stop)
    {
        await using var session = Session.ForChange(terminal, terminal.ReadSettings());
        var keyring = session.Settings.KeyringFile;
        using var newKeys = new Leftovers();
        var isNewKeyring = Keyring.Make(keyring);
        if (isNewKeyring) newKeys.Add(() => File.Delete(keyring));
        OwnerOnly.Folder(session.Settings.FilesFolder);
        var db = session.Get<AppDb>();
        var applied = await Schema.MigrateAsync(db, stop);
        if (isNewKeyring && await db.Acts.AnyAsync(stop)) throw OperationsRefusals.KeyringMissing(keyring);

        newKeys.Keep();
        if (isNewKeyring) terminal.Say($"已生成密钥环 {keyring}：请另行妥善保存，没有它，个人信息和附件无法解开。");
        terminal.Say(applied.Count == 0
            ? $"数据库已是最新（{Schema.Newest(db)}），未作改动。"
            : $"数据库已升级：{string.Join("、", applied)}。");
        return ExitCode.Done;
    }
}

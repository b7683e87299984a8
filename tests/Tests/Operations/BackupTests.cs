using System.IO.Compression;
using Huanxin.App.Operations;
using Huanxin.Core.People;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Operations;

[BothDatabases]
public sealed class BackupTests : IAsyncLifetime
{
    private TestDatabase database = null!, empty = null!;
    private CommandLine huanxin = null!, elsewhere = null!;
    private string archive = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        empty = await TestDatabase.CreateEmptyAsync();
        (huanxin, elsewhere) = (new CommandLine(database), new CommandLine(empty));
        archive = Path.Combine(database.DataFolder, "backup.zip");
        await Installation.FillAsync(database);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await empty.DisposeAsync();
    }

    [Fact]
    public async Task A_backup_restores_into_an_empty_installation_row_for_row_and_byte_for_byte()
    {
        var before = await Installation.SumsAsync(huanxin);
        await huanxin.DoneAsync("backup", archive);

        var restored = await elsewhere.DoneAsync("restore", archive, "--why", "演练");

        Assert.Contains("封存链完好：1 项办理行为已证明，2 项待封存", restored.Output);
        Assert.Contains("附件完好：1 个", restored.Output);
        Installation.AssertSame(before, await Installation.SumsAsync(elsewhere));
        await using var db = empty.Open();
        Assert.Equal("演示张三", TestDatabase.Cipher.Open((await db.Accounts.SingleAsync(Stop)).Name));
        var act = await db.Acts.SingleAsync(a => a.Verb == OperationsVerbs.Restore.Code, Stop);
        Assert.Equal("演练", act.Why);
    }

    [Fact]
    public async Task A_restored_installation_goes_on_working_and_sealing()
    {
        await huanxin.DoneAsync("backup", archive);
        await elsewhere.DoneAsync("restore", archive, "--why", "演练");

        await elsewhere.DoneAsync("account", "disable", "clerk", "--why", "试");
        await elsewhere.DoneAsync("seal");

        Assert.Contains("4 项办理行为已证明", (await elsewhere.DoneAsync("verify")).Output);
    }

    [Fact]
    public async Task A_restore_in_place_of_a_lost_database_starts_from_the_backup_and_keeps_what_was_seen_aside()
    {
        await huanxin.DoneAsync("backup", archive);
        await huanxin.DoneAsync("account", "disable", "clerk", "--why", "备份之后");
        await huanxin.DoneAsync("seal");
        var seen = Path.Combine(database.DataFolder, "seals.log");
        File.Copy(seen, Path.Combine(empty.DataFolder, "seals.log"));

        await elsewhere.DoneAsync("restore", archive, "--why", "数据库丢失");

        Assert.Single(Directory.GetFiles(empty.DataFolder, "seals.log.2*"));
        await elsewhere.DoneAsync("seal");
        await elsewhere.DoneAsync("verify");
    }

    [Fact]
    public async Task A_rehearsal_beside_the_running_installation_leaves_its_witness_alone()
    {
        await huanxin.DoneAsync("backup", archive);
        var seen = await File.ReadAllTextAsync(Path.Combine(database.DataFolder, "seals.log"), Stop);

        await huanxin.DoneAsync("restore", archive, "--into", empty.Setting, "--why", "演练");

        Assert.Equal(seen, await File.ReadAllTextAsync(Path.Combine(database.DataFolder, "seals.log"), Stop));
        await huanxin.DoneAsync("verify");
    }

    [Fact]
    public async Task Nothing_is_restored_over_existing_data()
    {
        var before = await Installation.SumsAsync(huanxin);
        await huanxin.DoneAsync("backup", archive);

        Assert.Contains("目标数据库不是空的", (await huanxin.RefusedAsync("restore", archive, "--why", "误操作")).Sentence);

        Assert.Equal(before, await Installation.SumsAsync(huanxin));
    }

    [Fact]
    public async Task Nothing_is_restored_beside_the_tables_of_another_program()
    {
        await huanxin.DoneAsync("backup", archive);
        await using (var db = empty.Open())
        {
            await db.Database.OpenConnectionAsync(Stop);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "CREATE TABLE other (id integer)";
            await command.ExecuteNonQueryAsync(Stop);
        }

        Assert.Contains("已有别的表", (await elsewhere.RefusedAsync("restore", archive, "--why", "误操作")).Sentence);
    }

    [Fact]
    public async Task An_existing_file_is_not_overwritten_and_a_missing_folder_is_named()
    {
        await File.WriteAllTextAsync(archive, "别的东西", Stop);

        Assert.Contains("已存在", (await huanxin.RefusedAsync("backup", archive)).Sentence);
        Assert.Equal("别的东西", await File.ReadAllTextAsync(archive, Stop));
        Assert.Contains("不存在", (await huanxin.RefusedAsync("backup", Path.Combine(database.DataFolder, "no", "b.zip"))).Sentence);
    }

    [Fact]
    public async Task A_backup_says_that_the_keys_are_needed_and_a_restore_without_them_is_refused()
    {
        Assert.Contains("没有", (await huanxin.DoneAsync("backup", archive)).Output);
        elsewhere.With("HUANXIN_KEYRING", null);

        Assert.Contains("找不到密钥环", (await elsewhere.RefusedAsync("restore", archive, "--why", "演练")).Sentence);

        Huanxin.App.Security.Keyring.Make(Path.Combine(empty.DataFolder, "keys", "keyring.json"));
        Assert.Contains("不是备份时的那一个", (await elsewhere.RefusedAsync("restore", archive, "--why", "演练")).Sentence);
    }

    [Fact]
    public async Task Nothing_personal_can_be_read_in_a_backup_without_its_keys()
    {
        await Installation.StoreOf(database).SaveAsync(new MemoryStream("演示张三,13800000000,370000198001010000\n"u8.ToArray()), Stop);
        await huanxin.DoneAsync("backup", archive);

        await using var zip = await ZipFile.OpenReadAsync(archive, Stop);
        Assert.Equal(2, zip.Entries.Count(entry => entry.FullName.StartsWith("files/", StringComparison.Ordinal)));
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using (var content = await entry.OpenAsync(Stop)) await content.CopyToAsync(bytes, Stop);
            Assert.True(bytes.ToArray().AsSpan().IndexOf("张三"u8) < 0 && bytes.ToArray().AsSpan().IndexOf("13800000000"u8) < 0, entry.FullName);
        }
    }

    [Fact]
    public async Task An_attachment_that_is_no_longer_whole_is_put_back_by_a_rehearsal()
    {
        await huanxin.DoneAsync("backup", archive);
        await using var db = database.Open();
        var hash = (await db.Attachments.SingleAsync(Stop)).Hash;
        var file = Path.Combine(database.DataFolder, "files", hash[..2], hash[2..4], hash);
        var bytes = await File.ReadAllBytesAsync(file, Stop);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Stop);

        await huanxin.DoneAsync("restore", archive, "--into", empty.Setting, "--why", "取回附件");

        Assert.Contains("附件完好：1 个", (await huanxin.DoneAsync("verify")).Output);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(200_000)]
    public async Task An_attachment_that_is_no_longer_whole_is_named_and_left_out_so_that_the_backup_can_be_restored(int at)
    {
        await using var db = database.Open();
        var hash = (await db.Attachments.SingleAsync(Stop)).Hash;
        await using (var file = File.OpenWrite(Path.Combine(database.DataFolder, "files", hash[..2], hash[2..4], hash)))
        {
            file.Position = at;
            file.WriteByte(1);
            file.WriteByte(2);
        }

        Assert.Contains(hash, (await huanxin.RefusedAsync("backup", archive)).Error);
        var restored = await elsewhere.RefusedAsync("restore", archive, "--why", "演练");

        Assert.Contains("封存链完好", restored.Output);
        Assert.Contains($"附件缺失：{hash}", restored.Error);
    }

    [Fact]
    public async Task A_backup_with_its_keys_restores_on_a_bare_machine()
    {
        Assert.Contains("含有密钥环", (await huanxin.DoneAsync("backup", archive, "--with-keys")).Output);
        elsewhere.With("HUANXIN_KEYRING", null);

        await elsewhere.DoneAsync("restore", archive, "--why", "新机器");

        var keyring = Path.Combine(empty.DataFolder, "keys", "keyring.json");
        Assert.Equal(await File.ReadAllBytesAsync(TestDatabase.KeyringFile, Stop), await File.ReadAllBytesAsync(keyring, Stop));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(keyring));
    }

    [Fact]
    public async Task An_attachment_without_its_file_is_named_by_backup_and_by_verify()
    {
        await using var db = database.Open();
        var hash = (await db.Attachments.SingleAsync(Stop)).Hash;
        Installation.StoreOf(database).Delete(hash);

        Assert.Contains(hash, (await huanxin.RefusedAsync("backup", archive)).Error);
        Assert.Contains($"附件缺失：{hash}", (await huanxin.RefusedAsync("verify")).Error);
    }

    [Fact]
    public async Task An_altered_attachment_and_an_altered_act_are_named_by_verify()
    {
        await using var db = database.Open();
        var hash = (await db.Attachments.SingleAsync(Stop)).Hash;
        await File.AppendAllTextAsync(Path.Combine(database.DataFolder, "files", hash[..2], hash[2..4], hash), "x", Stop);
        await database.TamperAsync($"""UPDATE acts SET "Why" = '改过' WHERE "Why" = '初始'""");

        var found = await huanxin.RefusedAsync("verify");
        var json = await huanxin.RefusedAsync("verify", "--json");

        Assert.Contains($"附件被改动：{hash}", found.Error);
        Assert.Contains("第 1 号封存，2024-03-28 10:00:00 的办理行为“登记单位”", found.Error);
        Assert.Contains("\"sound\": false", json.Output);
        Assert.Contains("\"sealNumber\": 1", json.Output);
    }

    [Fact]
    public async Task Writers_go_on_while_a_backup_reads_and_it_holds_one_moment()
    {
        await using var db = database.Open();
        var snapshot = await db.Dialect.BeginSnapshotAsync(await OpenAsync(db), Stop);
        await db.Database.UseTransactionAsync(snapshot, Stop);
        Assert.Equal(2, await db.Organisations.CountAsync(Stop));

        await using var writer = database.Open();
        writer.Add(Given.Organisation("later", "后来的"));
        await writer.SaveAsync(Given.Act(PeopleVerbs.CreateOrganisation), Stop);

        Assert.Equal(2, await db.Organisations.CountAsync(Stop));
        Assert.Equal(3, await writer.Organisations.CountAsync(Stop));
        await snapshot.DisposeAsync();
    }

    private static async Task<System.Data.Common.DbConnection> OpenAsync(DbContext db)
    {
        await db.Database.OpenConnectionAsync(Stop);
        return db.Database.GetDbConnection();
    }
}

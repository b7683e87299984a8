using System.IO.Compression;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Operations;

[BothDatabases]
public sealed class DamagedArchiveTests : IAsyncLifetime
{
    private TestDatabase database = null!, empty = null!;
    private CommandLine elsewhere = null!;
    private string archive = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        empty = await TestDatabase.CreateEmptyAsync();
        elsewhere = new CommandLine(empty);
        archive = Path.Combine(database.DataFolder, "backup.zip");
        await Installation.FillAsync(database);
        await new CommandLine(database).DoneAsync("backup", archive);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await empty.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(90)]
    [InlineData(99)]
    public async Task A_truncated_archive_is_refused(int percent)
    {
        var bytes = await File.ReadAllBytesAsync(archive, Stop);
        await File.WriteAllBytesAsync(archive, bytes[..(bytes.Length * percent / 100)], Stop);

        await AssertDamagedAsync();
    }

    [Fact]
    public async Task A_flipped_bit_in_any_part_is_refused_before_anything_is_written()
    {
        var whole = await File.ReadAllBytesAsync(archive, Stop);
        foreach (var (name, position) in MiddleOfEveryEntry())
        {
            var bytes = (byte[])whole.Clone();
            bytes[position] ^= 0x10;
            await File.WriteAllBytesAsync(archive, bytes, Stop);

            var refused = await elsewhere.RefusedAsync("restore", archive, "--why", "演练");
            Assert.True(refused.Sentence.Contains("已损坏"), name);
        }

        await AssertEmptyAsync();
    }

    [Fact]
    public async Task A_part_exchanged_together_with_its_hash_is_refused_as_a_forgery()
    {
        await using (var zip = new ZipArchive(new FileStream(archive, FileMode.Open, FileAccess.ReadWrite), ZipArchiveMode.Update))
        {
            var manifest = await ReadAsync(zip, "manifest.json");
            var forged = manifest.Replace("2024-03-28", "2024-03-29");
            await ReplaceAsync(zip, "manifest.json", forged);
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(forged)));
            await ReplaceAsync(zip, "manifest.seal", $"{hash} {(await ReadAsync(zip, "manifest.seal")).Split(' ')[1]}");
        }

        Assert.Contains("被改动过", (await elsewhere.RefusedAsync("restore", archive, "--why", "演练")).Sentence);
    }

    [Fact]
    public async Task What_is_no_archive_at_all_is_refused()
    {
        await File.WriteAllTextAsync(archive, "这不是备份", Stop);
        await AssertDamagedAsync();

        File.Delete(archive);
        Assert.Contains("找不到备份文件", (await elsewhere.RefusedAsync("restore", archive, "--why", "演练")).Sentence);
    }

    private async Task AssertDamagedAsync()
    {
        Assert.Contains("已损坏", (await elsewhere.RefusedAsync("restore", archive, "--why", "演练")).Sentence);
        await AssertEmptyAsync();
    }

    private async Task AssertEmptyAsync()
    {
        Assert.False(Directory.Exists(Path.Combine(empty.DataFolder, "files")));
        Assert.Contains("请先执行 huanxin migrate", (await elsewhere.RefusedAsync("account", "list")).Sentence);
    }

    // Where the packed bytes of each entry lie: its local header is 30 bytes, its name and its extra field long.
    private List<(string Name, int Position)> MiddleOfEveryEntry()
    {
        var bytes = File.ReadAllBytes(archive);
        var middles = new List<(string, int)>();
        for (var at = 0; BitConverter.ToUInt32(bytes, at) == 0x04034b50;)
        {
            var (name, extra) = (BitConverter.ToUInt16(bytes, at + 26), BitConverter.ToUInt16(bytes, at + 28));
            var title = System.Text.Encoding.UTF8.GetString(bytes, at + 30, name);
            var data = at + 30 + name + extra;
            var packed = PackedLength(title);
            if (packed > 2) middles.Add((title, data + packed / 2));
            at = data + packed;
            // A data descriptor may follow.
            while (BitConverter.ToUInt32(bytes, at) is not (0x04034b50 or 0x02014b50)) at++;
        }

        return middles;
    }

    private int PackedLength(string name)
    {
        using var zip = ZipFile.OpenRead(archive);
        return (int)zip.GetEntry(name)!.CompressedLength;
    }

    private static async Task<string> ReadAsync(ZipArchive zip, string name)
    {
        using var text = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Stop));
        return await text.ReadToEndAsync(Stop);
    }

    private static async Task ReplaceAsync(ZipArchive zip, string name, string content)
    {
        zip.GetEntry(name)!.Delete();
        await using var text = new StreamWriter(await zip.CreateEntry(name).OpenAsync(Stop));
        await text.WriteAsync(content);
    }
}

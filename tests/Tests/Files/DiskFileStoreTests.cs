using System.Security.Cryptography;
using System.Text;
using Huanxin.App.Files;
using Huanxin.Core.Kernel;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Files;

public sealed class DiskFileStoreTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("huanxin-files-").FullName;
    private readonly DiskFileStore store;

    public DiskFileStoreTests() => store = new DiskFileStore(root, TestDatabase.Cipher, TimeProvider.System);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Bytes_are_kept_under_their_own_hash_and_come_back_unchanged()
    {
        var stored = await SaveAsync("老旧小区");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("老旧小区"u8)), stored.Hash);
        Assert.True(File.Exists(Path.Combine(root, stored.Hash[..2], stored.Hash[2..4], stored.Hash)));
        await using var back = store.Open(stored.Hash)!;
        Assert.Equal("老旧小区", await new StreamReader(back).ReadToEndAsync(Stop));
        Assert.Equal(12, stored.Size);
    }

    [Fact]
    public async Task The_same_bytes_saved_by_many_at_once_are_kept_once_and_leave_nothing_behind()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SaveAsync("同一份文件")));

        Assert.Single(all.Distinct());
        Assert.Single(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_full_disk_is_said_and_nothing_half_written_stays()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => store.SaveAsync(new BreakingStream(28), Stop));

        Assert.Equal("file.disk-full", refusal.Code);
        Assert.Empty(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_read_only_volume_is_said() =>
        Assert.Equal("file.not-writable",
            (await Assert.ThrowsAsync<Refusal>(() => store.SaveAsync(new BreakingStream(30), Stop))).Code);

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => store.SaveAsync(new BreakingStream(5), Stop));

        Assert.Empty(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Leftovers_of_a_crash_are_swept_and_kept_files_are_not()
    {
        var stored = await SaveAsync("留下");
        var leftover = Path.Combine(root, ".incoming", "crashed");
        await File.WriteAllTextAsync(leftover, "half", Stop);
        File.SetLastWriteTimeUtc(leftover, DateTime.UnixEpoch);

        Assert.Equal(1, store.Sweep(DateTime.UnixEpoch.AddDays(1)));

        Assert.False(File.Exists(leftover));
        Assert.True(store.Exists(stored.Hash));
    }

    [Fact]
    public async Task A_file_saved_again_is_young_again_so_that_no_cleaner_takes_it()
    {
        var stored = await SaveAsync("旧文件");
        File.SetLastWriteTimeUtc(
            Path.Combine(root, stored.Hash[..2], stored.Hash[2..4], stored.Hash), DateTime.UnixEpoch);
        Assert.Equal([stored], store.SavedBefore(DateTime.UnixEpoch.AddDays(1)));

        await SaveAsync("旧文件");

        Assert.Empty(store.SavedBefore(DateTime.UnixEpoch.AddDays(1)));
    }

    [Fact]
    public async Task A_file_changed_on_the_disk_is_no_longer_intact()
    {
        var stored = await SaveAsync("原件");
        Assert.True(await store.IsIntactAsync(stored.Hash, Stop));

        await File.AppendAllTextAsync(Path.Combine(root, stored.Hash[..2], stored.Hash[2..4], stored.Hash), "!", Stop);

        Assert.False(await store.IsIntactAsync(stored.Hash, Stop));
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_an_unknown_hash_is_nothing()
    {
        var stored = await SaveAsync("删除");

        Assert.True(store.Delete(stored.Hash));
        Assert.False(store.Delete(stored.Hash));
        Assert.Null(store.Open(stored.Hash));
        Assert.Throws<ArgumentException>(() => store.Open("../../etc/passwd"));
    }

    [Fact]
    public async Task The_door_keeps_a_photo_clean_and_a_document_as_it_is()
    {
        var door = new FileIntake(store);
        var photo = Pictures.Jpeg(Pictures.ExifSegment(Pictures.Exif()));

        var picture = await door.AcceptAsync("现场.jpg", new MemoryStream(photo), FileRules.Photos, Stop);
        var document = await door.AcceptAsync(
            "方案.pdf", new MemoryStream("%PDF-1.7 x"u8.ToArray()), FileRules.Documents, Stop);

        Assert.Equal(("image/jpeg", 37.513068), (picture.MediaType, picture.Image!.Latitude));
        Assert.Equal((10, null), (document.Size, document.Image));
        await using var kept = store.Open(picture.Hash)!;
        Assert.True(picture.Size < photo.Length && picture.Size == kept.Length);
    }

    [Fact]
    public async Task An_upload_over_the_limit_leaves_nothing_behind()
    {
        var rules = new FileRules(1 << 20, FileKind.Text);

        var refusal = await Assert.ThrowsAsync<Refusal>(
            () => new FileIntake(store).AcceptAsync("台账.csv", new MemoryStream(new byte[(1 << 20) + 1]), rules, Stop));

        Assert.Equal("file.too-large", refusal.Code);
        Assert.Empty(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories));
    }

    private Task<StoredContent> SaveAsync(string text) =>
        store.SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Stop);

    private sealed class BreakingStream(int error) : MemoryStream(new byte[200_000])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 100_000 ? throw new IOException("broken", error) : base.ReadAsync(buffer, cancellationToken);
    }
}

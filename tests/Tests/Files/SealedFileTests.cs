using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.App.Security;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Files;

/// <summary>What lies in the store tells nobody anything without the keyring, and is never taken for what it is not.</summary>
public sealed class SealedFileTests : IDisposable
{
    private const int Piece = 1 << 16, Head = 64, Tag = 16;
    private readonly string root = Directory.CreateTempSubdirectory("huanxin-sealed-").FullName;
    private readonly DiskFileStore store;

    public SealedFileTests() => store = StoreWith(TestDatabase.Cipher);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Nothing_of_a_file_can_be_read_in_the_folder_and_the_same_file_elsewhere_looks_different()
    {
        var ledger = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("演示张三,13800000000,370000198001010000\n", 5_000)));
        var hash = (await store.SaveAsync(new MemoryStream(ledger), Stop)).Hash;
        var lying = await File.ReadAllBytesAsync(PathOf(hash), Stop);

        Assert.Equal(-1, lying.AsSpan().IndexOf("张三"u8));
        Assert.Equal(-1, lying.AsSpan().IndexOf("1380000"u8));
        store.Delete(hash);
        await store.SaveAsync(new MemoryStream(ledger), Stop);
        Assert.NotEqual(lying, await File.ReadAllBytesAsync(PathOf(hash), Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData((3 * Piece) + 17)]
    public async Task A_file_of_any_length_comes_back_as_it_was(int length)
    {
        var bytes = Bytes(length);
        var stored = await store.SaveAsync(new Trickle(bytes), Stop);

        Assert.Equal(new StoredContent(Convert.ToHexStringLower(SHA256.HashData(bytes)), length), stored);
        Assert.Equal([stored], store.SavedBefore(DateTime.MaxValue));
        Assert.True(await store.IsIntactAsync(stored.Hash, Stop));
        await using var content = store.Open(stored.Hash)!;
        Assert.Equal(length, content.Length);
        Assert.Equal(bytes, await ReadAllAsync(content));
        content.Position = 0;
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal((-1, 0), (content.ReadByte(), await content.ReadAsync(new byte[1], Stop)));
    }

    [Fact]
    public async Task It_is_read_from_any_place_like_the_plain_bytes()
    {
        var bytes = Bytes((4 * Piece) + 1234);
        var hash = (await store.SaveAsync(new MemoryStream(bytes), Stop)).Hash;
        using var plain = new MemoryStream(bytes);
        using var content = store.Open(hash)!;

        // Where to go and how, how much to read and how.
        var step = from place in Gen.OneOf(Gen.Choose(0, bytes.Length + 100), Gen.Choose(0, 5).Select(n => n * Piece))
                   from origin in Gen.Elements(SeekOrigin.Begin, SeekOrigin.Current, SeekOrigin.End)
                   from count in Gen.OneOf(Gen.Choose(0, 3 * Piece), Gen.Choose(0, 20))
                   from way in Gen.Choose(0, 4)
                   select (place, origin, count, way);
        Prop.ForAll(step.ToArbitrary(), one =>
        {
            var to = one.origin == SeekOrigin.Begin ? one.place : one.place - (one.origin == SeekOrigin.End ? plain.Length : plain.Position);
            return content.Seek(to, one.origin) == plain.Seek(to, one.origin)
                && Read(content, one.count, one.way).SequenceEqual(Read(plain, one.count, one.way))
                && content.Position == plain.Position;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
        Assert.Throws<IOException>(() => content.Seek(-1, SeekOrigin.Begin));
        Assert.Throws<ArgumentOutOfRangeException>(() => content.Position = -1);
        Assert.Throws<NotSupportedException>(() => content.WriteByte(1));
    }

    public static TheoryData<string, Func<byte[], byte[]>> Damages => new()
    {
        { "empty", _ => [] },
        { "half a head", file => file[..(Head / 2)] },
        { "only a head", file => file[..Head] },
        { "without its last piece", file => file[..(Head + (2 * (Piece + Tag)))] },
        { "without its last byte", file => file[..^1] },
        { "longer", file => [.. file, 0] },
        { "longer by a tag", file => [.. file, .. new byte[Tag]] },
        { "another format", file => Flipped(file, 7) },
        { "another key", file => Flipped(file, 9) },
        { "another salt", file => Flipped(file, 30) },
        { "another head", file => Flipped(file, Head - 1) },
        { "another first byte", file => Flipped(file, Head) },
        { "another last byte", file => Flipped(file, file.Length - 1) },
        { "another byte in the middle", file => Flipped(file, file.Length / 2) },
        { "pieces exchanged", file => [.. file[..Head], .. PieceOf(file, 1), .. PieceOf(file, 0), .. file[(Head + (2 * (Piece + Tag)))..]] },
        { "a piece twice", file => [.. file[..Head], .. PieceOf(file, 0), .. PieceOf(file, 0), .. file[(Head + (2 * (Piece + Tag)))..]] },
        { "plain", _ => Bytes((2 * Piece) + 100) },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_file_is_noticed_and_gives_no_byte_that_was_not_stored(string damage, Func<byte[], byte[]> harm)
    {
        var bytes = Bytes((2 * Piece) + 100);
        var hash = (await store.SaveAsync(new MemoryStream(bytes), Stop)).Hash;
        await File.WriteAllBytesAsync(PathOf(hash), harm(await File.ReadAllBytesAsync(PathOf(hash), Stop)), Stop);

        Assert.False(await store.IsIntactAsync(hash, Stop), damage);
        using var read = new MemoryStream();
        var trouble = await Assert.ThrowsAsync<StorageTrouble>(async () =>
        {
            await using var content = store.Open(hash)!;
            await content.CopyToAsync(read, Stop);
        });
        Assert.Contains(hash[..12], trouble.Message);
        Assert.True(bytes.AsSpan().StartsWith(read.ToArray()), damage);

        Assert.Equal(hash, (await store.SaveAsync(new MemoryStream(bytes), Stop)).Hash);
        Assert.True(await store.IsIntactAsync(hash, Stop), "uploaded again");
    }

    [Fact]
    public async Task A_file_in_the_place_of_another_is_not_opened()
    {
        var one = await store.SaveAsync(new MemoryStream("甲的名册"u8.ToArray()), Stop);
        var other = await store.SaveAsync(new MemoryStream("乙的名册"u8.ToArray()), Stop);
        File.Copy(PathOf(one.Hash), PathOf(other.Hash), overwrite: true);

        Assert.Contains("被改动", Assert.Throws<StorageTrouble>(() => store.Open(other.Hash)).Message);
        Assert.False(await store.IsIntactAsync(other.Hash, Stop));
    }

    [Fact]
    public async Task Another_key_opens_nothing_and_a_missing_one_is_named()
    {
        var hash = (await store.SaveAsync(new MemoryStream(Bytes(10)), Stop)).Hash;

        Assert.Contains("被改动", Assert.Throws<StorageTrouble>(() => StoreWith(Ring("k1")).Open(hash)).Message);
        var trouble = Assert.Throws<StorageTrouble>(() => StoreWith(Ring("k7")).Open(hash));
        Assert.Contains("没有密钥“k1”", trouble.Message);
        Assert.False(await StoreWith(Ring("k7")).IsIntactAsync(hash, Stop));
    }

    [Fact]
    public async Task A_new_key_seals_what_is_new_and_what_an_old_one_sealed_is_still_opened()
    {
        var old = await StoreWith(Ring("k1")).SaveAsync(new MemoryStream("旧"u8.ToArray()), Stop);
        var both = Ring("k1", "k2");
        var young = await StoreWith(both).SaveAsync(new MemoryStream("新"u8.ToArray()), Stop);

        Assert.True(await StoreWith(both).IsIntactAsync(old.Hash, Stop) && await StoreWith(both).IsIntactAsync(young.Hash, Stop));
        Assert.True(await StoreWith(Ring("k1")).IsIntactAsync(old.Hash, Stop));
        Assert.False(await StoreWith(Ring("k1")).IsIntactAsync(young.Hash, Stop));
        Assert.Contains("不能用", Assert.Throws<CryptographicException>(() => Ring("a-name-that-is-too-long")).Message);
    }

    [Fact]
    public async Task Folders_and_files_are_open_to_their_owner_alone()
    {
        if (OperatingSystem.IsWindows()) return;

        var folder = Path.Combine(root, "data", "files");
        await new DiskFileStore(folder, TestDatabase.Cipher, TimeProvider.System).SaveAsync(new MemoryStream(Bytes(10)), Stop);

        const UnixFileMode file = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var entries = Directory.GetFileSystemEntries(root, "*", SearchOption.AllDirectories);
        Assert.Equal(6, entries.Length);
        foreach (var path in entries) Assert.Equal(File.Exists(path) ? file : file | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    private DiskFileStore StoreWith(Cipher cipher) => new(root, cipher, TimeProvider.System);

    private string PathOf(string hash) => Path.Combine(root, hash[..2], hash[2..4], hash);

    // A key's secret follows from its name, and is none of the shared keyring.
    private static Cipher Ring(params string[] names)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, JsonSerializer.Serialize(names.ToDictionary(n => n, n => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(n))))));
        var cipher = new Cipher(Keyring.Open(file));
        File.Delete(file);
        return cipher;
    }

    private static byte[] Read(Stream stream, int count, int way)
    {
        var bytes = new byte[count];
        var read = way switch
        {
            0 => stream.Read(bytes.AsSpan()),
            1 => stream.Read(bytes, 0, count),
            2 => stream.ReadAsync(bytes.AsMemory()).AsTask().GetAwaiter().GetResult(),
            3 => stream.ReadAsync(bytes, 0, count, Stop).GetAwaiter().GetResult(),
            _ => stream.ReadByte() is >= 0 and var one && count > 0 ? bytes[0] = (byte)one : 0,
        };
        return way == 4 ? bytes : bytes[..read];
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Stop);
        return all.ToArray();
    }

    private static byte[] PieceOf(byte[] file, int number) => file[(Head + (number * (Piece + Tag)))..(Head + ((number + 1) * (Piece + Tag)))];

    private static byte[] Flipped(byte[] file, int at)
    {
        file[at] ^= 1;
        return file;
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    // As a network gives it: less than was asked for.
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 10_007)], cancellationToken);
    }
}

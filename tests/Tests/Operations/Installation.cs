using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.App.Operations;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Operations;

/// <summary>An installation with data of every awkward kind, and what stands in its tables.</summary>
internal static class Installation
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Organisations whose parents come after them, texts that break naive formats, odd times, and a file.</summary>
    public static async Task<StoredContent> FillAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var parent = Given.Organisation("parent", "上级“单位”\n第二行\t,;\\ \u2028 😀");
        var child = new Organisation { Id = Guid.Empty, Code = "child" };
        child.Describe(new OrganisationFacts("下级", OrganisationKind.Street, Given.District, parent.Id));
        var account = Given.Account(parent, "clerk", "演示张三", "13800000000");
        for (var i = 0; i < 10; i++) account.CountFailure(Given.At.AddTicks(1234567));
        var file = await StoreOf(database).SaveAsync(new MemoryStream(RandomBytes(300_000)), Stop);
        db.AddRange(parent, child, account, PostingOf(account, parent), AttachmentOf(file));
        await db.SaveAsync(Given.Act(at: Given.At.AddTicks(7), why: "初始"), Stop);
        await using var later = database.Open();
        await new Sealer(FixedClock.OnTheTwentyEighth(), TestDatabase.Cipher, WitnessOf(database)).SealAsync(later, Stop);
        await later.SaveAsync(Given.Act(PeopleVerbs.SignInFailed), Stop);
        return file;
    }

    public static DiskFileStore StoreOf(TestDatabase database) =>
        new(Path.Combine(database.DataFolder, "files"), TestDatabase.Cipher, FixedClock.OnTheTwentyEighth());

    public static SealWitness WitnessOf(TestDatabase database) => new(Path.Combine(database.DataFolder, "seals.log"));

    /// <summary>Count and hash of each table, by the archive that would be written of it.</summary>
    public static async Task<Dictionary<string, (long Rows, string Sha256)>> SumsAsync(CommandLine huanxin)
    {
        var folder = Directory.CreateTempSubdirectory("huanxin-sums-").FullName;
        var file = Path.Combine(folder, "sums.zip");
        await huanxin.DoneAsync("backup", file);
        using var archive = ArchiveReader.Open(file);
        var sums = archive.Manifest.Tables.ToDictionary(part => part.Table, part => (part.Rows, part.Sha256));
        Directory.Delete(folder, recursive: true);
        return sums;
    }

    /// <summary>Both hold the same, apart from the one act that says how the data got there.</summary>
    public static void AssertSame(
        Dictionary<string, (long Rows, string Sha256)> before, Dictionary<string, (long Rows, string Sha256)> after)
    {
        string[] told = ["acts", "unsealed_acts"];
        Assert.Equal(before.Where(pair => !told.Contains(pair.Key)), after.Where(pair => !told.Contains(pair.Key)));
        Assert.All(told, table => Assert.Equal(before[table].Rows + 1, after[table].Rows));
    }

    private static Posting PostingOf(Account account, Organisation at) =>
        Posting.Give(Given.Act(), Given.Id(), account, at, Role.DistrictOfficer, at.Place);

    private static Attachment AttachmentOf(StoredContent file) => new()
    {
        Id = Given.Id(), RecordType = "Organisation", RecordKey = "parent", Place = Given.District, Name = "照片.jpg",
        Hash = file.Hash, Size = file.Size, MediaType = "image/jpeg", UploadedBy = Given.Id(), UploadedAt = Given.At,
        TakenAt = Given.At.AddDays(-1), Latitude = 37.513068, Longitude = 0.1 + 0.2,
    };

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}

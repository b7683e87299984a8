using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Files;

[BothDatabases]
public sealed class AttachmentIntakeTests : IAsyncLifetime
{
    private readonly FixedClock clock = FixedClock.OnTheTwentyEighth();
    private readonly Organisation organisation = Given.Organisation();
    private TestDatabase database = null!;
    private DiskFileStore store = null!;
    private AppDb db = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        store = new DiskFileStore(Folder, TestDatabase.Cipher, clock);
        db = database.Open();
        db.Add(organisation);
        await db.SaveAsync(Given.Act(), Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await database.DisposeAsync();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(database.DataFolder, "files");

    private AttachmentIntake Intake => new(new FileIntake(store), store, db, clock);

    [Fact]
    public async Task A_save_that_is_overtaken_leaves_no_bytes_behind()
    {
        await OvertakeAsync();
        var intake = Intake;
        await intake.TakeAsync(Owner, Pdf("批复.pdf"), FileRules.Documents, ActOfPerson(), Stop);
        Assert.Single(Uploads.Kept(Folder));

        await Assert.ThrowsAsync<EditConflict>(() => intake.SaveAsync(ActOfPerson(), Stop));

        Assert.Empty(Uploads.Kept(Folder));
    }

    [Fact]
    public async Task Bytes_that_another_record_names_outlive_a_save_that_fails()
    {
        await Intake.AddAsync(Owner, [Pdf("一.pdf")], FileRules.Documents, ActOfPerson(), Stop);
        await OvertakeAsync();
        var intake = Intake;
        await intake.TakeAsync(Owner, Pdf("二.pdf"), FileRules.Documents, ActOfPerson(), Stop);

        await Assert.ThrowsAsync<EditConflict>(() => intake.SaveAsync(ActOfPerson(), Stop));

        Assert.Single(Uploads.Kept(Folder));
    }

    [Fact]
    public async Task What_was_taken_and_never_saved_is_given_back()
    {
        await using (var intake = Intake) await intake.TakeAsync(Owner, Pdf("未办.pdf"), FileRules.Documents, ActOfPerson(), Stop);

        Assert.Empty(Uploads.Kept(Folder));
    }

    [Fact]
    public async Task A_lost_database_leaves_the_bytes_to_the_sweep_which_takes_what_no_record_names_after_a_day()
    {
        await Intake.AddAsync(Owner, [Pdf("留下.pdf")], FileRules.Documents, ActOfPerson(), Stop);
        await store.SaveAsync(new MemoryStream("没有记录"u8.ToArray()), Stop);
        var sweep = new FileSweep(store, db, clock);

        Assert.Equal(0, (await sweep.RunAsync(Stop))!.Contents);
        clock.Advance(FileSweep.Grace + TimeSpan.FromHours(1));
        Assert.Equal(new SweepResult(1, 12, 0), await sweep.RunAsync(Stop));
        Assert.Single(Uploads.Kept(Folder));
    }

    [Fact]
    public async Task One_node_sweeps_at_a_time()
    {
        using var broom = store.TakeBroom();

        Assert.Null(await new FileSweep(new DiskFileStore(Folder, TestDatabase.Cipher, clock), db, clock).RunAsync(Stop));
    }

    private FileOwner Owner => new(nameof(Organisation), organisation.Id.ToString(), organisation.Place);

    private static Upload Pdf(string name) => new(name, () => new MemoryStream(Uploads.Pdf));

    private static Act ActOfPerson() => Given.Act(KernelVerbs.AddFiles, Given.Id());

    // Another person saves the organisation while ours is open and changed.
    private async Task OvertakeAsync()
    {
        await using var other = database.Open();
        Rename(await other.Organisations.SingleAsync(Stop), "他人改的名称");
        await other.SaveAsync(Given.Act(), Stop);
        Rename(organisation, "我改的名称");
    }

    private static void Rename(Organisation organisation, string name) =>
        organisation.Describe(new OrganisationFacts(name, organisation.Kind, organisation.Place));
}

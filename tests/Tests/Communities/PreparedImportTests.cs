using System.Text;
using System.Text.Json.Nodes;
using Huanxin.App.Communities.Imports;
using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Huanxin.Web.Communities.Imports;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>A large ledger comes in from what its check made ready, and in no case otherwise than if it had been read again.</summary>
[BothDatabases]
public sealed class PreparedImportTests : IAsyncLifetime
{
    private const int Rows = 1200;
    private static readonly byte[] Ledger = Encoding.UTF8.GetBytes(
        "小区编码,小区名称,街道,地址,建成时间,户数,建筑面积（㎡）,结构形式,物业管理方式,维修资金,改造意愿强烈,别名,纬度,经度,联系人,联系电话,备注\n" + string.Concat(Enumerable.Range(1, Rows).Select(i =>
            $"B{i:0000},第{i}号院,{(i % 3 == 0 ? "竹岛" : "")},和平路{i}号,{1978 + i % 25}年,{200 + i % 400},{17_000 + i % 37 * 100}.{i % 10},砖混,{(i % 5 == 0 ? "" : "自治")},{i}.5,{(i % 2 == 0 ? "是" : "否")},甲{i}院,37.{i:0000},122.{i:0000},王{i},13800000000,备注{i}\n")));

    private TestApp app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ImportRunner Runner => app.Services.GetRequiredService<ImportRunner>();

    // Nobody takes an import up but the test.
    public async ValueTask InitializeAsync() =>
        app = await TestApp.StartAsync(services => services.Remove(services.Single(one => one.ImplementationType == typeof(ImportJob))));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_leaves_the_same_records_and_the_same_trail_as_reading_the_file_again()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var first = await ConfirmedAsync(browser);
        Assert.True(File.Exists(PathOf(first)));
        await Runner.RunAsync(first, _ => { }, Stop);
        Assert.False(File.Exists(PathOf(first)));
        var prepared = await ToldAsync(first);
        await TakenBackAsync(first);

        var second = await ConfirmedAsync(browser);
        File.Delete(PathOf(second));
        await Runner.RunAsync(second, _ => { }, Stop);

        Assert.Equal(Rows, prepared.Count);
        Assert.Equal(await ToldAsync(second), prepared);
        var contact = await app.AskAsync(db => db.Communities.Where(c => c.Code == "B0007").Select(c => c.ContactName).SingleAsync());
        Assert.Equal("王7", app.Services.GetRequiredService<App.Security.Cipher>().Open(contact!));
    }

    [Fact]
    public async Task One_that_was_altered_brings_nothing_in_and_is_planned_anew_when_it_is_taken_up_again()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var id = await ConfirmedAsync(browser);
        var bytes = await File.ReadAllBytesAsync(PathOf(id), Stop);
        var at = bytes.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes("备注1100"));
        bytes[at + 6] = (byte)'9';
        await File.WriteAllBytesAsync(PathOf(id), bytes, Stop);

        await Assert.ThrowsAsync<InvalidDataException>(() => Runner.RunAsync(id, _ => { }, Stop));
        Assert.Equal((0, 0), (await CommunitiesAsync(), await app.AskAsync(db => db.Acts.CountAsync(a => a.Verb == "ledger.import"))));
        await Runner.RunAsync(id, _ => { }, Stop);

        Assert.Equal("备注1100", await app.AskAsync(db => db.Communities.Where(c => c.Code == "B1100").Select(c => c.Note).SingleAsync()));
        Assert.Equal(Rows, await CommunitiesAsync());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-36)]
    public async Task One_that_was_cut_off_brings_nothing_in(int length)
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var id = await ConfirmedAsync(browser);
        await using (var file = File.OpenWrite(PathOf(id))) file.SetLength(file.Length + length);

        await Assert.ThrowsAsync<InvalidDataException>(() => Runner.RunAsync(id, _ => { }, Stop));

        Assert.Equal(0, await CommunitiesAsync());
    }

    [Fact]
    public async Task An_import_that_breaks_off_in_the_middle_leaves_nothing_and_comes_in_from_the_same_file_afterwards()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var id = await ConfirmedAsync(browser);

        await Assert.ThrowsAsync<TimeoutException>(() => Runner.RunAsync(id, rows => throw new TimeoutException($"{rows}"), Stop));
        Assert.Equal((0, true), (await CommunitiesAsync(), File.Exists(PathOf(id))));
        await Runner.RunAsync(id, _ => { }, Stop);

        Assert.Equal(Rows, await CommunitiesAsync());
    }

    [Fact]
    public async Task A_node_that_never_made_anything_ready_reads_the_ledger_itself()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var id = await ConfirmedAsync(browser);
        Directory.Delete(Path.GetDirectoryName(PathOf(id))!, recursive: true);

        await Runner.RunAsync(id, _ => { }, Stop);

        Assert.Equal(Rows, await CommunitiesAsync());
    }

    [Fact]
    public async Task What_changed_in_the_register_since_is_seen()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var id = await ConfirmedAsync(browser);
        await app.KeepAsync(CommunityGiven.Named("第5号院", p => p with { Code = "B0005" }));

        await Runner.RunAsync(id, _ => { }, Stop);

        var run = await app.AskAsync(db => db.ImportRuns.SingleAsync(r => r.Id == id));
        Assert.Equal((ImportState.Checking, ImportRefusals.RegisterChanged().Sentence), (run.State, run.Trouble));
        Assert.Equal(1, await CommunitiesAsync());
    }

    [Fact]
    public async Task A_change_that_does_not_touch_the_ledger_does_not_keep_it_out()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var id = await ConfirmedAsync(browser);
        await app.KeepAsync(CommunityGiven.Named("别处小区", p => p with { Place = RegionCode.Of("520525") }));

        await Runner.RunAsync(id, _ => { }, Stop);

        Assert.Equal(ImportState.Imported, await app.AskAsync(db => db.ImportRuns.Where(r => r.Id == id).Select(r => r.State).SingleAsync()));
        Assert.Equal(Rows + 1, await CommunitiesAsync());
    }

    [Fact]
    public async Task An_upload_that_was_swapped_meanwhile_is_refused_though_its_rows_are_ready()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var id = await ConfirmedAsync(browser);
        var hash = await app.AskAsync(db => db.ImportRuns.Where(r => r.Id == id).Select(r => r.Hash).SingleAsync());
        var stored = Directory.EnumerateFiles(app.Database.DataFolder, hash, SearchOption.AllDirectories).Single();
        File.SetAttributes(stored, FileAttributes.Normal);
        await File.AppendAllTextAsync(stored, "假小区\n", Stop);

        await Runner.RunAsync(id, _ => { }, Stop);

        Assert.Equal(ImportRefusals.FileGone().Sentence, await app.AskAsync(db => db.ImportRuns.Where(r => r.Id == id).Select(r => r.Trouble).SingleAsync()));
        Assert.Equal(0, await CommunitiesAsync());
    }

    private string PathOf(Guid import) => Path.Combine(app.Database.DataFolder, "prepared", $"{import}");

    private Task<int> CommunitiesAsync() => app.AskAsync(db => db.Communities.CountAsync());

    // Checked on the page, and confirmed as the page would, but not begun.
    private async Task<Guid> ConfirmedAsync(Browser browser)
    {
        await browser.DropAsync(Ledger, "台账.csv");
        var id = await app.AskAsync(db => db.ImportRuns.Where(r => r.State == ImportState.Checking).Select(r => r.Id).SingleAsync());
        await ChangeAsync(id, CommunityVerbs.ConfirmImport, (run, act) => run.Confirm(act, LedgerKind.Communities, Rows, 0, 0));
        return id;
    }

    private async Task TakenBackAsync(Guid id)
    {
        await ChangeAsync(id, CommunityVerbs.UndoImport, (run, act) => run.AskUndo(act));
        await Runner.RunAsync(id, _ => { }, Stop);
        Assert.Equal(0, await CommunitiesAsync());
    }

    private Task<bool> ChangeAsync(Guid id, Verb verb, Action<ImportRun, Act> change) => app.AskAsync(async db =>
    {
        var run = await db.ImportRuns.SingleAsync(r => r.Id == id);
        var act = Given.Act(verb, why: "核对无误", by: run.UploadedBy, at: app.Clock.Now);
        change(run, act);
        await db.SaveAsync(act, Stop);
        return true;
    });

    // What the trail tells of each community that came in; its key and what is sealed differ each time.
    private Task<List<string>> ToldAsync(Guid import) => app.AskAsync(async db =>
    {
        var act = await db.ImportRuns.Where(r => r.Id == import).Select(r => r.ActId).SingleAsync();
        var told = await db.Changes.Where(c => c.ActId == act && c.RecordType == nameof(Community) && c.Kind == ChangeKind.Created).OrderBy(c => c.Number).ToListAsync(Stop);
        return told.ConvertAll(change =>
        {
            var values = JsonNode.Parse(change.New!)!.AsObject();
            foreach (var other in new[] { nameof(Community.ContactName), nameof(Community.ContactPhone) }) Assert.True(values.Remove(other));
            return $"{change.Number} {change.Place} {values.ToJsonString()}";
        });
    });
}

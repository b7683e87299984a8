using Huanxin.App.Exchange;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>What a clerk types about a person is kept as what the register says of one.</summary>
[BothDatabases]
public sealed class LedgerPersonalTests : IAsyncLifetime
{
    private const string Name = "王小明", Identity = "11010119900307002X", Phone = "13812345678";
    private const string Owners = "小区名称\t楼号\t单元\t房号\t业主姓名\t证件号码\t联系电话\n花园小区\t1号楼\t1\t101\t王小、明\t110101199003070001\t12\n";
    private TestApp app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.KeepAsync(CommunityGiven.Named("花园小区"));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_typed_over_an_owner_comes_in_and_is_taken_back_and_stands_nowhere_in_plain()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync(Owners);

        check = await browser.AnswerAsync(check, ("fix.E2", Name), ("fix.F2", Identity), ("fix.G2", Phone), ("why", "已与街道核对"));
        Assert.True(check.Has("form[action$='/confirm']"));
        await AssertSealedAsync(Name, Identity, Phone);
        var done = await browser.ConfirmAsync(check);

        var (owner, cipher) = await app.AskAsync(async db => (await db.Owners.SingleAsync(), db.Cipher));
        Assert.Equal((Name, Identity, Phone), (cipher.Open(owner.Name), cipher.Open(owner.IdentityNumber!), cipher.Open(owner.Phone!)));
        await AssertSealedAsync(Name, Identity, Phone);

        Assert.Contains("没有需要导入的", (await browser.PasteAsync(Owners)).Text, StringComparison.Ordinal);
        await browser.SubmitAsync($"{done.Response.RequestMessage!.RequestUri!.AbsolutePath}/undo", new { Form__Why = "传错了文件" });
        Assert.Contains("已撤销", (await browser.GetAsync(done.Response.RequestMessage.RequestUri.AbsolutePath)).Text, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await app.AskAsync(db => db.Owners.CountAsync()), await app.AskAsync(db => db.Dwellings.CountAsync())));
        await AssertSealedAsync(Name, Identity, Phone);
    }

    [Fact]
    public async Task The_contact_of_a_community_is_sealed_too_and_the_marked_workbook_has_what_was_typed()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var check = await browser.PasteAsync("小区名称\t户数\t联系人\t联系电话\n花园小区\t三百\t王某\t12\n");

        check = await browser.AnswerAsync(check, ("fix.C2", Name), ("was.C2", "王某"), ("fix.D2", Phone), ("was.D2", "12"));
        await AssertSealedAsync(Name, Phone);

        var marked = await browser.Client.GetAsync(check.Document.QuerySelector("a[href$='faults.xlsx']")!.GetAttribute("href"), Stop);
        using var book = SheetReader.Open(new MemoryStream(await marked.Content.ReadAsByteArrayAsync(Stop)), "a.xlsx");
        Assert.Equal([Name, Phone], book.Rows(0).ElementAt(1).Cells[2..4].Select(cell => cell.Shown));
        await browser.ConfirmAsync(await browser.AnswerAsync(check, ("fix.B2", "300")));
        var (garden, cipher) = await app.AskAsync(async db => (await db.Communities.SingleAsync(), db.Cipher));
        Assert.Equal((300, Name, Phone), (garden.Households, cipher.Open(garden.ContactName!), cipher.Open(garden.ContactPhone!)));
        await AssertSealedAsync(Name, Phone);
    }

    [Fact]
    public async Task The_history_tells_what_was_decided_in_words_and_what_was_typed_only_to_those_who_may_see_it()
    {
        using var officer = await app.SignedInAsync(Role.DistrictOfficer);
        using var auditor = await app.SignedInAsync(Role.Auditor, name: "auditor");
        var check = await officer.PasteAsync(Owners);
        var odd = check.Document.QuerySelectorAll("input[name^=ok]").Single(box => box.GetAttribute("value")!.StartsWith("ledger.odd-identity", StringComparison.Ordinal));
        await officer.AnswerAsync(check, ("fix.E2", Name), ("row.2", "one"), (odd.GetAttribute("name")!, odd.GetAttribute("value")!), ("why", "已与街道核对"));
        var history = $"/history/ImportRun/{await app.AskAsync(db => db.ImportRuns.Select(run => run.Id).SingleAsync())}";

        var (plain, masked) = (await officer.GetAsync(history), await auditor.GetAsync(history));

        Assert.Contains("第 2 行：是一个，不拆开；E2 改为“王小明”；证件号码（第 2 行）“证件号码不对”属实：已与街道核对", plain.Text, StringComparison.Ordinal);
        Assert.Contains("第 2 行：是一个，不拆开；E2 改为“•••”；证件号码（第 2 行）“证件号码不对”属实：已与街道核对", masked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, masked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("sealed:", plain.Html + masked.Html, StringComparison.Ordinal);
    }

    private async Task AssertSealedAsync(params string[] typed)
    {
        var kept = await app.AskAsync(async db => (List<string?>)
        [
            .. await db.ImportRuns.Select(run => run.Decisions).ToListAsync(Stop), .. await db.Changes.Select(change => change.Old).ToListAsync(Stop),
            .. await db.Changes.Select(change => change.New).ToListAsync(Stop), .. await db.Acts.Select(act => act.Why).ToListAsync(Stop),
        ]);
        Assert.DoesNotContain(kept, text => text is not null && typed.Any(one => text.Contains(one, StringComparison.Ordinal)));
    }
}

using Huanxin.App.Programmes;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Programmes;

/// <summary>The plans of the demo: what the five documents planned, as they printed it.</summary>
[BothDatabases]
public sealed class PlanDemoTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await new CommandLine(database).DoneAsync("demo", "--communities", "0");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [InlineData("W20", PlanKind.Programme, 2020, 548, 263_233, 30_779_890.99), Clause("W20-A")]
    [InlineData("W24", PlanKind.Library, 2024, 82, 33_202, 3_013_600d), Clause("W24-0")]
    [InlineData("AQ24", PlanKind.Annual, 2024, 35, 4_419, 508_100d), Clause("AQ24-1")]
    [InlineData("TX21", PlanKind.Annual, 2021, 24, 9_120, 721_000d), Clause("TX21-4.2")]
    [InlineData("NY22", PlanKind.Annual, 2022, 20, 411, null), Clause("NY22-1")]
    public async Task Each_document_is_a_plan_in_force_with_its_printed_totals(
        string document, PlanKind kind, int year, int communities, int households, double? metres)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var db = database.Open();
        var set = await db.PlanSets.AsNoTracking().SingleAsync(s => s.Document == document, stop);
        var plan = await db.InForceAsync(set, stop);

        Assert.Equal((kind, year), (set.Kind, set.FromYear));
        var total = plan!.Grid.Total;
        Assert.Equal((communities, households), (total.Communities, total.Households));
        Assert.Equal(metres is { } area ? Area.FromSquareMetres((decimal)area) : null, total.Area);
    }

    [Fact, Clause("AQ24-1"), Clause("TX21-4.2")]
    public async Task Buildings_and_money_are_there_where_the_documents_give_them()
    {
        await using var db = database.Open();
        var sums = await db.PlanRows.AsNoTracking().Select(r => new { r.Buildings, r.Investment }).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Contains(sums, s => s.Buildings == 123);
        Assert.Contains(sums, s => s.Buildings == 146);
        Assert.Contains(sums, s => s.Investment == Fen.FromYuan(863_000_000));
    }
}

using Huanxin.App;
using Huanxin.Core.Kernel;
using Huanxin.Tests.Support;
using Huanxin.Web.Ui.Tables;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Xunit;

namespace Huanxin.Tests.Ui;

/// <summary>Everything a list can be asked is answered by the database, the same on both.</summary>
[BothDatabases]
public sealed class TableTests : IAsyncLifetime
{
    private static readonly Table<Row> Rows = Table.Of("rows", (Row r) => r.Id)
        .Text("name", "名称", r => r.Name, Use.Head | Use.Search, sort: r => r.Code)
        .Code("code", "编号", r => r.Code, Use.Search)
        .Choice("state", "状态", r => r.State, s => s == RowState.Open ? "未结" : "已结")
        .Number("homes", "户数", "户", r => r.Homes)
        .Money("budget", "概算", "万元", r => r.Budget)
        .Floor("floor", "面积", "㎡", r => r.Floor)
        .Date("due", "期限", r => r.Due)
        .Time("seen", "更新", r => r.Seen);

    private TestDatabase database = null!;
    private RowsDb db = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateEmptyAsync();
        db = new RowsDb(database.Connection);
        if (TestDatabase.IsPostgres) await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        else await db.Database.EnsureCreatedAsync();
        db.AddRange(Enumerable.Range(1, 120).Select(Row.Made));
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_list_comes_in_pages_of_fifty_with_the_count_of_all()
    {
        var first = await ReadAsync("");
        var last = await ReadAsync("page=3");

        Assert.Equal((50, 120, 3), (first.Rows.Count, first.Total, first.Pages));
        Assert.Equal(20, last.Rows.Count);
    }

    [Fact]
    public async Task A_screen_stops_counting_where_nobody_pages_any_more_and_a_program_counts_to_the_end()
    {
        var many = Enumerable.Range(1, 10_060).Select(Row.Made).ToList().AsQueryable();

        var screen = await Rows.ReadAsync(many, Of("page=300"), TestContext.Current.CancellationToken);
        var program = await Rows.ReadToTheEndAsync(many, Of("page=300"), TestContext.Current.CancellationToken);

        Assert.Equal((5_000, 100, true), (screen.Total, screen.State.Page, screen.IsMore));
        Assert.Equal((10_060, 202, false), (program.Total, program.State.Page, program.IsMore));
    }

    [Fact]
    public async Task A_page_beyond_the_end_is_the_last() => Assert.Equal(3, (await ReadAsync("page=40")).State.Page);

    [Fact]
    public async Task Search_looks_through_every_searched_column_blind_to_case()
    {
        Assert.Equal(["R007"], await CodesAsync("q=r007"));
        Assert.Equal(18, (await ReadAsync("q=海滨")).Total);
        Assert.Equal(["R001"], await CodesAsync("q=海滨%20r001"));
    }

    [Fact]
    public async Task A_percent_sign_is_looked_for_and_is_no_wildcard() => Assert.Empty(await CodesAsync("q=%25"));

    [Fact]
    public async Task Several_choices_are_either_or_and_an_unknown_one_is_ignored()
    {
        Assert.Equal(60, (await ReadAsync("state=Open")).Total);
        Assert.Equal(120, (await ReadAsync("state=Open&state=Closed")).Total);
        Assert.Equal(120, (await ReadAsync("state=Nonsense")).Total);
    }

    [Fact]
    public async Task Ranges_hold_both_ends_and_leave_out_what_was_not_reported()
    {
        Assert.Equal(["R010", "R011", "R012"], await CodesAsync("homes.from=10&homes.to=12"));
        Assert.Equal(["R002", "R003"], await CodesAsync("budget.from=2&budget.to=3"));
        Assert.Equal(["R004"], await CodesAsync("floor.from=40&floor.to=４０.00"));
        Assert.Equal(["R001", "R002"], await CodesAsync("due.to=2024年1月3日"));
    }

    [Fact]
    public async Task An_instant_belongs_to_its_day_in_China()
    {
        var day = await CodesAsync("seen.from=2024-03-28&seen.to=2024-03-28");

        // 2024-03-27T16:00Z is midnight in China; rows follow hour by hour.
        Assert.Equal(Enumerable.Range(1, 24).Select(n => $"R{n:000}"), day);
    }

    [Fact]
    public async Task What_was_not_reported_stands_last_in_either_order()
    {
        var up = await ReadAsync("sort=homes&page=3");
        var down = await ReadAsync("sort=-homes&page=3");

        Assert.Null(up.Rows[^1].Homes);
        Assert.Null(down.Rows[^1].Homes);
        Assert.Equal(119, (await ReadAsync("sort=-homes")).Rows[0].Homes);
    }

    [Fact]
    public async Task Equal_values_keep_one_order_over_all_pages()
    {
        var seen = new List<Guid>();
        for (var page = 1; page <= 3; page++) seen.AddRange((await ReadAsync($"sort=state&page={page}")).Rows.Select(r => r.Id));

        Assert.Equal(120, seen.Distinct().Count());
    }

    [Fact]
    public async Task Money_and_areas_are_ordered_by_their_size()
    {
        Assert.Equal("R119", (await ReadAsync("sort=-budget")).Rows[0].Code);
        Assert.Equal("R001", (await ReadAsync("sort=floor")).Rows[0].Code);
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_is_said_and_not_applied()
    {
        var page = await ReadAsync("homes.from=many&due.to=2024-02-30");

        Assert.Equal(120, page.Total);
        Assert.Equal(2, page.Problems.Count);
        Assert.Contains("“many”不是数字", page.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_holds_the_columns_in_the_unit_of_their_heading()
    {
        var row = Row.Made(2);
        var columns = Rows.Visible(Of("cols=budget,state"));

        Assert.Equal(["名称", "状态", "概算（万元）"], columns.Select(c => c.Heading));
        Assert.Equal<object?>(["光明2", "未结", 2m], columns.Select(c => c.ExportOf(row)));
    }

    private async Task<TablePage<Row>> ReadAsync(string query) => await Rows.ReadAsync(db.Rows, Of(query));

    private async Task<IEnumerable<string>> CodesAsync(string query) => (await ReadAsync(query)).Rows.Select(r => r.Code).Order();

    private static TableState Of(string query) => TableState.Of(QueryHelpers.ParseQuery(query));

    internal enum RowState { Open, Closed }

    internal sealed record Row(
        Guid Id, string Name, string Code, RowState State, int? Homes, Fen? Budget, Area Floor, DateOnly? Due, DateTime Seen)
    {
        public static Row Made(int n) => new(
            new Guid(n * 7919 % 1000, 0, 0, new byte[8]), n % 7 == 1 ? $"海滨{n}" : $"光明{n}", $"R{n:000}",
            n % 2 == 0 ? RowState.Open : RowState.Closed, n % 60 == 0 ? null : n, n % 60 == 0 ? null : Fen.FromYuan(n * 10_000m),
            Area.FromSquareMetres(n * 10m), n > 20 ? null : new DateOnly(2024, 1, 1).AddDays(n),
            new DateTime(2024, 3, 27, 16, 0, 0, DateTimeKind.Utc).AddHours(n - 1));
    }

    private sealed class RowsDb(string connection) : DbContext
    {
        public DbSet<Row> Rows => Set<Row>();

        protected override void OnConfiguring(DbContextOptionsBuilder options)
        {
            if (TestDatabase.IsPostgres) options.UseNpgsql(connection);
            else AppServices.UseSqlite(options, connection);
        }

        protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
        {
            conventions.Properties<Fen>().HaveConversion<FenColumn>();
            conventions.Properties<Area>().HaveConversion<AreaColumn>();
            conventions.Properties<Enum>().HaveConversion<string>();
        }

        private sealed class FenColumn() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<Fen, long>(
            fen => fen.Value, value => new Fen(value));

        private sealed class AreaColumn() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<Area, long>(
            area => area.Value, value => new Area(value));
    }
}

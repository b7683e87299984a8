using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Huanxin.App.Communities;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Web.People;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities;

/// <summary>The list of communities: screen, filters, workbook, map and API read the same columns.</summary>
public static class CommunityTable
{
    private const string StateKey = "state";
    private const string Unsaid = "unsaid";

    // The columns are the same for all who may look into the same places on the same day.
    private const int MostKept = 100;
    private static readonly ConditionalWeakTable<PlaceNames, Memo<(string Where, DateOnly Day), Table<Community>>> Kept = [];

    // Never carried out itself: the index reads off it what is asked.
    private static readonly IQueryable<Community> None = Enumerable.Empty<Community>().AsQueryable();

    /// <summary>Communities within a jurisdiction; those in the register unless other states are asked for.</summary>
    public static IQueryable<Community> Rows(AppDb db, Jurisdiction mine, TableState state) => Rows(db.Communities.AsNoTracking(), mine, state);

    /// <summary>The same as a question to the index of the register.</summary>
    public static IQueryable<Community> Asked(Jurisdiction mine, TableState state) => Rows(None, mine, state);

    /// <summary>A page of the list: found in the index of the register, however large it is, and only its rows are read.</summary>
    public static async Task<TablePage<Community>> ReadAsync(
        this Table<Community> table, AppDb db, RegisterIndex register, Jurisdiction mine, TableState state, WantedVerdicts? wanted, CancellationToken stop)
    {
        var asked = table.Query(Asked(mine, state), state);
        var found = await register.FindAsync(db, mine, asked, wanted, (state.Page, TablePage<Community>.Size), stop);
        return table.Page(state.OnPage(found.Page), found.Rows, found.Total, null);
    }

    private static IQueryable<Community> Rows(IQueryable<Community> all, Jurisdiction mine, TableState state)
    {
        var rows = all.Within(mine);
        return state.All(StateKey).Count > 0 ? rows : rows.Where(c => AppDb.Likely(c.State == CommunityState.Active));
    }

    /// <param name="verdicts">Verdicts on the rows that are shown; null where none are asked for.</param>
    public static Table<Community> Of(PlaceNames names, Jurisdiction where, DateOnly today, CommunityVerdicts? verdicts = null)
    {
        var table = Kept.GetValue(names, _ => new(MostKept)).GetOrAdd((string.Join(' ', where.Places), today), () => Made(names, where, today));
        return verdicts is null ? table : table.And(verdicts.Column);
    }

    private static Table<Community> Made(PlaceNames names, Jurisdiction where, DateOnly today) => Table.Of("communities", (Community c) => c.Id)
        .Search("名称、别名、拼音首字母或地址", Found)
        .Text("name", "小区名称", c => c.Name, Use.Head | Use.NoFilter)
        .Condition(PeopleColumns.Place<Community>(names, where))
        .Code("code", "小区编码", c => c.Code, Use.Hidden | Use.NoSort | Use.Key)
        .Text("aliases", "别名、曾用名", c => c.Aliases, Use.Hidden | Use.NoFilter)
        .Text("address", "地址", c => c.Address, Use.Hidden | Use.NoFilter)
        .Text("neighbourhood", "社区居委会", c => c.Neighbourhood, Use.Hidden)
        .Condition(Known("kind", "小区种类", c => c.Kind, FactLabels.Label, Use.Hidden))
        .Condition(Known("land", "土地性质", c => c.Land, FactLabels.Label, Use.Hidden))
        .Condition(Known("ownership", "产权性质", c => c.Ownership, CommunityLabels.Label))
        .Shown("built", "建成时间", c => c.Built)
        .Date("built-by", "建成时间（止）", c => c.BuiltTo, Use.Hidden)
        .Number("buildings", "楼栋数", "栋", c => c.Buildings)
        .Number("households", "户数", "户", c => c.Households)
        .Floor("area", "建筑面积", "㎡", c => c.Area)
        .Condition(Known("structure", "结构形式", c => c.Structure, CommunityLabels.Label, Use.Hidden))
        .Condition(Known("management", "物业管理方式", c => c.Management, CommunityLabels.Label))
        .Text("manager", "管理单位", c => c.Manager, Use.Hidden)
        .Text("flags", "示范、试点标记", c => c.Flags, Use.Hidden)
        .Choice("quality", "数据质量", c => c.Quality, PolicyLabels.Label, Use.Hidden | Use.NoSort)
        .Text("source", "数据来源", c => c.Source, Use.Hidden)
        .Condition(Freshness(today))
        .Condition(Gaps())
        .Condition(new ConditionColumn<Community>("located", "位置", c => c.Latitude is null ? null : $"{c.Latitude}，{c.Longitude}",
            [new Option("yes", "有位置"), new Option("no", "没有位置")], Use.Hidden)
        {
            Condition = text => text switch { "yes" => c => c.Latitude != null, "no" => c => c.Latitude == null, _ => null },
        })
        .Choice(StateKey, "状态", c => c.State, CommunityLabels.Label, Use.Hidden | Use.NoSort)
        .Usually(c => c.Place);

    private static Expression<Func<Community, bool>> Found(string word)
    {
        var key = CommunityNames.Key(word);
        return c => c.Finding.Contains(key);
    }

    // What nobody has looked at for a year is asked for again (NY22-4.1).
    private static ConditionColumn<Community> Freshness(DateOnly today)
    {
        var yearAgo = today.AddYears(-1);
        return new("freshness", "核实", c => Freshnesses.Of(c.ConfirmedOn, today).Label(),
            [.. Enum.GetValues<Freshness>().Select(f => new Option(f.ToString(), f.Label()))])
        {
            Condition = text => text switch
            {
                nameof(Core.Communities.Freshness.Fresh) => c => c.ConfirmedOn >= yearAgo,
                nameof(Core.Communities.Freshness.Stale) => c => c.ConfirmedOn < yearAgo,
                nameof(Core.Communities.Freshness.Never) => c => c.ConfirmedOn == null,
                _ => null,
            },
        };
    }

    // What a community does not say: the counts of the summary open to it.
    private static ConditionColumn<Community> Gaps() => new("missing", "缺项", c => string.Join('、', GapsOf(c)),
        [
            new Option("households", "户数未报"), new Option("area", "建筑面积未报"), new Option("buildings", "楼栋数未报"),
            new Option("built", "建成时间未报"),
        ], Use.Hidden)
    {
        Condition = text => text switch
        {
            "households" => c => c.Households == null,
            "area" => c => c.Area == null,
            "buildings" => c => c.Buildings == null,
            "built" => c => c.BuiltTo == null,
            _ => null,
        },
    };

    private static IEnumerable<string> GapsOf(Community community)
    {
        if (community.Households is null) yield return "户数";
        if (community.Area is null) yield return "建筑面积";
        if (community.Buildings is null) yield return "楼栋数";
        if (community.Built is null) yield return "建成时间";
    }

    // One of an enumeration, or what nobody has said.
    private static ConditionColumn<Community> Known<T>(
        string key, string title, Expression<Func<Community, T?>> value, Func<T, string> label, Use use = Use.Plain) where T : struct, Enum
    {
        var read = Reader<Community, T?>.Of(value);
        return new(key, title, c => read(c) is { } known ? label(known) : null,
            [.. Enum.GetValues<T>().Select(v => new Option(v.ToString(), label(v))), new Option(Unsaid, "未填")], use)
        {
            Condition = text =>
                text == Unsaid ? Conditions.IsOneOf(value, [null])
                : Enum.TryParse<T>(text, out var known) && Enum.IsDefined(known) ? Conditions.IsOneOf(value, [known])
                : null,
        };
    }
}

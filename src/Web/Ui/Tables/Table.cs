using System.Linq.Expressions;
using Huanxin.Core.Kernel;
using Huanxin.Web.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Ui.Tables;

/// <summary>Begins the declaration of a list.</summary>
public static class Table
{
    /// <summary>A list with a key of its own (for remembered views) and the id that keeps its order stable.</summary>
    public static Table<T> Of<T, TId>(string key, Expression<Func<T, TId>> id) where TId : notnull =>
        new(key, rows => rows.OrderBy(id), rows => rows.ThenBy(id), (rows, size) => InBatches(rows, id, size));

    // The ids are read once and the rows by them: skipping over what was read would go through all of it again for each batch, and a row that
    // comes or goes meanwhile would push others over the edge.
    private static async IAsyncEnumerable<IReadOnlyList<T>> InBatches<T, TId>(IQueryable<T> rows, Expression<Func<T, TId>> id, int size)
        where TId : notnull
    {
        var idOf = id.Compile();
        foreach (var ids in (await rows.Select(id).ToListAsync()).Chunk(size))
        {
            var read = await rows.Where(Conditions.IsAmong(id, ids)).ToDictionaryAsync(idOf);
            yield return [.. ids.Where(read.ContainsKey).Select(one => read[one])];
        }
    }
}

/// <summary>The columns of a list, declared once: for the screen, the filters, the order and the workbook.</summary>
public sealed class Table<T>(
    string key,
    Func<IQueryable<T>, IOrderedQueryable<T>> byId,
    Func<IOrderedQueryable<T>, IOrderedQueryable<T>> thenById,
    Func<IQueryable<T>, int, IAsyncEnumerable<IReadOnlyList<T>>> inBatches)
{
    private readonly List<Column<T>> columns = [];
    private Func<IQueryable<T>, IOrderedQueryable<T>>? usual;
    private Func<string, Expression<Func<T, bool>>>? found;
    private string? foundIn;

    public string Key { get; } = key;
    public IReadOnlyList<Column<T>> Columns => columns;

    /// <summary>The order when nothing else is asked for; without it the list is ordered by its id.</summary>
    public Table<T> Usually<TValue>(Expression<Func<T, TValue>> by, bool isDescending = false)
    {
        usual = rows => Conditions.Ordered(rows, by, isDescending);
        return this;
    }

    /// <summary>What the search box looks through, in words; null where the list has none.</summary>
    public string? SearchHint => foundIn
        ?? (columns.Exists(c => c.IsSearched) ? string.Join('、', columns.Where(c => c.IsSearched).Select(c => c.Title)) : null);

    /// <summary>Looks words up in something that is no column, e.g. a text kept for finding.</summary>
    public Table<T> Search(string hint, Func<string, Expression<Func<T, bool>>> contains)
    {
        (foundIn, found) = (hint, contains);
        return this;
    }

    /// <summary>Text; sorted only by a key of its own, because the databases order Chinese differently.</summary>
    public Table<T> Text(
        string key, string title, Expression<Func<T, string?>> value, Use use = Use.Plain,
        Expression<Func<T, string?>>? sort = null) =>
        With(new ValueColumn<T, string?>(key, title, null, use, value)
        {
            Filter = FilterOf(use, FilterKind.Text), SortKey = sort, CanSort = sort is not null && !use.HasFlag(Use.NoSort),
        });

    /// <summary>A code such as a region or project number: sorted as it stands.</summary>
    public Table<T> Code(string key, string title, Expression<Func<T, string?>> value, Use use = Use.Plain) =>
        Text(key, title, value, use, value);

    /// <summary>One of an enumeration, in the words of its labels.</summary>
    public Table<T> Choice<TValue>(
        string key, string title, Expression<Func<T, TValue>> value, Func<TValue, string> label, Use use = Use.Plain)
        where TValue : struct, Enum =>
        With(new ValueColumn<T, TValue>(key, title, null, use, value)
        {
            Filter = FilterOf(use, FilterKind.Choice),
            Choices = [.. Enum.GetValues<TValue>().Select(v => new Option(v.ToString(), label(v)))],
            ReadChoice = text => Enum.TryParse<TValue>(text, out var known) && Enum.IsDefined(known) ? known : null,
        });

    /// <summary>One of a list of codes known at run time, e.g. the streets of a district.</summary>
    public Table<T> Choice(
        string key, string title, Expression<Func<T, string?>> value, IReadOnlyList<Option> options, Use use = Use.Plain) =>
        With(new ValueColumn<T, string?>(key, title, null, use, value)
        {
            Filter = FilterOf(use, FilterKind.Choice), Choices = options,
        });

    public Table<T> Number(string key, string title, string unit, Expression<Func<T, int>> value, Use use = Use.Plain) =>
        Numbers(key, title, unit, value, use, (typed, _) => Reading.Small(typed));

    public Table<T> Number(string key, string title, string unit, Expression<Func<T, int?>> value, Use use = Use.Plain) =>
        Numbers(key, title, unit, value, use, (typed, _) => Reading.Small(typed));

    public Table<T> Number(string key, string title, string unit, Expression<Func<T, long>> value, Use use = Use.Plain) =>
        Numbers(key, title, unit, value, use, (typed, _) => Reading.Whole(typed));

    public Table<T> Money(string key, string title, string unit, Expression<Func<T, Fen?>> value, Use use = Use.Plain) =>
        Numbers(key, title, unit, value, use, (typed, _) => Reading.Money(typed, unit == "万元"));

    public Table<T> Money(string key, string title, string unit, Expression<Func<T, Fen>> value, Use use = Use.Plain) =>
        Numbers(key, title, unit, value, use, (typed, _) => Reading.Money(typed, unit == "万元"));

    public Table<T> Floor(string key, string title, string unit, Expression<Func<T, Area?>> value, Use use = Use.Plain) =>
        Numbers(key, title, unit, value, use, (typed, _) => Reading.Floor(typed, unit == "万㎡"));

    public Table<T> Floor(string key, string title, string unit, Expression<Func<T, Area>> value, Use use = Use.Plain) =>
        Numbers(key, title, unit, value, use, (typed, _) => Reading.Floor(typed, unit == "万㎡"));

    public Table<T> Date(string key, string title, Expression<Func<T, DateOnly?>> value, Use use = Use.Plain) =>
        With(new ValueColumn<T, DateOnly?>(key, title, null, use, value)
        {
            Filter = FilterOf(use, FilterKind.Dates), Read = (typed, _) => Reading.Date(typed),
        });

    public Table<T> Date(string key, string title, Expression<Func<T, DateOnly>> value, Use use = Use.Plain) =>
        With(new ValueColumn<T, DateOnly>(key, title, null, use, value)
        {
            Filter = FilterOf(use, FilterKind.Dates), Read = (typed, _) => Reading.Date(typed),
        });

    /// <summary>An instant; asked for by dates in China.</summary>
    public Table<T> Time(string key, string title, Expression<Func<T, DateTime>> value, Use use = Use.Plain) =>
        With(new ValueColumn<T, DateTime>(key, title, null, use, value)
        {
            Filter = FilterOf(use, FilterKind.Dates), Read = (typed, isUpper) => Instant(typed, isUpper), IsUpperOpen = true,
        });

    public Table<T> Time(string key, string title, Expression<Func<T, DateTime?>> value, Use use = Use.Plain) =>
        With(new ValueColumn<T, DateTime?>(key, title, null, use, value)
        {
            Filter = FilterOf(use, FilterKind.Dates), Read = (typed, isUpper) => Instant(typed, isUpper), IsUpperOpen = true,
        });

    /// <summary>Shown by a cell of the page's own; neither sorted nor filtered.</summary>
    public Table<T> Shown<TValue>(
        string key, string title, Expression<Func<T, TValue>> value, Use use = Use.Plain, string? unit = null,
        bool isFigure = false) =>
        With(new ValueColumn<T, TValue>(key, title, unit, use, value) { CanSort = false, IsFigure = isFigure });

    /// <summary>A column with a condition of the list's own.</summary>
    public Table<T> Condition(ConditionColumn<T> column) => With(column);

    /// <summary>The same list with one more column; this one stays as it is.</summary>
    public Table<T> And(Column<T> column)
    {
        var table = new Table<T>(Key, byId, thenById, inBatches) { usual = usual, found = found, foundIn = foundIn };
        table.columns.AddRange([.. columns, column]);
        return table;
    }

    /// <summary>The rows asked for, in their order: what the screen shows and the workbook holds.</summary>
    public IQueryable<T> Query(IQueryable<T> rows, TableState state) => Ordered(Narrowed(rows, state), state);

    /// <summary>All rows of an ordered list, so many at once, with no question to the database left open between them.</summary>
    public IAsyncEnumerable<IReadOnlyList<T>> InBatches(IQueryable<T> ordered, int size) => inBatches(ordered, size);

    public IQueryable<T> Narrowed(IQueryable<T> rows, TableState state)
    {
        foreach (var column in columns) rows = column.Narrow(rows, state);
        foreach (var word in state.Search.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            var anywhere = columns.Where(c => c.IsSearched)
                .Select(c => c.Contains(word))
                .OfType<Expression<Func<T, bool>>>()
                .ToList();
            if (found is not null) anywhere.Add(found(word));
            if (anywhere.Count > 0) rows = rows.Where(anywhere.Aggregate(Conditions.Or));
        }

        return rows;
    }

    /// <summary>A page of this list whose rows were read.</summary>
    /// <param name="most">How far was counted; one more was found where there are more.</param>
    public TablePage<T> Page(TableState state, IReadOnlyList<T> rows, int found, int? most) =>
        new(this, state, rows, Math.Min(found, most ?? found), [.. columns.SelectMany(c => c.Unreadable(state))]) { IsMore = found > most };

    /// <summary>Columns in the workbook: those on the screen and what tells the rows apart.</summary>
    public IReadOnlyList<Column<T>> Exported(TableState state)
    {
        var visible = Visible(state);
        return [.. columns.Where(c => c.IsKey || visible.Contains(c))];
    }

    /// <summary>Columns on the screen.</summary>
    public IReadOnlyList<Column<T>> Visible(TableState state)
    {
        var chosen = state.Columns.Where(key => columns.Exists(c => c.Key == key)).ToHashSet();
        return [.. columns.Where(c => chosen.Count == 0 ? !c.IsHidden : c.IsHead || chosen.Contains(c.Key))];
    }

    /// <summary>Narrowed rows in the order asked for.</summary>
    public IOrderedQueryable<T> Ordered(IQueryable<T> rows, TableState state) =>
        columns.Find(c => c.Key == state.Sort && c.CanSort) is { } column ? thenById(column.Order(rows, state.IsDescending))
        : usual is not null ? thenById(usual(rows))
        : byId(rows);

    private Table<T> Numbers<TValue>(
        string key, string title, string unit, Expression<Func<T, TValue>> value, Use use,
        Func<string, bool, object?> read) =>
        With(new ValueColumn<T, TValue>(key, title, unit, use, value)
        {
            Filter = FilterOf(use, FilterKind.Numbers), Read = read, IsFigure = true,
        });

    private Table<T> With(Column<T> column)
    {
        columns.Add(column);
        return this;
    }

    private static FilterKind FilterOf(Use use, FilterKind kind) => use.HasFlag(Use.NoFilter) ? FilterKind.None : kind;

    private static DateTime? Instant(string typed, bool isUpper) =>
        Reading.Date(typed) is { } date ? ChinaTime.EndOf(isUpper ? date : date.AddDays(-1)) : null;
}

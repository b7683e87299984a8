using System.Linq.Expressions;
using Huanxin.Core.Kernel;

namespace Huanxin.Web.Ui.Tables;

/// <summary>A column that shows one value of the row.</summary>
public sealed class ValueColumn<T, TValue>(string key, string title, string? unit, Use use, Expression<Func<T, TValue>> value)
    : Column<T>(key, title, unit, use)
{
    private Func<T, TValue>? read;

    /// <summary>Reads what was typed into a range filter; told whether it is the upper end.</summary>
    public Func<string, bool, object?> Read { get; init; } = (_, _) => null;

    /// <summary>True where the upper end of a range is the first value outside it, as with instants.</summary>
    public bool IsUpperOpen { get; init; }

    /// <summary>Reads a choice from the address.</summary>
    public Func<string, object?> ReadChoice { get; init; } = text => text;

    /// <summary>Another value to order by, e.g. a sort key for Chinese names.</summary>
    public LambdaExpression? SortKey { get; init; }

    public bool IsWan => Unit is "万元" or "万㎡";

    public override object? ValueOf(T row) => Shown(row) switch
    {
        null => null,
        // A year is a number without separators: 2024, not 2,024.
        int year when Unit == "年" => (decimal)year,
        var shown => Choices.Count > 0 ? Word(CodeOf(shown)) : shown,
    };

    public override object? ExportOf(T row) => ValueOf(row) switch
    {
        Fen money => IsWan ? money.WanYuan : money.Yuan,
        Area area => IsWan ? area.WanSquareMetres : area.SquareMetres,
        var other => other,
    };

    public override IQueryable<T> Narrow(IQueryable<T> rows, TableState state)
    {
        switch (Filter)
        {
            case FilterKind.Text when state.One(Key) is { } word && Contains(word) is { } contains:
                return rows.Where(contains);
            case FilterKind.Choice when Chosen(state) is { Count: > 0 } chosen:
                return rows.Where(Conditions.IsOneOf(value, chosen));
            case FilterKind.Dates or FilterKind.Numbers:
                return Within(rows, Bound(state.One(FromName), false), Bound(state.One(ToName), true));
            default:
                return rows;
        }
    }

    public override IOrderedQueryable<T> Order(IQueryable<T> rows, bool isDescending) =>
        Conditions.Ordered(rows, SortKey ?? value, isDescending);

    public override Expression<Func<T, bool>>? Contains(string word) =>
        value is Expression<Func<T, string?>> text ? Conditions.Contains(text, word) : null;

    public override IEnumerable<string> Unreadable(TableState state)
    {
        if (Filter is not (FilterKind.Dates or FilterKind.Numbers)) yield break;

        var wanted = Filter == FilterKind.Dates ? "日期（例如 2024-03-28）" : "数字";
        foreach (var (name, isUpper) in new[] { (FromName, false), (ToName, true) })
        {
            if (state.One(name) is { } typed && Bound(typed, isUpper) is null)
            {
                yield return $"“{Title}”的筛选值“{typed}”不是{wanted}，没有采用。";
            }
        }
    }

    private IQueryable<T> Within(IQueryable<T> rows, Bound<TValue>? from, Bound<TValue>? to)
    {
        if (from is not null) rows = rows.Where(Conditions.IsFrom(value, from.Value));
        if (to is null) return rows;

        return rows.Where(IsUpperOpen ? Conditions.IsBefore(value, to.Value) : Conditions.IsTo(value, to.Value));
    }

    private Bound<TValue>? Bound(string? typed, bool isUpper) =>
        typed is not null && Read(typed, isUpper) is { } found ? new Bound<TValue>((TValue)found) : null;

    private TValue Shown(T row) => (read ??= Reader<T, TValue>.Of(value))(row);

    private List<TValue> Chosen(TableState state) => [.. state.All(Key).Select(ReadChoice).OfType<TValue>()];

    private static string CodeOf(TValue shown) => shown?.ToString() ?? "";
}

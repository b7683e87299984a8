using System.Linq.Expressions;
using Huanxin.Web.Ui.Forms;

namespace Huanxin.Web.Ui.Tables;

/// <summary>
/// A column whose filter or search is a condition of the list's own: a place with all below it, a role among several,
/// a sealed text found by its fingerprint.
/// </summary>
public sealed class ConditionColumn<T> : Column<T>
{
    private readonly Func<T, object?> show;

    public ConditionColumn(string key, string title, Func<T, object?> show, IReadOnlyList<Option>? choices = null, Use use = Use.Plain)
        : base(key, title, null, use)
    {
        this.show = show;
        CanSort = false;
        Choices = choices ?? [];
        Filter = Choices.Count == 0 ? FilterKind.None : FilterKind.Choice;
    }

    /// <summary>Condition of one choice; the list holds rows that meet any of those chosen.</summary>
    public Func<string, Expression<Func<T, bool>>?> Condition { get; init; } = _ => null;

    /// <summary>Condition of a word in the search box.</summary>
    public Func<string, Expression<Func<T, bool>>?> Search { get; init; } = _ => null;

    public override object? ValueOf(T row) => show(row);

    public override object? ExportOf(T row) => show(row);

    public override IQueryable<T> Narrow(IQueryable<T> rows, TableState state)
    {
        var any = Filter == FilterKind.None ? [] : state.All(Key).Select(Condition).OfType<Expression<Func<T, bool>>>().ToList();
        return any.Count == 0 ? rows : rows.Where(any.Aggregate(Conditions.Or));
    }

    public override IOrderedQueryable<T> Order(IQueryable<T> rows, bool isDescending) =>
        throw new NotSupportedException("a condition has no order");

    public override Expression<Func<T, bool>>? Contains(string word) => Search(word);

    public override IEnumerable<string> Unreadable(TableState state) => [];
}

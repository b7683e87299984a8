using System.Linq.Expressions;
using Huanxin.Web.Ui.Figures;
using Huanxin.Web.Ui.Forms;
using Microsoft.AspNetCore.Components;

namespace Huanxin.Web.Ui.Tables;

/// <summary>How a column may be narrowed.</summary>
public enum FilterKind { None, Text, Choice, Dates, Numbers }

/// <summary>What a column is used for beside being shown.</summary>
[Flags]
public enum Use
{
    Plain = 0,

    /// <summary>Names the row; carries its link and cannot be left out.</summary>
    Head = 1,

    /// <summary>Looked through by the search box.</summary>
    Search = 2,

    /// <summary>Shown only when chosen.</summary>
    Hidden = 4,

    /// <summary>Not offered as a filter.</summary>
    NoFilter = 8,

    /// <summary>Not offered as an order.</summary>
    NoSort = 16,

    /// <summary>Tells a row apart in a workbook, whatever columns were chosen: what is changed there finds its way back.</summary>
    Key = 32,
}

/// <summary>One column of a list: what it shows, and how the list is narrowed and ordered by it in the database.</summary>
public abstract class Column<T>(string key, string title, string? unit, Use use)
{
    private string? idle;
    private string? opening;

    public string Key { get; } = key;
    public string Title { get; } = title;
    public string? Unit { get; } = unit;
    public bool IsHead { get; } = use.HasFlag(Use.Head);
    public bool IsHidden { get; } = use.HasFlag(Use.Hidden);
    public bool IsKey { get; } = use.HasFlag(Use.Key);
    public bool IsSearched { get; } = use.HasFlag(Use.Search);

    /// <summary>Figures stand to the right.</summary>
    public bool IsFigure { get; init; }

    public bool CanSort { get; init; } = !use.HasFlag(Use.NoSort);
    public FilterKind Filter { get; init; }
    public IReadOnlyList<Option> Choices { get; init; } = [];
    public string FromName => Key + ".from";
    public string ToName => Key + ".to";

    /// <summary>Names in the address that belong to this column's filter.</summary>
    public IEnumerable<string> FilterNames =>
        Filter is FilterKind.Dates or FilterKind.Numbers ? [FromName, ToName] : Filter == FilterKind.None ? [] : [Key];

    /// <summary>Title with unit, as a workbook wants it.</summary>
    public string Heading => Unit is null ? Title : $"{Title}（{Unit}）";

    /// <summary>How its head and its cells look, as an attribute.</summary>
    internal string Look => IsFigure ? " class=\"figure-cell\"" : "";

    /// <summary>The tag that opens a cell of it.</summary>
    internal string Opening => opening ??= IsHead ? "<th scope=\"row\" role=\"rowheader\">"
        : $"<td role=\"cell\"{Look} data-label=\"{Drawn.Encoder.Encode(Heading)}\">";

    /// <summary>The field of its filter. Where nothing is asked of a column it looks the same for everybody and is kept.</summary>
    internal MarkupString Field(TableState state, string id) =>
        FilterNames.Any(name => state.One(name) is not null) ? FilterField.Of(this, state, id) : new(idle ??= FilterField.Of(this, state, id).Value);

    /// <summary>Value for the default cell.</summary>
    public abstract object? ValueOf(T row);

    /// <summary>Value for a workbook: numbers in the unit of the heading, dates as dates, words for codes.</summary>
    public abstract object? ExportOf(T row);

    public abstract IQueryable<T> Narrow(IQueryable<T> rows, TableState state);

    public abstract IOrderedQueryable<T> Order(IQueryable<T> rows, bool isDescending);

    /// <summary>Condition that the column contains a word; null where it has no text.</summary>
    public abstract Expression<Func<T, bool>>? Contains(string word);

    /// <summary>Sentences about filter values that could not be read and are not applied.</summary>
    public abstract IEnumerable<string> Unreadable(TableState state);

    /// <summary>The filter in words; null when the column is not narrowed.</summary>
    public string? Described(TableState state) => Filter switch
    {
        FilterKind.Text => state.One(Key),
        FilterKind.Choice when state.All(Key) is { Count: > 0 } chosen => string.Join("、", chosen.Select(Word)),
        FilterKind.Dates or FilterKind.Numbers => Range(state.One(FromName), state.One(ToName)),
        _ => null,
    };

    protected string Word(string value) => Choices.FirstOrDefault(c => c.Value == value)?.Text ?? value;

    private string? Range(string? from, string? to) => (from, to) switch
    {
        (null, null) => null,
        (not null, null) => Unit is null ? $"{from} 起" : $"{from} {Unit}起",
        (null, not null) => $"至 {to} {Unit}".TrimEnd(),
        _ => $"{from} 至 {to} {Unit}".TrimEnd(),
    };
}

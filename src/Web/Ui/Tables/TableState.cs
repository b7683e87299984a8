using Microsoft.Extensions.Primitives;

namespace Huanxin.Web.Ui.Tables;

/// <summary>
/// How a person looks at a list: search, filters, order, page and columns, exactly as the address says it.
/// Names that are no table's own are kept and carried along.
/// </summary>
public sealed record TableState
{
    public const string SearchName = "q";
    public const string SortName = "sort";
    public const string PageName = "page";
    public const string ColumnsName = "cols";
    public const string FormatName = "format";
    private static readonly HashSet<string> Own = [SearchName, SortName, PageName, ColumnsName, FormatName];

    /// <summary>Words looked for in every searched column.</summary>
    public string Search { get; init; } = "";

    /// <summary>Key of the column that orders the list; null for the list's own order.</summary>
    public string? Sort { get; init; }

    public bool IsDescending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Keys of the columns chosen; empty for the usual ones.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Everything else in the address: filters, and what belongs to the page.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    public static TableState Of(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var given = query.ToDictionary(p => p.Key, p => Filled(p.Value));
        var sort = First(given, SortName);
        return new TableState
        {
            Search = First(given, SearchName)?.Trim() ?? "",
            Sort = sort?.TrimStart('-'),
            IsDescending = sort is ['-', ..],
            Page = int.TryParse(First(given, PageName), out var page) && page > 1 ? page : 1,
            Columns = [.. given.GetValueOrDefault(ColumnsName, [])
                .SelectMany(c => c.Split(',', StringSplitOptions.RemoveEmptyEntries))],
            Values = given.Where(p => !Own.Contains(p.Key) && p.Value.Count > 0).ToDictionary(p => p.Key, p => p.Value),
        };
    }

    /// <summary>What is asked of one name; empty when nothing is.</summary>
    public IReadOnlyList<string> All(string name) => Values.GetValueOrDefault(name, []);

    public string? One(string name) => All(name) is [var first, ..] ? first : null;

    public TableState OnPage(int page) => this with { Page = page };

    /// <summary>Up, then down, then the list's own order again.</summary>
    public TableState SortedBy(string key) =>
        Sort != key ? this with { Sort = key, IsDescending = false, Page = 1 }
        : !IsDescending ? this with { IsDescending = true, Page = 1 }
        : this with { Sort = null, IsDescending = false, Page = 1 };

    public TableState Without(params IEnumerable<string> names)
    {
        var gone = names.ToHashSet();
        return this with { Values = Values.Where(p => !gone.Contains(p.Key)).ToDictionary(), Page = 1 };
    }

    public TableState WithoutSearch() => this with { Search = "", Page = 1 };

    /// <summary>Every name and value in a fixed order, so that equal states have equal addresses.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        if (Search.Length > 0) yield return new(SearchName, Search);
        foreach (var (name, values) in Values.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            foreach (var value in values) yield return new(name, value);
        }

        if (Sort is not null) yield return new(SortName, IsDescending ? "-" + Sort : Sort);
        if (Columns.Count > 0) yield return new(ColumnsName, string.Join(',', Columns));
        if (Page > 1) yield return new(PageName, FormattableString.Invariant($"{Page}"));
    }

    public string ToQuery() =>
        string.Join('&', Pairs().Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));

    private static string? First(Dictionary<string, IReadOnlyList<string>> given, string name) =>
        given.GetValueOrDefault(name, []) is [var first, ..] ? first : null;

    private static IReadOnlyList<string> Filled(StringValues values) =>
        [.. values.OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v))];
}

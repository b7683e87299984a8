using Huanxin.Web.Problems;
using Huanxin.Web.Ui.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huanxin.Web.Api;

/// <summary>
/// A list of the screens for programs: the same search, filters, order and pages. Where a page overlooks what it cannot read
/// and says so, a program is refused, because nobody reads a note on its behalf.
/// </summary>
public static class ApiList
{
    private static readonly string[] Common = [TableState.SearchName, TableState.SortName, TableState.PageName];

    public static async Task<Ok<ListAnswer<TAnswer>>> AnswerAsync<T, TAnswer>(
        Table<T> table, IQueryable<T> rows, HttpContext http, Func<T, TAnswer> tell)
    {
        var state = TableState.Of(http.Request.Query);
        var faults = Faults(table, state, http.Request.Query.Keys).GroupBy(fault => fault.Name).ToDictionary(g => g.Key, g => g.Select(f => f.Sentence).ToArray());
        if (faults.Count > 0) throw new InputFault(faults);

        var page = await table.ReadToTheEndAsync(rows, state, http.RequestAborted);
        return TypedResults.Ok(new ListAnswer<TAnswer>(page.Total, page.State.Page, page.Pages, [.. page.Rows.Select(tell)]));
    }

    private static IEnumerable<(string Name, string Sentence)> Faults<T>(Table<T> table, TableState state, IEnumerable<string> asked)
    {
        var known = table.Columns.SelectMany(c => c.FilterNames).Concat(Common).ToHashSet();
        foreach (var name in asked.Where(name => !known.Contains(name))) yield return (name, $"没有“{name}”这个参数。");
        if (state.Sort is { } sort && !table.Columns.Any(c => c.Key == sort && c.CanSort))
        {
            yield return (TableState.SortName, $"不能按“{sort}”排序。");
        }

        foreach (var column in table.Columns)
        {
            foreach (var sentence in column.Unreadable(state)) yield return (column.FromName, sentence);
            if (column.Filter != FilterKind.Choice) continue;

            foreach (var value in state.All(column.Key).Where(value => column.Choices.All(choice => choice.Value != value)))
            {
                yield return (column.Key, $"“{column.Title}”没有“{value}”这个值。");
            }
        }
    }
}

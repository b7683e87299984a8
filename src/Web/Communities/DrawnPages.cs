using Huanxin.App.Communities;
using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Web.Ui;
using Huanxin.Web.Ui.Tables;

namespace Huanxin.Web.Communities;

/// <summary>
/// Pages of the list of communities as they were last drawn. One is shown to everybody who may look into the same places, until somebody writes to
/// the register, another shelf is in force or the day ends; nothing of the person is in it.
/// </summary>
public sealed class DrawnPages
{
    private const int Most = 64;
    private readonly Memo<Question, Kept> known = new(Most);

    /// <summary>What is asked: over which places, in which words, on which day, by somebody who remembers which views.</summary>
    public sealed record Question(string Places, string Query, DateOnly Day, string Views)
    {
        public static Question Of(Jurisdiction mine, TableState state, DateOnly day, IEnumerable<SavedViewLink> views) =>
            new(string.Join(' ', mine.Places), state.ToQuery(), day, string.Join('\n', views));
    }

    /// <summary>A page that was drawn to its end; null where it has to be read.</summary>
    public TablePage<Community>? Find(Question question, RegisterView register, PolicyShelf shelf) =>
        Known(question, register, shelf)?.Page is { Part.Html: not null } page ? page : null;

    /// <summary>
    /// The page as it is to be drawn: kept from the second time on that it is asked. Most are asked once, and what is kept is drawn apart, which
    /// costs more.
    /// </summary>
    public TablePage<Community> ToDraw(
        Question question, RegisterView register, PolicyShelf shelf, TablePage<Community> page, Func<Table<Community>> bare)
    {
        var drawn = Known(question, register, shelf) is null ? page : page with { Part = new DrawnPart() };
        // Without its rows and without anything of the request: only what was drawn of it is shown again.
        known[question] = new Kept(register, shelf, drawn.Part is null ? null : drawn with { Table = bare(), Rows = [] });
        return drawn;
    }

    private Kept? Known(Question question, RegisterView register, PolicyShelf shelf) =>
        known.TryGetValue(question, out var kept) && kept.Register == register && kept.Shelf == shelf ? kept : null;

    // Without a page where it was asked once.
    private sealed record Kept(RegisterView Register, PolicyShelf Shelf, TablePage<Community>? Page);
}

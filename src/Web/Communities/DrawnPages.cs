using System.Collections.Concurrent;
using Huanxin.App.Communities;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Web.Ui.Tables;

namespace Huanxin.Web.Communities;

/// <summary>
/// Pages of the list of communities as they were last drawn. One is shown to everybody who may look into the same places, until somebody writes to
/// the register, another shelf is in force or the day ends; nothing of the person is in it.
/// </summary>
public sealed class DrawnPages
{
    private const int Most = 64;
    private readonly ConcurrentDictionary<Question, Kept> known = new();

    /// <summary>What is asked: over which places, in which words, by what is in force on which day, of the register as it stands.</summary>
    public sealed record Question(string Places, string Query, DateOnly Day)
    {
        public static Question Of(Jurisdiction mine, TableState state, DateOnly day) => new(string.Join(' ', mine.Places), state.ToQuery(), day);
    }

    /// <summary>A page that was drawn to its end; null where it has to be read.</summary>
    public TablePage<Community>? Find(Question question, RegisterView register, PolicyShelf shelf) =>
        known.TryGetValue(question, out var kept) && kept.Register == register && kept.Shelf == shelf && kept.Page.Lines.Drawn is not null ? kept.Page : null;

    public void Keep(Question question, RegisterView register, PolicyShelf shelf, TablePage<Community> page)
    {
        if (known.Count >= Most) known.Clear();
        known[question] = new Kept(register, shelf, page);
    }

    private sealed record Kept(RegisterView Register, PolicyShelf Shelf, TablePage<Community> Page);
}

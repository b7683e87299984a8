using Huanxin.App.Communities;
using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities;

/// <summary>How a list leaves: with verdicts, without what is not among its columns, or without what would take too long.</summary>
public enum Leaving { NotShown, Judged, TooLong }

/// <summary>Verdicts in the list of communities, by what is in force today: shown beside each, and as a filter.</summary>
public sealed class CommunityVerdicts(AppDb db, RegisterIndex register, PolicyShelf shelf, CurrentUser me)
{
    public const string Key = "verdict";
    private IReadOnlyDictionary<Guid, ListedVerdict> answers = new Dictionary<Guid, ListedVerdict>();

    /// <summary>The column; the database does not know it, so that a list is narrowed by it in the index alone.</summary>
    public ConditionColumn<Community> Column => new(
        Key, "能否纳入", c => Of(c) is { } verdict ? AnswerTag.Word(verdict) : null,
        [.. Enum.GetValues<ListedVerdict>().Select(verdict => new Option(verdict.ToString(), AnswerTag.Word(verdict)))]);

    /// <summary>The verdict; null for one that was not asked about or is no longer in the register.</summary>
    public ListedVerdict? Of(Community community) => answers.TryGetValue(community.Id, out var verdict) ? verdict : null;

    /// <summary>The verdicts a list is narrowed to; null where all will do.</summary>
    public WantedVerdicts? Wanted(TableState state)
    {
        ListedVerdict[] wanted = [.. state.All(Key).Where(text => Enum.IsDefined(typeof(ListedVerdict), text)).Select(Enum.Parse<ListedVerdict>)];
        return wanted.Length == 0 ? null : new WantedVerdicts(shelf, me.Today, wanted);
    }

    /// <summary>
    /// How a list leaves: with the verdict on each where the column is among those shown, unless nobody asked for it and there are so many to
    /// judge that the file would be held up.
    /// </summary>
    public async Task<Leaving> LeavingAsync(Table<Community> table, Jurisdiction mine, TableState state, CancellationToken stop)
    {
        if (table.Visible(state).All(column => column.Key != Key)) return Leaving.NotShown;

        // Asked in any case: it has the register at hand as it stands now, and the list may leave without having been found in it.
        var isShort = await register.MayJudgeAsync(db, mine, CommunityTable.Asked(mine, state), stop);
        return isShort || state.Columns.Contains(Key) || Wanted(state) is not null ? Leaving.Judged : Leaving.TooLong;
    }

    /// <summary>What is said where a list leaves without verdicts that its screen shows.</summary>
    public string TooLong => $"小区超过 {register.MostJudged:#,##0} 个，没有逐个列出“能否纳入”：先选择属地，或者在“列”中选上它，再导出。";

    /// <summary>Asks about the rows that are shown.</summary>
    public async Task LearnAsync(IReadOnlyList<Community> rows) =>
        answers = await register.VerdictsAsync(db, rows, shelf, me.Today, CancellationToken.None);

    /// <summary>The list where it leaves by another door: those with the verdicts wanted.</summary>
    public async Task<IQueryable<Community>> NarrowedAsync(Table<Community> table, Jurisdiction mine, TableState state, CancellationToken stop)
    {
        var rows = CommunityTable.Rows(db, mine, state);
        if (Wanted(state) is not { } wanted) return rows;

        var ids = await register.JudgedAsync(db, mine, table.Narrowed(CommunityTable.Asked(mine, state), state), wanted, stop);
        return rows.Where(c => EF.Parameter(ids).Contains(c.Id));
    }
}

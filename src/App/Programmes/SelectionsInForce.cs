using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.App.Policies;
using Huanxin.App.Policies.Drafts;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Programmes;

/// <summary>
/// Choices for a plan that a pack cannot be taken from under: those waiting for agreement, and those agreed of which a project is
/// still in the plan of that year.
/// </summary>
public sealed class SelectionsInForce(AppDb db, PlaceNames names) : IDecisionsInForce
{
    public async Task<IReadOnlyList<Orphan>> RestingOnAsync(IReadOnlyList<LostName> lost, CancellationToken stop)
    {
        var selections = await db.Selections.AsNoTracking().Where(s => s.State == SelectionState.Proposed
            || (s.State == SelectionState.Agreed && db.SelectionLines.Any(l => l.SelectionId == s.Id && l.IsChosen
                && db.Projects.Any(p => p.Id == l.ProjectId && p.State == ProjectState.Planned && p.Year == s.Year)))).OrderBy(s => s.Id).ToListAsync(stop);
        return
        [
            .. from selection in selections
               let grounds = Grounds.Read(selection.Grounds).Select(g => (g.Kind, g.Name, g.Document)).ToHashSet()
               from one in lost
               where selection.On >= one.From && one.Place.Contains(selection.Place) && grounds.Contains((one.Kind, one.Name, one.Document))
               select new Orphan(one, SelectionSentences.NameOf(selection, names), (nameof(Selection), selection.Id)),
        ];
    }
}

using Huanxin.App.Exchange;
using Huanxin.App.People;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Programmes;

namespace Huanxin.App.Programmes;

/// <summary>What a check of a plan table found; nothing of it is stored.</summary>
public sealed record PlanReport(CheckBook Book, PlanSheet Sheet, IReadOnlyList<Doubt> Doubts, IReadOnlyList<PlanMilestone> Milestones);

/// <summary>Checks a plan table for people who only want an answer: faults, totals, milestones. Knows no database.</summary>
public sealed class PlanCheck(PolicyShelf shelf, CheckBook check)
{
    public PlanReport Run(SheetBook workbook)
    {
        var sheet = PlanSheet.Open(workbook, new PlaceNames(shelf.Regions), check.Place, check.On.Year);
        var rules = check.Rules(shelf, check.Place);
        var doubts = PlanDoubts.AskIn(sheet, PlausibilityBook.Of(rules));
        return new(check, sheet, doubts, PlanMilestone.Of(check.Policy, sheet.Grid, name => rules.Value<Ratio>(name)));
    }
}

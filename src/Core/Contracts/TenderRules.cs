using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Contracts;

/// <summary>A purchase before it is tendered (拟采购事项).</summary>
/// <param name="Estimate">Of one contract, parts that can be combined added up.</param>
/// <param name="BudgetMoney">Budget money in the project.</param>
/// <param name="Investment">Total investment of the project.</param>
public sealed record Purchase(TenderKind Kind, Fen Estimate, Fen BudgetMoney, Fen Investment, bool StateMoneyControls);

/// <summary>When a public tender is compulsory (必须招标).</summary>
public static class TenderRules
{
    /// <summary>Answers with the threshold that applies (是否必须招标).</summary>
    // 国家发展改革委令第16号第二条（资金：预算资金200万元以上且占10%以上，或国有资金控股主导）、第五条（合同估算价）.
    public static Check MustTender(RuleBook book, Purchase purchase)
    {
        var threshold = book.Nearest(d => d.Tenders, t => t.Id).FirstOrDefault(t => t.Kind == purchase.Kind);
        if (threshold is null || book.Value<Fen>(threshold.Minimum) is not { } minimum) return Check.Lacking("tender");
        if (IsStateFunded(book, purchase) is not { } funded) return Check.Lacking("tender.budget-money");

        return new(Answers.Of(funded && purchase.Estimate >= minimum), purchase.Estimate, minimum, null, null);
    }

    private static bool? IsStateFunded(RuleBook book, Purchase purchase)
    {
        if (purchase.StateMoneyControls) return true;
        if (book.Value<Fen>("tender.budget-money") is not { } least
            || book.Value<Ratio>("tender.budget-share") is not { } share) return null;

        return purchase.BudgetMoney >= least
            && share.IsReachedBy(purchase.BudgetMoney.Value, purchase.Investment.Value);
    }
}

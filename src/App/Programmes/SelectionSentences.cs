using Huanxin.App.People;
using Huanxin.Core.Programmes;

namespace Huanxin.App.Programmes;

/// <summary>How a choice for a plan is called.</summary>
public static class SelectionSentences
{
    /// <summary>“铁西区 2021 年计划遴选（按 2021-08-01 的规定，已审定）”.</summary>
    public static string NameOf(Selection selection, PlaceNames names) =>
        $"{names.NameOf(selection.Place)} {selection.Year} 年计划{(selection.IsOutOfPlan ? "外列入" : "遴选")}（按 {selection.On:yyyy-MM-dd} 的规定，{selection.State.Label()}）";
}

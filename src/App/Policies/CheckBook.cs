using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>
/// The document somebody wants a file checked against, with everything else in force at its place on the date: today
/// while it is in force, else the day it took effect.
/// </summary>
public sealed record CheckBook(PolicyDocument Policy, RegionCode Place, DateOnly On)
{
    /// <summary>Raises <c>check.no-policy</c>, <c>check.not-in-force</c> and <c>check.elsewhere</c>.</summary>
    public static CheckBook Open(PolicyShelf shelf, string policy, RegionCode? place, DateOnly? on, DateOnly today)
    {
        var document = shelf.Find(policy) ?? throw CheckRefusals.NoPolicy(policy);
        var at = place ?? document.Identity.Region;
        if (!document.Identity.Region.Contains(at)) throw CheckRefusals.Elsewhere(policy, shelf.Regions.FullNameOf(at));

        var book = new CheckBook(document, at, on ?? (document.IsInForceOn(today) ? today : document.Identity.Effective));
        return book.Rules(shelf, at).Documents.Contains(document) ? book : throw CheckRefusals.NotInForce(policy, book.On);
    }

    /// <summary>What is in force at a place within; a draft counts as if it were issued.</summary>
    public RuleBook Rules(PolicyShelf shelf, RegionCode at) =>
        Policy.Identity.IsDraft ? shelf.For(at, On, [Policy]) : shelf.For(at, On);
}

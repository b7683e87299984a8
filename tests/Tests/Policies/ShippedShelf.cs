using Huanxin.App.Policies;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;

namespace Huanxin.Tests.Policies;

/// <summary>The shelf as shipped, read once.</summary>
internal static class ShippedShelf
{
    private static readonly Lazy<PolicyShelf> Read = new(() => PolicyShelf.Load(Folder));

    public static string Folder => Path.Combine(Checkout.Root, "policies");

    public static PolicyShelf Shelf => Read.Value;

    public static RuleBook Book(string place, DateOnly on) => Shelf.For(RegionCode.Of(place), on);

    public static PolicyDocument Document(string id) => Shelf.Find(id) ?? throw new InvalidOperationException($"{id} is not on the shelf");
}

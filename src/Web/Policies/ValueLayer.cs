using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Web.Policies;

/// <summary>What a layer means at the place and on the day chosen.</summary>
public enum LayerState { Wins, Refined, Unverified, Elsewhere, Coming, Expired, Replaced, Draft }

/// <summary>One document's value of a name, and whether it holds at a place on a day.</summary>
public sealed record ValueLayer(PolicyDocument Document, Parameter Parameter, object? Value, LayerState State)
{
    /// <summary>All documents that give the name, the nearest first, then those that do not hold here and now.</summary>
    public static IReadOnlyList<ValueLayer> Of(ReadingRoom room, string name, RegionCode place, DateOnly on)
    {
        var book = room.Shelf.For(place, on);
        var winner = book.Value(name)?.Document;
        return
        [
            .. room.Shelf.Documents.Where(d => d.Parameters.ContainsKey(name))
                .Select(d => new ValueLayer(d, d.Parameters[name], d.Parameters[name].At(place), StateOf(room, book, d, name, winner)))
                .OrderBy(l => l.State).ThenByDescending(l => l.Document.Identity.Region.Prefix.Length)
                .ThenByDescending(l => l.Document.Identity.Effective),
        ];
    }

    private static LayerState StateOf(ReadingRoom room, RuleBook book, PolicyDocument document, string name, PolicyDocument? winner)
    {
        if (document == winner) return document.Parameters[name].At(book.Place) is null ? LayerState.Unverified : LayerState.Wins;

        return room.StandingOf(document, book.On) switch
        {
            Standing.Draft => LayerState.Draft,
            Standing.Replaced => LayerState.Replaced,
            Standing.Coming => LayerState.Coming,
            Standing.Expired => LayerState.Expired,
            Standing.InForce => !document.Identity.Region.Contains(book.Place) ? LayerState.Elsewhere
                : document.Parameters[name].At(book.Place) is null ? LayerState.Unverified
                : LayerState.Refined,
        };
    }
}

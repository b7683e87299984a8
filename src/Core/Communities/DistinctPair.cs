using Huanxin.Core.Kernel;

namespace Huanxin.Core.Communities;

/// <summary>Two communities that look alike and were found to be two (不是重复), so that nobody is asked again.</summary>
public sealed class DistinctPair : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required RegionCode Place { get; init; }

    /// <summary>The one with the smaller key (前一小区).</summary>
    public required Guid First { get; init; }

    /// <summary>The other (后一小区).</summary>
    public required Guid Second { get; init; }

    /// <summary>The pair of two communities in whatever order (认定).</summary>
    public static DistinctPair Of(Guid id, Community one, Community other)
    {
        var isOrdered = one.Id.CompareTo(other.Id) < 0;
        var (first, second) = isOrdered ? (one, other) : (other, one);
        return new() { Id = id, Place = first.Place, First = first.Id, Second = second.Id };
    }
}

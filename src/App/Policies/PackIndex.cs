using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>A name given in a pack.</summary>
public sealed record PackName(NameKind Kind, string Name, PackPlace Place);

/// <summary>A name used in a pack, and the types it may have where it is a parameter.</summary>
public sealed record PackUse(NameKind Kind, string Name, PackPlace Place, IReadOnlyList<ParameterType> Types);

/// <summary>Faults, names given and names used, collected while a pack is held against its shape.</summary>
public sealed class PackIndex
{
    private readonly Dictionary<(NameKind, string), PackName> names = [];

    public List<PackFault> Faults { get; } = [];

    public List<PackUse> Uses { get; } = [];

    /// <summary>Names given, by kind and name.</summary>
    public IReadOnlyDictionary<(NameKind Kind, string Name), PackName> Names => names;

    /// <summary>Notes a name; the second of its kind is a fault.</summary>
    public void Define(NameKind kind, string name, PackPlace place)
    {
        if (names.TryAdd((kind, name), new(kind, name, place))) return;

        // A parameter given twice is already reported as a duplicate key.
        if (kind != NameKind.Parameter) Faults.Add(PackFaults.DuplicateId(place, name));
    }

    /// <summary>Notes the use of a name.</summary>
    public void Refer(NameKind kind, string name, PackPlace place, IReadOnlyList<ParameterType> types) =>
        Uses.Add(new(kind, name, place, types));
}

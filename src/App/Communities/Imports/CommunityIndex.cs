using System.Runtime.InteropServices;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities.Imports;

/// <summary>A community that is known already: from the register, or from an earlier row of the same ledger.</summary>
internal sealed record KnownCommunity(Guid Id, RegionCode Place, string? Code, string Name, int Row);

/// <summary>By what a row finds the community it speaks of: its code, else its name or another name of it in the district.</summary>
internal sealed class CommunityIndex
{
    private readonly Dictionary<string, KnownCommunity> byCode = [];
    private readonly Dictionary<(int District, string Key), KnownCommunity> byName = [], byStem = [], byAddress = [];
    private readonly Dictionary<(int District, string Key), List<KnownCommunity>> namesakes = [];
    private readonly Dictionary<Guid, KnownCommunity> registered = [];
    private readonly Dictionary<RegionCode, int> districts = [];

    /// <summary>True where the register holds codes that are not in here: outside the place, or closed.</summary>
    public bool HasOtherCodes { get; private set; }

    public static async Task<CommunityIndex> LoadAsync(AppDb db, RegionCode place, CancellationToken stop)
    {
        var index = new CommunityIndex();
        var rows = db.Communities.AsNoTracking().Within(new Jurisdiction([place])).Where(c => c.State != CommunityState.Closed)
            .Select(c => new { c.Id, c.Place, c.Code, c.Name, c.Aliases, c.Address, c.State, c.MergedInto });
        var coded = 0;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (row.Code is not null) coded++;
            var known = new KnownCommunity(row.State == CommunityState.Merged ? row.MergedInto!.Value : row.Id, row.Place, row.Code, row.Name, 0);
            index.registered.TryAdd(known.Id, known);
            index.Add(known, index.KeysOf(row.Place, row.Name, row.Address), row.Aliases.Split('、', StringSplitOptions.RemoveEmptyEntries));
        }

        index.HasOtherCodes = await db.Communities.CountAsync(c => c.Code != null, stop) > coded;
        return index;
    }

    /// <summary>By what a name in a place is compared.</summary>
    public NameKeys KeysOf(RegionCode place, string name, string? address = null)
    {
        var key = CommunityNames.Key(name);
        return new NameKeys(DistrictOf(place), key, Likeness.KeysOf(key, address));
    }

    public void Add(KnownCommunity known, NameKeys keys, IReadOnlyList<string> otherNames)
    {
        if (known.Code is not null) byCode.TryAdd(known.Code, known);
        byStem.TryAdd((keys.District, keys.Like.Stem), known);
        if (keys.Like.Address is { } address) byAddress.TryAdd((keys.District, address), known);
        Add(known, (keys.District, keys.Name));
        foreach (var name in otherNames) Add(known, (keys.District, CommunityNames.Key(name)));
    }

    /// <summary>A registered one by its key.</summary>
    public KnownCommunity? Of(Guid id) => registered.GetValueOrDefault(id);

    public KnownCommunity? OfCode(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>All of this name in the district; those of the street alone where one is named and known.</summary>
    public IReadOnlyList<KnownCommunity> Named(RegionCode place, NameKeys keys)
    {
        var key = (keys.District, keys.Name);
        if (!byName.TryGetValue(key, out var first)) return [];

        var all = namesakes.TryGetValue(key, out var others) ? others.Prepend(first) : [first];
        return [.. all.Where(one => one.Place.Contains(place) || place.Contains(one.Place))];
    }

    /// <summary>One that the page of duplicates would hold beside it: the same stem, the name without its brackets, or the same address.</summary>
    public KnownCommunity? Like(NameKeys keys) => byStem.GetValueOrDefault((keys.District, keys.Like.Stem))
        ?? (keys.Like.Whole is { } whole ? byStem.GetValueOrDefault((keys.District, whole)) : null)
        ?? (keys.Like.Address is { } address ? byAddress.GetValueOrDefault((keys.District, address)) : null);

    private void Add(KnownCommunity known, (int, string) key)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(byName, key, out _);
        first ??= known;
        if (first.Id == known.Id) return;
        if (!namesakes.TryGetValue(key, out var others)) namesakes[key] = others = [];
        if (!others.Exists(other => other.Id == known.Id)) others.Add(known);
    }

    private int DistrictOf(RegionCode place)
    {
        if (districts.TryGetValue(place, out var number)) return number;

        var district = RegisterMark.DistrictOf(place);
        if (!districts.TryGetValue(district, out number)) districts[district] = number = districts.Count;
        return districts[place] = number;
    }
}

/// <summary>A district and a name as they are compared: exactly, and by what another name of the same community is likely to share.</summary>
internal readonly record struct NameKeys(int District, string Name, LikeKeys Like);

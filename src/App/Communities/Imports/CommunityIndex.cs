using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities.Imports;

/// <summary>A community that is known already: from the register, or from an earlier row of the same ledger.</summary>
internal sealed record KnownCommunity(Guid Id, RegionCode Place, string Name, int Row)
{
    /// <summary>Told by the index: another of its name may stand for a row with a code only where it has none.</summary>
    public bool HasCode { get; init; }
}

/// <summary>By what a row finds the community it speaks of: its code, else its name or another name of it in the district.</summary>
internal sealed class CommunityIndex
{
    private const int Everywhere = -1;
    private readonly List<Kept> all = [];
    private readonly NameTexts names = new();
    private readonly NameTable byCode = new(), byName = new(), byStem = new(), byAddress = new();
    private readonly Dictionary<(int District, string Key), List<int>> namesakes = [];
    private readonly Dictionary<Guid, int> registered = [];
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
            var id = row.State == CommunityState.Merged ? row.MergedInto!.Value : row.Id;
            index.registered.TryAdd(id, index.all.Count);
            index.Add(new KnownCommunity(id, row.Place, row.Name, 0), row.Code, index.KeysOf(row.Place, row.Name, row.Address),
                row.Aliases.Split('、', StringSplitOptions.RemoveEmptyEntries));
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

    public void Add(KnownCommunity known, string? code, NameKeys keys, IReadOnlyList<string> otherNames)
    {
        var number = all.Count;
        all.Add(new Kept(known.Id, known.Place, code is not null, names.Add(known.Name), known.Row));
        if (code is not null) byCode.Add(Everywhere, code, number);
        byStem.Add(keys.District, keys.Like.Stem, number);
        if (keys.Like.Address is { } address) byAddress.Add(keys.District, address, number);
        Add(number, keys.District, keys.Name);
        foreach (var name in otherNames) Add(number, keys.District, CommunityNames.Key(name));
    }

    /// <summary>A registered one by its key.</summary>
    public KnownCommunity? Of(Guid id) => registered.TryGetValue(id, out var number) ? Known(number) : null;

    public KnownCommunity? OfCode(string? code) => code is null ? null : Known(byCode.Find(Everywhere, code));

    /// <summary>All of this name in the district; those of the street alone where one is named and known.</summary>
    public IReadOnlyList<KnownCommunity> Named(RegionCode place, NameKeys keys)
    {
        if (byName.Find(keys.District, keys.Name) is not { } first) return [];

        var numbers = namesakes.TryGetValue((keys.District, keys.Name), out var others) ? others.Prepend(first) : [first];
        return [.. numbers.Select(number => Known(number)!).Where(one => one.Place.Contains(place) || place.Contains(one.Place))];
    }

    /// <summary>One that the page of duplicates would hold beside it: the same stem, the name without its brackets, or the same address.</summary>
    public KnownCommunity? Like(NameKeys keys) => Known(byStem.Find(keys.District, keys.Like.Stem)
        ?? (keys.Like.Whole is { } whole ? byStem.Find(keys.District, whole) : null)
        ?? (keys.Like.Address is { } address ? byAddress.Find(keys.District, address) : null));

    private KnownCommunity? Known(int? number)
    {
        if (number is not { } known) return null;

        var kept = all[known];
        return new KnownCommunity(kept.Id, kept.Place, names.Of(kept.Name).ToString(), kept.Row) { HasCode = kept.HasCode };
    }

    private void Add(int number, int district, string key)
    {
        var first = byName.Add(district, key, number);
        if (all[first].Id == all[number].Id) return;
        if (!namesakes.TryGetValue((district, key), out var others)) namesakes[(district, key)] = others = [];
        if (!others.Exists(other => all[other].Id == all[number].Id)) others.Add(number);
    }

    private int DistrictOf(RegionCode place)
    {
        if (districts.TryGetValue(place, out var number)) return number;

        var district = RegisterMark.DistrictOf(place);
        if (!districts.TryGetValue(district, out number)) districts[district] = number = districts.Count;
        return districts[place] = number;
    }

    private readonly record struct Kept(Guid Id, RegionCode Place, bool HasCode, NameAt Name, int Row);
}

/// <summary>A district and a name as they are compared: exactly, and by what another name of the same community is likely to share.</summary>
internal readonly record struct NameKeys(int District, string Name, LikeKeys Like);

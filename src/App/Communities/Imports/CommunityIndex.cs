using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
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
    private readonly Dictionary<(string District, string Key), KnownCommunity> byName = [];
    private readonly Dictionary<(string District, string Key), List<KnownCommunity>> namesakes = [];
    private readonly Dictionary<(string District, string Key), KnownCommunity> byLikeness = [];
    private readonly Dictionary<Guid, KnownCommunity> byId = [];

    /// <summary>False while the register knows none here: then nothing needs looking up.</summary>
    public bool HasAny { get; private set; }

    public static async Task<CommunityIndex> LoadAsync(AppDb db, RegionCode place, CancellationToken stop)
    {
        var index = new CommunityIndex();
        var rows = db.Communities.AsNoTracking().Within(new Jurisdiction([place])).Where(c => c.State != CommunityState.Closed)
            .Select(c => new { c.Id, c.Place, c.Code, c.Name, c.Aliases, c.State, c.MergedInto });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            index.HasAny = true;
            index.Add(new KnownCommunity(row.State == CommunityState.Merged ? row.MergedInto!.Value : row.Id, row.Place, row.Code, row.Name, 0), row.Aliases.Split('、', StringSplitOptions.RemoveEmptyEntries));
        }

        return index;
    }

    public void Add(KnownCommunity known, params IEnumerable<string> otherNames)
    {
        if (known.Code is not null) byCode.TryAdd(known.Code, known);
        byId.TryAdd(known.Id, known);
        var district = DistrictOf(known.Place);
        byLikeness.TryAdd((district, Likeness(known.Name)), known);
        foreach (var name in otherNames.Prepend(known.Name))
        {
            var key = (district, CommunityNames.Key(name));
            if (byName.TryAdd(key, known) || byName[key].Id == known.Id) continue;
            if (!namesakes.TryGetValue(key, out var others)) namesakes[key] = others = [];
            if (!others.Exists(other => other.Id == known.Id)) others.Add(known);
        }
    }

    public KnownCommunity? Of(Guid id) => byId.GetValueOrDefault(id);

    public KnownCommunity? OfCode(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    /// <summary>All of this name in the district; those of the street alone where one is named and known.</summary>
    public IReadOnlyList<KnownCommunity> Named(RegionCode place, string name)
    {
        var key = (DistrictOf(place), CommunityNames.Key(name));
        if (!byName.TryGetValue(key, out var first)) return [];

        var all = namesakes.TryGetValue(key, out var others) ? others.Prepend(first) : [first];
        return [.. all.Where(one => one.Place.Contains(place) || place.Contains(one.Place))];
    }

    /// <summary>One whose name differs only by words that many leave out: 小区, 宿舍, 老, 院.</summary>
    public KnownCommunity? Like(RegionCode place, string name) => byLikeness.GetValueOrDefault((DistrictOf(place), Likeness(name)));

    private static string DistrictOf(RegionCode place) => place.Prefix.Length > 6 ? place.Prefix[..6] : place.Prefix;

    private static readonly string[] Fillers = ["住宅小区", "小区", "住宅楼", "居民楼", "住宅", "家属院", "家属楼", "职工", "宿舍", "老旧", "老", "院", "单位"];

    private static string Likeness(string name)
    {
        var full = CellText.Key(name);
        var key = full;
        foreach (var filler in Fillers) key = key.Replace(filler, "", StringComparison.Ordinal);
        return key.Length < 2 ? full : key;
    }
}

using Huanxin.App.Policies;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Communities;

/// <summary>Finds the place a row names, below the place the ledger is about; each name is looked up once.</summary>
internal sealed class LedgerPlaces(RegionList list, RegionCode root, bool mayBeWhole)
{
    private readonly Dictionary<(RegionCode Below, string Text), RegionCode?> known = [];
    private ILookup<string, RegionCode>? titles;

    public RegionCode Root => root;

    /// <summary>A row that names no place is about all of it: nothing is registered there.</summary>
    public bool MayBeWhole => mayBeWhole;

    /// <summary>By code or name below a place; “环翠”, “环 翠 区” and “371002” are the same. Null when none or several.</summary>
    public RegionCode? Find(string text, RegionCode below)
    {
        if (known.TryGetValue((below, text), out var place)) return place;

        return known[(below, text)] = Look(text, below);
    }

    /// <summary>A place below that of the ledger by its full name, as it stands alone in a row above others; null for anything else.</summary>
    public RegionCode? Titled(string title)
    {
        titles ??= list.Regions.Where(region => root.Contains(region.Code) && region.Code != root)
            .SelectMany(region => new[] { region.Name, region.Name + "办事处" }, (region, name) => (name, region.Code)).ToLookup(pair => pair.name, pair => pair.Code);
        return titles[title].Take(2).ToList() is [var only] ? only : null;
    }

    /// <summary>A district, city or province that a title names, where it names none of those the ledger is about; else null.</summary>
    public string? Elsewhere(string title)
    {
        var text = CellText.Key(title);
        var named = list.Regions.Where(region => region.Code.Level <= RegionLevel.District && text.Contains(region.Name, StringComparison.Ordinal)).ToList();
        return named.Exists(region => root.Contains(region.Code) || region.Code.Contains(root)) ? null : named.FirstOrDefault()?.Name;
    }

    /// <summary>What the place of the ledger is called.</summary>
    public string RootName => list.NameOf(root);

    private RegionCode? Look(string text, RegionCode below)
    {
        var typed = CellText.Key(text).ToUpperInvariant();
        if (RegionCode.TryParse(typed, out var code)) return list.Find(code) is not null && root.Contains(code) ? code : null;

        var named = list.Named(text, below).Select(region => region.Code).Take(2).ToList();
        if (named.Count == 0) named = [.. Shortened(typed, below).Take(2)];
        return named is [var only] ? only : null;
    }

    // “环翠” for 环翠区, “竹岛” or “竹岛街道办事处” for 竹岛街道; “山东省威海市环翠区” ends in the name.
    private IEnumerable<RegionCode> Shortened(string typed, RegionCode below) => list.Regions
        .Where(region => below.Contains(region.Code) && region.Code != below)
        .Where(region => region.Name.Length > 2
            && (region.Name[..^1] == typed || region.Name + "办事处" == typed || region.Name.Replace("街道", "") == typed
                || list.FullNameOf(region.Code).EndsWith(typed, StringComparison.Ordinal) && typed.EndsWith(region.Name, StringComparison.Ordinal)))
        .Select(region => region.Code);
}

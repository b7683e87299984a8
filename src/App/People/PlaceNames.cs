using Huanxin.App.Policies;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;

namespace Huanxin.App.People;

/// <summary>What places are called, and which of them a person may choose (policies/regions.yaml).</summary>
public sealed class PlaceNames(RegionList list)
{
    /// <summary>“环翠区”; a place that is not on the list shows its code.</summary>
    public string NameOf(RegionCode place) => list.Find(place)?.Name ?? place.ToString();

    /// <summary>“山东省威海市环翠区”, for a place that is chosen among many.</summary>
    public string FullNameOf(RegionCode place)
    {
        var above = place.Outward().Where(p => p.Level != RegionLevel.Nation).Reverse().Select(NameOf).ToList();
        return above.Count == 0 ? NameOf(place) : string.Concat(above);
    }

    /// <summary>Places of the list that lie in a jurisdiction, in the order of their codes.</summary>
    public IEnumerable<RegionCode> Inside(Jurisdiction where) =>
        list.Regions.Select(region => region.Code).Where(where.Covers).OrderBy(code => code.Prefix, StringComparer.Ordinal);

    /// <summary>A place by its code, name or other name; null when there is none or more than one.</summary>
    public RegionCode? Find(string typed)
    {
        var text = typed.Trim();
        if (text.Length > 0 && RegionCode.TryParse(text, out var code) && list.Find(code) is not null) return code;

        var named = list.Named(text, RegionCode.Nation).Take(2).ToList();
        if (named.Count == 0) named = [.. list.Regions.Where(region => FullNameOf(region.Code) == text).Take(2)];
        return named is [var only] ? only.Code : null;
    }

    /// <summary>A place of this name inside another, which tells apart those called the same; itself by its own name.</summary>
    public RegionCode? Find(string typed, RegionCode below)
    {
        var text = typed.Trim();
        if (RegionCode.TryParse(text, out var code) && list.Find(code) is not null) return below.Contains(code) ? code : Find(typed);

        return list.Named(text, below).Take(2).ToList() is [var only] ? only.Code : Find(typed);
    }

    /// <summary>Several places as people write them: codes or names with any separator; raises <c>place.unknown</c>.</summary>
    public IReadOnlyList<RegionCode> FindAll(string? typed) =>
    [
        .. (typed ?? "").Split([',', '，', '、', ';', '；', ' ', '　', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(one => Find(one) ?? throw PeopleRefusals.PlaceUnknown(one)).Distinct(),
    ];
}

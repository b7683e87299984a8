using System.Buffers;
using Huanxin.Core.Exchange;

namespace Huanxin.Core.Communities;

/// <summary>Why two communities may be the same (疑似重复的理由).</summary>
public enum LikenessReason { SameName, SameAlias, NearName, SameAddress }

/// <summary>A community as it is compared with others (比对用的小区).</summary>
public sealed record Comparable(Guid Id, string Name, string Aliases, string? Address);

/// <summary>Two communities that may be the same (疑似重复), for a person to decide.</summary>
public sealed record LikePair(Comparable First, Comparable Second, LikenessReason Reason);

/// <summary>What is looked up to find a community that may be the same at once (比对键): stem, stem of the name without its brackets, address.</summary>
/// <param name="Whole">Null where nothing stands in brackets behind the name.</param>
/// <param name="Address">Null where there is none, or none that names one place.</param>
public readonly record struct LikeKeys(string Stem, string? Whole, string? Address);

/// <summary>
/// Finds communities of one district that may have been registered twice (疑似重复). Names are compared without what every name ends in, with
/// numbers in digits; names that differ in a number alone are neighbours, not duplicates. The cost grows with the names, not with the pairs.
/// </summary>
public static class Likeness
{
    private const int ShortestNear = 3;
    private static readonly SearchValues<char> Numerals = SearchValues.Create("零一二三四五六七八九");
    private static readonly string[] Tails =
        ["职工宿舍楼", "职工宿舍", "职工家属院", "职工家属楼", "单位宿舍", "住宅小区", "居民小区", "老旧小区", "居民楼", "家属院", "家属楼", "宿舍楼", "生活区", "住宅楼", "住宅", "小区", "社区", "花园", "家园", "新村", "宿舍", "公寓", "大院", "院"];

    private static readonly SearchValues<char> LastOfTails = SearchValues.Create([.. Tails.Select(tail => tail[^1]).Distinct()]);

    private static readonly IReadOnlyList<Criterion> Criteria =
    [
        new(LikenessReason.SameName, c => [Stem(c.Name)]),
        new(LikenessReason.SameAlias, c => Named(c).Select(Stem)),
        new(LikenessReason.NearName, c => [WholeStem(c) ?? Stem(c.Name)], (one, other) => WholeStem(one) is null != WholeStem(other) is null),
        new(LikenessReason.NearName, c => Stem(c.Name) is { Length: >= ShortestNear } stem ? Shortened(stem) : [],
            (one, other) => AreNear(Stem(one.Name), Stem(other.Name))),
        new(LikenessReason.SameAddress, c => AddressKey(c.Address) is { } key ? [key] : []),
    ];

    /// <summary>Pairs in question (疑似重复), surest first.</summary>
    public static IReadOnlyList<LikePair> Of(IReadOnlyList<Comparable> communities)
    {
        var found = new Dictionary<(Guid, Guid), LikePair>();
        foreach (var criterion in Criteria) Meet(communities, criterion, found);
        return [.. found.Values.OrderBy(p => p.Reason).ThenBy(p => p.First.Name, StringComparer.Ordinal).ThenBy(p => p.First.Id)];
    }

    /// <summary>The same asked of one (与一个小区疑似重复), which may not be registered yet.</summary>
    public static IReadOnlyList<LikePair> Of(Comparable one, IReadOnlyList<Comparable> others)
    {
        var found = new Dictionary<Guid, LikePair>();
        foreach (var criterion in Criteria)
        {
            var keys = criterion.KeysOf(one).ToHashSet();
            foreach (var other in others.Where(o => o.Id != one.Id && criterion.KeysOf(o).Any(keys.Contains) && criterion.Holds(one, o)))
            {
                found.TryAdd(other.Id, new(one, other, criterion.Reason));
            }
        }

        return [.. found.Values.OrderBy(p => p.Reason).ThenBy(p => p.Second.Name, StringComparer.Ordinal).ThenBy(p => p.Second.Id)];
    }

    /// <summary>The part of a name that tells it from others (名称主干): “竹岛一区小区” is “竹岛1区”.</summary>
    public static string Stem(string name) => StemOf(CommunityNames.Key(name));

    /// <summary>By what a name that is a key already and an address are compared (比对键).</summary>
    public static LikeKeys KeysOf(string name, string? address) =>
        new(StemOf(name), WholeStem(name), AddressKey(address));

    private static string? WholeStem(Comparable community) => WholeStem(CommunityNames.Key(community.Name));

    private static string? WholeStem(string key) => Whole(key) is { } whole ? StemOf(whole) : null;

    // The name without what stands in brackets behind it: “新华书店宿舍(一期)” may be the whole of it.
    private static string? Whole(string key) => key.Length > 3 && key[^1] == ')' && key.LastIndexOf('(') is > 1 and var open ? key[..open] : null;

    // “滨海花园小区” has two tails: it is “滨海花园” written out.
    private static string StemOf(string name)
    {
        var key = Digits(name);
        for (var length = TailOf(key); length > 0; length = TailOf(key)) key = key[..^length];
        return key;
    }

    private static int TailOf(string key)
    {
        if (key.Length < 3 || !LastOfTails.Contains(key[^1])) return 0;

        foreach (var tail in Tails)
        {
            if (key.Length - tail.Length >= 2 && key.EndsWith(tail, StringComparison.Ordinal)) return tail.Length;
        }

        return 0;
    }

    /// <summary>One letter more, less or other, but no other number (近似).</summary>
    public static bool AreNear(string one, string other)
    {
        if (one == other) return true;

        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1) return false;

        var at = 0;
        while (at < shorter.Length && longer[at] == shorter[at]) at++;
        var isSwap = longer.Length == shorter.Length;
        if (isSwap && AreTurned(longer, shorter, at)) return !char.IsAsciiDigit(longer[at]) && !char.IsAsciiDigit(longer[at + 1]);

        var rest = isSwap ? shorter[(at + 1)..] : shorter[at..];
        return longer[(at + 1)..] == rest && Tells(longer[at]) && (!isSwap || Tells(shorter[at]));
    }

    // Two neighbouring characters in the other order.
    private static bool AreTurned(string one, string other, int at) => at + 1 < one.Length
        && one[at] == other[at + 1] && one[at + 1] == other[at] && one[(at + 2)..] == other[(at + 2)..];

    // Numbers, letters and directions tell neighbours apart: 竹岛1区 and 竹岛2区, 南区 and 北区.
    private static bool Tells(char c) => !char.IsAsciiLetterOrDigit(c) && !"东南西北中上下甲乙丙丁".Contains(c, StringComparison.Ordinal);

    private static void Meet(IReadOnlyList<Comparable> communities, Criterion criterion, Dictionary<(Guid, Guid), LikePair> found)
    {
        var byKey = communities.SelectMany(c => criterion.KeysOf(c).Select(k => (Key: k, Community: c))).ToLookup(p => p.Key, p => p.Community);
        foreach (var alike in byKey.Where(group => group.Skip(1).Any()))
        {
            var all = alike.OrderBy(c => c.Id).ToList();
            for (var i = 0; i < all.Count; i++)
            {
                for (var j = i + 1; j < all.Count; j++)
                {
                    if (criterion.Holds(all[i], all[j])) found.TryAdd((all[i].Id, all[j].Id), new(all[i], all[j], criterion.Reason));
                }
            }
        }
    }

    // Communities that share a key may be the same, where what the key leaves out agrees.
    private sealed record Criterion(
        LikenessReason Reason, Func<Comparable, IEnumerable<string>> Keys, Func<Comparable, Comparable, bool>? Agree = null)
    {
        public IEnumerable<string> KeysOf(Comparable community) => Keys(community).Where(key => key.Length > 1).Distinct();

        public bool Holds(Comparable one, Comparable other) => Agree is null || Agree(one, other);
    }

    // A name, and the name without each of its letters: names within one letter share one of these.
    private static IEnumerable<string> Shortened(string stem) => Enumerable.Range(0, stem.Length).Select(i => stem.Remove(i, 1)).Prepend(stem);

    private static IEnumerable<string> Named(Comparable community) =>
        [community.Name, .. community.Aliases.Split('、', StringSplitOptions.RemoveEmptyEntries)];

    // None without a number, which names a road and not a place.
    private static string? AddressKey(string? address) =>
        CellText.Key(address) is { Length: >= 4 } key && key.Any(char.IsAsciiDigit) ? key : null;

    private static string Digits(string key) => !key.AsSpan().ContainsAny(Numerals) ? key : string.Concat(key.Select(c =>
        "零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c));
}

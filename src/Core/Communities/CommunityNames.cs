using Huanxin.Core.Exchange;

namespace Huanxin.Core.Communities;

/// <summary>How names of communities are compared and found (小区名称).</summary>
public static class CommunityNames
{
    private const int Longest = 1000;

    /// <summary>A name as it is compared (比对键): half-width, lower case, no blanks.</summary>
    public static string Key(string name) => CellText.Key(name);

    /// <summary>Everything a community is found by, one blank between (检索词): names, their initials, address.</summary>
    public static string Finding(IEnumerable<string> names, string? address)
    {
        var keys = new List<string>();
        foreach (var name in names) Add(keys, Key(name));
        for (int i = 0, called = keys.Count; i < called; i++)
        {
            foreach (var initials in PinyinInitials.Of(keys[i])) Add(keys, initials);
        }

        if (address is not null) Add(keys, Key(address));
        var finding = string.Join(' ', keys);
        return finding.Length <= Longest ? finding : finding[..Longest];
    }

    private static void Add(List<string> keys, string key)
    {
        if (key.Length > 0 && !keys.Contains(key)) keys.Add(key);
    }
}

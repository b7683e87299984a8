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
        var called = names.Select(Key).ToList();
        var keys = called.Concat(called.SelectMany(PinyinInitials.Of)).Append(address is null ? "" : Key(address))
            .Where(key => key.Length > 0).Distinct();
        var finding = string.Join(' ', keys);
        return finding.Length <= Longest ? finding : finding[..Longest];
    }
}

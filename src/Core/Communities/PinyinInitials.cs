namespace Huanxin.Core.Communities;

/// <summary>First letters of Mandarin readings (拼音首字母), by which clerks look names up: “竹岛小区” is “zdxq”.</summary>
public static class PinyinInitials
{
    private const char First = '\u4E00';
    private static readonly Lazy<string> Letters = new(Read);

    // Characters that are read otherwise in many names of places: 长江, 重庆, 厦门, 乐园, 朝阳, 曾, 单, 银行, 解, 藏, 盛.
    private static readonly Dictionary<char, char> Otherwise = new()
    {
        ['长'] = 'c', ['重'] = 'c', ['厦'] = 'x', ['乐'] = 'y', ['朝'] = 'z', ['曾'] = 'z', ['单'] = 's', ['行'] = 'h', ['解'] = 'x',
        ['藏'] = 'z', ['盛'] = 'c',
    };

    /// <summary>Initials of a name (首字母), and those of another common reading; none for a name without Chinese characters.</summary>
    public static IEnumerable<string> Of(string name)
    {
        if (!name.Any(IsChinese)) yield break;

        var usual = string.Concat(name.Select(Letter));
        yield return usual;
        var other = string.Concat(name.Select(c => Otherwise.TryGetValue(c, out var letter) ? letter.ToString() : Letter(c)));
        if (other != usual) yield return other;
    }

    // Letters and digits of a name stay, so that “3号院” is “3hy”; everything else has no place in initials.
    private static string Letter(char c) =>
        IsChinese(c) ? Letters.Value[c - First] is var letter and not '-' ? letter.ToString() : ""
        : char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c).ToString()
        : "";

    private static bool IsChinese(char c) => c >= First && c - First < Letters.Value.Length;

    private static string Read()
    {
        using var reader = new StreamReader(typeof(PinyinInitials).Assembly.GetManifestResourceStream("PinyinInitials.txt")!);
        return string.Concat(reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')));
    }
}

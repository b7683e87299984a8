using System.Buffers;

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

    private static readonly SearchValues<char> ReadOtherwise = SearchValues.Create([.. Otherwise.Keys]);

    /// <summary>Initials of a name (首字母), and those of another common reading; none for a name without Chinese characters.</summary>
    public static IEnumerable<string> Of(string name)
    {
        if (!name.Any(IsChinese)) return [];

        var usual = Written(name, isOther: false);
        return !name.AsSpan().ContainsAny(ReadOtherwise) || Written(name, isOther: true) is not { } other || other == usual ? [usual] : [usual, other];
    }

    // Letters and digits of a name stay, so that “3号院” is “3hy”; everything else has no place in initials.
    private static string Written(string name, bool isOther)
    {
        var (letters, initials, length) = (Letters.Value, new char[name.Length], 0);
        foreach (var c in name)
        {
            var letter = isOther && Otherwise.TryGetValue(c, out var other) ? other
                : IsChinese(c) ? letters[c - First]
                : char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-';
            if (letter != '-') initials[length++] = letter;
        }

        return new string(initials, 0, length);
    }

    private static bool IsChinese(char c) => c >= First && c - First < Letters.Value.Length;

    private static string Read()
    {
        using var reader = new StreamReader(typeof(PinyinInitials).Assembly.GetManifestResourceStream("PinyinInitials.txt")!);
        return string.Concat(reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')));
    }
}

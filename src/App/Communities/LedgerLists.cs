using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Communities;

/// <summary>Several things written into one cell: “1-5号楼”, “1、2、3号楼”, “花园小区、西关小区”.</summary>
internal static partial class LedgerLists
{
    private const int MostParts = 200;
    private static readonly char[] Separators = ['、', '，', ',', ';', '；', '\n', '/'];
    private static readonly SearchValues<char> AnySeparator = SearchValues.Create(Separators), Conjunctions = SearchValues.Create("和与及");

    /// <summary>The names in a cell; one for the usual case.</summary>
    public static IReadOnlyList<string> Names(string text)
    {
        if (!text.AsSpan().ContainsAny(AnySeparator) && !text.AsSpan().ContainsAny(Conjunctions)) return [text];
        if (IsInBrackets(text)) return [text];

        var parts = Closing().Replace(text, "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(part => And().Split(part)).ToArray();
        if (parts.Length is < 2 or > MostParts) return [text];
        if (parts.Any(IsNumbered) && Numbered(parts) is { } buildings) return buildings;

        return Array.TrueForAll(parts, IsName) ? parts : [text];
    }

    /// <summary>True for “塔山甲、乙、丙小区”: perhaps several, and nobody can say what each is called.</summary>
    public static bool MaySaySeveral(string text) => text.AsSpan().ContainsAny('、', ';', '；') && !IsInBrackets(text);

    // “花园小区（一、二期）” is one.
    private static bool IsInBrackets(string text) =>
        text.AsSpan().IndexOfAny('（', '(') is >= 0 and var open && text.AsSpan().IndexOfAny(AnySeparator) is var first && first > open
        && text.AsSpan(first).IndexOfAny('）', ')') >= 0;

    // A number alone belongs to a name that stands elsewhere in the cell.
    private static bool IsName(string part) => part.Length >= 2 && !char.IsAsciiDigit(part[0]) && part.Any(c => c > 0x2E7F);

    // “沿河小区6号楼、沿河小区7号楼”, “沿河小区6号楼、7号楼”: single buildings of one stem, each a community of its own.
    private static List<string>? Numbered(string[] parts)
    {
        var (names, stem) = (new List<string>(), "");
        foreach (var match in parts.Select(part => Single().Match(CellText.Plain(part))))
        {
            var said = match.Groups["stem"].Value;
            if (!match.Success || (said.Length == 0 && stem.Length == 0) || (said.Length > 0 && stem.Length > 0 && said != stem)) return null;

            if (said.Length > 0) stem = said;
            names.Add($"{stem}{match.Groups["number"].Value}号楼");
        }

        return names;
    }

    /// <summary>The building numbers in a cell, each with its tail; one for the usual case.</summary>
    public static IReadOnlyList<string> Numbers(string text)
    {
        var plain = CellText.Plain(text).Replace(" ", "");
        if (List().Match(plain) is not { Success: true } match) return [text];

        var tail = match.Groups["tail"].Value is { Length: > 0 } said ? said : "号楼";
        var numbers = new List<string>();
        foreach (Match part in Part().Matches(match.Groups["list"].Value))
        {
            var first = Whole(part.Groups["from"].Value);
            var last = part.Groups["to"].Success ? Whole(part.Groups["to"].Value) : first;
            if (last < first || numbers.Count + last - first >= MostParts) return [text];

            for (var number = first; number <= last; number++) numbers.Add($"{number}{tail}");
        }

        return numbers.Count > 1 ? numbers : [text];
    }

    /// <summary>True for “101—104” and “101、102”; “1-101” is a room of the first unit.</summary>
    public static bool IsSeveralRooms(string text) => text.Length > 5 && Rooms().IsMatch(CellText.Plain(text).Replace(" ", ""));

    private static int Whole(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static bool IsNumbered(string part) => char.IsAsciiDigit(part[0]) || part.EndsWith("号楼", StringComparison.Ordinal);

    [GeneratedRegex(@"^\d{3,4}室?(?:[-~至到、,;/]+\d{3,4}室?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Rooms();

    [GeneratedRegex(@"^(?<stem>.*?[^\d\s第#-])?第?(?<number>\d{1,3})(?:号楼?|#楼?|栋|幢|楼)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    // “……、新华书店宿舍等20个411户”, as a document ends its list.
    [GeneratedRegex(@"等\s*\d+\s*[个处户].*$|等?[。．.]?\s*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Closing();

    // 和平, 和谐 … begin a name of their own.
    [GeneratedRegex("(?<=.(?:小区|家属院|家属楼|宿舍|宿舍楼|号楼|新村))(?:和(?![平谐美顺兴睦泰风])|与|及)(?=..)", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"^第?(?<list>\d{1,3}(?:号?楼?|#|栋|幢)(?:[-~至到、,;]+\d{1,3}(?:号?楼?|#|栋|幢)?)+?)(?<tail>号楼|#楼|楼|栋|幢|#|号)?$", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    [GeneratedRegex(@"(?<from>\d{1,3})(?:号?楼?|#|栋|幢)?(?:[-~至到](?<to>\d{1,3}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}

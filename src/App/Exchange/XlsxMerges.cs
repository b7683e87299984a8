using System.Text;
using System.Text.RegularExpressions;

namespace Huanxin.App.Exchange;

/// <summary>
/// Merged cells stand behind the rows. Their place is searched for in the bytes, which costs a fraction of reading the
/// rows before it.
/// </summary>
internal static class XlsxMerges
{
    private const int LongestList = 16 << 20;
    private static readonly Regex Merge = new(
        "mergeCell ref=\"([A-Z]{1,3}\\d{1,7}):([A-Z]{1,3}\\d{1,7})\"",
        RegexOptions.Compiled | RegexOptions.CultureInvariant);

    public static IReadOnlyList<SheetMerge> Read(XlsxPackage package, string path)
    {
        using var part = package.Bytes(path, () => "") ?? throw ExchangeRefusals.Damaged();
        return [.. Merge.Matches(List(part)).Select(Of).OfType<SheetMerge>()];
    }

    // Everything from the list on; empty where there is none.
    private static string List(Stream part)
    {
        var mark = "<mergeCells"u8;
        var buffer = new byte[1 << 16];
        for (int held = 0, read; (read = part.Read(buffer, held, buffer.Length - held)) > 0;)
        {
            var length = held + read;
            var found = buffer.AsSpan(0, length).IndexOf(mark);
            if (found >= 0) return Encoding.Latin1.GetString(Rest(part, buffer.AsSpan(found, length - found)));

            held = Math.Min(length, mark.Length);
            buffer.AsSpan(length - held, held).CopyTo(buffer);
        }

        return "";
    }

    private static byte[] Rest(Stream part, ReadOnlySpan<byte> begun)
    {
        using var rest = new MemoryStream();
        rest.Write(begun);
        var buffer = new byte[1 << 16];
        for (int read; rest.Length < LongestList && (read = part.Read(buffer)) > 0;) rest.Write(buffer, 0, read);
        return rest.ToArray();
    }

    private static SheetMerge? Of(Match match)
    {
        if (!CellAddress.TryParse(match.Groups[1].Value, out var column, out var first)) return null;

        return CellAddress.TryParse(match.Groups[2].Value, out var lastColumn, out var last) && lastColumn >= column && last >= first
            ? new SheetMerge(column, first, lastColumn, last)
            : null;
    }
}

namespace Huanxin.Cli;

/// <summary>A list on a terminal, columns aligned; a Chinese character is two columns wide.</summary>
internal static class Table
{
    public static IEnumerable<string> Lines(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = header.Select((title, i) => rows.Select(row => Width(row[i])).Append(Width(title)).Max()).ToArray();
        return rows.Prepend(header).Select(row => string.Join("  ", row.Select((cell, i) => Pad(cell, widths[i]))).TrimEnd());
    }

    private static string Pad(string cell, int width) => cell + new string(' ', width - Width(cell));

    private static int Width(string text) => text.Sum(sign => sign < 0x2E80 ? 1 : 2);
}

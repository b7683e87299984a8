using System.Buffers;

namespace Huanxin.App.Exchange;

/// <summary>Text that a spreadsheet would run instead of show.</summary>
public static class FormulaGuard
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static bool LooksLikeFormula(ReadOnlySpan<char> text) => text.Length > 0 && Starts.Contains(text[0]);

    /// <summary>For CSV, where nothing types a cell: an apostrophe in front keeps it text.</summary>
    public static string ForCsv(string text) => LooksLikeFormula(text) ? "'" + text : text;

    /// <summary>The text as it was before <see cref="ForCsv"/>.</summary>
    public static string FromCsv(string text) =>
        text.Length > 1 && text[0] == '\'' && LooksLikeFormula(text.AsSpan(1)) ? text[1..] : text;
}

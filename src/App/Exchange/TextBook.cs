using Huanxin.Core.Exchange;

namespace Huanxin.App.Exchange;

/// <summary>CSV and pasted text: one sheet, separator and encoding found out, every cell text.</summary>
internal sealed class TextBook : SheetBook
{
    private readonly Func<TextReader> open;
    private readonly SheetLimits limits;
    private readonly char separator;

    private TextBook(string name, Func<TextReader> open, SheetLimits limits, char? separator)
    {
        this.open = open;
        this.limits = limits;
        this.separator = separator ?? FindSeparator();
        Sheets = [new SheetTab(name, false)];
    }

    public override IReadOnlyList<SheetTab> Sheets { get; }

    public static SheetBook Open(Stream file, string name, SheetLimits limits)
    {
        var encoding = TextEncoding.Of(file);
        return new TextBook(name, () =>
        {
            file.Position = 0;
            return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        }, limits, null);
    }

    public static SheetBook OfPaste(string text, SheetLimits limits) =>
        new TextBook(ExchangeLabels.Pasted, () => new StringReader(text), limits, text.Contains('\t') ? '\t' : null);

    public override IEnumerable<SheetRow> Rows(int sheet)
    {
        using var reader = open();
        foreach (var row in new SeparatedText(reader, separator, Sheets[0].Name, limits).Rows()) yield return row;
    }

    public override void Dispose()
    {
    }

    // Whichever of comma, tab and semicolon stands most often in the first lines, outside quotes.
    private char FindSeparator()
    {
        using var reader = open();
        var buffer = new char[8192];
        var head = buffer.AsSpan(0, reader.ReadBlock(buffer));
        var counts = new Dictionary<char, int> { [','] = 0, ['\t'] = 0, [';'] = 0, ['|'] = 0, ['，'] = 0 };
        var isQuoted = false;
        foreach (var c in head)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (!isQuoted && counts.TryGetValue(c, out var count)) counts[c] = count + 1;
        }

        // A full-width comma separates nothing unless there is nothing else.
        return counts.Where(pair => pair.Key != '，' && pair.Value > 0).OrderByDescending(pair => pair.Value)
            .Select(pair => pair.Key).FirstOrDefault(counts['，'] > 0 ? '，' : ',');
    }
}

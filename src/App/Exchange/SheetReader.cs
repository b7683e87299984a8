using Huanxin.App.Files;

namespace Huanxin.App.Exchange;

/// <summary>Opens what users bring: xlsx, xls, csv, or text pasted from a sheet. Refuses before it reads.</summary>
public static class SheetReader
{
    /// <summary>
    /// The stream must be seekable and stays open as long as the book; the name only names a CSV's one sheet.
    /// </summary>
    public static SheetBook Open(Stream file, string name, SheetLimits? limits = null)
    {
        var allowed = limits ?? SheetLimits.Default;
        if (file.Length > allowed.LargestFile) throw ExchangeRefusals.TooLarge(allowed.LargestFile);

        var kind = FileSignature.Of(file);
        return kind switch
        {
            FileKind.Empty => throw ExchangeRefusals.Empty(),
            FileKind.EncryptedOffice => throw ExchangeRefusals.Encrypted(),
            FileKind.MacroOffice => throw ExchangeRefusals.Macros(),
            FileKind.Xlsx => XlsxBook.Open(file, allowed),
            FileKind.Xls => XlsBook.Open(file, allowed),
            FileKind.Text => TextBook.Open(file, Path.GetFileNameWithoutExtension(name), allowed),
            // Many an office system exports a web page and calls it xls.
            FileKind.Markup when HasExtension(name, ".xls", ".xlsx", ".et") => throw ExchangeRefusals.WebPage(),
            FileKind.Archive or FileKind.Doc when HasExtension(name, ".xlsx", ".xls") =>
                throw ExchangeRefusals.Damaged(),
            FileKind.Unknown when HasExtension(name, ".csv", ".txt") => throw ExchangeRefusals.Encoding(),
            FileKind.Unknown when HasExtension(name, ".xlsx", ".xls") => throw ExchangeRefusals.Damaged(),
            _ => throw ExchangeRefusals.NotASheet(kind),
        };
    }

    /// <summary>Cells copied in a spreadsheet and pasted into a text field.</summary>
    public static SheetBook OfPaste(string text, SheetLimits? limits = null)
    {
        if (string.IsNullOrWhiteSpace(text)) throw ExchangeRefusals.Empty();

        return TextBook.OfPaste(text, limits ?? SheetLimits.Default);
    }

    private static bool HasExtension(string name, params string[] extensions) =>
        extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}

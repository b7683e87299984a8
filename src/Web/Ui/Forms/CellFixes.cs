namespace Huanxin.Web.Ui.Forms;

/// <summary>What was typed over the cells of an uploaded sheet.</summary>
public static class CellFixes
{
    private const string Fix = "fix.", Was = "was.";

    public static string NameOf(string address) => Fix + address;

    /// <summary>Under which goes along what stood there.</summary>
    public static string StoodNameOf(string address) => Was + address;

    /// <summary>Address → what stands there instead.</summary>
    public static IReadOnlyDictionary<string, string> Of(IFormCollection form) => form.Keys.Where(key => key.StartsWith(Fix, StringComparison.Ordinal))
        .Select(key => (Address: key[Fix.Length..], Text: Typed(form, key[Fix.Length..]))).Where(fix => fix.Text is not null)
        .ToDictionary(fix => fix.Address, fix => fix.Text!);

    /// <summary>What was typed over a cell; null where it stands as it was. A cell with several faults has a field beside each: the changed one counts.</summary>
    public static string? Typed(IFormCollection form, string address) => form[NameOf(address)]
        .Zip(form[StoodNameOf(address)], (now, before) => (Now: now ?? "", Before: before ?? ""))
        .Where(pair => pair.Now != pair.Before).Select(pair => pair.Now.Trim()).LastOrDefault();
}

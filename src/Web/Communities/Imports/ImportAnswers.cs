using System.Globalization;
using Huanxin.App.Communities.Imports;
using Huanxin.App.Security;
using Huanxin.Core.Kernel;
using Huanxin.Web.Ui.Forms;

namespace Huanxin.Web.Communities.Imports;

/// <summary>What a person typed and ticked about the faults of a ledger.</summary>
public sealed record ImportAnswers(
    IReadOnlyDictionary<string, string> Fixes, IReadOnlyDictionary<int, string> Rows, IReadOnlyList<(string Code, string Header, int? Row)> Ticked, string Why)
{
    public static ImportAnswers Of(IFormCollection form)
    {
        var rows = form.Keys.Where(key => key.StartsWith("row.", StringComparison.Ordinal))
            .Select(key => (Row: Row(key[4..]), Choice: form[key].LastOrDefault(choice => !string.IsNullOrEmpty(choice)) ?? ""))
            .Where(pair => pair.Row is not null).ToDictionary(pair => pair.Row!.Value, pair => pair.Choice);
        return new(CellFixes.Of(form), rows, [.. TicksOf(form).Select(Parts).OfType<(string, string, int?)>()], form["why"].ToString().Trim());
    }

    /// <summary>What was ticked, as the boxes name it.</summary>
    public static IEnumerable<string> TicksOf(IFormCollection form) => form
        .Where(pair => pair.Key.StartsWith("ok", StringComparison.Ordinal) || pair.Key.StartsWith("kind", StringComparison.Ordinal))
        .Select(pair => pair.Value.ToString());

    /// <summary>Something is ticked, and nothing says why it is so.</summary>
    public bool LacksReason => Ticked.Count > 0 && Why.Length == 0;

    /// <summary>Puts them beside what was decided before, sealing what was typed.</summary>
    public ImportDecisions Into(ImportDecisions before, Cipher cipher)
    {
        var (fixes, rows) = (new Dictionary<string, Personal>(before.Fixes), new Dictionary<int, string>(before.Rows));
        foreach (var (address, text) in Fixes) fixes[address] = cipher.Seal(text);
        foreach (var (row, choice) in Rows)
        {
            if (choice.Length == 0) rows.Remove(row);
            else rows[row] = choice;
        }

        // What is corrected is to be doubted anew.
        var confirmed = before.Confirmed.Where(one => one.Row is null || !Fixes.Keys.Any(address => RowOf(address) == one.Row));
        return before with { Fixes = fixes, Rows = rows, Confirmed = [.. confirmed, .. Ticked.Select(one => new Confirmation(one.Code, one.Header, one.Row, Why))] };
    }

    private static (string Code, string Header, int? Row)? Parts(string ticked) =>
        ticked.Split('|', 3) is [var code, var row, var header] ? (code, header, Row(row)) : null;

    private static int? Row(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    private static int? RowOf(string address) => Row(address.TrimStart([.. Enumerable.Range('A', 26).Select(letter => (char)letter)]));
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Huanxin.App.Security;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Communities.Imports;

/// <summary>A doubt that a person has answered with a reason: one cell, or all of the same kind.</summary>
public sealed record Confirmation(string Code, string Header, int? Row, string Why);

/// <summary>What was decided about a ledger while it was checked, as it is kept with its import.</summary>
public sealed record ImportDecisions
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>This row is the community with this id: “same:…”.</summary>
    public const string Same = "same:";

    /// <summary>This row is another community than the one it resembles.</summary>
    public const string New = "new";

    public LedgerKind? Kind { get; init; }
    public string? Sheet { get; init; }
    public int? HeaderRow { get; init; }
    public Dictionary<int, string> Columns { get; init; } = [];
    public Dictionary<int, string> Units { get; init; } = [];

    /// <summary>Row → skip, one, new, or same:id.</summary>
    public Dictionary<int, string> Rows { get; init; } = [];

    /// <summary>
    /// Address → what stands there instead; the uploaded file stays as it was. Sealed whatever its column, which may come to mean another: this is
    /// kept with its changes, and it may be somebody's name or phone.
    /// </summary>
    public Dictionary<string, Personal> Fixes { get; init; } = [];

    public List<Confirmation> Confirmed { get; init; } = [];

    public static ImportDecisions Read(string json) => JsonSerializer.Deserialize<ImportDecisions>(json, Json) ?? new();

    public string Write() => JsonSerializer.Serialize(this, Json);

    public LedgerChoice Choice => new() { Kind = Kind, Sheet = Sheet, HeaderRow = HeaderRow, Columns = Columns, Units = Units, Rows = Rows };

    /// <summary>The corrections as they are read.</summary>
    internal Dictionary<string, string> Opened(Cipher cipher) => Fixes.ToDictionary(fix => fix.Key, fix => cipher.Open(fix.Value));

    /// <summary>The community a row was said to be, if one was chosen.</summary>
    public Guid? SameAs(int row) =>
        Rows.GetValueOrDefault(row) is { } said && said.StartsWith(Same, StringComparison.Ordinal) && Guid.TryParse(said[Same.Length..], CultureInfo.InvariantCulture, out var id)
            ? id : null;

    public bool IsAnswered(ImportFault fault) => Confirmed.Exists(one =>
        one.Code == fault.Code && one.Header == fault.Header && (one.Row is null || one.Row == fault.Row));

    /// <summary>Every doubt there is, answered with one reason.</summary>
    public static ImportDecisions Accepting(ImportFaults faults, string why) => new()
    {
        Confirmed = [.. faults.Summary.Where(line => line.Level == FaultLevel.Soft).Select(line => new Confirmation(line.Code, line.Header, null, why))],
    };

    /// <summary>Doubts that nobody has answered yet.</summary>
    public long OpenDoubts(ImportFaults faults)
    {
        var open = faults.All.Count(fault => fault.Level == FaultLevel.Soft && !IsAnswered(fault));
        var kept = faults.All.Where(fault => fault.Level == FaultLevel.Soft).CountBy(fault => (fault.Code, fault.Header)).ToDictionary();
        var beyond = faults.Summary.Where(line => line.Level == FaultLevel.Soft)
            .Where(line => !Confirmed.Exists(one => one.Row is null && one.Code == line.Code && one.Header == line.Header))
            .Sum(line => line.Count - kept.GetValueOrDefault((line.Code, line.Header)));
        return open + beyond;
    }
}

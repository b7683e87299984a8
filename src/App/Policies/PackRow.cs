using System.Globalization;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>Typed reading of one mapping that has stood its shape; null keys read as nothing.</summary>
public sealed class PackRow(PackNode? node)
{
    private readonly PackNode.Map? map = node as PackNode.Map;

    public string Text(string key) => ScalarOf(key)?.Text ?? "";

    public string? TextOrNull(string key) => ScalarOf(key) is { IsEmpty: false } scalar ? scalar.Text : null;

    public int? Whole(string key) => TextOrNull(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool Flag(string key) => Text(key) == "true";

    public DateOnly? Date(string key) => TextOrNull(key) is { } text ? PackValues.Date(text) : null;

    public RegionCode? Region(string key) => TextOrNull(key) is { } text ? RegionCode.Of(text) : null;

    public TEnum Word<TEnum>(string key, TEnum otherwise = default) where TEnum : struct, Enum =>
        TextOrNull(key) is { } word ? Words<TEnum>.Parse(word)!.Value : otherwise;

    /// <summary>Texts of a list, or of a single value.</summary>
    public IReadOnlyList<string> Texts(string key) => map?[key] switch
    {
        PackNode.List list => [.. list.Items.OfType<PackNode.Scalar>().Select(s => s.Text)],
        PackNode.Scalar { IsEmpty: false } scalar => [scalar.Text],
        _ => [],
    };

    /// <summary>Texts of a list; null where it is absent or 未核实.</summary>
    public IReadOnlyList<string>? TextsOrNull(string key) => map?[key] is PackNode.List ? Texts(key) : null;

    public IReadOnlyList<string> Clauses => Texts("clause");

    public IEnumerable<PackRow> Rows(string key) =>
        map?[key] is PackNode.List list ? list.Items.Select(i => new PackRow(i)) : [];

    /// <summary>Rows of a list; null where it is absent or 未核实.</summary>
    public IEnumerable<PackRow>? RowsOrNull(string key) => map?[key] is PackNode.List ? Rows(key) : null;

    public PackRow Row(string key) => new(map?[key]);

    public bool Has(string key) => map?[key] is not null;

    /// <summary>Numbers of a list; an empty cell is null.</summary>
    public IReadOnlyList<decimal?> Numbers(string key) => map?[key] is PackNode.List list
        ? [.. list.Items.Cast<PackNode.Scalar>().Select(s => s.IsEmpty ? null : PackValues.Number(s.Text))]
        : [];

    public IEnumerable<(string Key, PackRow Row)> Entries(string key) =>
        map?[key] is PackNode.Map entries ? entries.Entries.Select(e => (e.Key, new PackRow(e.Value))) : [];

    public IReadOnlyDictionary<string, string> TextMap(string key) => map?[key] is PackNode.Map entries
        ? entries.Entries.ToDictionary(e => e.Key, e => ((PackNode.Scalar)e.Value).Text)
        : new Dictionary<string, string>();

    /// <summary>Mappings of a list.</summary>
    public IEnumerable<PackNode.Map> Maps(string key) =>
        map?[key] is PackNode.List list ? list.Items.OfType<PackNode.Map>() : [];

    /// <summary>A mapping, or null.</summary>
    public PackNode.Map? Map(string key) => map?[key] as PackNode.Map;

    /// <summary>Place of a key's value, or null.</summary>
    public PackPlace? PlaceOf(string key) => map?[key]?.Place;

    /// <summary>The single values of a key: one, or those of a list.</summary>
    public IEnumerable<PackNode.Scalar> Scalars(string key) => ScalarsOf(map?[key]);

    /// <summary>The single values of all keys.</summary>
    public IEnumerable<PackNode.Scalar> AllScalars() => map?.Entries.SelectMany(e => ScalarsOf(e.Value)) ?? [];

    /// <summary>Keys with their places.</summary>
    public IEnumerable<(string Key, PackPlace Place)> Keys() => map?.Entries.Select(e => (e.Key, e.Place)) ?? [];

    /// <summary>Notes of a document or a clause.</summary>
    public IReadOnlyList<ClauseNote> Notes =>
        [.. Rows("notes").Select(n => new ClauseNote(n.Word<NoteKind>("kind"), n.Text("text")))];

    private static IEnumerable<PackNode.Scalar> ScalarsOf(PackNode? node) => node switch
    {
        PackNode.Scalar scalar => [scalar],
        PackNode.List list => list.Items.OfType<PackNode.Scalar>(),
        _ => [],
    };

    private PackNode.Scalar? ScalarOf(string key) => map?[key] as PackNode.Scalar;
}

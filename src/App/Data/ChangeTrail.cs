using System.Text.Encodings.Web;
using System.Text.Json;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Data;

/// <summary>Reads the pending changes off the tracker and writes them down: one row for a new record, one per changed field.</summary>
public static class ChangeTrail
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Numbers go on from those an act already has.</summary>
    public static List<ChangeRow> Of(AppDb db, Act act, int from = 0)
    {
        db.ChangeTracker.DetectChanges();
        var rows = new List<ChangeRow>();
        foreach (var entry in db.ChangeTracker.Entries<Record>())
        {
            switch (entry.State)
            {
                case EntityState.Added:
                    Raise(entry);
                    rows.Add(Row(act, from + rows.Count, entry, ChangeKind.Created, now: First(entry.Metadata, entry.Entity)));
                    break;
                case EntityState.Deleted:
                    rows.Add(Row(act, from + rows.Count, entry, ChangeKind.Removed, before: Last(entry)));
                    break;
                case EntityState.Modified:
                    foreach (var field in Changed(entry))
                    {
                        rows.Add(Row(act, from + rows.Count, entry, ChangeKind.Changed, field.Metadata.Name,
                            Text(field.Metadata, field.OriginalValue), Text(field.Metadata, field.CurrentValue)));
                    }

                    Raise(entry);
                    break;
                case EntityState.Detached or EntityState.Unchanged:
                    break;
            }
        }

        return rows;
    }

    /// <summary>All first values of a record as one JSON object, in the columns' own exact form.</summary>
    public static string First(IEntityType type, object record) => FirstValues.TextOf(RowShape.Of(type), record);

    /// <summary>Key of a record as one text.</summary>
    public static string KeyOf(IEntityType type, object record) =>
        string.Join('/', type.FindPrimaryKey()!.Properties.Select(p => $"{Plain(p, p.GetGetter().GetClrValue(record))}"));

    /// <summary>The value as the column holds it, so that a change row is exact on both databases.</summary>
    public static object? Plain(IProperty property, object? value) =>
        property.GetTypeMapping().Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value;

    /// <summary>A value as a change row holds it.</summary>
    public static string? Text(IProperty property, object? value) =>
        value is null ? null : JsonSerializer.Serialize(Plain(property, value), Json);

    private static string Last(EntityEntry entry) => JsonSerializer.Serialize(
        entry.Properties.Where(p => IsTold(p.Metadata)).ToDictionary(p => p.Metadata.Name, p => Plain(p.Metadata, p.OriginalValue)),
        Json);

    private static IEnumerable<PropertyEntry> Changed(EntityEntry entry) =>
        entry.Properties.Where(p => p.IsModified && IsTold(p.Metadata) && !Equals(p.OriginalValue, p.CurrentValue));

    /// <summary>Whether a field says anything that the rest of its change row does not say already.</summary>
    public static bool IsTold(IProperty property) => property.GetOrAddRuntimeAnnotationValue("Huanxin:IsTold", static one => one is
    {
        Name: not nameof(Record.Version), PropertyInfo: { } own,
    } && !one.IsPrimaryKey() && !own.IsDefined(typeof(DerivedAttribute), inherit: false), property);

    private static void Raise(EntityEntry<Record> entry)
    {
        var version = entry.Property(r => r.Version);
        version.CurrentValue = version.OriginalValue + 1;
    }

    private static ChangeRow Row(
        Act act, int number, EntityEntry<Record> entry, ChangeKind kind, string? field = null, string? before = null, string? now = null) => new()
    {
        ActId = act.Id,
        Number = number,
        Kind = kind,
        RecordType = entry.Metadata.ClrType.Name,
        RecordKey = KeyOf(entry.Metadata, entry.Entity),
        Place = (entry.Entity as IPlaced)?.Place,
        Field = field,
        Old = before,
        New = now,
    };
}

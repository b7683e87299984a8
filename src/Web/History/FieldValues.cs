using System.Globalization;
using System.Text.Json;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Communities.Imports;
using Huanxin.Web.Security;
using Huanxin.Web.Ui.Figures;
using Huanxin.Web.Ui.Notes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.Web.History;

/// <summary>Turns what the trail holds of a field, exact and coded, into what a person reads.</summary>
public sealed class FieldValues(AppDb db, PlaceNames places, PersonalReading personal)
{
    private readonly Dictionary<Guid, string> names = [];

    /// <summary>Fields of a change with their labels, before and after.</summary>
    public IEnumerable<FieldChange> Of(ChangeRow change)
    {
        var type = db.Model.GetEntityTypes().FirstOrDefault(known => known.ClrType.Name == change.RecordType);
        if (type is null) return [];

        var before = Parsed(change.Old);
        var after = Parsed(change.New);
        if (change.Field is { } field) return Line(type, change, field, before, after) is { } line ? [line] : [];

        return type.GetProperties().Select(property => property.Name)
            .Select(name => Line(type, change, name, Part(before, name), Part(after, name)))
            .OfType<FieldChange>().Where(told => told.Old is not null || told.New is not null);
    }

    /// <summary>Finds out what the records the changes speak of are called: a key says nothing to whoever reads a history.</summary>
    public async Task LearnNamesAsync(IEnumerable<ChangeRow> changes, CancellationToken stop)
    {
        var ids = changes.SelectMany(change => new[] { change.Old, change.New }).SelectMany(Guids).Distinct().Except(names.Keys).ToList();
        if (ids.Count == 0) return;

        var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(stop);
        var accounts = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(stop);
        organisations.ForEach(known => names[known.Id] = known.Name);
        accounts.ForEach(known => names[known.Id] = known.SignInName);
        var communities = await db.Communities.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(stop);
        var buildings = await db.Buildings.AsNoTracking().Where(b => ids.Contains(b.Id)).Select(b => new { b.Id, Name = b.Number }).ToListAsync(stop);
        var projects = await db.Projects.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(stop);
        var plans = await db.PlanSets.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, Name = p.Title }).ToListAsync(stop);
        foreach (var known in communities.Concat(buildings).Concat(projects).Concat(plans)) names[known.Id] = known.Name;
    }

    private FieldChange? Line(IEntityType type, ChangeRow change, string field, JsonElement? before, JsonElement? after)
    {
        if (type.FindProperty(field) is not { } property || !ChangeTrail.IsTold(property)) return null;

        var label = RecordCatalogue.FieldLabel(change.RecordType, field) ?? field;
        return RecordCatalogue.IsSecret(change.RecordType, field)
            ? new FieldChange(label, Hidden(before), Hidden(after))
            : new FieldChange(label, Text(property, before, change.Place), Text(property, after, change.Place));
    }

    private string? Text(IProperty property, JsonElement? value, RegionCode? place)
    {
        if (value is not { } json) return null;

        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(Fen) ? $"{new Fen(json.GetInt64())} 元"
            : type == typeof(Area) ? $"{new Area(json.GetInt64())} ㎡"
            : type == typeof(Month) ? new Month(json.GetInt32()).ToString()
            : type == typeof(RegionCode) ? places.NameOf(RegionCode.OfColumn(json.GetString()!))
            : type == typeof(Personal) ? Opened(json.GetString()!, place)
            : type == typeof(Guid) ? json.TryGetGuid(out var id) && names.TryGetValue(id, out var name) ? name : json.GetString()
            : type == typeof(DateTime) ? Figure.Time(DateTime.SpecifyKind(json.GetDateTime(), DateTimeKind.Utc))
            : type == typeof(bool) ? (json.GetBoolean() ? "是" : "否")
            : type.IsEnum ? RecordCatalogue.WordsOf(type)?.Invoke(json.GetString()!) ?? json.GetString()
            : property.Name == nameof(Organisation.OtherPlaces) ? Named(json.GetString()!)
            : property.Name == nameof(ImportRun.Decisions) ? Filled(DecisionSentences.Of(json.GetString()!, typed => Opened(typed.Sealed, place)))
            : RecordCatalogue.ListOf(property.DeclaringType.ClrType.Name, property.Name) is { } list ? Filled(list(json.GetString()!))
            : type == typeof(string) || type == typeof(DateOnly) || type == typeof(Ratio) ? Filled(json.GetString())
            : property.Name.EndsWith("Year", StringComparison.Ordinal) ? json.ToString()
            : json.ValueKind == JsonValueKind.Number ? json.GetDecimal().ToString("#,##0.########", CultureInfo.InvariantCulture)
            : json.ToString();
    }

    private string Opened(string text, RegionCode? place) =>
        place is { } known && personal.MaySee(known) ? db.Cipher.Open(new Personal(text)) : new Personal(text).ToString();

    private string? Named(string codes) =>
        Filled(string.Join('、', codes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => places.NameOf(RegionCode.Of(code)))));

    private static string? Hidden(JsonElement? value) => string.IsNullOrEmpty(value?.ToString()) ? null : HistoryLabels.Secret;

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static JsonElement? Parsed(string? json)
    {
        if (json is null) return null;

        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement.Clone();
    }

    private static JsonElement? Part(JsonElement? whole, string name) =>
        whole is { } json && json.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;

    private static IEnumerable<Guid> Guids(string? json) => Parsed(json) switch
    {
        { ValueKind: JsonValueKind.Object } whole => whole.EnumerateObject().Select(part => part.Value).SelectMany(Guids),
        { } single => Guids(single),
        null => [],
    };

    private static IEnumerable<Guid> Guids(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? [id] : [];
}

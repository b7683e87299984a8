using System.Text.Encodings.Web;
using System.Text.Json;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies.Drafts;

/// <summary>The document a filled value was found in, and the words in which it says so.</summary>
public sealed record FillingSource(string Title, string? Number, string Issuer, DateOnly? Issued, string Clause, string Quote);

/// <summary>A value for a placeholder of a document in use, written as a small pack of its own; the document's pack stays as it is.</summary>
/// <param name="Base">The pack that leaves it open.</param>
/// <param name="Name">Parameter name, or id of the entry.</param>
/// <param name="Region">For a value given by place: the place it is filled in for.</param>
public sealed record Filling(Pack Base, FillingPlace Place, string Name, RegionCode? Region, IReadOnlyList<string> Lines, FillingSource Source)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Type of the value, where it is one.</summary>
    public static ParameterType? TypeOf(PackNode.Map entry) => Words<ParameterType>.Parse(new PackRow(entry).Text("type"));

    /// <summary>What is wrong with what was typed; null when nothing is.</summary>
    public Refusal? Fault
    {
        get
        {
            if (Lines.Count == 0) return DraftRefusals.BadFilling("", PackKeyLabels.Of(Place.Key));
            if (Place != FillingPlace.Value || TypeOf(Entry) is not { } type || type == ParameterType.List) return null;

            var (text, unit) = (string.Join(' ', Lines), new PackRow(Entry).TextOrNull("unit"));
            return PackValues.Of(text, type, unit) is null ? DraftRefusals.BadFilling(text, type.Label()) : null;
        }
    }

    private PackNode.Map Entry => Place.EntryIn(Base, Name)!;

    /// <summary>The pack, as a draft that can be read and put in force like any other.</summary>
    /// <param name="id">A free id.</param>
    /// <param name="others">Packs in use, of which some of the same place may give the name too.</param>
    public DraftText Write(string id, IReadOnlyList<Pack> others)
    {
        var row = Base.Identity;
        var sharing = others.Where(p => p.Region == Base.Region && p.Id != Base.Id && p.Index.Names.ContainsKey((Place.Kind, Name))).ToList();
        var earlier = sharing.Where(p => p.Id.StartsWith(Base.Id + "F", StringComparison.Ordinal)).ToList();
        var replaced = earlier.Select(p => p.Id).ToList();
        var below = row.Texts("based-on").Concat(sharing.Select(p => p.Id)).Prepend(Base.Id).Except(replaced).Distinct();
        var text = $$"""
            # 补录 {{Base.Id}} 中的一处“未核实”。原包不改。
            document:
              id: {{id}}
              title: {{Quoted($"{Base.Id} 补录：{LabelOf(Entry)}")}}
              number: {{Quoted(Source.Number ?? Shape.Unverified)}}
              issuer: {{Quoted(Source.Issuer)}}
              region: "{{Base.Region}}"
              kind: reference
              issued: {{(Source.Issued is { } day ? PackValues.Text(day) : Shape.Unverified)}}
              effective: {{row.Text("effective")}}
              expires: {{row.TextOrNull("expires")}}
              status: in-force
              years: {{List(row.Texts("years"))}}
              subjects: [补录]
              replaces: {{List(replaced)}}
              based-on: {{List(below)}}
              source: {{Quoted($"《{Source.Title}》{Source.Clause}")}}
            clauses:
              - id: {{id}}-1
                heading: {{Quoted(Source.Clause)}}
                title: {{Quoted(Source.Title)}}
                text: {{Quoted(Source.Quote)}}
            {{Section(id, Latest(earlier) is { } last ? Place.EntryIn(last, Name)! : Entry)}}

            """;
        var stem = $"{Base.Stem}-{id[Base.Id.Length..].ToLowerInvariant()}";
        return new DraftText(stem, [($"{stem[(stem.IndexOf('/', StringComparison.Ordinal) + 1)..]}.yaml", text)]);
    }

    // What was filled in of the same entry before stays, unless it is what is filled in now.
    private static Pack? Latest(List<Pack> earlier)
    {
        var gone = earlier.SelectMany(p => p.Identity.Texts("replaces")).ToHashSet(StringComparer.Ordinal);
        return earlier.LastOrDefault(p => !gone.Contains(p.Id));
    }

    private string Section(string id, PackNode.Map entry)
    {
        var clauses = List(new PackRow(entry).Clauses.Append($"{id}-1").Distinct());
        var kept = entry.Entries.Where(e => e.Key is not ("clause" or "by-place" or "note") && e.Key != Place.Key).Select(e => $"{e.Key}: {Flow(e.Value)}");
        var text = $"{{ {string.Join(", ", [.. kept, .. Given(entry), $"clause: {clauses}"])} }}";
        return Place.Section switch
        {
            "parameters" => $"parameters:\n  {Name}: {text}",
            "catalogue.items" => $"catalogue:\n  classes: []\n  items:\n    - {text}",
            _ => $"{Place.Section}:\n  - {text}",
        };
    }

    private IEnumerable<string> Given(PackNode.Map entry)
    {
        if (Place != FillingPlace.Value)
        {
            yield return $"{Place.Key}: {(Place.IsList ? Rows() : Quoted(string.Join('\n', Lines)))}";
            yield break;
        }

        var value = TypeOf(entry) == ParameterType.List ? List(Lines) : Quoted(string.Join(' ', Lines));
        // A general value of this pack would hide what the base gives for other places.
        yield return $"value: {(Region is null ? value : Shape.Unverified)}";
        if (Region is not { } place) yield break;

        var others = new PackRow(entry).Map("by-place")?.Entries
            .Where(e => e.Key != place.ToString() && !ShapeCheck.IsUnverified(e.Value)).Select(e => $"\"{e.Key}\": {Flow(e.Value)}") ?? [];
        yield return $"by-place: {{ {string.Join(", ", others.Append($"\"{place}\": {value}"))} }}";
    }

    // “名称 | 单位” of a column, “指标 | 分值” of an indicator; a department is its name.
    private string Rows()
    {
        if (Place.Key == "departments") return List(Lines);

        var rows = Lines.Select((line, at) => (At: at + 1, Parts: line.Split(['|', '｜'], 2, StringSplitOptions.TrimEntries)));
        var isColumn = Place.Key == "columns";
        return $"[{string.Join(", ", rows.Select(r => (isColumn ? $"{{ title: {Quoted(r.Parts[0])}, key: c{r.At}" : $"{{ id: i{r.At}, title: {Quoted(r.Parts[0])}")
            + (r.Parts is [_, { Length: > 0 } second] ? $", {(isColumn ? "unit" : "points")}: {Quoted(second)}" : "") + " }"))}]";
    }

    private static string LabelOf(PackNode.Map entry) => new PackRow(entry) is var row && row.Has("label") ? row.Text("label") : row.Text("title");

    private static string Flow(PackNode node) => node switch
    {
        PackNode.List list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        PackNode.Map map => $"{{ {string.Join(", ", map.Entries.Select(e => $"{Quoted(e.Key)}: {Flow(e.Value)}"))} }}",
        PackNode.Scalar { IsEmpty: true } => "~",
        PackNode.Scalar scalar => Quoted(scalar.Text),
        _ => "~",
    };

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Quoted))}]";

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Json);
}

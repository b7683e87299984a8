using Huanxin.Core.Policies;

namespace Huanxin.App.Policies.Drafts;

/// <summary>Where a placeholder stands: the section of the pack, and the key of the entry that is 未核实.</summary>
/// <param name="Kind">Kind of name by which the entry is known.</param>
public sealed record FillingPlace(string Section, string Key, NameKind Kind, bool IsList = false)
{
    public static readonly FillingPlace Value = new("parameters", "value", NameKind.Parameter);

    private static readonly FillingPlace[] All =
    [
        Value, new("returns", "columns", NameKind.Return, IsList: true), new("returns", "from", NameKind.Return), new("returns", "to", NameKind.Return),
        new("forms", "columns", NameKind.Form, IsList: true), new("joint-reviews", "departments", NameKind.JointReview, IsList: true),
        new("evaluation", "indicators", NameKind.Evaluation, IsList: true), new("evaluation", "by", NameKind.Evaluation),
        new("catalogue.items", "standard", NameKind.Item), new("duties", "owner", NameKind.Duty), new("stewardship", "who", NameKind.Stewardship),
        new("supervision", "by", NameKind.Rung), new("supervision", "of", NameKind.Rung), new("acceptance", "organiser", NameKind.Acceptance),
    ];

    public static FillingPlace? Find(string section, string key) => Array.Find(All, place => place.Section == section && place.Key == key);

    /// <summary>Where a gap of a document is filled in; null for what only another text of the whole document can give.</summary>
    public static FillingPlace? Of(PolicyDocument document, Gap gap) => (gap.Kind, gap.Section) switch
    {
        (GapKind.Value, _) => Value,
        (GapKind.Standard, _) => Find("catalogue.items", "standard"),
        (GapKind.ReturnColumns, _) => Find("returns", "columns"),
        (GapKind.FormColumns, _) => Find("forms", "columns"),
        (GapKind.Departments, _) => Find("joint-reviews", "departments"),
        (GapKind.Indicators, _) => Find("evaluation", "indicators"),
        (GapKind.Who, CitationKind.Duty) => Find("duties", "owner"),
        (GapKind.Who, CitationKind.Stewardship) => Find("stewardship", "who"),
        (GapKind.Who, CitationKind.Evaluation) => Find("evaluation", "by"),
        (GapKind.Who, CitationKind.Acceptance) => Find("acceptance", "organiser"),
        (GapKind.Who, CitationKind.Supervision) =>
            Find("supervision", document.Supervision.Any(s => s.Id == gap.Id && s.By == PolicyWords.Unverified) ? "by" : "of"),
        (GapKind.Who, CitationKind.Return) =>
            Find("returns", document.Returns.Any(r => r.Id == gap.Id && r.From == PolicyWords.Unverified) ? "from" : "to"),
        _ => null,
    };

    /// <summary>The document in use that fills a gap in; null while none does.</summary>
    public static PolicyDocument? FilledBy(PolicyShelf shelf, PolicyDocument document, Gap gap) => shelf.Documents.LastOrDefault(d =>
        !d.Identity.IsDraft && d.Identity.Region == document.Identity.Region && d.Identity.BasedOn.Contains(document.Id)
        && !shelf.Documents.Any(later => later.Identity.Replaces.Contains(d.Id))
        && Citations.Of(d).Any(c => c.Kind == gap.Section && c.Id == gap.Id)
        && !Gaps.Of(d).Any(g => (g.Kind, g.Section, g.Id) == (gap.Kind, gap.Section, gap.Id)));

    /// <summary>The entry of a pack; null when it has none of this name.</summary>
    public PackNode.Map? EntryIn(Pack pack, string name)
    {
        if (this == Value) return new PackRow(pack.Root).Row("parameters").Map(name);

        var (row, keys) = (new PackRow(pack.Root), Section.Split('.'));
        foreach (var key in keys[..^1]) row = row.Row(key);
        return row.Maps(keys[^1]).FirstOrDefault(m => new PackRow(m).Text("id") == name);
    }

    /// <summary>True when the entry leaves it open: the mark stands at the key, or at one of a value's places.</summary>
    public bool IsOpenIn(PackNode.Map entry) => entry[Key] is { } node && ShapeCheck.IsUnverified(node)
        || (this == Value && new PackRow(entry).Row("by-place").AllScalars().Any(ShapeCheck.IsUnverified));
}

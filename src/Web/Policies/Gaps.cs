using Huanxin.Core.Policies;

namespace Huanxin.Web.Policies;

/// <summary>What of a document is not given by its source.</summary>
public enum GapKind { Number, IssueDate, Value, ReturnColumns, FormColumns, Departments, Indicators }

/// <summary>A placeholder marked 未核实: what is missing and where it stands on the document page.</summary>
public sealed record Gap(GapKind Kind, string Title, string? Anchor, IReadOnlyList<string> Clauses, string? Note);

/// <summary>Collects the placeholders of a document.</summary>
public static class Gaps
{
    public static IReadOnlyList<Gap> Of(PolicyDocument document) =>
    [
        .. OfIdentity(document.Identity),
        .. document.Parameters.Values.Where(IsOpen).Select(p => new Gap(GapKind.Value, p.Label, Anchor.Of(CitationKind.Value, p.Name), p.Clauses, p.Note)),
        .. document.Returns.Where(r => r.Columns is null).Select(r => Entry(GapKind.ReturnColumns, CitationKind.Return, r.Id, r.Title, r.Clauses, r.Note)),
        .. document.Forms.Where(f => f.Columns is null).Select(f => Entry(GapKind.FormColumns, CitationKind.Form, f.Id, f.Title, f.Clauses, f.Note)),
        .. document.JointReviews.Where(j => j.Departments is null).Select(j => Entry(GapKind.Departments, CitationKind.JointReview, j.Id, j.Title, j.Clauses, j.Note)),
        .. document.Evaluation.Where(e => e.Indicators is null).Select(e => Entry(GapKind.Indicators, CitationKind.Evaluation, e.Id, e.Title, e.Clauses, e.Note)),
    ];

    /// <summary>A value that is given nowhere, or not for every place it names.</summary>
    public static bool IsOpen(Parameter parameter) =>
        parameter.ByPlace.Count == 0 ? parameter.Value is null : parameter.ByPlace.Values.Any(v => v is null);

    private static IEnumerable<Gap> OfIdentity(DocumentIdentity identity)
    {
        if (identity.Number == PolicyWords.Unverified) yield return new(GapKind.Number, identity.Title, null, [], null);
        if (identity.Issued is null) yield return new(GapKind.IssueDate, identity.Title, null, [], null);
    }

    private static Gap Entry(GapKind kind, CitationKind section, string id, string title, IReadOnlyList<string> clauses, string? note) =>
        new(kind, title, Anchor.Of(section, id), clauses, note);
}

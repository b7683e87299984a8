namespace Huanxin.Core.Policies;

/// <summary>What of a document its source does not give (缺口类别).</summary>
public enum GapKind
{
    Number, IssueDate, Value, Standard, ReturnColumns, FormColumns, Departments, Indicators, Who, Papers, Purposes,
}

/// <summary>A placeholder marked 未核实 (缺口): what is missing, and where it stands in the document.</summary>
/// <param name="Section">Kind of entry it stands in; null for the identity of the document.</param>
public sealed record Gap(GapKind Kind, CitationKind? Section, string Id, string Title, IReadOnlyList<string> Clauses,
    string? Note);

/// <summary>Collects the placeholders of a document (缺口清单), so that none passes for an answer.</summary>
public static class Gaps
{
    /// <summary>All placeholders in the order of the sections (全部缺口).</summary>
    public static IReadOnlyList<Gap> Of(PolicyDocument document) =>
    [
        .. OfIdentity(document.Identity),
        .. document.Parameters.Values.Where(IsOpen)
            .Select(p => new Gap(GapKind.Value, CitationKind.Value, p.Name, p.Label, p.Clauses, p.Note)),
        .. OfForms(document), .. OfBodies(document), .. OfMoney(document), .. OfWorks(document),
    ];

    /// <summary>A value that is given nowhere, or not for every place it names (数值未给出).</summary>
    public static bool IsOpen(Parameter parameter) =>
        parameter.ByPlace.Count == 0 ? parameter.Value is null : parameter.ByPlace.Values.Any(v => v is null);

    private static IEnumerable<Gap> OfIdentity(DocumentIdentity identity)
    {
        if (IsMark(identity.Number)) yield return new(GapKind.Number, null, identity.Id, identity.Title, [], null);
        if (identity.Issued is null) yield return new(GapKind.IssueDate, null, identity.Id, identity.Title, [], null);
    }

    private static IEnumerable<Gap> OfForms(PolicyDocument document) =>
    [
        .. document.Returns.Where(r => r.Columns is null).Select(r =>
            new Gap(GapKind.ReturnColumns, CitationKind.Return, r.Id, r.Title, r.Clauses, r.Note)),
        .. document.Forms.Where(f => f.Columns is null).Select(f =>
            new Gap(GapKind.FormColumns, CitationKind.Form, f.Id, f.Title, f.Clauses, f.Note)),
        .. document.JointReviews.Where(j => j.Departments is null).Select(j =>
            new Gap(GapKind.Departments, CitationKind.JointReview, j.Id, j.Title, j.Clauses, j.Note)),
        .. document.Evaluation.Where(e => e.Indicators is null).Select(e =>
            new Gap(GapKind.Indicators, CitationKind.Evaluation, e.Id, e.Title, e.Clauses, e.Note)),
    ];

    // A step, a duty or a return whose owner or receiver the document does not name.
    private static IEnumerable<Gap> OfBodies(PolicyDocument document) =>
    [
        .. document.Procedures.SelectMany(p => p.Steps).Where(s => IsMark(s.Owner)).Select(s =>
            new Gap(GapKind.Who, CitationKind.Step, s.Id, s.Title, s.Clauses, s.Note)),
        .. document.Duties.Where(d => IsMark(d.Owner)).Select(d =>
            new Gap(GapKind.Who, CitationKind.Duty, d.Id, d.Title, d.Clauses, d.Note)),
        .. document.Stewardship.Where(s => IsMark(s.Who)).Select(s =>
            new Gap(GapKind.Who, CitationKind.Stewardship, s.Id, s.Title, s.Clauses, s.Note)),
        .. document.Evaluation.Where(e => IsMark(e.By)).Select(e =>
            new Gap(GapKind.Who, CitationKind.Evaluation, e.Id, e.Title, e.Clauses, e.Note)),
        .. document.Supervision.Where(s => IsMark(s.By) || IsMark(s.Of)).Select(s =>
            new Gap(GapKind.Who, CitationKind.Supervision, s.Id, s.Title, s.Clauses, s.Note)),
        .. document.Acceptance.Where(a => IsMark(a.Organiser)).Select(a =>
            new Gap(GapKind.Who, CitationKind.Acceptance, a.Id, a.Title, a.Clauses, a.Note)),
        .. document.Returns.Where(r => IsMark(r.From) || IsMark(r.To)).Select(r =>
            new Gap(GapKind.Who, CitationKind.Return, r.Id, r.Title, r.Clauses, r.Note)),
    ];

    private static IEnumerable<Gap> OfMoney(PolicyDocument document) =>
    [
        .. document.FundingSources.Where(f => f.Purposes is null).Select(f =>
            new Gap(GapKind.Purposes, CitationKind.Funding, f.Id, f.Title, f.Clauses, f.Note)),
    ];

    private static IEnumerable<Gap> OfWorks(PolicyDocument document) =>
    [
        .. document.Procedures.SelectMany(p => p.Steps).Where(s => s.Documents is null).Select(s =>
            new Gap(GapKind.Papers, CitationKind.Step, s.Id, s.Title, s.Clauses, s.Note)),
        .. document.Items.Where(i => IsMark(i.Standard)).Select(i =>
            new Gap(GapKind.Standard, CitationKind.Item, i.Id, i.Title, i.Clauses, i.Note)),
    ];

    private static bool IsMark(string? text) => text == PolicyWords.Unverified;
}

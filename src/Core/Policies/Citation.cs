namespace Huanxin.Core.Policies;

/// <summary>What carries out a clause (落实方式).</summary>
public enum CitationKind
{
    Value, Target, Plan, Listed, Eligibility, Exclusion, Quota, Priority, Requirement, ItemClass, Item, Step,
        JointReview, Voting,
    Warranty, Tender, Clock, Funding, CostShare, Subsidy, FinancingMode, Return, Supervision, Acceptance, Stewardship,
        Evaluation,
    Form, Duty, Responsibility, Organisation, Calendar, Case, Test,
}

/// <summary>
/// Something that cites clauses and so carries them out (落实): a value, a rule, an item, a step, a test.
/// </summary>
public sealed record Citation(CitationKind Kind, string Id, string Title, IReadOnlyList<string> Clauses);

/// <summary>Finds everything in a document that carries out a clause (落实清单).</summary>
public static class Citations
{
    /// <summary>All citations of a document in the order of its sections (全部落实).</summary>
    public static IEnumerable<Citation> Of(PolicyDocument document) =>
        OfValues(document).Concat(OfRules(document)).Concat(OfWorks(document)).Concat(OfMoney(document))
            .Concat(OfDuties(document));

    private static IEnumerable<Citation> OfValues(PolicyDocument document) =>
    [
        .. document.Parameters.Values.Select(p => new Citation(CitationKind.Value, p.Name, p.Label, p.Clauses)),
        .. document.Targets.Select(t => new Citation(CitationKind.Target, t.Id, t.Title, t.Clauses)),
        .. document.Plans.Select(p => new Citation(CitationKind.Plan, p.Id, p.Title, p.Clauses)),
        .. document.Listed.Select(l => new Citation(CitationKind.Listed, l.Name, l.Name, l.Clauses)),
        .. document.Calendar.Select(c => new Citation(CitationKind.Calendar, $"{c.Year}", $"{c.Year}", c.Clauses)),
    ];

    private static IEnumerable<Citation> OfRules(PolicyDocument document) =>
    [
        .. document.Eligibility.SelectMany(s => OfSet(CitationKind.Eligibility, s)),
        .. document.Exclusions.SelectMany(s => OfSet(CitationKind.Exclusion, s)),
        .. document.Requirements.SelectMany(s => OfSet(CitationKind.Requirement, s)),
        .. document.Quotas.Select(q => new Citation(CitationKind.Quota, q.Id, q.Title, q.Clauses)),
        .. document.Priority.Select(p =>
            new Citation(CitationKind.Priority, p.Id, p.Title,
            [.. p.Clauses.Union(p.Criteria.SelectMany(c => c.Clauses))])),
        .. document.Voting.Select(v => new Citation(CitationKind.Voting, v.Id, v.Title, v.Clauses)),
    ];

    private static IEnumerable<Citation> OfWorks(PolicyDocument document) =>
    [
        .. document.Classes.Select(c => new Citation(CitationKind.ItemClass, c.Id, c.Title, c.Clauses)),
        .. document.Items.Select(i => new Citation(CitationKind.Item, i.Id, i.Title, i.Clauses)),
        .. document.Procedures.SelectMany(p => p.Steps)
            .Select(s => new Citation(CitationKind.Step, s.Id, s.Title, s.Clauses)),
        .. document.JointReviews.Select(j => new Citation(CitationKind.JointReview, j.Id, j.Title, j.Clauses)),
        .. document.Warranties.Select(w => new Citation(CitationKind.Warranty, w.Id, w.Title, w.Clauses)),
        .. document.Tenders.Select(t => new Citation(CitationKind.Tender, t.Id, t.Title, t.Clauses)),
        .. document.Clocks.Select(c => new Citation(CitationKind.Clock, c.Id, c.Title, c.Clauses)),
    ];

    private static IEnumerable<Citation> OfMoney(PolicyDocument document) =>
    [
        .. document.FundingSources.Select(f => new Citation(CitationKind.Funding, f.Id, f.Title, f.Clauses)),
        .. document.CostShares.Select(c => new Citation(CitationKind.CostShare, c.Id, c.Title, c.Clauses)),
        .. document.Subsidies.Select(s => new Citation(CitationKind.Subsidy, s.Id, s.Title, s.Clauses)),
        .. document.FinancingModes.Select(m => new Citation(CitationKind.FinancingMode, m.Id, m.Title, m.Clauses)),
    ];

    private static IEnumerable<Citation> OfDuties(PolicyDocument document) =>
    [
        .. document.Returns.Select(r =>
            new Citation(CitationKind.Return, r.Id, r.Title,
            [.. r.Clauses.Union(r.Checks.SelectMany(c => c.Clauses))])),
        .. document.Supervision.Select(s => new Citation(CitationKind.Supervision, s.Id, s.Title, s.Clauses)),
        .. document.Acceptance.Select(a =>
            new Citation(CitationKind.Acceptance, a.Id, a.Title,
            [.. a.Clauses.Union(a.Parties.SelectMany(p => p.Clauses))])),
        .. document.Stewardship.Select(s => new Citation(CitationKind.Stewardship, s.Id, s.Title, s.Clauses)),
        .. document.Evaluation.Select(e => new Citation(CitationKind.Evaluation, e.Id, e.Title, e.Clauses)),
        .. document.Forms.Select(f => new Citation(CitationKind.Form, f.Id, f.Title, f.Clauses)),
        .. document.Duties.Select(d => new Citation(CitationKind.Duty, d.Id, d.Title, d.Clauses)),
        .. document.Responsibilities.Select(r => new Citation(CitationKind.Responsibility, r.Task, r.Task, r.Clauses)),
        .. document.Organisations.Select(o => new Citation(CitationKind.Organisation, o.Id, o.Title, o.Clauses)),
    ];

    private static IEnumerable<Citation> OfSet(CitationKind kind, RuleSet set) =>
        [new(kind, set.Id, set.Title, [.. ClausesOf(set.Node).Distinct()])];

    private static IEnumerable<string> ClausesOf(RuleNode node) =>
        node.Clauses.Concat(node.Parts.Concat(node.Unless).SelectMany(ClausesOf));
}

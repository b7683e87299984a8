using System.Runtime.CompilerServices;
using Huanxin.App;
using Huanxin.App.Policies;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Web.Ui;

namespace Huanxin.Web.Policies;

/// <summary>Where a document stands on a day.</summary>
public enum Standing { InForce, Coming, Expired, Replaced, Draft }

/// <summary>The shelf as the pages read it: with every clause at hand and what carries it out.</summary>
public sealed class ReadingRoom
{
    private readonly Dictionary<string, (PolicyDocument Document, Clause Clause)> clauses;
    private readonly Lazy<Coverage> coverage;

    public ReadingRoom(ShelfReading reading)
    {
        var shelf = Shelf = PolicyShelf.Of(reading);
        clauses = shelf.Documents.SelectMany(d => d.Clauses.Select(c => (d, c))).ToDictionary(p => p.c.Id, p => p);
        // The tests are there in a checkout only; an installation shows cases without them.
        coverage = new(() => Coverage.Of(reading, Path.Combine(Settings.FindRoot(), "tests")));
    }

    public PolicyShelf Shelf { get; }

    public Coverage Coverage => coverage.Value;

    public Clause? Clause(string id) => clauses.TryGetValue(id, out var found) ? found.Clause : null;

    /// <summary>Address of a clause; null where no document has it.</summary>
    public string? HrefOf(string clause) =>
        clauses.TryGetValue(clause, out var found) ? Links.PolicyClause(found.Document.Id, clause) : null;

    public Standing StandingOf(PolicyDocument document, DateOnly on)
    {
        if (document.Identity.IsDraft) return Standing.Draft;
        if (Shelf.ReplacedBy(document, on) is not null) return Standing.Replaced;

        return document.IsInForceOn(on) ? Standing.InForce
            : on < document.Identity.Effective ? Standing.Coming
            : Standing.Expired;
    }

    /// <summary>What holds at a document's own place from its first day on: by this its names are read.</summary>
    public RuleBook BookOf(PolicyDocument document) => document.Identity.IsDraft
        ? Shelf.For(document.Identity.Region, document.Identity.Effective, document)
        : Shelf.For(document.Identity.Region, document.Identity.Effective);

    /// <summary>A listed place by its code in an address; null where none was chosen.</summary>
    public RegionCode? PlaceOf(string? code) =>
        !string.IsNullOrEmpty(code) && RegionCode.TryParse(code, out var place) && Shelf.Regions.Find(place) is not null ? place : null;

    /// <summary>Every rule of a document that names a rule of the library, with the rule set it stands in.</summary>
    public static IEnumerable<(string Title, string Anchor, RuleNode Node)> RulesIn(PolicyDocument document) =>
    [
        .. Sets(CitationKind.Eligibility, document.Eligibility), .. Sets(CitationKind.Exclusion, document.Exclusions),
        .. Sets(CitationKind.Requirement, document.Requirements),
        .. from order in document.Priority
           from criterion in order.Criteria
           where criterion.Node is not null
           from node in Named(criterion.Node!)
           select ($"{order.Title}：{criterion.Title}", Anchor.Of(CitationKind.Priority, order.Id), node),
    ];

    /// <summary>Places that stand in the list, for a select.</summary>
    public IEnumerable<(RegionCode Code, string Name)> Places =>
        Shelf.Regions.Regions.OrderBy(r => r.Code.Prefix, StringComparer.Ordinal).Select(r => (r.Code, Shelf.Regions.FullNameOf(r.Code)));

    private static IEnumerable<(string, string, RuleNode)> Sets(CitationKind kind, IEnumerable<RuleSet> sets) =>
        sets.SelectMany(s => Named(s.Node).Select(n => (s.Title, Anchor.Of(kind, s.Id), n)));

    private static IEnumerable<RuleNode> Named(RuleNode node) =>
        (node.Rule is null ? [] : new[] { node }).Concat(node.Parts.Concat(node.Unless).SelectMany(Named));
}

/// <summary>One reading room for each shelf, kept as long as the shelf is in use.</summary>
public sealed class ReadingRooms
{
    private readonly ConditionalWeakTable<ShelfReading, ReadingRoom> rooms = [];

    public ReadingRoom Of(ShelfReading reading) => rooms.GetValue(reading, shelf => new ReadingRoom(shelf));
}

/// <summary>Names of the places on a document page.</summary>
public static class Anchor
{
    public static string Of(CitationKind kind, string id) => $"{Words<CitationKind>.Of(kind)}-{id.Replace(' ', '-')}";
}

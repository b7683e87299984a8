using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>A clause with everything that carries it out.</summary>
public sealed record CoveredClause(Clause Clause, IReadOnlyList<Citation> Citations)
{
    /// <summary>Nothing carries it out though it asks for something (尚未落实).</summary>
    public bool IsOpen => !Clause.IsFrame && Citations.Count == 0;

    /// <summary>A case beside the pack or a test proves it.</summary>
    public bool IsProven => Citations.Any(c => c.Kind is CitationKind.Case or CitationKind.Test);
}

/// <summary>Which rule, item, step, case and test carries which clause.</summary>
public sealed class Coverage
{
    private readonly ILookup<string, Citation> byClause;

    private Coverage(IEnumerable<Citation> citations) =>
        byClause = citations.SelectMany(c => c.Clauses.Distinct().Select(id => (id, c))).ToLookup(p => p.id, p => p.c);

    /// <summary>Coverage by the shelf's documents, and by the cases and tests given.</summary>
    public static Coverage Of(PolicyShelf shelf, params IEnumerable<Citation> more) =>
        new(shelf.Documents.SelectMany(Citations.Of).Concat(more));

    /// <summary>Coverage with the cases beside the packs, and the tests of a checkout where there is one.</summary>
    public static Coverage Of(ShelfReading reading, string? testsFolder)
    {
        var cases = new PackCases(reading.Shelf!);
        var ran = reading.Packs.SelectMany(cases.Run)
            .Select(c => new Citation(CitationKind.Case, c.Name, c.Name, c.Clauses));
        return Of(reading.Shelf!, ran.Concat(testsFolder is null ? [] : TestClauses.In(testsFolder)));
    }

    /// <summary>What carries out a clause.</summary>
    public IEnumerable<Citation> For(string clause) => byClause[clause];

    /// <summary>A document's clauses in order, each with what carries it out.</summary>
    public IReadOnlyList<CoveredClause> Of(PolicyDocument document) =>
        [.. document.Clauses.Select(c => new CoveredClause(c, [.. byClause[c.Id]]))];
}

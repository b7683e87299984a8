using Huanxin.App.Policies;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

public class CoverageTests
{
    private static readonly Coverage Coverage = Coverage.Of(Shelf.Reading, Path.Combine(Checkout.Root, "tests"));

    [Theory]
    [InlineData("W20")]
    [InlineData("W24")]
    [InlineData("AQ24")]
    [InlineData("TX21")]
    [InlineData("NY22")]
    public void Every_clause_that_asks_for_something_is_carried_by_something(string document)
    {
        var clauses = Coverage.Of(Shelf.Sound.Find(document)!);

        Assert.NotEmpty(clauses);
        Assert.Empty(clauses.Where(c => c.IsOpen).Select(c => c.Clause.Id));
    }

    [Fact]
    public void The_ids_of_the_inventory_are_all_on_the_shelf()
    {
        string[] inventory =
        [
            .. Ids("W20",
                "1.2 1.3a 1.3b 1.4a 1.4b 1.4c 1.5a 1.5b 2.1a 2.1b 2.1c 2.2a 2.2b 2.3 2.4 2.5 2.6a 2.6b 2.7a 2.7b 2.7c 2.8a 2.8b 3.1 3.2 3.3 3.4 4.1 4.2 4.3 4.4 5.1 5.2 5.3 A"),
            .. Ids("W24", "0 1 2a 2b 2.1 2.2 2.3 2.4 2.5 2.6a 2.6b 3.1 3.2a 3.2b 3.3a 3.3b 4.1 4.2 4.3 A1 A2"),
            .. Ids("AQ24",
                "1 2.1a 2.1b 2.1c 2.2a 2.2b 2.2c 2.3 2.4a 2.4b 2.5a 2.5b 2.6a 2.6b 2.6c 3.1 3.2 3.3 3.4 3.5"),
            .. Ids("TX21", "3 4.1 4.2 4.3 4.4.1 4.4.2 4.4.3 4.4.4 4.4.5 4.4.6 4.4.7 5.3 5.4 5.5"),
            .. Ids("NY22", "1 3.1 3.2 3.3 3.4 4.1 4.3 4.4 4.5 5.2 5.5 A1 A2"),
        ];

        Assert.All(inventory, id => Assert.True(Shelf.Sound.FindClause(id) is not null, id));
    }

    [Fact]
    public void A_clause_shows_its_values_its_steps_and_the_tests_that_prove_it()
    {
        var citations = Coverage.For("W24-3.2a").ToList();

        Assert.Contains(citations, c => c is { Kind: CitationKind.Value, Id: "reporting.due-day" });
        Assert.Contains(citations, c => c is { Kind: CitationKind.Return, Id: "monthly-dispatch" });
        Assert.Contains(citations, c => c.Kind == CitationKind.Case);
        Assert.Contains(Coverage.For("TX21-4.1"), c =>
            c is { Kind: CitationKind.Test, Id: "QuotaTests.A_share_the_document_does_not_give_confirms_nobody" });
    }

    [Fact]
    public void Every_clause_a_test_claims_to_prove_exists()
    {
        var unknown = TestClauses.In(Path.Combine(Checkout.Root, "tests"))
            .SelectMany(t => t.Clauses.Select(c => (Clause: c, t.Id)))
            .Where(t => t.Clause.Contains('-', StringComparison.Ordinal) && Shelf.Sound.FindClause(t.Clause) is null);

        Assert.Empty(unknown.Select(t => $"{t.Clause} {t.Id}"));
    }

    private static IEnumerable<string> Ids(string document, string numbers) =>
        numbers.Split(' ').Select(n => $"{document}-{n}");
}

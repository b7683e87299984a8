using FsCheck;
using FsCheck.Fluent;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Tests.Policies;
using Xunit;

namespace Huanxin.Tests.Communities;

/// <summary>What holds of doubts about any figures.</summary>
public sealed class PlausibilityPropertyTests
{
    private static readonly PlausibilityBook Book =
        PlausibilityBook.Of(ShippedShelf.Shelf.For(RegionCode.Nation, new DateOnly(2024, 1, 1)));
    private static readonly PlausibilityBook PeersOnly = Book with
    {
        Bands = Book.Bands.ToDictionary(b => b.Key, _ => new Band(0, decimal.MaxValue, null)),
    };

    private static readonly Gen<Figures> AnyRow =
        from households in Gen.Choose(12, 3_000)
        from metres in Gen.Choose(20, 300)
        from rest in Gen.Choose(0, 99)
        from buildings in Gen.Choose(1, 60)
        select new Figures(0, "", "甲") { Communities = 1, Buildings = buildings, Households = households, Area = new Area((households * metres * 100L) + rest) };

    private static readonly Arbitrary<IReadOnlyList<Figures>> Tables =
        AnyRow.ListOf().Select(rows => (IReadOnlyList<Figures>)[.. rows.Select((row, i) => row with { Row = i, Label = $"{i}" })]).ToArbitrary();

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Prop.ForAll(Tables, rows =>
    {
        var forwards = Plausibility.Of(rows, Book).Select(Mark).Order();
        var backwards = Plausibility.Of([.. rows.Reverse()], Book).Select(Mark).Order();
        return forwards.SequenceEqual(backwards);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Peers_are_alike_in_whatever_unit_they_are_counted() => Prop.ForAll(Tables, Gen.Choose(2, 50).ToArbitrary(), (rows, factor) =>
    {
        var scaled = rows.Select(row => row with { Area = new Area(row.Area!.Value.Value * factor) }).ToList();
        return Strangers(rows).SequenceEqual(Strangers(scaled));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_peers_are_never_doubted_for_each_other() => Prop.ForAll(AnyRow.ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(),
        (row, count) => Plausibility.Of([.. Enumerable.Range(0, count).Select(i => row with { Row = i })], PeersOnly).Count == 0)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Too_few_to_compare_are_not_compared() => Prop.ForAll(Tables, rows =>
        Plausibility.Of([.. rows.Take(Book.Peers!.Fewest - 1)], PeersOnly).All(d => d.Peers is null && d.Kind == DoubtKind.SpreadAverage))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_suggestion_is_itself_beyond_doubt_within_the_bands() => Prop.ForAll(Tables, rows =>
        Plausibility.Of(rows, Book).Where(d => d.Suggested is not null).All(d =>
        {
            var mended = d.Cells[0].With(d.Suggested!.Measure, d.Suggested.Value);
            return Book.Bands.All(b => mended.Per(b.Key) is not { } value || b.Value.Holds(value));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_doubt_names_its_rows_and_says_why() => Prop.ForAll(Tables, rows =>
        Plausibility.Of(rows, Book).All(d => d.Cells.Count > 0 && d.Cells.All(rows.Contains) && d.Sentence.EndsWith('。')))
        .QuickCheckThrowOnFailure();

    private static string Mark(Doubt doubt) =>
        $"{doubt.Kind} {doubt.Unit} {string.Join(',', doubt.Cells.Select(c => c.Row).Order())} {doubt.Suggested}";

    private static IEnumerable<int> Strangers(IReadOnlyList<Figures> rows) =>
        Plausibility.Of(rows, PeersOnly).Where(d => d is { Unit: PerUnit.AreaPerHousehold, Kind: not DoubtKind.SpreadAverage }).Select(d => d.Cells[0].Row);
}

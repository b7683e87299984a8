using Huanxin.Core.Communities;
using Huanxin.Core.Contracts;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Stewardship;
using Huanxin.Core.Voting;
using Huanxin.Core.Works;

namespace Huanxin.App.Policies;

/// <summary>One case beside a pack: what is given, what is expected, and what came out.</summary>
/// <param name="Wrong">Null when the pack said what was expected.</param>
public sealed record CaseResult(string Document, string Name, IReadOnlyList<string> Clauses, PackFault? Wrong);

/// <summary>Runs the cases beside a pack against the shelf.</summary>
public sealed class PackCases(PolicyShelf shelf)
{
    /// <summary>Every case of a pack; faults of the file itself come as cases without a name.</summary>
    public IReadOnlyList<CaseResult> Run(Pack pack)
    {
        if (pack.Cases is not { } text) return [];

        var index = new PackIndex();
        var root = PackNode.Read($"{pack.Stem}.cases.yaml", text, index.Faults);
        if (root is not null) ShapeCheck.Run(root, CaseShapes.File, index);
        if (root is not PackNode.List list || index.Faults.Count > 0)
        {
            return [.. index.Faults.Select(f => new CaseResult(pack.Id, "", [], f))];
        }

        var dangling = index.Uses.Where(u => u.Kind == NameKind.Clause && shelf.FindClause(u.Name) is null)
            .Select(u => new CaseResult(pack.Id, "", [], PackFaults.DanglingClause(u.Place, u.Name)));
        return [.. dangling, .. list.Items.Select(i => RunOne(pack, (PackNode.Map)i))];
    }

    private CaseResult RunOne(Pack pack, PackNode.Map node)
    {
        var row = new PackRow(node);
        var (name, about) = (row.Text("name"), row.Text("about"));
        var index = new PackIndex();
        ShapeCheck.Run(node["given"] ?? new PackNode.Map(node.Place, []), CaseShapes.ByAbout[about].Given, index);
        ShapeCheck.Run(node["expect"]!, CaseShapes.ByAbout[about].Expect, index);
        if (index.Faults is [var first, ..]) return new(pack.Id, name, row.Clauses, first);

        var document = pack.Document!;
        var place = row.Region("place") ?? document.Identity.Region;
        var on = row.Date("on") ?? document.Identity.Effective;
        var book = document.Identity.IsDraft ? shelf.For(place, on, document) : shelf.For(place, on);
        var (found, expected) = Compare(book, about, row);
        var wrong = found == expected ? null : PackFaults.BadCase(node.Place, name, found, expected);
        return new(pack.Id, name, row.Clauses, wrong);
    }

    private (string Found, string Expected) Compare(RuleBook book, string about, PackRow row)
    {
        var (of, given, expect) = (row.Text("of"), row.Row("given"), row.Row("expect"));
        return about switch
        {
            "eligibility" => Eligibility(book, given, expect),
            "requirement" => Requirement(book, of, given, expect),
            "vote" => (Words<DecisionOutcome>.Of(Vote(book, given).Outcome), expect.Text("outcome")),
            "tender" => (Words<Answer>.Of(TenderRules.MustTender(book, Purchase(given)).Answer), expect.Text("answer")),
            "warranty" => Warranty(WarrantyRules.EndOf(book, of, given.Date("accepted")!.Value), expect),
            "clock" => Clock(ClockRules.EndOf(book, shelf.Calendar, of, given.Date("began")!.Value,
                given.Flag("extended")), expect),
            "value" => Value(book, of, expect),
            "priority" => Priority(book, of, given, expect),
            _ => QuotaPlaces(book, of, given, expect),
        };
    }

    private static (string, string) Eligibility(RuleBook book, PackRow given, PackRow expect)
    {
        var verdict = new EligibilityBook(book).Judge(CaseFacts.Community(given, book.Place));
        var failed = verdict.Ways.SelectMany(w => w.Checks()).Where(c => c.Answer == Answer.No).Select(c => c.Node.Rule)
            .Concat(verdict.Exclusions.SelectMany(e => e.Checks()).Where(c => c.Answer == Answer.Yes)
                .Select(c => c.Node.Rule));
        return Answered(verdict.Answer, failed, verdict.Missing(), verdict.Quota, expect);
    }

    private static (string, string) Requirement(RuleBook book, string of, PackRow given, PackRow expect)
    {
        var set = book.Nearest(d => d.Requirements, s => s.Id).Single(s => s.Id == of);
        var judged = book.Bind<ProjectFacts>(set.Node).Judge(CaseFacts.Project(given));
        return Answered(judged.Answer, judged.Checks().Where(c => c.Answer == Answer.No).Select(c => c.Node.Rule),
            judged.Missing(), judged.Quota, expect);
    }

    // Reasons, missing facts and quota are compared only where the case writes them.
    private static (string, string) Answered(Answer answer, IEnumerable<string?> failed, IEnumerable<string> missing,
        string? quota, PackRow expect)
    {
        var (found, expected) =
            (new List<string> { Words<Answer>.Of(answer) }, new List<string> { expect.Text("answer") });
        Add("because", failed.OfType<string>());
        Add("missing", missing);
        if (expect.Has("quota")) (found, expected) = ([.. found, quota ?? ""], [.. expected, expect.Text("quota")]);
        return (string.Join(' ', found), string.Join(' ', expected));

        void Add(string key, IEnumerable<string> texts)
        {
            if (!expect.Has(key)) return;
            found.Add($"{key}: {string.Join(',', texts.Distinct().Order(StringComparer.Ordinal))}");
            expected.Add($"{key}: {string.Join(',', expect.Texts(key).Order(StringComparer.Ordinal))}");
        }
    }

    private static OwnersDecision Vote(RuleBook book, PackRow given)
    {
        VoteCount Count(string key)
        {
            var count = given.Row(key);
            return new(count.Whole("all")!.Value, count.Whole("present")!.Value, count.Whole("agree")!.Value);
        }

        return VotingRules.Decide(book, given.Word<Majority>("matter"), Count("area"), Count("owners"));
    }

    private static Purchase Purchase(PackRow given)
    {
        Fen Money(string key) => Fen.FromYuan(PackValues.Number(given.Text(key))!.Value);
        return new(given.Word<TenderKind>("kind"), Money("estimate"), Money("budget-money"), Money("investment"),
            given.Flag("state-money-controls"));
    }

    private static (string, string) Warranty(WarrantyEnd end, PackRow expect) =>
        LastDay(end.LastDay, end.Missing, expect);

    private static (string, string) Clock(ClockEnd end, PackRow expect) => LastDay(end.LastDay, end.Missing, expect);

    private static (string, string) LastDay(DateOnly? lastDay, string? missing, PackRow expect) =>
        ($"{lastDay:yyyy-MM-dd} {missing}", $"{expect.Text("last-day")} {expect.Text("missing")}");

    private static (string, string) Value(RuleBook book, string of, PackRow expect)
    {
        var value = book.Value(of);
        var found = PackValues.Text(value?.Value);
        return expect.Has("from")
            ? ($"{found} {value?.Document.Id}", $"{expect.Text("value")} {expect.Text("from")}")
            : (found, expect.Text("value"));
    }

    private static (string, string) Priority(RuleBook book, string of, PackRow given, PackRow expect)
    {
        var (names, communities) = Named(given, book.Place);
        var ranked = new EligibilityBook(book).Priorities.Single(p => p.Order.Id == of).Rank(communities);
        return (string.Join(',', ranked.Select(r => names[r.Facts])), string.Join(',', expect.Texts("order")));
    }

    private static (string, string) QuotaPlaces(RuleBook book, string of, PackRow given, PackRow expect)
    {
        var (names, communities) = Named(given, book.Place);
        var eligibility = new EligibilityBook(book);
        var total = given.Whole("year-total") is { } whole ? Fact<long>.Of(whole) : default;
        var places = eligibility.Solve(eligibility.Quotas.Single(q => q.Id == of), communities, total);
        string Those(Func<QuotaOutcome, bool> wanted) =>
            string.Join(',', places.Where(p => wanted(p.Outcome)).Select(p => names[p.Key]));
        return ($"{Those(o => o == QuotaOutcome.Fits)} {Those(o => o == QuotaOutcome.Waits)} {Those(o => o > QuotaOutcome.Waits)}",
            $"{string.Join(',', expect.Texts("fits"))} {string.Join(',', expect.Texts("waits"))} {string.Join(',', expect.Texts("unknown"))}");
    }

    private static (Dictionary<CommunityFacts, string> Names, List<CommunityFacts> Communities) Named(PackRow given,
        RegionCode place)
    {
        var names = new Dictionary<CommunityFacts, string>(ReferenceEqualityComparer.Instance);
        var communities = new List<CommunityFacts>();
        foreach (var row in given.Rows("communities"))
        {
            var facts = CaseFacts.Community(row, place);
            names.Add(facts, row.Text("name"));
            communities.Add(facts);
        }

        return (names, communities);
    }
}

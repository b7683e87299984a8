using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Web.Policies;

/// <summary>A sentence of a clause in which the words were found, cut around the first of them.</summary>
public sealed record ClauseHit(Clause Clause, string Before, string Found, string After);

/// <summary>A document as the library lists it.</summary>
public sealed record LibraryLine(PolicyDocument Document, Standing Standing, int Duties, int Carried, int Unverified, IReadOnlyList<ClauseHit> Hits)
{
    /// <summary>Clauses that ask for something nothing carries out.</summary>
    public int Open => Duties - Carried;
}

/// <summary>What a reader asks of the library.</summary>
public sealed record LibraryQuery(string? Text, RegionCode? Place, int? Year, string? Subject, DocumentKind? Kind, Standing? Standing)
{
    private const int Around = 60;
    private static readonly char[] SentenceEnds = ['。', '；', '！', '？', '\n'];

    private string[] Words => [.. (Text ?? "").Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries).Take(5)];

    public bool IsNarrowed => Words.Length > 0 || Place is not null || Year is not null || Subject is not null || Kind is not null || Standing is not null;

    /// <summary>The documents asked for; with words, those that have them in a clause or in their own description.</summary>
    public IReadOnlyList<LibraryLine> Over(ReadingRoom room, DateOnly today) =>
        [.. room.Shelf.Documents.Where(Fits).Select(d => Line(room, d, today)).Where(l => Standing is null || l.Standing == Standing).Where(HasWords)];

    public static IEnumerable<int> YearsOf(PolicyDocument document) =>
        document.Identity.Issued is { } issued ? document.Identity.Years.Append(issued.Year).Distinct() : document.Identity.Years;

    private bool Fits(PolicyDocument document) =>
        (Place is null || document.Identity.Region == Place)
        && (Year is not { } year || YearsOf(document).Contains(year))
        && (Subject is null || document.Identity.Subjects.Contains(Subject))
        && (Kind is null || document.Identity.Kind == Kind);

    private bool HasWords(LibraryLine line) => Words.Length == 0 || line.Hits.Count > 0 || HasAll(Description(line.Document.Identity));

    private LibraryLine Line(ReadingRoom room, PolicyDocument document, DateOnly today)
    {
        var duties = room.Coverage.Of(document).Where(c => !c.Clause.IsFrame).ToList();
        var hits = Words.Length == 0 ? [] : document.Clauses.Where(c => HasAll($"{c.Id} {c.Heading} {c.Title} {c.Text}")).Select(Hit).ToList();
        return new(document, room.StandingOf(document, today), duties.Count, duties.Count(c => !c.IsOpen), Gaps.Of(document).Count, hits);
    }

    private bool HasAll(string text) => Words.All(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static string Description(DocumentIdentity identity) =>
        string.Join(' ', [identity.Id, identity.Title, identity.Number, identity.Issuer, .. identity.Subjects]);

    private ClauseHit Hit(Clause clause)
    {
        var word = Words.FirstOrDefault(w => clause.Text.Contains(w, StringComparison.OrdinalIgnoreCase));
        if (word is null) return new(clause, clause.Text[..Math.Min(clause.Text.Length, 2 * Around)], "", "");

        var at = clause.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        var start = clause.Text.LastIndexOfAny(SentenceEnds, Math.Max(0, at - 1)) + 1;
        var end = clause.Text.IndexOfAny(SentenceEnds, at + word.Length);
        var (from, to) = (Math.Max(at > 0 ? start : 0, at - Around), Math.Min(end < 0 ? clause.Text.Length : end + 1, at + word.Length + Around));
        return new(clause, clause.Text[from..at].TrimStart(), clause.Text.Substring(at, word.Length), clause.Text[(at + word.Length)..to].TrimEnd());
    }
}


using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Works;
using Huanxin.Tests.Support;

namespace Huanxin.Tests.Policies;

/// <summary>The shelf of the repository, read once, and packs written on the spot.</summary>
internal static class Shelf
{
    public static readonly string Folder = Path.Combine(Checkout.Root, "policies");

    private static readonly Lazy<ShelfReading> Read = new(() => ShelfReading.Of(Folder));

    public static ShelfReading Reading => Read.Value;

    public static PolicyShelf Sound => Reading.Shelf ?? throw new BrokenShelfException(Reading.Faults);

    public static RuleBook Book(string place, DateOnly on) => Sound.For(RegionCode.Of(place), on);

    /// <summary>The files of the repository's shelf, to which a test may add its own.</summary>
    public static IEnumerable<(string File, string Text)> Shipped => Directory
        .EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .Select(f => (File: Path.GetRelativePath(Folder, f), Text: File.ReadAllText(f))).Where(f => f.File.Contains('/'));

    /// <summary>What a requirement in force says of a project.</summary>
    public static Judgement Demand(RuleBook book, string requirement, ProjectFacts facts) =>
        book.Bind<ProjectFacts>(book.Nearest(d => d.Requirements, r => r.Id).Single(r => r.Id == requirement).Node)
            .Judge(facts);

    /// <summary>A folder of packs of its own, with the repository's list of places.</summary>
    public static string FolderWith(params (string File, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("huanxin-packs-").FullName;
        File.Copy(Path.Combine(Folder, "regions.yaml"), Path.Combine(folder, "regions.yaml"));
        foreach (var (file, text) in files)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return folder;
    }

    /// <summary>A small sound document; the rest of it is appended.</summary>
    public static string Document(string id, string region, string effective, string rest = "", string more = "") =>
        $"""
        document:
          id: {id}
          title: 测试文件{id}
          number: 测〔2024〕1号
          issuer: 测试单位
          region: "{region}"
          kind: notice
          issued: {effective}
          effective: {effective}
          expires:
          status: in-force
        {more}
        clauses:
          - heading: 一
            id: {id}-1
            text: 测试条款。
        {rest}
        """;

    /// <summary>Judges facts by one rule of the library alone.</summary>
    public static Check Ask(string rule, CommunityFacts facts, params (string Name, object? Value)[] with)
    {
        var entry = RuleCatalogue.Communities.Single(r => r.Name == rule);
        var values = entry.Arguments.ToDictionary(a => a.Name, a => with.FirstOrDefault(w => w.Name == a.Name).Value
            ?? (a.Words is [var first, ..] ? first : null));
        return entry.Decide(facts, new Arguments(values, RegionCode.Of("371000"), new DateOnly(2024, 3, 28)));
    }
}

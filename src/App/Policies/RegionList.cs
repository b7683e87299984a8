using Huanxin.Core.Kernel;

namespace Huanxin.App.Policies;

/// <summary>A place of the list: code, name, other names, and since or until when where it changed.</summary>
/// <param name="IsOwn">A code of our own for a place the national list does not know.</param>
public sealed record ListedRegion(RegionCode Code, string Name, IReadOnlyList<string> Aliases, bool IsOwn,
    DateOnly? From, DateOnly? To, string? Note);

/// <summary>The places of policies/regions.yaml.</summary>
public sealed class RegionList
{
    private static readonly Shape File = Shape.Of(
        Shape.Must("source", Shape.Text),
        Shape.Must("regions", Shape.ListOf(Shape.Of(
            Shape.Must("code", Shape.Region), Shape.Must("name", Shape.Text),
                Shape.May("aliases", Shape.ListOf(Shape.Text)),
            Shape.May("own", Shape.Flag), Shape.May("from", Shape.Date), Shape.May("to", Shape.Date),
                Shape.May("note", Shape.Text)))));

    private readonly Dictionary<RegionCode, ListedRegion> byCode;

    private RegionList(string source, IReadOnlyList<ListedRegion> regions) =>
        (Source, Regions, byCode) = (source, regions, regions.ToDictionary(r => r.Code));

    /// <summary>Where the codes come from, and of which date.</summary>
    public string Source { get; }

    public IReadOnlyList<ListedRegion> Regions { get; }

    /// <summary>The place of a code, or null.</summary>
    public ListedRegion? Find(RegionCode code) => byCode.GetValueOrDefault(code);

    /// <summary>Short name of a place; a code the list does not know is shown as it is.</summary>
    public string NameOf(RegionCode code) =>
        code == RegionCode.Nation ? "全国" : Find(code)?.Name ?? code.ToString();

    /// <summary>Name with those of the places around it, e.g. “山东省威海市环翠区”.</summary>
    public string FullNameOf(RegionCode code) => code == RegionCode.Nation
        ? NameOf(code)
        : string.Concat(code.Outward().Where(place => place != RegionCode.Nation).Reverse().Select(NameOf));

    /// <summary>Places of this name or alias below a place; blanks inside names (高 区) do not matter.</summary>
    public IEnumerable<ListedRegion> Named(string name, RegionCode below)
    {
        var wanted = WithoutBlanks(name);
        return Regions.Where(r =>
            below.Contains(r.Code) && r.Aliases.Prepend(r.Name).Any(n => WithoutBlanks(n) == wanted));
    }

    /// <summary>
    /// Reads regions.yaml of the policies folder for use; a faulty list stops the start with all its faults.
    /// </summary>
    public static RegionList Open(string policiesFolder)
    {
        var faults = new List<PackFault>();
        var list = Read(Path.Combine(policiesFolder, "regions.yaml"), faults);
        return faults.Count == 0 ? list : throw new SettingsFault(string.Join("\n", faults));
    }

    /// <summary>Reads the list; faults are added and the sound entries kept.</summary>
    public static RegionList Read(string file, ICollection<PackFault> faults)
    {
        var index = new PackIndex();
        var root = PackNode.Read(Path.GetFileName(file), System.IO.File.ReadAllText(file), index.Faults);
        if (root is not null) ShapeCheck.Run(root, File, index);
        foreach (var fault in index.Faults) faults.Add(fault);
        if (index.Faults.Count > 0 || root is null) return new RegionList("", []);

        var list = new PackRow(root);
        return new RegionList(list.Text("source"), [.. list.Rows("regions").Select(Region)]);
    }

    private static ListedRegion Region(PackRow row) => new(
        row.Region("code")!.Value, row.Text("name"), row.Texts("aliases"), row.Flag("own"), row.Date("from"),
            row.Date("to"),
        row.TextOrNull("note"));

    private static string WithoutBlanks(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
}

using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>
/// The communities of one district as lists ask for them: a column of figures or texts for each property, in the order of place and id.
/// Nothing in it ever changes; a district that changed is read anew.
/// </summary>
public sealed class RegisterPart
{
    /// <summary>Stands where nobody has said a figure; smaller than any.</summary>
    internal const long Absent = long.MinValue;

    private static readonly (string Name, Func<Line, object?> Read)[] FigureColumns =
    [
        (nameof(Community.Place), l => l.Place), (nameof(Community.State), l => l.State), (nameof(Community.Kind), l => l.Kind),
        (nameof(Community.Land), l => l.Land), (nameof(Community.Ownership), l => l.Ownership), (nameof(Community.Structure), l => l.Structure),
        (nameof(Community.Management), l => l.Management), (nameof(Community.Quality), l => l.Quality), (nameof(Community.BuiltTo), l => l.BuiltTo),
        (nameof(Community.Buildings), l => l.Buildings), (nameof(Community.Households), l => l.Households), (nameof(Community.Area), l => l.Area),
        (nameof(Community.ConfirmedOn), l => l.ConfirmedOn), (nameof(Community.Latitude), l => l.IsLocated ? 1 : null),
    ];

    private static readonly (string Name, Func<Line, string?> Read)[] TextColumns =
    [
        (nameof(Community.Finding), l => l.Finding), (nameof(Community.Code), l => l.Code), (nameof(Community.Neighbourhood), l => l.Neighbourhood),
        (nameof(Community.Manager), l => l.Manager), (nameof(Community.Flags), l => l.Flags), (nameof(Community.Source), l => l.Source),
    ];

    private readonly FigureColumn[] figures;
    private readonly string?[][] texts;

    private RegisterPart(RegionCode district, Guid mark, List<Line> lines)
    {
        (District, Mark) = (district, mark);
        lines.Sort(static (a, b) => string.CompareOrdinal(a.Place.Prefix, b.Place.Prefix) is not 0 and var order ? order : a.Id.CompareTo(b.Id));
        Ids = [.. lines.Select(l => l.Id)];
        figures = Array.ConvertAll(FigureColumns, column => new FigureColumn([.. lines.Select(l => Figure(column.Read(l)))]));
        texts = Array.ConvertAll(TextColumns, column => lines.Select(column.Read).ToArray());
        Tallies = lines.Where(l => l.State == CommunityState.Active).GroupBy(l => l.Place)
            .ToDictionary(at => at.Key, at => at.Aggregate(CommunityTally.None, (sum, l) => sum + l.Tally));
        Total = Tallies.Values.Aggregate(CommunityTally.None, (sum, tally) => sum + tally);
    }

    public RegionCode District { get; }

    /// <summary>The mark that stood when it was read.</summary>
    public Guid Mark { get; }

    public Guid[] Ids { get; }

    /// <summary>Those in use, counted by place.</summary>
    public IReadOnlyDictionary<RegionCode, CommunityTally> Tallies { get; }

    public CommunityTally Total { get; }

    /// <summary>The last place of its communities, as a figure.</summary>
    internal long LastPlace => Ids.Length == 0 ? Figure(District) : Figures(FigureOf(nameof(Community.Place))).Values[^1];

    /// <summary>Number of the column that holds a property; below zero where none does.</summary>
    internal static int FigureOf(string property) => Array.FindIndex(FigureColumns, column => column.Name == property);

    internal static int TextOf(string property) => Array.FindIndex(TextColumns, column => column.Name == property);

    internal FigureColumn Figures(int column) => figures[column];

    internal string?[] Texts(int column) => texts[column];

    /// <summary>Any value as a figure that keeps its order.</summary>
    internal static long Figure(object? value) => value switch
    {
        null => Absent,
        int whole => whole,
        long whole => whole,
        Area area => area.Value,
        DateOnly date => date.DayNumber,
        RegionCode place => Figure(place),
        Enum code => Convert.ToInt64(code, null),
        _ => throw new NotSupportedException($"no figure for {value.GetType()}"),
    };

    /// <summary>Reads districts, each with the mark it had before.</summary>
    internal static async Task<IEnumerable<RegisterPart>> ReadAsync(
        IQueryable<Community> rows, IReadOnlyDictionary<RegionCode, Guid> marks, CancellationToken stop)
    {
        var lines = marks.ToDictionary(m => m.Key, _ => new List<Line>());
        var pool = new HashSet<string>();
        await foreach (var line in Lines(rows).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (lines.TryGetValue(RegisterMark.DistrictOf(line.Place), out var district)) district.Add(line.Pooled(pool));
        }

        return lines.Select(l => new RegisterPart(l.Key, marks[l.Key], l.Value));
    }

    // Twelve characters of ten digits and twenty-six letters fit a figure; a place that ends sooner sorts before all below it.
    private static long Figure(RegionCode place)
    {
        const int length = 12;
        var (code, figure) = (place.Prefix, 0L);
        for (var i = 0; i < length; i++)
        {
            figure = (figure * 38) + (i >= code.Length ? 0 : code[i] switch { '~' => 37, <= '9' and var digit => digit - '0' + 1, var letter => letter - 'A' + 11 });
        }

        return code.Length > length ? figure + 1 : figure;
    }

    private static IQueryable<Line> Lines(IQueryable<Community> rows) => rows.Select(c => new Line
    {
        Id = c.Id, Place = c.Place, State = c.State, Kind = c.Kind, Land = c.Land, Ownership = c.Ownership, Structure = c.Structure,
        Management = c.Management, Quality = c.Quality, BuiltTo = c.BuiltTo, Buildings = c.Buildings, Households = c.Households, Area = c.Area,
        ConfirmedOn = c.ConfirmedOn, IsLocated = c.Latitude != null, Finding = c.Finding, Code = c.Code, Neighbourhood = c.Neighbourhood,
        Manager = c.Manager, Flags = c.Flags, Source = c.Source,
    });

    /// <summary>A column of figures with the least and the most of them, by which a whole district is passed over.</summary>
    internal sealed record FigureColumn(long[] Values)
    {
        public long Least { get; } = Values.DefaultIfEmpty(long.MaxValue).Min();
        public long Most { get; } = Values.DefaultIfEmpty(long.MinValue).Max();
    }

    private sealed record Line
    {
        public required Guid Id { get; init; }
        public required RegionCode Place { get; init; }
        public required CommunityState State { get; init; }
        public CommunityKind? Kind { get; init; }
        public LandKind? Land { get; init; }
        public OwnershipKind? Ownership { get; init; }
        public StructureKind? Structure { get; init; }
        public ManagementMode? Management { get; init; }
        public FactQuality Quality { get; init; }
        public DateOnly? BuiltTo { get; init; }
        public int? Buildings { get; init; }
        public int? Households { get; init; }
        public Area? Area { get; init; }
        public DateOnly? ConfirmedOn { get; init; }
        public bool IsLocated { get; init; }
        public required string Finding { get; init; }
        public string? Code { get; init; }
        public string? Neighbourhood { get; init; }
        public string? Manager { get; init; }
        public required string Flags { get; init; }
        public string? Source { get; init; }

        public CommunityTally Tally => CommunityTally.Of(Households, Buildings, Area, BuiltTo is not null, IsLocated);

        /// <summary>What many communities say alike is kept once.</summary>
        public Line Pooled(HashSet<string> pool) => this with
        {
            Neighbourhood = Pooled(pool, Neighbourhood), Manager = Pooled(pool, Manager), Flags = Pooled(pool, Flags)!, Source = Pooled(pool, Source),
        };

        private static string? Pooled(HashSet<string> pool, string? text)
        {
            if (text is null || pool.Add(text)) return text;

            return pool.TryGetValue(text, out var kept) ? kept : text;
        }
    }
}

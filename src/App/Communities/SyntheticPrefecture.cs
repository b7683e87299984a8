using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Communities;

/// <summary>One synthetic community with its buildings, before anything is registered.</summary>
public sealed record SyntheticCommunity(CommunityProfile Profile, IReadOnlyList<BuildingProfile> Buildings);

/// <summary>
/// Makes communities that are not real and say so, with the households and areas of a published plan. The same number
/// and seed always make the same community, whatever else is made.
/// </summary>
public sealed class SyntheticPrefecture
{
    private const int SeedStep = 1_000_003;
    private readonly SyntheticFile file;
    private readonly RegionList regions;
    private readonly int seed;
    private readonly List<(RegionCode Place, Figures Figures)> cells;

    public SyntheticPrefecture(SyntheticFile file, PolicyShelf shelf, int? seed = null)
    {
        (this.file, regions, this.seed) = (file, shelf.Regions, seed ?? file.Seed);
        var plan = shelf.Find(file.Plan) is { Plans: [var table, ..] } ? table : throw CommunityDemoRefusals.NoPlan(file.Plan);
        var figures = PlanTableFigures.Of(plan);
        var book = PlausibilityBook.Of(shelf.For(RegionCode.Nation, shelf.Find(file.Plan)!.Identity.Effective));
        var doubted = Plausibility.Of(figures, book).Where(d => d.Suggested is not null).Select(d => d.Cells[0].Row).ToHashSet();
        cells =
        [
            .. figures.Where(f => f.Communities > 0 && f.Households > 0 && f.Area is not null && !doubted.Contains(f.Row))
                .Select(f => (plan.Rows[f.Row * plan.Rows.Count / figures.Count].Region!.Value, f)),
        ];
    }

    /// <summary>Own code of the community of a number, by which it is found again.</summary>
    public static string CodeOf(int number) => $"DEMO-{number:00000}";

    /// <summary>The community of a number, from 1.</summary>
    public SyntheticCommunity Make(int number)
    {
        var random = new Random(unchecked(seed * SeedStep + number));
        var (district, figures) = Pick(random, cells, cell => (int)cell.Figures.Communities!.Value);
        var kind = Pick(random, file.Cases, share => share.Weight).Case;
        var buildings = Buildings(random, figures, kind);
        return new(Profile(random, number, district, kind, buildings), buildings);
    }

    private CommunityProfile Profile(
        Random random, int number, RegionCode district, SyntheticCase kind, List<BuildingProfile> buildings)
    {
        var place = PlaceIn(random, district);
        var (latitude, longitude) = Position(random, district);
        var name = $"{file.FirstWords[random.Next(file.FirstWords.Count)]}{file.SecondWords[random.Next(file.SecondWords.Count)]}";
        var profile = new CommunityProfile
        {
            Place = place, Code = CodeOf(number), Name = $"{name}（{file.Mark}{number:000}）",
            Address = $"{regions.NameOf(place)}{name}{random.Next(1, 200)}号（{file.Mark}）",
            Kind = buildings.Count == 1 ? CommunityKind.SingleBuilding : CommunityKind.Ordinary,
            Land = kind == SyntheticCase.CollectiveLand ? LandKind.Collective : LandKind.StateOwned,
            Ownership = Pick(random, [OwnershipKind.Commodity, OwnershipKind.ReformedHousing, OwnershipKind.Mixed]),
            IsInTown = true, Built = DateSpan.Over(buildings.Select(b => b.Built).OfType<DateSpan>()),
            Evidence = kind == SyntheticCase.UnknownDate ? null : Pick(random, Enum.GetValues<BuildEvidence>()),
            Buildings = buildings.Count, Units = buildings.Sum(b => b.Units), Households = buildings.Sum(b => b.Households),
            Area = buildings.Aggregate(Area.Zero, (sum, b) => sum + b.Area!.Value), Structure = StructureKind.BrickConcrete,
            Floors = buildings.Max(b => b.Floors), Management = Pick(random, Enum.GetValues<ManagementMode>()),
            IsToBeRebuilt = kind == SyntheticCase.ToBeRebuilt, IsWishStrong = kind != SyntheticCase.WishWeak,
            WasFunded = false, WasPlanned = false, Signs = Signs(random, kind), Utilities = Utilities(random),
            ParkingPlaces = random.Next(0, 200), Lifts = 0, Latitude = latitude, Longitude = longitude,
            Quality = Pick(random, Enum.GetValues<FactQuality>()), Source = file.Source,
        };
        return kind switch
        {
            SyntheticCase.ClearancePlanned => profile with { Clearance = DateSpan.OfYears(2026, 2028) },
            SyntheticCase.RenovatedBefore => profile with { IsClearancePlanned = false, Renovated = DateSpan.OfYears(2018, 2018) },
            _ => profile with { IsClearancePlanned = false, WasRenovated = false },
        };
    }

    private List<BuildingProfile> Buildings(Random random, Figures figures, SyntheticCase kind)
    {
        var average = (double)figures.Households!.Value / figures.Communities!.Value;
        var households = Math.Max(12, (int)(average * (0.35 + 1.5 * random.NextDouble())));
        var perBuilding = Pick(random, file.HouseholdsPerBuilding) * (0.8 + 0.4 * random.NextDouble());
        var count = Math.Max(1, (int)Math.Round(households / perBuilding));
        var metres = figures.Per(PerUnit.AreaPerHousehold)!.Value * (decimal)(0.88 + 0.24 * random.NextDouble());
        var year = YearOf(random, kind);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var own = (households / count) + (i < households % count ? 1 : 0);
                var units = Math.Max(1, (int)Math.Round(own / 12.0));
                return new BuildingProfile($"{i + 1}号楼")
                {
                    Built = BuiltOf(random, kind, year, i), Structure = StructureKind.BrickConcrete, Units = units,
                    Floors = (own + (units * 2) - 1) / (units * 2), Households = own, Lifts = 0,
                    Area = Area.FromSquareMetres(decimal.Round(own * metres, 2)), Quality = FactQuality.Reported, Source = file.Source,
                };
            }),
        ];
    }

    private int YearOf(Random random, SyntheticCase kind)
    {
        var years = Pick(random, file.Built, span => span.Weight);
        return kind switch
        {
            SyntheticCase.TooNew => random.Next(2007, 2012),
            SyntheticCase.Straddling => 2005,
            _ => random.Next(years.From, years.To + 1),
        };
    }

    // Of a straddling community the first building is older than the limit of the plan, the others follow year by year.
    private static DateSpan? BuiltOf(Random random, SyntheticCase kind, int year, int building) => kind switch
    {
        SyntheticCase.UnknownDate => null,
        SyntheticCase.Straddling => DateSpan.OfYears(year + Math.Min(building, 3), year + Math.Min(building, 3)),
        _ when random.Next(3) == 0 => DateSpan.OfMonth(year, random.Next(1, 13)),
        _ => DateSpan.OfYears(year, year),
    };

    private RegionCode PlaceIn(Random random, RegionCode district)
    {
        var streets = regions.Regions.Where(r => district.Contains(r.Code) && r.Code != district).Select(r => r.Code).ToList();
        return streets.Count == 0 ? district : Pick(random, streets);
    }

    private (double? Latitude, double? Longitude) Position(Random random, RegionCode district)
    {
        var (up, right) = (random.NextDouble(), random.NextDouble());
        return file.Areas.Find(area => RegionCode.Of(area.Place).Contains(district)) is { } area
            ? (Math.Round(area.South + (up * (area.North - area.South)), 6), Math.Round(area.West + (right * (area.East - area.West)), 6))
            : (null, null);
    }

    private static Dictionary<Sign, bool> Signs(Random random, SyntheticCase kind)
    {
        Sign[] scope = [Sign.Neglect, Sign.PoorFacilities, Sign.PoorServices];
        var rest = Enum.GetValues<Sign>().Except(scope).ToDictionary(sign => sign, _ => random.Next(2) == 0);
        if (kind != SyntheticCase.NotSurveyed) foreach (var sign in scope) rest[sign] = true;
        return rest;
    }

    private static Dictionary<Utility, UtilityState> Utilities(Random random) =>
        Enum.GetValues<Utility>().ToDictionary(utility => utility, _ => Pick(random, Enum.GetValues<UtilityState>()));

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static T Pick<T>(Random random, List<T> from, Func<T, int> weight)
    {
        var at = random.Next(from.Sum(weight));
        foreach (var one in from)
        {
            at -= weight(one);
            if (at < 0) return one;
        }

        return from[^1];
    }
}

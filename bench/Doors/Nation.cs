using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Doors;

/// <summary>280,000 made-up communities in 2,790 districts, the same ones every time, and a reader of all of them.</summary>
internal static class Nation
{
    public const int Communities = 280_000;
    private const int Provinces = 31, Cities = 10, Districts = 9;

    public static async Task LayAsync(Ground ground)
    {
        foreach (var (_, setting) in ground.Databases)
        {
            await using var db = ground.Open(setting);
            var account = await db.Accounts.SingleAsync(a => a.SignInName == "bench");
            var home = new Organisation { Id = Guid.CreateVersion7(), Code = "nation" };
            home.Describe(new OrganisationFacts("全国演示单位", OrganisationKind.HousingBureau, RegionCode.Nation));
            db.Add(home);
            db.Add(Posting.Give(Ground.Act(PeopleVerbs.GivePosting), Guid.CreateVersion7(), account, home, Role.Auditor, RegionCode.Nation));
            await db.SaveAsync(Ground.Act(PeopleVerbs.GivePosting));
            await using var bulk = await BulkSave.BeginAsync(db, Ground.Act(CommunityVerbs.ImportLedger), CancellationToken.None);
            await bulk.InsertAsync(All(), CancellationToken.None);
            await bulk.CommitAsync(CancellationToken.None);
        }
    }

    private static IEnumerable<Community> All()
    {
        var random = new Random(1998);
        for (var i = 0; i < Communities; i++)
        {
            // District by district, as ledgers come in.
            var nth = (int)((long)i * Provinces * Cities * Districts / Communities);
            var (province, city, district) = (nth / Districts / Cities, nth / Districts % Cities, nth % Districts);
            var households = random.Next(12, 2_000);
            var built = random.Next(1970, 2010);
            var community = new Community { Id = Guid.CreateVersion7() };
            community.Describe(new CommunityProfile
            {
                Place = RegionCode.Of($"{11 + province}{1 + city:00}{1 + district:00}"), Code = $"B{i:000000}", Name = $"花园小区{i}号院", Address = $"建设路{i}号",
                Kind = CommunityKind.Ordinary, Land = LandKind.StateOwned, Ownership = (OwnershipKind)(i % 11), IsInTown = true,
                Built = i % 20 == 0 ? null : DateSpan.OfYears(built, built), Buildings = 1 + (households / 40),
                Households = i % 50 == 0 ? null : households, Area = new Area(households * 9_000L), Management = (ManagementMode)(i % 5),
                Neighbourhood = $"建设路第{i % 40}社区", Units = 2 + (households / 20), Structure = (StructureKind)(i % 3), Floors = 6,
                Manager = i % 5 == 0 ? "演示物业公司" : null, ParkingPlaces = households / 3, CarChargers = i % 9, BikeChargers = i % 30, Lifts = 0,
                IsClearancePlanned = false, IsWishStrong = i % 3 == 0, Note = i % 10 == 0 ? "演示数据" : null,
                Latitude = 30 + random.NextDouble(), Longitude = 110 + random.NextDouble(), Quality = FactQuality.Reported,
            });
            yield return community;
        }
    }
}

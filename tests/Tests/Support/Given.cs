#pragma warning disable RS0030 // Tests make ids here.
using Huanxin.Core.Kernel;
using Huanxin.Core.People;

namespace Huanxin.Tests.Support;

/// <summary>Records with honest defaults; a test states only what matters to it.</summary>
public static class Given
{
    public static readonly DateTime At = new(2024, 3, 28, 2, 0, 0, DateTimeKind.Utc);

    /// <summary>Weihai, and its district Huancui.</summary>
    public static readonly RegionCode City = RegionCode.Of("371000");

    public static readonly RegionCode District = RegionCode.Of("371002");

    public static Guid Id() => Guid.CreateVersion7();

    public static Act Act(Verb? verb = null, Guid? by = null, string? why = null, DateTime? at = null) =>
        new(Id(), at ?? At, new Actor(by, "测试人员"), verb ?? PeopleVerbs.CreateOrganisation, why, "test");

    public static Organisation Organisation(string code = "371002-hb", string name = "环翠区住建局", RegionCode? place = null,
        OrganisationKind kind = OrganisationKind.HousingBureau, Guid? parent = null)
    {
        var organisation = new Organisation { Id = Id(), Code = code };
        organisation.Describe(new OrganisationFacts(name, kind, place ?? District, parent));
        return organisation;
    }

    public static Account Account(Organisation at, string signInName = "clerk", string name = "演示人员", string? phone = null)
    {
        var account = new Account { Id = Id(), SignInName = signInName };
        var cipher = TestDatabase.Cipher;
        account.Describe(new AccountFacts(at.Id, at.Place, cipher.Seal(name), cipher.Fingerprint(name),
            cipher.SealOrNull(phone), phone is null ? null : cipher.Fingerprint(phone)));
        account.EndSessions("first");
        return account;
    }
}

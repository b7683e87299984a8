using Huanxin.Core.Kernel;

namespace Huanxin.Core.People;

/// <summary>What an organisation is (单位类别).</summary>
public enum OrganisationKind
{
    Government,
    HousingBureau,
    Department,
    FinanceBureau,
    DevelopmentZone,
    Street,
    NeighbourhoodCommittee,
    ImplementingCompany,
    DesignCompany,
    ConstructionCompany,
    SupervisionCompany,
    UtilityCompany,
    PropertyCompany,
    Evaluator,
    AuditBureau,
    Other,
}

/// <summary>
/// An organisation (单位). Its tree is not the region tree: development zones have no code of their own in the national list,
/// and one organisation may act for several places.
/// </summary>
public sealed class Organisation : Record, IPlaced
{
    public required Guid Id { get; init; }

    /// <summary>Own short code (单位编码), unique in the installation.</summary>
    public required string Code { get; init; }

    public string Name { get; private set; } = "";

    public OrganisationKind Kind { get; private set; }

    /// <summary>Organisation it reports to (上级单位).</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Place it belongs to (属地).</summary>
    public RegionCode Place { get; private set; }

    /// <summary>Further places it acts for (代管区划), comma-separated codes; empty for none.</summary>
    public string OtherPlaces { get; private set; } = "";

    /// <summary>Unified social credit code (统一社会信用代码), where known.</summary>
    public string? CreditCode { get; private set; }

    /// <summary>Day it was closed (撤销日期); null while it works.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>All places it acts for (全部管辖区划).</summary>
    public IEnumerable<RegionCode> Places =>
        [Place, .. OtherPlaces.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(RegionCode.Of)];

    /// <summary>Sets what is known of it (登记); raises <c>organisation.own-parent</c> and <c>organisation.bad-credit-code</c>.</summary>
    public void Describe(OrganisationFacts facts)
    {
        if (facts.ParentId == Id) throw PeopleRefusals.OwnParent();
        if (facts.CreditCode is { Length: > 0 } code && !CreditCodes.IsValid(code)) throw PeopleRefusals.BadCreditCode(code);

        Name = facts.Name.Trim();
        Kind = facts.Kind;
        ParentId = facts.ParentId;
        Place = facts.Place;
        OtherPlaces = string.Join(',', facts.OtherPlaces.Where(p => p != facts.Place).Distinct().Select(p => p.Prefix));
        CreditCode = string.IsNullOrWhiteSpace(facts.CreditCode) ? null : facts.CreditCode.Trim();
    }

    /// <summary>Closes it from a day on (撤销); raises <c>organisation.closed</c> and asks for a reason.</summary>
    public void Close(Act act)
    {
        if (ClosedOn is not null) throw PeopleRefusals.OrganisationClosed(Name);
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        ClosedOn = act.Today;
    }

    /// <summary>Opens it again (恢复).</summary>
    public void Reopen() => ClosedOn = null;
}

/// <summary>What an organisation is described by (单位登记内容).</summary>
public sealed record OrganisationFacts(
    string Name, OrganisationKind Kind, RegionCode Place, Guid? ParentId = null, string? CreditCode = null)
{
    /// <summary>Further places it acts for (代管区划).</summary>
    public IReadOnlyList<RegionCode> OtherPlaces { get; init; } = [];
}

/// <summary>Check digit of the unified social credit code (统一社会信用代码校验，GB 32100-2015).</summary>
public static class CreditCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>True when the 18 signs and the check sign fit (校验码正确).</summary>
    public static bool IsValid(string code)
    {
        if (code.Length != 18 || code.Any(sign => !Alphabet.Contains(sign))) return false;

        var sum = Weights.Select((weight, i) => weight * Alphabet.IndexOf(code[i])).Sum();
        return code[17] == Alphabet[(31 - sum % 31) % 31];
    }
}

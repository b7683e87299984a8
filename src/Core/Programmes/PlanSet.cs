using Huanxin.Core.Kernel;

namespace Huanxin.Core.Programmes;

/// <summary>Which of the three data sets a plan belongs to (计划种类); they differ and none replaces another (W20-2.1c, W24-0).</summary>
public enum PlanKind { Programme, Annual, Library }

/// <summary>A plan of a place for one or several years (计划): a programme, an annual plan or the project library, kept in versions.</summary>
public sealed class PlanSet : Record, IPlaced
{
    public required Guid Id { get; init; }

    /// <summary>Place the plan is for (编制地区).</summary>
    public RegionCode Place { get; private set; }

    public PlanKind Kind { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>First and last year of the plan (计划年度).</summary>
    public int FromYear { get; private set; }
    public int ToYear { get; private set; }

    /// <summary>Policy document behind it and its clause (依据文件、条款); null where there is none.</summary>
    public string? Document { get; private set; }
    public string? Clause { get; private set; }

    /// <summary>Heading over the places in the table (地区栏名).</summary>
    public string PlaceTitle { get; private set; } = "区市";

    public string? Note { get; private set; }

    /// <summary>Sets what the plan is (登记); raises <c>plan.no-title</c> and <c>plan.bad-years</c>.</summary>
    public void Describe(PlanSetProfile profile)
    {
        if (string.IsNullOrWhiteSpace(profile.Title)) throw ProgrammeRefusals.NoTitle();
        if (profile.FromYear is < 2000 or > 2100 || profile.ToYear > 2100 || profile.ToYear < profile.FromYear) throw ProgrammeRefusals.BadYears();
        if (profile.Kind == PlanKind.Annual && profile.FromYear != profile.ToYear) throw ProgrammeRefusals.AnnualIsOneYear();

        (Place, Kind, Title) = (profile.Place, profile.Kind, profile.Title.Trim());
        (FromYear, ToYear) = (profile.FromYear, profile.ToYear);
        (Document, Clause, Note) = (profile.Document, profile.Clause, profile.Note);
        PlaceTitle = string.IsNullOrWhiteSpace(profile.PlaceTitle) ? "区市" : profile.PlaceTitle.Trim();
    }
}

/// <summary>What a plan is described by (计划登记内容).</summary>
public sealed record PlanSetProfile(PlanKind Kind, RegionCode Place, string Title, int FromYear, int ToYear)
{
    public string? Document { get; init; }
    public string? Clause { get; init; }
    public string? PlaceTitle { get; init; }
    public string? Note { get; init; }
}

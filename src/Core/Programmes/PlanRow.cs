using Huanxin.Core.Kernel;

namespace Huanxin.Core.Programmes;

/// <summary>What a version of a plan says of one place in one year (计划行), or of one project; null is not reported.</summary>
public sealed class PlanRow : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required Guid VersionId { get; init; }
    public required RegionCode Place { get; init; }

    /// <summary>Year of the plan (年度).</summary>
    public required int Year { get; init; }

    /// <summary>The place as printed (表中地名), blanks inside kept.</summary>
    public string PlaceText { get; private set; } = "";

    /// <summary>Place in the table from the top (行次).</summary>
    public int Position { get; private set; }

    public long? Projects { get; private set; }
    public long? Communities { get; private set; }
    public long? Buildings { get; private set; }
    public long? Households { get; private set; }
    public Area? Area { get; private set; }
    public Fen? Investment { get; private set; }
    public string? Note { get; private set; }

    /// <summary>The row as a line (计划行).</summary>
    public PlanLine Line => new(Place, PlaceText, Year, Figures, Note);

    /// <summary>Its figures (指标).</summary>
    public PlanFigures Figures => new()
    {
        Projects = Projects, Communities = Communities, Buildings = Buildings, Households = Households, Area = Area, Investment = Investment,
    };

    /// <summary>Sets the row (填写); raises <c>plan.negative</c>.</summary>
    public void Fill(PlanLine line, int position)
    {
        var figures = line.Figures;
        long?[] all = [figures.Projects, figures.Communities, figures.Buildings, figures.Households, figures.Area?.Value, figures.Investment?.Value];
        if (all.Any(value => value < 0)) throw ProgrammeRefusals.Negative();

        (PlaceText, Position, Note) = (line.PlaceText, position, line.Note);
        (Projects, Communities, Buildings, Households) = (figures.Projects, figures.Communities, figures.Buildings, figures.Households);
        (Area, Investment) = (figures.Area, figures.Investment);
    }
}

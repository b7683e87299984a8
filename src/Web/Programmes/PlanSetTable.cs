using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.App.Programmes;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Web.People;
using Huanxin.Web.Ui.Tables;

namespace Huanxin.Web.Programmes;

/// <summary>A plan as the list shows it, with its newest version.</summary>
public sealed class PlanSetRow : IPlaced
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required PlanKind Kind { get; init; }
    public required RegionCode Place { get; init; }
    public required int FromYear { get; init; }
    public required int ToYear { get; init; }
    public string? Document { get; init; }
    public int? Number { get; init; }
    public PlanState? State { get; init; }
    public int? Issued { get; init; }
    public DateOnly? IssuedOn { get; init; }
}

/// <summary>The list of plans.</summary>
public static class PlanSetTable
{
    /// <summary>A reader from below knows only of versions that were issued.</summary>
    public static IQueryable<PlanSetRow> Rows(AppDb db, Jurisdiction mine)
    {
        var own = db.PlanVersions.Within(mine).Select(v => v.Id);
        return from plan in db.PlansFor(mine)
               let newest = db.PlanVersions.Where(v => v.PlanSetId == plan.Id && (v.State == PlanState.Issued || own.Contains(v.Id)))
                   .OrderByDescending(v => v.Number).FirstOrDefault()
               let issued = db.PlanVersions.Where(v => v.PlanSetId == plan.Id && v.State == PlanState.Issued).OrderBy(v => v.Number).FirstOrDefault()
               select new PlanSetRow
               {
                   Id = plan.Id, Title = plan.Title, Kind = plan.Kind, Place = plan.Place, FromYear = plan.FromYear, ToYear = plan.ToYear,
                   Document = plan.Document, Number = newest == null ? null : newest.Number, State = newest == null ? null : newest.State,
                   Issued = issued == null ? null : issued.Number, IssuedOn = issued == null ? null : issued.IssuedOn,
               };
    }

    public static Table<PlanSetRow> Of(PlaceNames names, Jurisdiction where) => Table.Of("programmes", (PlanSetRow r) => r.Id)
        .Text("title", "计划名称", r => r.Title, Use.Head | Use.Search | Use.NoFilter)
        .Choice("kind", "种类", r => r.Kind, ProgrammeLabels.Label)
        .Condition(PeopleColumns.Place<PlanSetRow>(names, where))
        .Shown("years", "年度", r => r.FromYear == r.ToYear ? $"{r.FromYear}" : $"{r.FromYear}—{r.ToYear}")
        .Number("year", "起始年度", "年", r => r.FromYear, Use.Hidden)
        .Code("document", "依据文件", r => r.Document)
        .Number("version", "最新版本", "版", r => r.Number, Use.NoFilter)
        .Condition(new ConditionColumn<PlanSetRow>("state", "最新版本状态", r => r.State?.Label(),
            [.. Enum.GetValues<PlanState>().Select(state => new Ui.Forms.Option(state.ToString(), state.Label()))])
        {
            Condition = text => Enum.TryParse<PlanState>(text, out var state) ? r => r.State == state : null,
        })
        .Number("in-force", "现行版本", "版", r => r.Issued, Use.NoFilter)
        .Date("issued", "现行版本发布日期", r => r.IssuedOn, Use.NoFilter)
        .Usually(r => r.FromYear, isDescending: true);
}

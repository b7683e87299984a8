using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.People;

/// <summary>An organisation as the list shows it.</summary>
public sealed class OrganisationRow : IPlaced
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required OrganisationKind Kind { get; init; }
    public required RegionCode Place { get; init; }
    public string? Parent { get; init; }
    public string? CreditCode { get; init; }
    public required int Accounts { get; init; }
    public DateOnly? ClosedOn { get; init; }
}

/// <summary>The list of organisations.</summary>
public static class OrganisationTable
{
    public static IQueryable<OrganisationRow> Rows(AppDb db, Jurisdiction mine) =>
        from organisation in db.Organisations.AsNoTracking().Within(mine)
        select new OrganisationRow
        {
            Id = organisation.Id, Code = organisation.Code, Name = organisation.Name, Kind = organisation.Kind, Place = organisation.Place,
            Parent = db.Organisations.Where(above => above.Id == organisation.ParentId).Select(above => above.Name).FirstOrDefault(),
            CreditCode = organisation.CreditCode, ClosedOn = organisation.ClosedOn,
            Accounts = db.Accounts.Count(a => a.OrganisationId == organisation.Id && a.DisabledAt == null),
        };

    public static Table<OrganisationRow> Of(PlaceNames names, Jurisdiction where) => Table.Of("organisations", (OrganisationRow r) => r.Id)
        .Text("name", "单位名称", r => r.Name, Use.Head | Use.Search | Use.NoFilter)
        .Code("code", "编码", r => r.Code, Use.Search | Use.NoFilter)
        .Choice("kind", "类别", r => r.Kind, PeopleLabels.Of)
        .Condition(PeopleColumns.Place<OrganisationRow>(names, where))
        .Text("parent", "上级单位", r => r.Parent)
        .Number("accounts", "启用账户", "个", r => r.Accounts)
        .Code("credit-code", "统一社会信用代码", r => r.CreditCode, Use.Hidden)
        .Condition(new ConditionColumn<OrganisationRow>("state", "状态", r => r.ClosedOn is null ? "在用" : "已撤销",
            [new Option("open", "在用"), new Option("closed", "已撤销")])
        {
            Condition = text => text switch
            {
                "open" => r => r.ClosedOn == null,
                "closed" => r => r.ClosedOn != null,
                _ => null,
            },
        })
        .Usually(r => r.Code);
}

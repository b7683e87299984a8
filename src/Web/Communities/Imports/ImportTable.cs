using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Communities.Imports;

/// <summary>An import as the list shows it.</summary>
public sealed class ImportRow : IPlaced
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required RegionCode Place { get; init; }
    public LedgerKind? Kind { get; init; }
    public required ImportState State { get; init; }
    public required DateTime UploadedAt { get; init; }
    public Personal? By { get; init; }
    public int? Added { get; init; }
    public int? Changed { get; init; }
    public DateTime? ImportedAt { get; init; }
}

/// <summary>The list of imports.</summary>
public static class ImportTable
{
    public static IQueryable<ImportRow> Rows(AppDb db, Jurisdiction mine) =>
        from run in db.ImportRuns.AsNoTracking().Within(mine)
        join account in db.Accounts on run.UploadedBy equals (Guid?)account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        select new ImportRow
        {
            Id = run.Id, Name = run.Name, Place = run.Place, Kind = run.Kind, State = run.State, UploadedAt = run.UploadedAt,
            By = account == null ? null : account.Name, Added = run.Added, Changed = run.Changed, ImportedAt = run.ImportedAt,
        };

    public static Table<ImportRow> Of(PlaceNames names, Jurisdiction where, PersonalReading personal) => Table.Of("imports", (ImportRow r) => r.Id)
        .Text("name", "文件", r => r.Name, Use.Head | Use.Search | Use.NoFilter)
        .Shown("kind", "种类", r => r.Kind == null ? "" : r.Kind.Value.Label())
        .Condition(PeopleColumns.Place<ImportRow>(names, where))
        .Choice("state", "状态", r => r.State, ImportLabels.Label)
        .Number("added", "新增", "条", r => r.Added)
        .Number("changed", "修改", "条", r => r.Changed)
        .Condition(new ConditionColumn<ImportRow>("by", "上传人", r => r.By is { } by ? personal.Name(by, r.Place) : Huanxin.App.Communities.Imports.ImportSentences.Operator))
        .Time("uploaded", "上传时间", r => r.UploadedAt)
        .Time("imported", "导入时间", r => r.ImportedAt, Use.Hidden)
        .Usually(r => r.UploadedAt, isDescending: true);
}

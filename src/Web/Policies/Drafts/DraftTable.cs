using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Web.People;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Policies.Drafts;

/// <summary>A draft pack as the list shows it.</summary>
public sealed class DraftRow : IPlaced
{
    public required Guid Id { get; init; }
    public required string Document { get; init; }
    public required string Title { get; init; }
    public required RegionCode Place { get; init; }
    public required DraftKind Kind { get; init; }
    public required DateOnly Effective { get; init; }
    public required DraftState State { get; init; }
    public required DateTime UploadedAt { get; init; }
    public DateTime? ProposedAt { get; init; }
    public DateTime? DecidedAt { get; init; }
}

/// <summary>The list of draft packs.</summary>
public static class DraftTable
{
    public static IQueryable<DraftRow> Rows(AppDb db, Jurisdiction mine) =>
        from draft in db.DraftPacks.AsNoTracking().Within(mine)
        select new DraftRow
        {
            Id = draft.Id, Document = draft.Document, Title = draft.Title, Place = draft.Place, Kind = draft.Kind, Effective = draft.Effective,
            State = draft.State, UploadedAt = draft.UploadedAt, ProposedAt = draft.ProposedAt, DecidedAt = draft.DecidedAt,
        };

    public static Table<DraftRow> Of(PlaceNames names, Jurisdiction where) => Table.Of("policy-drafts", (DraftRow r) => r.Id)
        .Text("title", "文件", r => r.Title, Use.Head | Use.Search | Use.NoFilter)
        .Code("document", "代号", r => r.Document, Use.Search | Use.NoFilter)
        .Condition(PeopleColumns.Place<DraftRow>(names, where))
        .Choice("kind", "内容", r => r.Kind, DraftLabels.Label)
        .Date("effective", "施行日期", r => r.Effective)
        .Choice("state", "状态", r => r.State, DraftLabels.Label)
        .Time("uploaded", "上传时间", r => r.UploadedAt)
        .Time("proposed", "提交时间", r => r.ProposedAt, Use.Hidden)
        .Time("decided", "审定时间", r => r.DecidedAt, Use.Hidden)
        .Usually(r => r.UploadedAt, isDescending: true);

    /// <summary>Newest first; drafts that wait for a second person.</summary>
    public static IQueryable<DraftPack> Waiting(AppDb db, Jurisdiction mine, Guid me) =>
        db.DraftPacks.AsNoTracking().Within(mine)
            .Where(d => d.State == DraftState.Proposed && d.UploadedBy != me && d.ProposedBy != me).OrderByDescending(d => d.ProposedAt);
}

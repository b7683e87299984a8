using System.ComponentModel.DataAnnotations;
using Huanxin.App.People;
using Huanxin.App.Policies;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Web.Security;
using Huanxin.Web.Ui.Forms;

namespace Huanxin.Web.Programmes;

/// <summary>What is typed to register or change a plan.</summary>
public sealed class PlanSetForm
{
    public int Version { get; set; }

    [Required(ErrorMessage = "请选择种类。")]
    public PlanKind? Kind { get; set; }

    [Required(ErrorMessage = "请选择编制地区。")]
    public string? Place { get; set; }

    [Required(ErrorMessage = "请填写计划名称。")]
    [StringLength(200, ErrorMessage = "计划名称不超过 200 个字。")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "请填写起始年度。")]
    [Count("起始年度", Least = 2000, Most = 2100, ErrorMessage = "年度须在 2000 至 2100 之间。")]
    public string? FromYear { get; set; }

    [Count("终止年度", Least = 2000, Most = 2100, ErrorMessage = "年度须在 2000 至 2100 之间。")]
    public string? ToYear { get; set; }

    [StringLength(40, ErrorMessage = "文件代号不超过 40 个字符。")]
    public string? Document { get; set; }

    [StringLength(40, ErrorMessage = "条款不超过 40 个字符。")]
    public string? Clause { get; set; }

    [StringLength(20, ErrorMessage = "地区栏名不超过 20 个字。")]
    public string? PlaceTitle { get; set; }

    [StringLength(1000, ErrorMessage = "备注不超过 1000 个字。")]
    public string? Note { get; set; }

    public static PlanSetForm Of(PlanSet plan) => new()
    {
        Version = plan.Version, Kind = plan.Kind, Place = plan.Place.ToString(), Title = plan.Title,
        FromYear = FieldName.Text(plan.FromYear), ToYear = FieldName.Text(plan.ToYear),
        Document = plan.Document, Clause = plan.Clause, PlaceTitle = plan.PlaceTitle, Note = plan.Note,
    };

    /// <summary>What was typed; raises refusals for what is unknown or outside the jurisdiction.</summary>
    public PlanSetProfile Profile(CurrentUser me, PlaceNames names, PolicyShelf shelf)
    {
        var place = names.Find(Place!) ?? throw PeopleRefusals.PlaceUnknown(Place!);
        if (!me.Over(Permission.ManageProgrammes).Covers(place)) throw PeopleRefusals.OutsideJurisdiction(names.NameOf(place));

        var from = FigureText.Count(FromYear)!.Value;
        var document = string.IsNullOrWhiteSpace(Document) ? null : Document.Trim();
        return new PlanSetProfile(Kind!.Value, place, Title!, from, FigureText.Count(ToYear) ?? from)
        {
            Document = document is not null && shelf.Find(document) is null ? null : document,
            Clause = string.IsNullOrWhiteSpace(Clause) ? null : Clause.Trim(), PlaceTitle = PlaceTitle,
            Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        };
    }
}

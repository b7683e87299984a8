using System.ComponentModel.DataAnnotations;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.App.Programmes;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Huanxin.Web.Security;
using Huanxin.Web.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Programmes;

/// <summary>What is typed to register or change a project.</summary>
public sealed class ProjectForm
{
    public int Version { get; set; }

    [Required(ErrorMessage = "请填写项目名称。")]
    [StringLength(150, ErrorMessage = "项目名称不超过 150 个字。")]
    public string? Name { get; set; }

    [RegularExpression("^[A-Za-z0-9-]{4,40}$", ErrorMessage = "项目代码须为 4 至 40 位字母、数字或横线。")]
    public string? Code { get; set; }

    [Required(ErrorMessage = "请选择类型。")]
    public ProjectKind? Kind { get; set; }

    [Required(ErrorMessage = "请选择属地。")]
    public string? Place { get; set; }

    /// <summary>The first community, by code or name; only asked for a new project.</summary>
    [StringLength(150, ErrorMessage = "小区不超过 150 个字。")]
    public string? Community { get; set; }

    public ProjectBatch? Batch { get; set; }

    [StringLength(200, ErrorMessage = "标记不超过 200 个字。")]
    public string? Flags { get; set; }

    [StringLength(150, ErrorMessage = "实施主体不超过 150 个字。")]
    public string? Organisation { get; set; }

    [StringLength(30, ErrorMessage = "责任人不超过 30 个字。")]
    public string? Responsible { get; set; }

    public DateOnly? StartOn { get; set; }

    public DateOnly? FinishOn { get; set; }

    [Money("计划投资", IsWan = true, MostYuan = 1_000_000_000_000, ErrorMessage = "计划投资须在 0 至 100000000 万元之间。")]
    public string? Investment { get; set; }

    public string? FinancingMode { get; set; }

    [StringLength(1000, ErrorMessage = "备注不超过 1000 个字。")]
    public string? Note { get; set; }

    public static ProjectForm Of(Project project, Organisation? organisation, string? responsible) => new()
    {
        Version = project.Version, Name = project.Name, Code = project.Code, Kind = project.Kind, Place = project.Place.ToString(),
        Batch = project.Batch, Flags = project.Flags, Organisation = organisation?.Typed(), Responsible = responsible,
        StartOn = project.StartOn, FinishOn = project.FinishOn, Investment = FieldName.Text(project.Investment?.WanYuan),
        FinancingMode = project.FinancingMode, Note = project.Note,
    };

    /// <summary>What was typed; raises refusals for what is unknown or outside the jurisdiction.</summary>
    public async Task<ProjectProfile> ProfileAsync(AppDb db, CurrentUser me, PlaceNames names, Project? known, CancellationToken stop)
    {
        var place = names.Find(Place!) ?? throw PeopleRefusals.PlaceUnknown(Place!);
        if (!me.Over(Permission.ManageProgrammes).Covers(place)) throw PeopleRefusals.OutsideJurisdiction(names.NameOf(place));

        var organisation = string.IsNullOrWhiteSpace(Organisation) ? null : await OrganisationAsync(db, me, Organisation, known, stop);
        return new ProjectProfile(place, Name!, Kind!.Value)
        {
            Code = Code, Batch = Batch ?? ProjectBatch.Reserve, Flags = (Flags ?? "").Split(['、', '，', ',', '；', ';']),
            OrganisationId = organisation?.Id, Responsible = ResponsibleOf(db, me, known, place), StartOn = StartOn, FinishOn = FinishOn,
            Investment = FigureText.Money(Investment, isWan: true),
            FinancingMode = string.IsNullOrWhiteSpace(FinancingMode) ? null : FinancingMode,
            Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        };
    }

    /// <summary>What the fields cannot tell by themselves: names and codes against the records, dates against each other.</summary>
    public async Task<IReadOnlyList<ValidationResult>> ContradictionsAsync(AppDb db, CurrentUser me, Project? known, CancellationToken stop)
    {
        var (code, wrong) = (Code?.Trim(), new List<ValidationResult>());
        if (!string.IsNullOrEmpty(code) && await db.Projects.AnyAsync(p => p.Code == code && (known == null || p.Id != known.Id), stop))
        {
            wrong.Add(new(ProgrammeRefusals.CodeTaken().Sentence, [nameof(Code)]));
        }

        var isPlaced = RegionCode.TryParse(Place, out var place);
        await TryAsync(Community, nameof(Community), async name =>
        {
            var community = await db.FindCommunityAsync(name, me.Over(Permission.ViewCommunities), stop);
            if (isPlaced) Project.RefuseElsewhere(place, community.Name, community.Place);
        });
        await TryAsync(known is null ? null : Place, nameof(Place), async _ =>
        {
            var taken = await (from part in db.ProjectCommunities
                               join community in db.Communities on part.CommunityId equals community.Id
                               where part.ProjectId == known!.Id
                               select new { community.Name, community.Place }).ToListAsync(stop);
            if (isPlaced) taken.ForEach(community => Project.RefuseElsewhere(place, community.Name, community.Place));
        });
        await TryAsync(Organisation, nameof(Organisation), name => OrganisationAsync(db, me, name, known, stop));
        if (StartOn > FinishOn) wrong.Add(new(ProgrammeRefusals.BadDates().Sentence, [nameof(FinishOn)]));
        return wrong;

        async Task TryAsync(string? typed, string field, Func<string, Task> find)
        {
            if (string.IsNullOrWhiteSpace(typed)) return;
            if (await Asking.TryAsync(() => find(typed)) is { Refusal: { } refusal }) wrong.Add(new(refusal.Sentence, [field]));
        }
    }

    private static Task<Organisation> OrganisationAsync(AppDb db, CurrentUser me, string typed, Project? known, CancellationToken stop) =>
        db.FindOrganisationAsync(typed, me.Over(Permission.ViewOrganisations), known?.OrganisationId, stop);

    // Who may not see a name keeps it as it is; the same name is not sealed anew.
    private Personal? ResponsibleOf(AppDb db, CurrentUser me, Project? known, RegionCode place)
    {
        if (known?.Responsible is { } kept
            && (!me.Rights.May(Permission.ViewPersonalData, place) || db.Cipher.Open(kept) == Responsible?.Trim())) return kept;

        return string.IsNullOrWhiteSpace(Responsible) ? null : db.Cipher.Seal(Responsible.Trim());
    }
}

using System.ComponentModel.DataAnnotations;
using Huanxin.Core.Communities;
using Huanxin.Core.Policies;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Notes;

namespace Huanxin.Web.Communities;

/// <summary>What is typed to register or change a building.</summary>
public sealed class BuildingForm
{
    public int Version { get; set; }

    [Required(ErrorMessage = "请填写楼号。")]
    [StringLength(60, ErrorMessage = "楼号不超过 60 个字。")]
    public string? Number { get; set; }

    [VagueDate("建成时间")]
    public string? Built { get; set; }

    public BuildEvidence? Evidence { get; set; }
    public OwnershipKind? Ownership { get; set; }
    public StructureKind? Structure { get; set; }

    [Count("单元数")]
    public string? Units { get; set; }

    [Count("层数")]
    public string? Floors { get; set; }

    [Count("户数")]
    public string? Households { get; set; }

    [Area("建筑面积")]
    public string? Area { get; set; }

    [Count("电梯")]
    public string? Lifts { get; set; }

    public FactQuality Quality { get; set; }

    [StringLength(400, ErrorMessage = "数据来源不超过 400 个字。")]
    public string? Source { get; set; }

    [StringLength(500, ErrorMessage = "说明不超过 500 个字。")]
    public string? Why { get; set; }

    public static BuildingForm Of(Building building) => new()
    {
        Version = building.Version, Number = building.Number, Built = building.Built?.ToString(), Evidence = building.Evidence,
        Ownership = building.Ownership, Structure = building.Structure, Units = FieldName.Text(building.Units),
        Floors = FieldName.Text(building.Floors), Households = FieldName.Text(building.Households),
        Area = FieldName.Text(building.Area?.SquareMetres), Lifts = FieldName.Text(building.Lifts), Quality = building.Quality,
        Source = building.Source,
    };

    public BuildingProfile Profile() => new(Number!)
    {
        Built = SpanText.Read(Built), Evidence = Evidence, Ownership = Ownership, Structure = Structure,
        Units = FigureText.Count(Units), Floors = FigureText.Count(Floors), Households = FigureText.Count(Households),
        Area = FigureText.Area(Area), Lifts = FigureText.Count(Lifts), Quality = Quality,
        Source = string.IsNullOrWhiteSpace(Source) ? null : Source.Trim(),
    };

    /// <summary>What I typed beside what another has saved meanwhile.</summary>
    public IReadOnlyList<ConflictField> Against(BuildingForm theirs) =>
    [
        ConflictField.Of("Form.Number", "楼号", Number, theirs.Number), ConflictField.Of("Form.Built", "建成时间", Built, theirs.Built),
        Choice("Form.Evidence", "建成时间依据", Evidence, theirs.Evidence, CommunityLabels.Label),
        Choice("Form.Ownership", "产权性质", Ownership, theirs.Ownership, CommunityLabels.Label),
        Choice("Form.Structure", "结构形式", Structure, theirs.Structure, CommunityLabels.Label),
        ConflictField.Of("Form.Units", "单元数", FigureText.Count(Units), theirs.Units),
        ConflictField.Of("Form.Floors", "层数", FigureText.Count(Floors), theirs.Floors),
        ConflictField.Of("Form.Households", "户数", FigureText.Count(Households), theirs.Households),
        ConflictField.Of("Form.Area", "建筑面积", FigureText.Area(Area)?.SquareMetres, theirs.Area),
        ConflictField.Of("Form.Lifts", "电梯", FigureText.Count(Lifts), theirs.Lifts),
        Choice<FactQuality>("Form.Quality", "数据质量", Quality, theirs.Quality, PolicyLabels.Label),
        ConflictField.Of("Form.Source", "数据来源", Source, theirs.Source),
    ];

    private static ConflictField Choice<T>(string name, string label, T? mine, T? theirs, Func<T, string> word) where T : struct, Enum =>
        new(name, label, FieldName.Text(mine), FieldName.Text(theirs), mine is { } m ? word(m) : null, theirs is { } t ? word(t) : null);
}

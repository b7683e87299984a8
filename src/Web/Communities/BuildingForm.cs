using System.ComponentModel.DataAnnotations;
using Huanxin.Core.Communities;
using Huanxin.Core.Policies;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Notes;

namespace Huanxin.Web.Communities;

/// <summary>What is typed to register or change a building.</summary>
public sealed class BuildingForm : IValidatableObject
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
    public int? Units { get; set; }
    public int? Floors { get; set; }
    public int? Households { get; set; }
    public decimal? Area { get; set; }
    public int? Lifts { get; set; }
    public FactQuality Quality { get; set; }

    [StringLength(400, ErrorMessage = "数据来源不超过 400 个字。")]
    public string? Source { get; set; }

    [StringLength(500, ErrorMessage = "说明不超过 500 个字。")]
    public string? Why { get; set; }

    public static BuildingForm Of(Building building) => new()
    {
        Version = building.Version, Number = building.Number, Built = building.Built?.ToString(), Evidence = building.Evidence,
        Ownership = building.Ownership, Structure = building.Structure, Units = building.Units, Floors = building.Floors,
        Households = building.Households, Area = building.Area?.SquareMetres, Lifts = building.Lifts, Quality = building.Quality,
        Source = building.Source,
    };

    public BuildingProfile Profile() => new(Number!)
    {
        Built = SpanText.Read(Built), Evidence = Evidence, Ownership = Ownership, Structure = Structure, Units = Units, Floors = Floors,
        Households = Households, Area = Area is { } area ? Core.Kernel.Area.FromSquareMetres(area) : null, Lifts = Lifts, Quality = Quality,
        Source = string.IsNullOrWhiteSpace(Source) ? null : Source.Trim(),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (SpanText.HasMoreThanTwoDecimals(Area)) yield return new("建筑面积最多两位小数。", [nameof(Area)]);
    }

    /// <summary>What I typed beside what another has saved meanwhile.</summary>
    public IReadOnlyList<ConflictField> Against(BuildingForm theirs) =>
    [
        ConflictField.Of("Form.Number", "楼号", Number, theirs.Number), ConflictField.Of("Form.Built", "建成时间", Built, theirs.Built),
        Choice("Form.Evidence", "建成时间依据", Evidence, theirs.Evidence, CommunityLabels.Label),
        Choice("Form.Ownership", "产权性质", Ownership, theirs.Ownership, CommunityLabels.Label),
        Choice("Form.Structure", "结构形式", Structure, theirs.Structure, CommunityLabels.Label),
        ConflictField.Of("Form.Units", "单元数", Units, theirs.Units), ConflictField.Of("Form.Floors", "层数", Floors, theirs.Floors),
        ConflictField.Of("Form.Households", "户数", Households, theirs.Households), ConflictField.Of("Form.Area", "建筑面积", Area, theirs.Area),
        ConflictField.Of("Form.Lifts", "电梯", Lifts, theirs.Lifts),
        Choice<FactQuality>("Form.Quality", "数据质量", Quality, theirs.Quality, PolicyLabels.Label),
        ConflictField.Of("Form.Source", "数据来源", Source, theirs.Source),
    ];

    private static ConflictField Choice<T>(string name, string label, T? mine, T? theirs, Func<T, string> word) where T : struct, Enum =>
        new(name, label, FieldName.Text(mine), FieldName.Text(theirs), mine is { } m ? word(m) : null, theirs is { } t ? word(t) : null);
}

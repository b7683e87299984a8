using System.ComponentModel.DataAnnotations;
using Huanxin.Core.Communities;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Notes;

namespace Huanxin.Web.Communities;

/// <summary>What is typed to register or change a dwelling.</summary>
public sealed class DwellingForm
{
    public int Version { get; set; }

    [StringLength(40, ErrorMessage = "单元不超过 40 个字。")]
    public string? Unit { get; set; }

    [Required(ErrorMessage = "请填写房号。")]
    [StringLength(40, ErrorMessage = "房号不超过 40 个字。")]
    public string? Room { get; set; }

    [Count("楼层", Least = -9, Most = 199, ErrorMessage = "楼层须在 -9 至 199 之间。")]
    public string? Floor { get; set; }

    [Area("专有部分面积")]
    public string? Area { get; set; }

    public AreaSource? AreaSource { get; set; }

    [Required(ErrorMessage = "请填写原因。")]
    [StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }

    public static DwellingForm Of(Dwelling dwelling) => new()
    {
        Version = dwelling.Version, Unit = dwelling.Unit, Room = dwelling.Room, Floor = FieldName.Text(dwelling.Floor),
        Area = FieldName.Text(dwelling.Area?.SquareMetres), AreaSource = dwelling.AreaSource,
    };

    public DwellingProfile Profile(Dwelling? known) =>
        new(Unit ?? "", Room!, FigureText.Count(Floor), FigureText.Area(Area), AreaSource) { Source = known?.Source };

    /// <summary>What I typed beside what another has saved meanwhile.</summary>
    public IReadOnlyList<ConflictField> Against(DwellingForm theirs) =>
    [
        ConflictField.Of("Form.Unit", "单元", Unit, theirs.Unit), ConflictField.Of("Form.Room", "房号", Room, theirs.Room),
        ConflictField.Of("Form.Floor", "楼层", FigureText.Count(Floor), theirs.Floor),
        ConflictField.Of("Form.Area", "专有部分面积", FigureText.Area(Area)?.SquareMetres, theirs.Area),
        new("Form.AreaSource", "面积来源", FieldName.Text(AreaSource), FieldName.Text(theirs.AreaSource), AreaSource?.Label(), theirs.AreaSource?.Label()),
    ];
}

/// <summary>What is typed to register an owner.</summary>
public sealed class OwnerForm
{
    [Required(ErrorMessage = "请填写业主姓名或单位名称。")]
    [StringLength(60, ErrorMessage = "业主姓名不超过 60 个字。")]
    public string? Name { get; set; }

    [StringLength(30, ErrorMessage = "证件号码不超过 30 个字符。")]
    public string? IdentityNumber { get; set; }

    [StringLength(40, ErrorMessage = "联系电话不超过 40 个字符。")]
    public string? Phone { get; set; }

    [Required(ErrorMessage = "请填写原因。")]
    [StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }
}

/// <summary>When and why ownership ended.</summary>
public sealed class OwnerEndForm
{
    [Required(ErrorMessage = "请填写产权截止日。")]
    public DateOnly? Until { get; set; }

    [Required(ErrorMessage = "请填写原因。")]
    [StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Huanxin.Web.Ui.Forms;

namespace Huanxin.Web.Ui.Design;

/// <summary>A form with one field of each kind.</summary>
public sealed class DesignForm
{
    [Required(ErrorMessage = "请填写项目名称。")]
    [StringLength(60, ErrorMessage = "项目名称不超过 60 个字。")]
    public string? Name { get; set; }

    [Count("户数", Least = 1, Most = 20_000, ErrorMessage = "户数应在 1 至 20000 之间。")]
    public string? Households { get; set; }

    [Money("概算", IsWan = true)]
    public string? Budget { get; set; }

    [Area("建筑面积")]
    public string? Floor { get; set; }

    [Required(ErrorMessage = "请选择计划完工日期。")]
    public DateOnly? Due { get; set; }

    public string? Street { get; set; }

    public string? Kind { get; set; } = "b";

    public bool IsBundle { get; set; }

    public string? Note { get; set; }

    public int Version { get; set; } = 3;
}

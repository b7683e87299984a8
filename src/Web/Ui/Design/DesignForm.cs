using System.ComponentModel.DataAnnotations;

namespace Huanxin.Web.Ui.Design;

/// <summary>A form with one field of each kind.</summary>
public sealed class DesignForm
{
    [Required(ErrorMessage = "请填写项目名称。")]
    [StringLength(60, ErrorMessage = "项目名称不超过 60 个字。")]
    public string? Name { get; set; }

    [Range(1, 20000, ErrorMessage = "户数应在 1 至 20000 之间。")]
    public int? Households { get; set; }

    public decimal? Budget { get; set; }

    public decimal? Floor { get; set; }

    [Required(ErrorMessage = "请选择计划完工日期。")]
    public DateOnly? Due { get; set; }

    public string? Street { get; set; }

    public string? Kind { get; set; } = "b";

    public bool IsBundle { get; set; }

    public string? Note { get; set; }

    public int Version { get; set; } = 3;
}

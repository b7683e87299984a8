using System.ComponentModel.DataAnnotations;

namespace Huanxin.Web.Communities;

/// <summary>What is asked before a community is taken in by another.</summary>
public sealed class MergeForm
{
    public Guid? Target { get; set; }

    [Required(ErrorMessage = "请选择两个小区是什么关系。")]
    public bool? IsSame { get; set; }

    [Required(ErrorMessage = "请填写原因。")]
    [StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }
}

/// <summary>What is asked before a community is divided.</summary>
public sealed class SplitForm
{
    [Required(ErrorMessage = "请填写分出来的小区叫什么。")]
    [StringLength(100, ErrorMessage = "小区名称不超过 100 个字。")]
    public string? Name { get; set; }

    [MinLength(1, ErrorMessage = "请选择要分出去的楼栋。")]
    public List<Guid> Chosen { get; set => field = value ?? []; } = [];

    [Required(ErrorMessage = "请填写原因。")]
    [StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }
}

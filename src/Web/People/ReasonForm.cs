using System.ComponentModel.DataAnnotations;

namespace Huanxin.Web.People;

/// <summary>Why something is done; asked wherever it cannot be read off the record.</summary>
public sealed class ReasonForm
{
    [Required(ErrorMessage = "请填写原因。")]
    [StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }
}

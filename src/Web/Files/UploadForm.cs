using System.ComponentModel.DataAnnotations;

namespace Huanxin.Web.Files;

/// <summary>What is said about an upload; the files themselves are read from the request.</summary>
public sealed class UploadForm
{
    [StringLength(500, ErrorMessage = "说明不超过 500 个字。")]
    public string? Why { get; set; }
}

/// <summary>Why a file is taken off a record.</summary>
public sealed class WithdrawalForm
{
    [Required(ErrorMessage = "请填写撤下的原因。")]
    [StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Huanxin.App.Policies.Drafts;

namespace Huanxin.Web.Policies.Drafts;

/// <summary>A value for a placeholder, and where it was found.</summary>
public sealed class FillingForm
{
    [Required(ErrorMessage = "请填写取值。")]
    [StringLength(20000, ErrorMessage = "取值不超过 20000 个字。")]
    public string? Value { get; set; }

    /// <summary>Place for which a value that differs by place is given.</summary>
    public string? Place { get; set; }

    [Required(ErrorMessage = "请填写来源文件。")]
    [StringLength(200, ErrorMessage = "来源文件不超过 200 个字。")]
    public string? Title { get; set; }

    [StringLength(100, ErrorMessage = "文号不超过 100 个字。")]
    public string? Number { get; set; }

    [Required(ErrorMessage = "请填写发文单位。")]
    [StringLength(100, ErrorMessage = "发文单位不超过 100 个字。")]
    public string? Issuer { get; set; }

    public DateOnly? Issued { get; set; }

    [Required(ErrorMessage = "请填写条款。")]
    [StringLength(100, ErrorMessage = "条款不超过 100 个字。")]
    public string? Clause { get; set; }

    [Required(ErrorMessage = "请照抄条款原文。")]
    [StringLength(20000, ErrorMessage = "原文不超过 20000 个字。")]
    public string? Quote { get; set; }

    public IReadOnlyList<string> Lines => [.. (Value ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public FillingSource Source => new(Title!.Trim(), string.IsNullOrWhiteSpace(Number) ? null : Number.Trim(), Issuer!.Trim(), Issued, Clause!.Trim(),
        Quote!.Trim().ReplaceLineEndings("\n"));
}

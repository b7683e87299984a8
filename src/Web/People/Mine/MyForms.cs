using System.ComponentModel.DataAnnotations;

namespace Huanxin.Web.People.Mine;

/// <summary>Changing one's own password.</summary>
public sealed class PasswordForm
{
    [Required(ErrorMessage = "请填写当前密码。")]
    [StringLength(200, ErrorMessage = "密码不超过 200 个字符。")]
    public string? Current { get; set; }

    [Required(ErrorMessage = "请填写新密码。")]
    [StringLength(200, ErrorMessage = "密码不超过 200 个字符。")]
    public string? New { get; set; }

    [Compare(nameof(New), ErrorMessage = "两次输入的新密码不一致。")]
    public string? Again { get; set; }
}

/// <summary>Confirming a step with the code the app shows.</summary>
public sealed class CodeForm
{
    [Required(ErrorMessage = "请填写 6 位动态口令。")]
    [StringLength(20, ErrorMessage = "口令不超过 20 个字符。")]
    public string? Code { get; set; }
}

/// <summary>Handing one's post to another until a day.</summary>
public sealed class DelegationForm
{
    [Required(ErrorMessage = "请选择要委托的岗位。")]
    public Guid? Posting { get; set; }

    [Required(ErrorMessage = "请填写受托人的登录名。")]
    [StringLength(40, ErrorMessage = "登录名不超过 40 个字符。")]
    public string? To { get; set; }

    [Required(ErrorMessage = "请填写委托截止日。")]
    public DateOnly? Until { get; set; }

    [Required(ErrorMessage = "请填写委托原因。")]
    [StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string? Why { get; set; }
}

using System.ComponentModel.DataAnnotations;

namespace Huanxin.Web.People;

/// <summary>First step of signing in.</summary>
public sealed class SignInForm
{
    [Required(ErrorMessage = "请填写登录名。")]
    [StringLength(40, ErrorMessage = "登录名不超过 40 个字符。")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "请填写密码。")]
    [StringLength(200, ErrorMessage = "密码不超过 200 个字符。")]
    public string? Password { get; set; }
}

/// <summary>Second step: the one-time code, or a recovery code.</summary>
public sealed class SignInCodeForm
{
    [Required(ErrorMessage = "请填写动态口令或恢复码。")]
    [StringLength(40, ErrorMessage = "口令不超过 40 个字符。")]
    public string? Code { get; set; }
}

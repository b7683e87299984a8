using System.ComponentModel.DataAnnotations;
using Huanxin.App.People;
using Huanxin.App.Security;
using Huanxin.Core.People;
using Huanxin.Web.Ui.Notes;

namespace Huanxin.Web.People;

/// <summary>What is typed to open or change an account.</summary>
public sealed class AccountForm
{
    public int Version { get; set; }

    [Required(ErrorMessage = "请填写登录名。")]
    [StringLength(40, ErrorMessage = "登录名不超过 40 位。")]
    public string? SignInName { get; set; }

    [Required(ErrorMessage = "请填写姓名。")]
    [StringLength(60, ErrorMessage = "姓名不超过 60 个字。")]
    public string? Name { get; set; }

    [StringLength(21, ErrorMessage = "电话不超过 20 位。")]
    public string? Phone { get; set; }

    [Required(ErrorMessage = "请填写所属单位。")]
    [StringLength(150, ErrorMessage = "所属单位不超过 150 个字。")]
    public string? Organisation { get; set; }

    [StringLength(500, ErrorMessage = "说明不超过 500 个字。")]
    public string? Why { get; set; }

    public static AccountForm Of(Account account, Organisation organisation, Cipher cipher) => new()
    {
        Version = account.Version,
        SignInName = account.SignInName,
        Name = cipher.Open(account.Name),
        Phone = account.Phone is { } phone ? cipher.Open(phone) : null,
        Organisation = organisation.Typed(),
    };

    /// <summary>What I typed beside what another has saved meanwhile.</summary>
    public IReadOnlyList<ConflictField> Against(AccountForm theirs) =>
    [
        new("Form.Name", "姓名", Name, theirs.Name),
        new("Form.Phone", "电话", Phone, theirs.Phone),
        new("Form.Organisation", "所属单位", Organisation, theirs.Organisation),
    ];
}

/// <summary>What is typed to give a post.</summary>
public sealed class PostForm
{
    [Required(ErrorMessage = "请选择岗位。")]
    public Role? Role { get; set; }

    [Required(ErrorMessage = "请选择管辖地。")]
    public string? Place { get; set; }

    [StringLength(500, ErrorMessage = "说明不超过 500 个字。")]
    public string? Why { get; set; }
}

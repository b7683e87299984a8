using Huanxin.Core.Kernel;

namespace Huanxin.Core.People;

/// <summary>Refusals about organisations and persons (单位与人员：不予办理).</summary>
public static class PeopleRefusals
{
    public static Refusal SignInNameTaken() => new("account.name-taken", "这个登录名已被使用，请换一个。");

    public static Refusal BadSignInName() =>
        new("account.bad-name", "登录名须为 3 至 40 位小写字母、数字、点、横线或下划线，并以字母开头。");

    public static Refusal AccountDisabled(string name) => new("account.disabled", $"账户“{name}”已停用。");

    public static Refusal OwnDisable() => new("account.own-disable", "不能停用自己的账户，请由另一位管理员办理。");

    public static Refusal OwnPosting() => new("posting.own", "不能给自己授予或解除岗位，请由另一位管理员办理。");

    public static Refusal OutsideOrganisation(string organisation) =>
        new("posting.outside-organisation", $"岗位的管辖地不在“{organisation}”的管辖范围内。");

    public static Refusal NotYourPosting() => new("delegation.not-yours", "只能委托或撤回自己的岗位。");

    public static Refusal OwnDelegation() => new("delegation.own", "不能委托给自己。");

    public static Refusal BadDelegationDates() =>
        new("delegation.bad-dates", "委托截止日须在今天之后、一年之内，并且不晚于岗位的截止日。");

    public static Refusal OwnParent() => new("organisation.own-parent", "上级单位不能是本单位或本单位的下级。");

    public static Refusal BadCreditCode(string code) =>
        new("organisation.bad-credit-code", $"统一社会信用代码“{code}”不正确：应为 18 位且校验码相符。");

    public static Refusal OrganisationClosed(string name) => new("organisation.closed", $"单位“{name}”已撤销。");

    public static Refusal OrganisationInUse(int accounts, int below) => new("organisation.in-use",
        $"该单位还有 {accounts} 个启用的账户、{below} 个下级单位，请先调整后再撤销。");

    public static Refusal OrganisationCodeTaken() => new("organisation.code-taken", "这个单位编码已被使用，请换一个。");

    public static Refusal BadOrganisationCode() =>
        new("organisation.bad-code", "单位编码须为 2 至 40 位字母、数字或横线，以字母或数字开头。");

    public static Refusal TooManyAccounts(int most) =>
        new("account.too-many-at-once", $"一次最多导入 {most} 个账户，请拆分后再上传。");

    public static Refusal ImportFileGone() => new("import.file-gone", "上传的文件已不在系统中或已损坏，请重新上传。");

    public static Refusal ViewNameTaken() => new("view.name-taken", "这个列表已有同名的视图，请换一个名称。");

    public static Refusal OutsideJurisdiction(string place) =>
        new("jurisdiction.outside", $"“{place}”不在您的管辖范围内。");

    public static Refusal OrganisationUnknown(string typed) =>
        new("organisation.unknown", $"在您的管辖范围内没有编码或名称为“{typed}”的单位。");

    public static Refusal PlaceUnknown(string typed) => new("place.unknown", $"没有编码或名称为“{typed}”的区划。");

    public static Refusal PostsOutside(int posts) => new("organisation.posts-outside",
        $"该单位还有 {posts} 个在任岗位的管辖地不在新的管辖范围内，请先解除这些岗位。");

    public static Refusal RoleTooHigh(Role role) =>
        new("posting.role-too-high", $"“{PeopleLabels.Of(role)}”岗位只能由同一地区的系统管理员授予或解除。");

    public static Refusal PostingEnded() => new("posting.ended", "这个岗位已经解除。");

    public static Refusal OwnReset() => new("account.own-reset", "自己的密码和二次验证请在“账号与安全”里办理。");

    public static Refusal PostsElsewhere() => new("account.posts-elsewhere",
        "该账户还有您管辖范围以外的岗位，请由上级系统管理员办理。");

    public static Refusal StillHasPosts(int posts) =>
        new("account.still-has-posts", $"该账户在原单位还有 {posts} 个在任岗位，请先解除，再调整所属单位。");

    public static Refusal BadPhone() => new("account.bad-phone", "电话须为 7 至 20 位数字，可带区号横线。");
}

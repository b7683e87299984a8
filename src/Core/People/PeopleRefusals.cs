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

    public static Refusal ViewNameTaken() => new("view.name-taken", "这个列表已有同名的视图，请换一个名称。");

    public static Refusal OutsideJurisdiction(string place) =>
        new("jurisdiction.outside", $"“{place}”不在您的管辖范围内。");
}

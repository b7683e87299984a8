using Huanxin.Core.Kernel;

namespace Huanxin.Core.People;

/// <summary>Kinds of act on organisations and persons (单位与人员：办理事项).</summary>
public static class PeopleVerbs
{
    public static readonly Verb CreateOrganisation = new("organisation.create", "登记单位");
    public static readonly Verb ChangeOrganisation = new("organisation.change", "修改单位");
    public static readonly Verb CloseOrganisation = new("organisation.close", "撤销单位");
    public static readonly Verb ReopenOrganisation = new("organisation.reopen", "恢复单位");
    public static readonly Verb ImportOrganisations = new("organisation.import", "导入单位");
    public static readonly Verb CreateAccount = new("account.create", "开通账户");
    public static readonly Verb ChangeAccount = new("account.change", "修改账户");
    public static readonly Verb DisableAccount = new("account.disable", "停用账户");
    public static readonly Verb EnableAccount = new("account.enable", "启用账户");
    public static readonly Verb UnlockAccount = new("account.unlock", "解除锁定");
    public static readonly Verb ResetPassword = new("account.reset-password", "重置密码");
    public static readonly Verb ResetTwoFactor = new("account.reset-two-factor", "重置二次验证");
    public static readonly Verb ImportAccounts = new("account.import", "导入账户");
    public static readonly Verb GivePosting = new("posting.give", "授予岗位");
    public static readonly Verb EndPosting = new("posting.end", "解除岗位");
    public static readonly Verb GiveDelegation = new("delegation.give", "委托办理");
    public static readonly Verb RevokeDelegation = new("delegation.revoke", "撤回委托");
    public static readonly Verb SignedIn = new("sign-in.done", "登录", IsEvent: true);
    public static readonly Verb SignInFailed = new("sign-in.failed", "登录失败", IsEvent: true);
    public static readonly Verb SignInLocked = new("sign-in.locked", "登录锁定", IsEvent: true);
    public static readonly Verb SignedOut = new("sign-out.done", "退出", IsEvent: true);
    public static readonly Verb SignedOutEverywhere = new("sign-out.everywhere", "全部退出");
    public static readonly Verb ChangePassword = new("password.change", "修改密码");
    public static readonly Verb TurnTwoFactorOn = new("two-factor.on", "开启动态口令");
    public static readonly Verb TurnTwoFactorOff = new("two-factor.off", "关闭动态口令");
    public static readonly Verb AddPasskey = new("passkey.add", "添加通行密钥");
    public static readonly Verb RemovePasskey = new("passkey.remove", "删除通行密钥");
    public static readonly Verb UploadImport = new("import.upload", "上传导入文件");
    public static readonly Verb CorrectImport = new("import.correct", "改正上传的名单");
    public static readonly Verb SaveView = new("view.save", "收藏视图");
    public static readonly Verb RemoveView = new("view.remove", "删除视图");

    /// <summary>All of them, in the order in which they are listed to the user (全部).</summary>
    public static readonly IReadOnlyList<Verb> All =
    [
        CreateOrganisation, ChangeOrganisation, CloseOrganisation, ReopenOrganisation, ImportOrganisations,
        CreateAccount, ChangeAccount, DisableAccount, EnableAccount, UnlockAccount, ResetPassword, ResetTwoFactor, ImportAccounts,
        GivePosting, EndPosting, GiveDelegation, RevokeDelegation,
        SignedIn, SignInFailed, SignInLocked, SignedOut, SignedOutEverywhere,
        ChangePassword, TurnTwoFactorOn, TurnTwoFactorOff, AddPasskey, RemovePasskey, UploadImport, CorrectImport, SaveView, RemoveView,
    ];
}

namespace Huanxin.Web.People;

/// <summary>What each deed on an account is called and brings about.</summary>
public static class AccountDeedSentences
{
    public static string NameOf(AccountDeedKind kind) => kind switch
    {
        AccountDeedKind.Disabling => "停用账户",
        AccountDeedKind.Enabling => "启用账户",
        AccountDeedKind.Unlocking => "解除锁定",
        AccountDeedKind.PasswordReset => "重置密码",
        AccountDeedKind.SecondFactorReset => "重置二次验证",
    };

    public static IReadOnlyList<string> ConsequencesOf(AccountDeedKind kind) => kind switch
    {
        AccountDeedKind.Disabling => ["该人员立即退出全部设备，不能再次登录。", "已办理的记录保留；岗位不变，委托给他人的岗位也不再有效。"],
        AccountDeedKind.Enabling => ["该人员可以用原来的密码登录，原有岗位继续有效。"],
        AccountDeedKind.Unlocking => ["该人员可以立即再次尝试登录，不必等锁定期满。"],
        AccountDeedKind.PasswordReset => ["该人员立即退出全部设备，原密码失效。", "新密码只显示一次，首次登录须修改。"],
        AccountDeedKind.SecondFactorReset => ["该人员立即退出全部设备，原来的动态口令和恢复码失效。", "下次登录只需密码，请提醒本人重新开启动态口令。"],
    };
}

namespace Huanxin.Web.People;

/// <summary>What a try to sign in is answered with; an unknown name and a wrong password sound alike.</summary>
public static class SignInSentences
{
    public static string? Of(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.Done or SignInOutcome.CodeNeeded => null,
        SignInOutcome.Wrong => "登录名或密码不正确。",
        SignInOutcome.Locked => "连续输错次数过多，账户已锁定 15 分钟，请稍后再试，或联系系统管理员解锁。",
        SignInOutcome.Disabled => "账户已停用，请联系本单位的系统管理员。",
    };
}

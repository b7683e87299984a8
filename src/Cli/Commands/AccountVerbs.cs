using System.CommandLine;

namespace Huanxin.Cli.Commands;

/// <summary><c>account …</c>: what an operator does when nobody can sign in to do it on screen.</summary>
internal static class AccountVerbs
{
    public static Command Verb(Terminal terminal) => new("account", "账户")
    {
        AccountCreate.Verb(terminal),
        AccountList.Verb(terminal),
        AccountChange.Disable(terminal),
        AccountChange.Enable(terminal),
        AccountChange.ResetPassword(terminal),
        AccountChange.ResetTwoFactor(terminal),
        AccountGrant.Verb(terminal),
    };
}

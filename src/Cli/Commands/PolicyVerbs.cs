using System.CommandLine;

namespace Huanxin.Cli.Commands;

/// <summary><c>policy</c>: the packs of the policy shelf.</summary>
internal static class PolicyVerbs
{
    public static Command Verb(Terminal terminal) => new("policy", "政策包：检查、查看落实情况、撤下")
    {
        Subcommands = { PolicyCheck.Verb(terminal), PolicyCoverage.Verb(terminal), PolicyTakeOff.Verb(terminal) },
    };
}

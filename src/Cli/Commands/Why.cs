using System.CommandLine;

namespace Huanxin.Cli.Commands;

/// <summary>The reason that every writing command asks for and that stands in the history.</summary>
internal static class Why
{
    public static Option<string> Option() =>
        new("--why") { Description = "办理原因，记入历史", Required = true, HelpName = "原因" };
}

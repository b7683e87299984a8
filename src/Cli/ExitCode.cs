namespace Huanxin.Cli;

/// <summary>What the caller's shell is told.</summary>
public static class ExitCode
{
    public const int Done = 0, Refused = 1, WrongUsage = 2, Bug = 3;
}

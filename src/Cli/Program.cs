using System.CommandLine;
using System.CommandLine.Help;
using Huanxin.Cli.Commands;

namespace Huanxin.Cli;

/// <summary>Table of contents of the command line. Exit codes: 0 done, 1 refused or problems found, 2 wrong usage, 3 bug.</summary>
public static class Program
{
    private static RootCommand Verbs(Terminal terminal) => new("焕新命令行。设置由 HUANXIN_ 开头的环境变量给出，见 docs/operations.md。")
    {
        HelpName = "huanxin",
        Subcommands =
        {
            Migrate.Verb(terminal),
            LoadDemo.Verb(terminal),
            OrganisationVerbs.Verb(terminal),
            AccountVerbs.Verb(terminal),
            PolicyVerbs.Verb(terminal),
            ImportLedger.Verb(terminal),
            CheckVerbs.Verb(terminal),
            MakeBackup.Verb(terminal),
            RestoreBackup.Verb(terminal),
            MoveDatabase.Verb(terminal),
            Seal.Verb(terminal),
            Verify.Verb(terminal),
        },
    };

    public static Task<int> Main(string[] args) => RunAsync(args, Terminal.OfThisProcess(), CancellationToken.None);

    /// <summary>One command from its words to its exit code: the only place of the command line that catches.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken stop)
    {
        var words = Verbs(terminal).Parse(args);
        if (words.Errors.Count > 0)
        {
            foreach (var error in words.Errors) terminal.Complain($"用法有误：{ChineseTexts.OfError(error.Message)}");
            terminal.Complain("查看用法：在命令后加 --help。");
            return ExitCode.WrongUsage;
        }

        try
        {
            return words.Action is HelpAction ? Help(words, terminal) : await words.InvokeAsync(terminal.Invocation, stop);
        }
        catch (Exception fault)
        {
            var (code, sentence) = Faults.Explain(fault);
            terminal.Complain(sentence);
            return code;
        }
    }

    private static int Help(ParseResult words, Terminal terminal)
    {
        using var english = new StringWriter();
        var code = words.Invoke(new InvocationConfiguration { Output = english });
        var help = words.CommandResult.Command.Arguments.Aggregate(english.ToString().TrimEnd(),
            (text, argument) => text.Replace($"<{argument.Name}>", $"<{argument.HelpName}>", StringComparison.Ordinal));
        terminal.Say(ChineseTexts.OfHelp(help));
        return code;
    }
}

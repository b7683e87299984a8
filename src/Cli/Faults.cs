using Huanxin.App.Operations;
using Huanxin.Core.Kernel;

namespace Huanxin.Cli;

/// <summary>What went wrong, as one sentence and an exit code. Whatever has no sentence is a bug and shows itself whole.</summary>
internal static class Faults
{
    public static (int Code, string Sentence) Explain(Exception fault) => FaultSentences.Of(fault) is { } sentence
        ? (IsUnreadable(fault) ? ExitCode.WrongUsage : ExitCode.Refused, sentence)
        : (ExitCode.Bug, $"程序出错，这是焕新的缺陷，请把以下内容发给维护人员：{Environment.NewLine}{fault}");

    // A file that cannot be read at all, or a question that cannot be asked of it.
    private static bool IsUnreadable(Exception fault) => fault is Refusal { Code: var code }
        && (code.StartsWith("sheet.", StringComparison.Ordinal) || code.StartsWith("check.", StringComparison.Ordinal)
            || code == "plan.is-ledger");
}

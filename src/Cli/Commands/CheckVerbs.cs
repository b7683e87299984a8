using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Huanxin.App.Exchange;
using Huanxin.App.Policies;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;

namespace Huanxin.Cli.Commands;

/// <summary><c>check</c>: a file against a document, for people who only want an answer. Needs no database and stores nothing.</summary>
internal static class CheckVerbs
{
    public static Command Verb(Terminal terminal) => new("check", "检查台账或计划表，不需要数据库，不保存任何内容；0 没有问题，1 有问题，2 读不了")
    {
        Subcommands = { CheckLedger.Verb(terminal), CheckPlan.Verb(terminal) },
    };

    public static Argument<FileInfo> File() => new("file")
    {
        Description = "xlsx、xls 或 csv 文件", HelpName = "文件",
        Validators = { word => { if (word.GetValueOrDefault<FileInfo>() is { } file && !IsThere(file)) word.AddError($"没有文件“{file}”。"); } },
    };

    public static Option<string> Policy() => new("--policy") { Description = "依据的文件代号，例如 W20", HelpName = "代号", Required = true };

    public static Option<DateOnly?> On() => new("--on")
    {
        Description = "判断日期，例如 2024-03-28；不写时为今天，文件已失效的为生效日", HelpName = "日期", CustomParser = ReadDate,
    };

    public static Option<string?> Place() => new("--place") { Description = "台账是哪个地区的，区划代码；不写时为文件的适用地区", HelpName = "区划代码" };

    public static Option<bool> Json() => new("--json") { Description = "以 JSON 输出" };

    /// <summary>Opens the file and the shelf for a check; closes both after.</summary>
    public static int Run(
        Terminal terminal, FileInfo file, string policy, string? place, DateOnly? on, Func<PolicyShelf, CheckBook, SheetBook, ImportFaults> check)
    {
        var shelf = PolicyShelf.Load(terminal.ReadSettings().PoliciesFolder);
        var today = ChinaTime.DateOf(terminal.Clock.GetUtcNow().UtcDateTime);
        var book = CheckBook.Open(shelf, policy, PlaceOf(place), on, today);
        using var content = file.OpenRead();
        using var workbook = SheetReader.Open(content, file.Name);
        return check(shelf, book, workbook).All.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>Faults, for people: where, what stands there, what is wrong.</summary>
    public static void Say(Terminal terminal, ImportFaults faults)
    {
        foreach (var fault in faults.InOrder)
        {
            var where = fault.Address.Length == 0 ? fault.Sheet : $"{fault.Sheet}!{fault.Address}";
            terminal.Say($"{where}  {fault.Level.Label()}  {fault.Header}{(fault.Shown.Length > 0 ? $"“{fault.Shown}”" : "")}：{fault.Sentence}");
        }

        terminal.Say(faults.All.Count == 0 ? "没有发现问题。" : $"错误 {faults.HardCount} 处，存疑 {faults.SoftCount} 处。");
    }

    /// <summary>Faults, for a machine.</summary>
    public static IEnumerable<object> Plain(ImportFaults faults) => faults.InOrder.Select(fault => new
    {
        Level = fault.Level == FaultLevel.Hard ? "hard" : "soft", fault.Code, fault.Sheet, fault.Row, fault.Column, fault.Address, fault.Header,
        fault.Shown, fault.Sentence,
    });

    // Written like a folder, it cannot be opened though there is a file of that name.
    private static bool IsThere(FileInfo file) => file.Exists && !Path.EndsInDirectorySeparator(file.ToString());

    private static RegionCode? PlaceOf(string? typed) => typed is null ? null
        : RegionCode.TryParse(typed, out var place) ? place : throw CheckRefusals.NoPlace(typed);

    private static DateOnly? ReadDate(ArgumentResult words)
    {
        var typed = words.Tokens.Count > 0 ? words.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;

        words.AddError($"“{typed}”不是日期，例如 2024-03-28");
        return null;
    }
}

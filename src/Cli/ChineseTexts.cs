using System.Text.RegularExpressions;

namespace Huanxin.Cli;

/// <summary>The parser's help and usage errors in Chinese; its own translation leaves half of them in English.</summary>
internal static class ChineseTexts
{
    private static readonly (Regex English, string Chinese)[] Errors =
    [
        (new("^Option '(.+)' is required.$"), "缺少选项 $1。"),
        (new("^Required command was not provided.$"), "没有写要执行的命令。"),
        (new("^Unrecognized command or argument '(.*)'.$"), "不认识“$1”。"),
        (new("^Required argument '(.+)' missing for command: '(.+)'.$"), "命令 $2 缺少“$1”。"),
        (new("^Required argument missing for option: '(.+)'.$"), "选项 $1 后面缺少内容。"),
        (new("^Option '(.+)' expects a single argument but .+ were provided.$"), "选项 $1 只能写一次。"),
        (new("^Cannot parse argument '(.*?)' for (?:option|command) '(.+?)' as .+$", RegexOptions.Singleline), "“$1”不能用于 $2。"),
        (new("^Response file not found '(.+)'.$"), "找不到文件 $1。"),
        (new("^Error reading response file '(.+?)': .+$", RegexOptions.Singleline), "读不出文件 $1。"),
        (new("^(.+) option cannot be combined with other arguments.$"), "$1 不能与别的内容同用。"),
    ];

    private static readonly (string English, string Chinese)[] Help =
    [
        ("Description:", "说明："), ("Usage:", "用法："), ("Commands:", "命令："), ("Arguments:", "参数："), ("Options:", "选项："),
        ("[command]", "[命令]"), ("[options]", "[选项]"), ("(REQUIRED)", "（必填）"),
        ("Show help and usage information", "显示用法"), ("Show version information", "显示版本"),
    ];

    public static string OfError(string error)
    {
        foreach (var (english, chinese) in Errors)
        {
            if (english.IsMatch(error)) return english.Replace(error, chinese);
        }

        return error;
    }

    public static string OfHelp(string help) => Help.Aggregate(help, (text, word) => text.Replace(word.English, word.Chinese, StringComparison.Ordinal));
}

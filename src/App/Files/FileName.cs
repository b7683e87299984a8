using System.Buffers;
using System.Globalization;

namespace Huanxin.App.Files;

/// <summary>What a file may be called: the name is shown, stored and sent back, but never used as a path.</summary>
public static class FileName
{
    public const int LongestName = 120;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(":*?\"<>|");

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    private static readonly HashSet<string> Runnable = new(StringComparer.OrdinalIgnoreCase)
    {
        "exe", "dll", "com", "bat", "cmd", "msi", "scr", "pif", "lnk", "ps1", "vbs", "vbe", "js", "jse", "mjs",
            "wsf", "wsh",
        "hta", "jar", "sh", "py", "php", "asp", "aspx", "jsp", "cgi", "pl", "htm", "html", "xhtml", "svg", "svgz",
            "xml",
        "apk", "app", "dmg", "reg", "iso", "chm",
    };

    private static readonly HashSet<string> Macros = new(StringComparer.OrdinalIgnoreCase) { "xlsm", "xltm", "xlsb", "docm", "dotm" };

    /// <summary>The name without outer blanks; refuses what no honest file is called.</summary>
    public static string Check(string? name)
    {
        var trimmed = (name ?? "").Trim();
        if (trimmed.Length == 0) throw FileRefusals.NameMissing();
        if (trimmed.Length > LongestName) throw FileRefusals.NameTooLong(LongestName);
        if (trimmed.AsSpan().IndexOfAny("/\\") >= 0) throw FileRefusals.NameNotAllowed("含有路径分隔符");
        if (trimmed.AsSpan().ContainsAny(Forbidden)) throw FileRefusals.NameNotAllowed("含有 : * ? \" < > |");
        if (trimmed.Any(IsHidden)) throw FileRefusals.NameNotAllowed("含有不可见字符");
        if (trimmed[0] == '.' || trimmed[^1] == '.') throw FileRefusals.NameNotAllowed("以点开头或结尾");

        var parts = trimmed.Split('.');
        if (Devices.Contains(parts[0].Trim())) throw FileRefusals.NameNotAllowed("使用系统保留名称");
        if (parts.Skip(1).Any(part => Runnable.Contains(part.Trim())))
        {
            throw FileRefusals.NameNotAllowed("带有可执行文件或网页的扩展名");
        }
        if (Macros.Contains(parts[^1].Trim())) throw FileRefusals.Macros(trimmed);

        return trimmed;
    }

    /// <summary>Last extension in lower case without the dot; empty where there is none.</summary>
    public static string Extension(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    // Format characters turn the reading direction round, so that “gnp.exe” looks like “exe.png”.
    private static bool IsHidden(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

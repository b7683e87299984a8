namespace Huanxin.App.Exchange;

/// <summary>What Excel accepts on a tab: 31 characters, none of []:*?/\, no outer apostrophe, no two alike.</summary>
public sealed class SheetNames
{
    private const int Longest = 31;
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    public IReadOnlyList<string> InOrder => order;

    private readonly List<string> order = [];

    /// <summary>The nearest allowed name to the wanted one.</summary>
    public string Take(string wanted)
    {
        var clean = new string(
            [.. wanted.Select(c => "[]:*?/\\".Contains(c) || char.IsControl(c) ? '_' : c)]).Trim().Trim('\'');
        if (clean.Length == 0) clean = "Sheet";

        var name = Cut(clean, Longest);
        for (var i = 2; !taken.Add(name); i++) name = Cut(clean, Longest - $"({i})".Length) + $"({i})";
        order.Add(name);
        return name;
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}

using System.Text;

namespace Huanxin.Core.Policies;

/// <summary>How enum names are written in packs (固定词写法): SelfBuilt is “self-built”.</summary>
public static class Words<T> where T : struct, Enum
{
    private static readonly Dictionary<T, string> Spelling = Enum.GetValues<T>()
        .ToDictionary(v => v, v => Kebab(v.ToString()));
    private static readonly Dictionary<string, T> Meaning = Spelling.ToDictionary(s => s.Value, s => s.Key);

    /// <summary>All words (全部固定词).</summary>
    public static string[] All => [.. Spelling.Values];

    /// <summary>The word of a value (固定词).</summary>
    public static string Of(T value) => Spelling[value];

    /// <summary>The value a word means (词义); null for a word that is none.</summary>
    public static T? Parse(string word) => Meaning.TryGetValue(word, out var value) ? value : null;

    private static string Kebab(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}

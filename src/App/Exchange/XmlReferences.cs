using System.Globalization;
using System.Text;
using System.Xml;

namespace Huanxin.App.Exchange;

/// <summary>The references in the text of a part, each replaced by the character it stands for.</summary>
internal static class XmlReferences
{
    public static string Resolved(string text)
    {
        var resolved = new StringBuilder(text.Length);
        var from = 0;
        for (int begun; (begun = text.IndexOf('&', from)) >= 0;)
        {
            var ended = text.IndexOf(';', begun);
            if (ended < 0) throw XmlTokens.Broken();

            resolved.Append(text, from, begun - from).Append(Meant(text.AsSpan(begun + 1, ended - begun - 1)));
            from = ended + 1;
        }

        return resolved.Append(text, from, text.Length - from).ToString();
    }

    // XML itself defines five names; others need a document type, which no workbook has.
    private static string Meant(ReadOnlySpan<char> reference) => reference switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x', .. var hex] => Numbered(hex, NumberStyles.AllowHexSpecifier),
        ['#', .. var digits] => Numbered(digits, NumberStyles.None),
        _ => throw XmlTokens.Broken(),
    };

    private static string Numbered(ReadOnlySpan<char> digits, NumberStyles style) =>
        uint.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) && Rune.TryCreate(number, out var character)
        && (!character.IsBmp || XmlConvert.IsXmlChar((char)number)) ? character.ToString() : throw XmlTokens.Broken();
}

namespace Huanxin.Core.Exchange;

/// <summary>
/// What a column holds (字段类型), which decides how its cells are read and which units its heading may name.
/// </summary>
public enum FieldKind { Text, Name, Whole, Number, Area, Money, Percent, Date, Span, YesNo }

/// <summary>
/// A field an import looks for (导入字段): stable code, official heading and the other headings it goes by.
/// </summary>
public sealed record FieldSpec(string Code, string Label, FieldKind Kind, params string[] Synonyms)
{
    /// <summary>Its place in the list it was taken into (字段序号): where the column of a field is asked for in every row, it is found by this.</summary>
    public int Number { get; init; }

    /// <summary>Without a column for it the sheet cannot be imported (必备列).</summary>
    public bool IsRequired { get; init; }

    /// <summary>The same field where a table of its kind calls it something else too (别称): 楼栋 counts them in one ledger and numbers them in another.</summary>
    public FieldSpec AlsoCalled(params string[] names) => this with { Synonyms = [.. Synonyms, .. names] };

    internal IEnumerable<string> Names => Synonyms.Prepend(Label);
}

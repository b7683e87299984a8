namespace Huanxin.Core.Exchange;

/// <summary>How sure a column was recognised (识别方式); a likely one is asked.</summary>
public enum MatchKind { None, Exact, Remembered, Likely, Repeated }

/// <summary>
/// One column of a sheet and what it was taken for (列对应). The group is the heading above it, e.g. 2021年计划;
/// a cell's number is so many plain units.
/// </summary>
public sealed record MappedColumn(
    int Index, string Header, string Group, FieldSpec? Field, MatchKind Match, string Unit, decimal Times)
{
    /// <summary>Under which a choice of the user for such a column is remembered (列特征).</summary>
    public string Key => CellText.Key(Group.Length == 0 ? Header : Group + "/" + Header);

    /// <summary>The heading as it is compared (表头比对键).</summary>
    internal string HeaderKey { get; } = CellText.Key(Header);

    /// <summary>Letters of the column (列标).</summary>
    public string Letters => SheetRow.Letters(Index);
}

/// <summary>What was found at the head of a sheet (表头识别结果).</summary>
public sealed record HeaderMapping(
    int FirstRow, int LastRow, string Title, string UnitLine, IReadOnlyList<MappedColumn> Columns,
        IReadOnlyList<FieldSpec> Missing)
{
    /// <summary>As many columns as there are up to the last one (表宽).</summary>
    public int Width { get; } = Columns.Select(column => column.Index + 1).DefaultIfEmpty().Max();

    /// <summary>Columns whose heading nobody knows (未识别列).</summary>
    public IEnumerable<MappedColumn> Unrecognised => Columns.Where(column => column.Field is null);

    /// <summary>Columns taken for a field by likeness, to be confirmed (待确认列).</summary>
    public IEnumerable<MappedColumn> Likely => Columns.Where(column => column.Match == MatchKind.Likely);

    /// <summary>The groups above the columns in their order (分组表头), e.g. the years of a plan table.</summary>
    public IReadOnlyList<string> Groups =>
        [.. Columns.Select(column => column.Group).Where(group => group.Length > 0).Distinct()];

    /// <summary>
    /// The column of a field (所在列), within a group where the table has groups; null where there is none.
    /// </summary>
    public MappedColumn? Column(string field, string? group = null) =>
        Columns.FirstOrDefault(column => column.Field?.Code == field && (group is null || column.Group == group));

    /// <summary>
    /// The same mapping with columns set by the user (人工指定列): column index → field, or null to leave it out.
    /// </summary>
    public HeaderMapping With(IReadOnlyDictionary<int, FieldSpec?> chosen, IEnumerable<FieldSpec> fields)
    {
        var columns = Columns.Select(column => chosen.TryGetValue(column.Index, out var field)
            ? column with { Field = field, Match = field is null ? MatchKind.None : MatchKind.Exact }
            : column).ToList();
        var missing = fields.Where(field => field.IsRequired
            && columns.All(column => column.Field?.Code != field.Code));
        return this with { Columns = columns, Missing = [.. missing] };
    }
}

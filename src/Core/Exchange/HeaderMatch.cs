namespace Huanxin.Core.Exchange;

/// <summary>
/// Finds the head of a table among the first rows of a sheet (表头识别): titles and unit lines above it, one or several
/// levels of headings with their merged cells spread out, numbering below it.
/// </summary>
public static class HeaderMatch
{
    /// <summary>So many rows from the top may be head (表头搜索范围).</summary>
    public const int Depth = 40;

    /// <summary>
    /// Null where no row looks like a head (无法识别表头). Remembered choices are column keys → field codes.
    /// </summary>
    public static HeaderMapping? Find(
        IReadOnlyList<SheetRow> top, IReadOnlyList<FieldSpec> fields, IReadOnlyDictionary<string,
            string>? remembered = null)
    {
        var rows = top.Take(Depth).ToList();
        var names = new FieldNames(fields, remembered ?? new Dictionary<string, string>());
        if (rows.Count == 0) return null;

        var best = Enumerable.Range(0, rows.Count).MaxBy(i => rows[i].Cells.Sum(names.Weight));
        if (!rows[best].Cells.Any(names.Knows)
            || rows[best].Cells.Count(c => names.Weight(c) > 0) < Math.Min(2, fields.Count))
        {
            return null;
        }

        var first = best;
        while (first > 0 && IsUpperLevel(rows[first - 1], rows[first])) first--;
        var last = best;
        while (last + 1 < rows.Count && IsLowerLevel(rows[last], rows[last + 1], names)) last++;

        var columns = Columns(rows.GetRange(first, last - first + 1), names);
        var end = last;
        while (end + 1 < rows.Count && IsNumbering(rows[end + 1])) columns = WithUnits(columns, rows[++end]);

        var unitLine = rows.Take(first).Select(UnitLineOf).LastOrDefault(line => line.Length > 0) ?? "";
        columns = WithUnitLine(columns, unitLine);
        var title = rows.Take(first).Select(row => CellText.Tidy(row.Cells.FirstOrDefault(c => !c.IsBlank).Shown))
            .FirstOrDefault(text => text.Length > 0 && !text.StartsWith("附件", StringComparison.Ordinal)) ?? "";
        var missing = fields.Where(field => field.IsRequired
            && columns.All(column => column.Field?.Code != field.Code));
        return new HeaderMapping(rows[first].Number, rows[end].Number, title, unitLine, columns, [.. missing]);
    }

    private static bool IsHeading(RawCell cell) => cell.Kind == RawKind.Text && cell.Text!.Length <= 60;

    // A level above: several headings side by side, no figures, no “填报单位：”.
    private static bool IsUpperLevel(SheetRow row, SheetRow below)
    {
        var cells = row.Cells.Where(cell => !cell.IsBlank).ToList();
        return row.Number == below.Number - 1 && cells.Count >= 2 && cells.All(IsHeading)
            && !cells.Any(cell => CellText.Plain(cell.Text).Contains(':'));
    }

    // A level below: known headings only where the row above is merged sideways, nothing under its first heading.
    private static bool IsLowerLevel(SheetRow row, SheetRow below, FieldNames names)
    {
        var start = Array.FindIndex(row.Cells, cell => !cell.IsBlank);
        var cells = below.Cells.Where(cell => !cell.IsBlank).ToList();
        return below.Number == row.Number + 1 && below[start].IsBlank && cells.Count > 0 && cells.All(IsHeading)
            && cells.Any(names.Knows);
    }

    // “1 2 3 4”, “甲 乙 1 2” or a row of units.
    private static bool IsNumbering(SheetRow row)
    {
        var cells = row.Cells.Where(cell => !cell.IsBlank).Select(cell => CellText.Key(cell.Shown)).ToList();
        if (cells.Count < 2) return false;
        if (cells.All(text => HeaderText.IsUnit(text))) return true;

        var numbers = cells.Where(text => text is not ("甲" or "乙" or "丙" or "丁")).ToList();
        return numbers.Count >= 2
            && numbers.Index().All(
                n => n.Item == (n.Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static List<MappedColumn> Columns(List<SheetRow> head, FieldNames names)
    {
        var columns = new List<MappedColumn>();
        var levels = head.Select(row => row.Cells.Select(cell => CellText.Tidy(cell.Shown.ReplaceLineEndings(""))).ToArray()).ToList();
        var width = levels.Max(level => level.Length);
        for (var i = 0; i < width; i++)
        {
            var path = Path(levels, i);
            if (path.Count == 0 || path[^1] == ReadingLabels.FaultColumn) continue;

            var header = HeaderText.Of(path[^1]);
            var group = string.Join("/", path.Take(path.Count - 1).Select(CellText.Key));
            columns.Add(new MappedColumn(
                i, path[^1], group, null, MatchKind.None, header.Unit, HeaderText.Times(header.Unit)));
        }

        return names.Match(columns);
    }

    // The headings over a column from top to bottom; an empty cell of an upper level belongs to the one on its left.
    private static List<string> Path(List<string[]> levels, int column)
    {
        var path = new List<string>();
        for (var level = 0; level < levels.Count; level++)
        {
            var text = At(levels[level], column);
            var hasBelow = levels.Skip(level + 1).Any(lower => At(lower, column).Length > 0);
            for (var left = column - 1; text.Length == 0 && hasBelow && left >= 0; left--) text = At(
                levels[level], left);
            if (text.Length > 0 && (path.Count == 0 || path[^1] != text)) path.Add(text);
        }

        return path;
    }

    private static string At(string[] level, int column) => column < level.Length ? level[column] : "";

    private static List<MappedColumn> WithUnits(List<MappedColumn> columns, SheetRow row) =>
    [
        .. columns.Select(column => HeaderText.Of("(" + row[column.Index].Shown + ")").Unit is { Length: > 0 } unit
            ? column with { Unit = unit, Times = HeaderText.Times(unit) }
            : column),
    ];

    private static string UnitLineOf(SheetRow row) =>
        row.Cells.Select(cell => CellText.Plain(cell.Shown)).FirstOrDefault(
            text => text.Contains("单位:", StringComparison.Ordinal)
            && Listed(text).Any(HeaderText.IsUnit)) ?? "";

    private static string[] Listed(string unitLine) =>
        unitLine[(unitLine.LastIndexOf("单位:", StringComparison.Ordinal) + 3)..].Split('、', ',', ' ', ';', '/', ')');

    // “单位：个、户、万平方米”: the unit of area goes to areas, of money to money; counts need none.
    private static List<MappedColumn> WithUnitLine(List<MappedColumn> columns, string unitLine)
    {
        var units = unitLine.Length == 0 ? [] : Listed(unitLine).Where(HeaderText.IsUnit).ToList();
        return [.. columns.Select(column => column.Unit.Length == 0 && UnitFor(column.Field?.Kind, units) is { } unit
            ? column with { Unit = unit, Times = HeaderText.Times(unit) }
            : column)];
    }

    private static string? UnitFor(FieldKind? kind, List<string> units) => kind switch
    {
        FieldKind.Area =>
            units.FirstOrDefault(unit => unit.Contains('平') || unit.Contains('㎡')
                || unit.Contains("m2", StringComparison.Ordinal)),
        FieldKind.Money => units.FirstOrDefault(unit => unit.EndsWith('元')),
        _ => null,
    };
}

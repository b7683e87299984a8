namespace Huanxin.Core.Exchange;

/// <summary>What a row below the head is (行类型).</summary>
public enum RowKind { Data, Total, Note, RepeatedHeader }

/// <summary>A row that was not read as data (跳过的行), and why.</summary>
public sealed record SkippedRow(string Sheet, int Row, RowKind Kind, string Shown);

/// <summary>Tells data from totals, notes and headings repeated on every printed page (行分类).</summary>
public static class RowSort
{
    private const int LookedAt = 3, LongNote = 24, LongestHeading = 60;
    private static readonly string[] Totals = ["合计", "总计", "小计", "共计", "累计", "总合计", "汇总", "总数"];

    private static readonly string[] Notes =
    [
        "注:", "注1", "注：", "备注:", "说明:", "填表", "填报", "制表", "审核", "复核", "联系人", "联系电话", "负责人", "单位负责人", "单位(盖章", "填写说明",
        "审批", "日期:", "打印", "*注",
    ];

    /// <summary>The kind of a row below the head of a table (行类型).</summary>
    public static RowKind Of(SheetRow row, HeaderMapping mapping)
    {
        var (filled, first) = (0, default(RawCell));
        foreach (var cell in row.Cells)
        {
            if (cell.IsBlank) continue;
            if (filled == 0) first = cell;
            if (filled < LookedAt && cell.Kind == RawKind.Text && IsTotal(cell.Text!)) return RowKind.Total;
            filled++;
        }

        if (first.Kind == RawKind.Text && IsNote(CellText.Plain(first.Text), filled, mapping)) return RowKind.Note;

        return filled >= 2 && Repeats(row, mapping) ? RowKind.RepeatedHeader : RowKind.Data;
    }

    // “合计（82个小区）” is a total as well. Every word for one has one of these characters.
    private static bool IsTotal(string text) =>
        text.AsSpan().IndexOfAny('计', '总', '数') >= 0 && IsTotalWord(CellText.Key(text).Split('(')[0]);

    private static bool IsTotalWord(string key) =>
        key.Length <= 14 && (Totals.Contains(key.TrimEnd(':')) || key.EndsWith("小计", StringComparison.Ordinal)
            || key.EndsWith("合计", StringComparison.Ordinal) || key.EndsWith("总计", StringComparison.Ordinal));

    private static bool IsNote(string text, int filled, HeaderMapping mapping) =>
        (filled <= Math.Max(4, mapping.Columns.Count / 2) && Notes.Any(note => text.StartsWith(note, StringComparison.Ordinal)))
        || (filled == 1 && text.Length > LongNote && mapping.Columns.Count > 3);

    // What is compared is never longer than what was written.
    private static bool IsHeading(string text, string key) =>
        text.Length >= key.Length && text.Length <= LongestHeading && CellText.Key(text) == key;

    private static bool Repeats(SheetRow row, HeaderMapping mapping)
    {
        var (filled, same) = (0, 0);
        foreach (var column in mapping.Columns)
        {
            var cell = row[column.Index];
            if (cell.IsBlank) continue;

            filled++;
            if (cell.Kind == RawKind.Text && IsHeading(cell.Text!, column.HeaderKey)) same++;
        }

        return filled >= 2 && same * 2 > filled;
    }
}

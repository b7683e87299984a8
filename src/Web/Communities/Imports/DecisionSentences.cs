using Huanxin.App.Communities;
using Huanxin.App.Communities.Imports;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;

namespace Huanxin.Web.Communities.Imports;

/// <summary>What was decided about a ledger while it was checked, in words for its history.</summary>
public static class DecisionSentences
{
    /// <summary>What was typed over a cell is told as the reader may see it.</summary>
    public static string Of(string decisions, Func<Personal, string> typed)
    {
        var decided = ImportDecisions.Read(decisions);
        IEnumerable<string> said =
        [
            .. decided.Sheet is { } sheet ? [$"工作表“{sheet}”"] : Array.Empty<string>(),
            .. decided.HeaderRow is { } head ? [$"表头在第 {head} 行"] : Array.Empty<string>(),
            .. decided.Columns.Select(column => $"{SheetRow.Letters(column.Key)} 列：{Meaning(decided.Kind, column.Value)}"),
            .. decided.Units.Select(unit => $"{SheetRow.Letters(unit.Key)} 列的单位：{unit.Value}"),
            .. decided.Rows.Select(row => $"第 {row.Key} 行：{OfRow(row.Value)}"),
            .. decided.Fixes.Select(fix => $"{fix.Key} 改为“{typed(fix.Value)}”"),
            .. decided.Confirmed.Select(one => $"{WhereOf(one)}“{ImportWords.Of(one.Code)}”属实：{one.Why}"),
        ];
        return string.Join('；', said);
    }

    /// <summary>How a row comes in.</summary>
    public static string OfRow(string choice) => choice switch
    {
        LedgerChoice.Skip => "本行不导入",
        LedgerChoice.One => "是一个，不拆开",
        ImportDecisions.New => "是另一个小区",
        _ => "是已登记的小区",
    };

    private static string Meaning(LedgerKind? kind, string field) =>
        (kind is { } known ? LedgerFields.Of(known).FirstOrDefault(one => one.Code == field)?.Label : null) ?? "不导入";

    private static string WhereOf(Confirmation one) =>
        (one.Header.Length == 0 ? "整行" : one.Header) + (one.Row is { } row ? $"（第 {row} 行）" : "（各行）");
}

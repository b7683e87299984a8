using Huanxin.App.Exchange;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Communities;

/// <summary>Which sheet of a workbook is the ledger, what it lists and what its columns mean.</summary>
public sealed record LedgerHead(int Index, string Sheet, LedgerKind Kind, HeaderMapping Mapping)
{
    // What only a list of dwellings, then only a list of buildings has.
    private static readonly (LedgerKind Kind, FieldSpec Mark)[] Marks =
        [(LedgerKind.Dwellings, LedgerFields.Room), (LedgerKind.Buildings, LedgerFields.Number), (LedgerKind.Communities, LedgerFields.Name)];

    private static readonly FieldSpec[] RollMarks = [LedgerFields.Owner, LedgerFields.Identity];

    /// <summary>The headings of columns that mean nothing here, with the heading above them.</summary>
    public IReadOnlyList<string> Unread =>
        [.. Mapping.Unrecognised.Where(column => column.Header.Length > 0).Select(column => column.Group.Length > 0 ? $"{column.Group}/{column.Header}" : column.Header)];

    /// <summary>Null where no sheet looks like a ledger; remembered choices are column keys → field codes.</summary>
    public static LedgerHead? Find(SheetBook book, LedgerChoice choice, IReadOnlyDictionary<string, string>? remembered = null)
    {
        var tabs = book.Sheets.Index().Where(tab => choice.Sheet is null ? !tab.Item.IsHidden && !tab.Item.IsFaultList : tab.Item.Name == choice.Sheet);
        foreach (var (index, tab) in tabs)
        {
            var top = book.Top(index);
            foreach (var (kind, mark) in Marks.Where(mark => choice.Kind is null || mark.Kind == choice.Kind))
            {
                if (Match(top, LedgerFields.Of(kind), choice, remembered) is not { } head) continue;
                if (choice.Kind is null && !Names(head, mark) && !(kind == LedgerKind.Dwellings && IsRoll(top, head))) continue;

                return new LedgerHead(index, tab.Name, kind, Excused(Chosen(head, LedgerFields.Of(kind), choice)));
            }
        }

        return null;
    }

    private static bool Names(HeaderMapping head, FieldSpec field) => head.Column(field.Code) is { Match: not MatchKind.Likely };

    // Owners and no count of households: a list of dwellings, wherever it says which. Read as a list of communities, the area of one flat
    // would become that of its community. A bare 姓名 may be whom to ask.
    private static bool IsRoll(IReadOnlyList<SheetRow> top, HeaderMapping head) =>
        Array.Exists(RollMarks, mark => Names(head, mark) && CellText.Key(head.Column(mark.Code)!.Header) != "姓名")
        && HeaderMatch.Find(top, LedgerFields.OfCommunities)?.Column(LedgerFields.Households.Code) is null;

    private static HeaderMapping? Match(
        IReadOnlyList<SheetRow> top, IReadOnlyList<FieldSpec> fields, LedgerChoice choice, IReadOnlyDictionary<string, string>? remembered)
    {
        if (choice.HeaderRow is not { } first)
        {
            // A bare list of names has one heading we know.
            return HeaderMatch.Find(top, fields, remembered) ?? (fields == LedgerFields.OfCommunities ? HeaderMatch.Find(top, [LedgerFields.Name], remembered) : null);
        }

        if (top.FirstOrDefault(row => row.Number == first) is not { } head) return null;

        var columns = head.Cells.Index().Where(cell => !cell.Item.IsBlank)
            .Select(cell => new MappedColumn(cell.Index, CellText.Tidy(cell.Item.Shown), "", null, MatchKind.None, "", 1)).ToList();
        // The head that is recognised by itself keeps its title and its lines of units; another keeps all of its levels and the numbering below.
        return new[] { top, [.. top.Where(row => row.Number >= first)] }.Select(rows => HeaderMatch.Find(rows, fields, remembered)).FirstOrDefault(found => found?.FirstRow == first)
            ?? new HeaderMapping(first, first, "", "", columns, [.. fields.Where(field => field.IsRequired)]);
    }

    private static HeaderMapping Chosen(HeaderMapping head, IReadOnlyList<FieldSpec> fields, LedgerChoice choice)
    {
        var byCode = fields.ToDictionary(field => field.Code);
        var chosen = choice.Columns.ToDictionary(pair => pair.Key, pair => byCode.GetValueOrDefault(pair.Value));
        var mapped = chosen.Count == 0 ? head : head.With(chosen, fields);
        return mapped with
        {
            Columns = [.. mapped.Columns.Select(column => choice.Units.TryGetValue(column.Index, out var unit)
                ? column with { Unit = unit, Times = HeaderUnits.Times(unit) }
                : column)],
        };
    }

    // A code names the community as well as its name does.
    private static HeaderMapping Excused(HeaderMapping head) => head.Column(LedgerFields.Code.Code) is null || head.Column(LedgerFields.Number.Code) is null
        ? head
        : head with { Missing = [.. head.Missing.Where(field => field.Code != LedgerFields.Name.Code)] };
}

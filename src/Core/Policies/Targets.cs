using Huanxin.Core.Kernel;

namespace Huanxin.Core.Policies;

/// <summary>
/// Which data set a figure belongs to (数据口径); a five-year plan, the provincial library and actual starts differ.
/// </summary>
public enum TargetData { Plan, Library, Actual }

/// <summary>What is counted (计量口径).</summary>
public enum Measure { Projects, Communities, Buildings, Households, Area, Investment }

/// <summary>A target of a document (任务目标): how much, where, until when; figures are names of parameters.</summary>
/// <param name="Figures">Parameter by measure.</param>
/// <param name="Share">Parameter of the share of the total to be reached, by the measures of <paramref
/// name="ShareOf"/>.</param>
public sealed record PlanTarget(string Id, string Title, int? Year, string? By, string? Place, RegionCode? Region,
    TargetData Data,
    IReadOnlyDictionary<Measure, string> Figures, string? Share, IReadOnlyList<string> ShareOf, bool IsCumulative,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>A column of an official table (表头), with columns below it, or a leaf with its unit.</summary>
public sealed record TableColumn(string Title, string? Key, string? Unit, int? Year, Measure? Measure,
    IReadOnlyList<TableColumn> Columns)
{
    /// <summary>The columns that hold values, left to right (末级栏目).</summary>
    public IEnumerable<TableColumn> Leaves() => Columns.Count == 0 ? [this] : Columns.SelectMany(c => c.Leaves());
}

/// <summary>A row of an official table (表行); null is “not reported”, 0 is zero.</summary>
public sealed record TableRow(string Place, RegionCode? Region, IReadOnlyList<decimal?> Values);

/// <summary>A remark on one cell (单元格批注).</summary>
public sealed record CellNote(string Place, string Key, string Text);

/// <summary>A plan table as published (计划表), with its headers and its printed totals.</summary>
public sealed record PlanTable(string Id, string Title, string PlaceTitle, string? Unit,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<TableRow> Rows, TableRow? Total, IReadOnlyList<CellNote> Notes, IReadOnlyList<string> Clauses)
{
    /// <summary>The columns that hold values (末级栏目).</summary>
    public IReadOnlyList<TableColumn> Leaves { get; } = [.. Columns.SelectMany(c => c.Leaves())];

    /// <summary>Sum of the rows in a column (合计), computed and never typed.</summary>
    public decimal SumOf(int column) => Rows.Sum(r => r.Values[column] ?? 0);

    /// <summary>Columns whose printed total differs from the sum of the rows (合计不符).</summary>
    public IEnumerable<TableColumn> WrongTotals() =>
        Leaves.Where((_, i) => Total is not null && Total.Values[i] != SumOf(i));
}

/// <summary>A community that a document names (点名小区).</summary>
public sealed record ListedCommunity(string Name, string? Place, RegionCode? Region, bool IsSingleBuilding,
    IReadOnlyList<string> Marks, IReadOnlyList<string> Clauses, string? Note);

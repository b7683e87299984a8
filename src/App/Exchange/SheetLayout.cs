namespace Huanxin.App.Exchange;

/// <summary>
/// One column of a sheet. Neighbours of the same group stand under one merged heading; a column without a group is
/// merged downwards. Without a width, the heading and the kind decide.
/// </summary>
public sealed record SheetColumn(string Header, string? Group = null, double? Width = null);

/// <summary>
/// What stands around the rows: name on the tab, title over all columns, unit line, columns that stay in view.
/// </summary>
public sealed record SheetLayout(string Name, IReadOnlyList<SheetColumn> Columns)
{
    public string? Title { get; init; }

    /// <summary>E.g. “单位：个、户、平方米”, right-aligned under the title.</summary>
    public string? UnitLine { get; init; }

    public int FrozenColumns { get; init; }

    /// <summary>Drop-down filters on the header; off for official forms.</summary>
    public bool HasFilter { get; init; } = true;

    /// <summary>Off where the rows bring their own head; the columns then only give widths.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Rows that stay in view where the head is not ours.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Cells that stand as one where the rows bring their own head.</summary>
    public IReadOnlyList<SheetMerge> Merged { get; init; } = [];

    public bool HasGroups => Columns.Any(column => column.Group is not null);

    /// <summary>Rows above the first row of data.</summary>
    public int HeaderRows =>
        !HasHeader ? FrozenRows : (Title is null ? 0 : 1) + (UnitLine is null ? 0 : 1) + (HasGroups ? 2 : 1);
}

/// <summary>How a whole row is shown; fault rows are marked cell by cell instead.</summary>
public enum RowStyle
{
    Plain,
    Total,
    HardFault,
    SoftFault,

    /// <summary>With lines around every cell, as an official form is printed.</summary>
    Lined,
    LinedTotal,
}

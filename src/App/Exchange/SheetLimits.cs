namespace Huanxin.App.Exchange;

/// <summary>What a sheet may cost us before we say no. Generous for real ledgers, closed to bombs.</summary>
public sealed record SheetLimits
{
    public static readonly SheetLimits Default = new();

    public long LargestFile { get; init; } = 200L << 20;

    /// <summary>All parts of a workbook together once inflated, and any one of them.</summary>
    public long LargestInflated { get; init; } = 1536L << 20;

    /// <summary>A part that grows more than this and beyond <see cref="InflationAllowed"/> is a bomb.</summary>
    public int MostInflation { get; init; } = 250;

    public long InflationAllowed { get; init; } = 64L << 20;

    /// <summary>Old workbooks are held in memory by their reader.</summary>
    public long LargestXls { get; init; } = 40L << 20;

    public int MostRows { get; init; } = 1_048_576;

    public int MostColumns { get; init; } = 1_000;

    public int LongestCell { get; init; } = 32_767;

    /// <summary>Distinct texts of a workbook are held in memory.</summary>
    public long MostSharedCharacters { get; init; } = 80_000_000;

    public int MostSheets { get; init; } = 200;
}

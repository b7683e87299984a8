namespace Huanxin.Core.Exchange;

/// <summary>
/// What reading a cell led to (识别结果): blank, dash and 无 are three different answers, and zero is a value.
/// </summary>
public enum ReadingKind { Value, Blank, Dash, None, Unclear, Unreadable }

/// <summary>Why a cell is unclear or cannot be read (识别问题).</summary>
public enum ReadingReason
{
    Fine, NotANumber, NotADate, NotYesOrNo, FormulaError, FormulaNotCalculated, OtherUnit, Approximate, Range,
        Rounded, Negative,
    NotWhole, TooLarge, MonthUnclear, TwoDigitYear, DecadeOnly, YearOutOfRange, TooLong,
}

/// <summary>A cell read as something (读数): the value where there is one, and why it is doubtful where it is.</summary>
public readonly record struct Reading<T>(ReadingKind Kind, T? Value, ReadingReason Reason, RawCell Cell)
{
    /// <summary>What stood in the cell (显示内容).</summary>
    public string Shown => Cell.Shown;

    /// <summary>True for a value, also for one that must be confirmed (有值).</summary>
    public bool HasValue => Kind is ReadingKind.Value or ReadingKind.Unclear;

    /// <summary>True where nothing was reported (未填报): blank, dash or 无.</summary>
    public bool IsMissing => Kind is ReadingKind.Blank or ReadingKind.Dash or ReadingKind.None;

    public Reading<TOther> Into<TOther>(Func<T, TOther> change) =>
        new(Kind, HasValue && Value is not null ? change(Value) : default, Reason, Cell);
}

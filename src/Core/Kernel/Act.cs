namespace Huanxin.Core.Kernel;

/// <summary>Who acts (办理人): an account, or a named process where no person acts.</summary>
/// <param name="Account">Account of the person; null for a process.</param>
/// <param name="Name">Display name at the time of the act.</param>
/// <param name="OnBehalfOf">Account whose rights were used under a delegation (受托办理), if any.</param>
public sealed record Actor(Guid? Account, string Name, Guid? OnBehalfOf = null)
{
    /// <summary>A process without a person (系统), e.g. a job or the command line.</summary>
    public static Actor Process(string name) => new(null, name);
}

/// <summary>Kind of act (办理事项): a stable code and the label shown in the history.</summary>
/// <param name="Code">Dotted English, never changed once used.</param>
/// <param name="Label">Chinese.</param>
/// <param name="IsEvent">Kept even when it changes no record, e.g. a sign-in.</param>
public sealed record Verb(string Code, string Label, bool IsEvent = false);

/// <summary>Who did what, when and why (办理行为). Nothing is saved without one.</summary>
/// <param name="Id">Made at the edge; a version-7 id carries the time.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Verb">What.</param>
/// <param name="Why">Reason in the actor's own words, where one was asked for.</param>
/// <param name="Source">From where: page, API, command line, import file.</param>
public sealed record Act(Guid Id, DateTime At, Actor By, Verb Verb, string? Why = null, string? Source = null)
{
    /// <summary>Today in China (中国标准时间的日期), by which legal dates are counted.</summary>
    public DateOnly Today => ChinaTime.DateOf(At);
}

/// <summary>China Standard Time (北京时间, UTC+8, no summer time), the clock of every deadline.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Date in China (北京日期) at a UTC instant.</summary>
    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>Wall clock in China (北京时间) at a UTC instant, for display only.</summary>
    public static DateTime Local(DateTime utc) => utc + Offset;

    /// <summary>UTC instant of midnight that ends the given date in China (当日24:00).</summary>
    public static DateTime EndOf(DateOnly date) =>
        DateTime.SpecifyKind(date.AddDays(1).ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);
}

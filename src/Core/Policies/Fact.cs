namespace Huanxin.Core.Policies;

/// <summary>How a fact came to be known (数据质量).</summary>
public enum FactQuality { Reported, Measured, Estimated }

/// <summary>Where a fact came from (事实来源): the record or file, and how good it is.</summary>
public sealed record FactSource(string Name, FactQuality Quality = FactQuality.Reported);

/// <summary>A fact that may be unknown (事实), with its source. An empty cell is unknown, never “no”.</summary>
public readonly record struct Fact<T>
{
    private Fact(T value, FactSource? source) => (IsKnown, Value, Source) = (true, value, source);

    /// <summary>Nobody has said (未知).</summary>
    public static readonly Fact<T> Unknown;

    /// <summary>False where nobody has said (是否已知).</summary>
    public bool IsKnown { get; }

    /// <summary>The value; meaningless while unknown (值).</summary>
    public T Value { get; }

    /// <summary>Where it came from (来源).</summary>
    public FactSource? Source { get; }

    /// <summary>A known fact (已知事实).</summary>
    public static Fact<T> Of(T value, FactSource? source = null) => new(value, source);
}

/// <summary>Part of a whole (部分与总数), e.g. consenting households of all; rates name both.</summary>
public readonly record struct Portion(long Part, long Whole)
{
    public override string ToString() => $"{Part}/{Whole}";
}

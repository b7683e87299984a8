using System.ComponentModel.DataAnnotations;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;

namespace Huanxin.Web.Ui.Forms;

/// <summary>
/// A figure that the form holds as it was typed: read as an import reads it, but whoever types is asked at once where an import would
/// note a doubt. <see cref="ValidationAttribute.ErrorMessage"/> is what is said of a figure out of its bounds.
/// </summary>
public abstract class FigureAttribute<T>(string label, string example) : ValidationAttribute
{
    public string Label { get; } = label;

    protected abstract Reading<T> Read(string? typed);

    protected static Reading<T> Outside(Reading<T> reading, ReadingReason reason) => reading with { Kind = ReadingKind.Unreadable, Reason = reason };

    protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
        Fault(Read(value as string), value) is { } sentence ? new ValidationResult(sentence, [context.MemberName!]) : ValidationResult.Success;

    private string? Fault(Reading<T> reading, object? typed) => (reading.Kind, reading.Reason) switch
    {
        (ReadingKind.None, _) => $"“{Label}”填了“{typed}”：没有的填 0，不清楚的空着。",
        (_, ReadingReason.Fine) => null,
        (_, ReadingReason.Negative or ReadingReason.TooLarge) when ErrorMessage is not null => ErrorMessage,
        (_, ReadingReason.NotANumber or ReadingReason.NotWhole) => $"“{Label}”应为{example}；现在是“{typed}”。",
        (_, ReadingReason.Rounded) => $"“{Label}”最多两位小数；现在是“{typed}”。",
        var (_, reason) => $"“{Label}”的“{typed}”{reason.Label()}。",
    };
}

/// <summary>How many of something.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountAttribute(string label) : FigureAttribute<long>(label, "整数，例如 1200")
{
    public int Least { get; init; }
    public int Most { get; init; } = int.MaxValue;

    protected override Reading<long> Read(string? typed) => FigureText.ReadCount(typed) is var read && !read.HasValue ? read
        : read.Value < Least ? Outside(read, ReadingReason.Negative)
        : read.Value > Most ? Outside(read, ReadingReason.TooLarge)
        : read;
}

/// <summary>A floor area in ㎡.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AreaAttribute(string label) : FigureAttribute<Area>(label, "数字，例如 21840.55")
{
    protected override Reading<Area> Read(string? typed) => FigureText.ReadArea(typed);
}

/// <summary>An amount in 元, or in 万元.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MoneyAttribute(string label) : FigureAttribute<Fen>(label, "数字，例如 1234.56")
{
    public bool IsWan { get; init; }
    public long MostYuan { get; init; } = long.MaxValue;

    protected override Reading<Fen> Read(string? typed) =>
        FigureText.ReadMoney(typed, IsWan) is var read && read.HasValue && read.Value.Yuan > MostYuan ? Outside(read, ReadingReason.TooLarge) : read;
}

/// <summary>A latitude or longitude.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DegreesAttribute(string label, int most) : FigureAttribute<decimal>(label, "度数，例如 37.5131")
{
    public int Most { get; } = most;

    protected override Reading<decimal> Read(string? typed) =>
        FigureText.ReadDegrees(typed) is var read && read.HasValue && Math.Abs(read.Value) > Most ? Outside(read, ReadingReason.TooLarge) : read;
}

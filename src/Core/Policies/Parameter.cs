using Huanxin.Core.Kernel;

namespace Huanxin.Core.Policies;

/// <summary>Type of a value in a document (数值类型).</summary>
public enum ParameterType { Date, Ratio, Fen, Area, Count, Days, Text, List }

/// <summary>A value of a document (政策数值) with its clause; null where the source does not give it (未核实).</summary>
/// <param name="Value">DateOnly, Ratio, Fen, Area, long, string or a list of strings.</param>
/// <param name="ByPlace">Values that differ by place, most often by district.</param>
public sealed record Parameter(string Name, string Label, ParameterType Type, object? Value, string? Unit,
    IReadOnlyDictionary<RegionCode, object?> ByPlace, IReadOnlyList<string> Clauses, string? Note)
{
    /// <summary>Working days rather than calendar days (工作日).</summary>
    public bool CountsWorkingDays => Unit == PolicyWords.WorkingDay;

    /// <summary>The value at a place (当地数值): the nearest of those given by place, else the general one.</summary>
    public object? At(RegionCode place)
    {
        if (ByPlace.Count == 0) return Value;

        foreach (var region in place.Outward())
        {
            if (ByPlace.TryGetValue(region, out var value)) return value;
        }

        return Value;
    }
}

/// <summary>A value as it holds at a place on a date (适用数值), with the document that gives it.</summary>
public sealed record GivenValue(Parameter Parameter, object? Value, PolicyDocument Document);

using Huanxin.Core.Kernel;

namespace Huanxin.Core.Policies;

/// <summary>
/// One argument of a rule (规则参数): a parameter of one of the types, one of some fixed words, or the name of something in
/// the pack.
/// </summary>
public sealed record RuleArgument(string Name, IReadOnlyList<ParameterType> Types, IReadOnlyList<string> Words,
    bool IsRequired,
    NameOf Names = NameOf.None)
{
    /// <summary>A parameter of the pack (数值参数).</summary>
    public static RuleArgument Value(string name, params ParameterType[] types) =>
        new(name, types, [], IsRequired: true);

    /// <summary>One of the fixed words; the first is meant where none is written (固定词).</summary>
    public static RuleArgument Word(string name, params string[] words) => new(name, [], words, IsRequired: false);

    /// <summary>One of the fixed words, which must be written (必填固定词).</summary>
    public static RuleArgument Choice(string name, params string[] words) => new(name, [], words, IsRequired: true);

    /// <summary>The name of something else in the pack (引用).</summary>
    public static RuleArgument NameIn(string name, NameOf names) => new(name, [], [], IsRequired: true, names);
}

/// <summary>What an argument may name (引用对象).</summary>
public enum NameOf { None, Item, Class, Step, Matter }

/// <summary>The values a rule is given (规则取值), bound once for a place and a date.</summary>
public sealed record Arguments(IReadOnlyDictionary<string, object?> Values, RegionCode Place, DateOnly On)
{
    /// <summary>A parameter's value; null where it is 未核实 (数值).</summary>
    public T? Value<T>(string name) where T : struct => Values[name] as T?;

    /// <summary>A list's texts; null where it is 未核实 (清单).</summary>
    public IReadOnlyList<string>? List(string name) => Values[name] as IReadOnlyList<string>;

    /// <summary>A word (固定词).</summary>
    public string Word(string name) => (string)Values[name]!;
}

/// <summary>A rule of the library (规则库条目): its name in packs, what it asks of, and its arguments.</summary>
public abstract record Rule(string Name, IReadOnlyList<RuleArgument> Arguments)
{
    /// <summary>The kind of facts it judges (事实种类).</summary>
    public abstract Type Facts { get; }
}

/// <summary>A rule that judges facts of one kind (规则函数).</summary>
public sealed record Rule<TFacts>(string Name, Func<TFacts, Arguments, Check> Decide,
    params IReadOnlyList<RuleArgument> Arguments)
    : Rule(Name, Arguments)
{
    public override Type Facts => typeof(TFacts);
}

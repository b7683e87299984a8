using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>
/// What a value in a pack may look like. The strict reader and the JSON Schema are both driven by it.
/// </summary>
public abstract record Shape
{
    /// <summary>Marks a value the sources do not give; never read as a value.</summary>
    public const string Unverified = "未核实";

    /// <summary>Any text.</summary>
    public static readonly Shape Text = new Scalar(ScalarKind.Text);

    /// <summary>A date yyyy-MM-dd.</summary>
    public static readonly Shape Date = new Scalar(ScalarKind.Date);

    /// <summary>A date, or nothing.</summary>
    public static readonly Shape OpenDate = new Scalar(ScalarKind.Date, MayBeEmpty: true);

    /// <summary>A whole number.</summary>
    public static readonly Shape Whole = new Scalar(ScalarKind.Whole);

    /// <summary>A number, or nothing (not reported).</summary>
    public static readonly Shape OpenNumber = new Scalar(ScalarKind.Number, MayBeEmpty: true);

    /// <summary>True or false.</summary>
    public static readonly Shape Flag = new Scalar(ScalarKind.Flag);

    /// <summary>A region code.</summary>
    public static readonly Shape Region = new Scalar(ScalarKind.Region);

    /// <summary>A name given here, by which other places refer to it; unique in its document.</summary>
    public static Shape Define(NameKind kind) => new Defined(kind);

    /// <summary>A name that must be defined somewhere.</summary>
    public static Shape Refer(NameKind kind) => new Referred(kind, []);

    /// <summary>The name of a parameter of one of the types.</summary>
    public static Shape Parameter(params ParameterType[] types) => new Referred(NameKind.Parameter, types);

    /// <summary>One of the given words.</summary>
    public static Shape Word(params string[] words) => new WordOf(words);

    /// <summary>A list.</summary>
    public static Shape ListOf(Shape item) => new List(item);

    /// <summary>One value or a list of them.</summary>
    public static Shape OneOrMany(Shape item) => new Many(item);

    /// <summary>A value, or the mark 未核实.</summary>
    public static Shape OrUnverified(Shape item) => new Open(item);

    /// <summary>A mapping with free keys.</summary>
    public static Shape MapOf(Shape value) => new Map(value, null);

    /// <summary>A mapping whose keys are names given here.</summary>
    public static Shape MapOf(NameKind keys, Shape value) => new Map(value, keys);

    /// <summary>A mapping with exactly these keys.</summary>
    public static Fields Of(params Key[] keys) => new(keys);

    /// <summary>A shape that is defined elsewhere, for shapes that contain themselves.</summary>
    public static Shape Later(string name, Func<Shape> shape) => new Named(name, shape);

    /// <summary>A required key.</summary>
    public static Key Must(string name, Shape shape) => new(name, shape, IsRequired: true);

    /// <summary>An optional key.</summary>
    public static Key May(string name, Shape shape) => new(name, shape, IsRequired: false);

    public sealed record Scalar(ScalarKind Kind, bool MayBeEmpty = false) : Shape;
    public sealed record WordOf(IReadOnlyList<string> Words) : Shape;
    public sealed record List(Shape Item) : Shape;
    public sealed record Many(Shape Item) : Shape;
    public sealed record Open(Shape Item) : Shape;
    public sealed record Map(Shape Value, NameKind? Keys) : Shape;
    public sealed record Defined(NameKind Kind) : Shape;
    public sealed record Referred(NameKind Kind, IReadOnlyList<ParameterType> Types) : Shape;
    public sealed record Free : Shape;
    public sealed record Fields(IReadOnlyList<Key> Keys) : Shape;
    public sealed record Named(string Name, Func<Shape> Shape) : Shape;
}

/// <summary>Kinds of single values in a pack.</summary>
public enum ScalarKind { Text, Date, Whole, Number, Flag, Region }

/// <summary>What names in packs stand for; each is unique within a document.</summary>
public enum NameKind
{
    Document, Clause, Parameter, Target, Plan, RuleSet, Quota, Priority, Class, Item, CommonItem, Procedure, Step,
        JointReview, Matter,
    Warranty, Tender, Clock, Source, Share, Subsidy, Mode, Return, Rung, Acceptance, Stewardship, Evaluation, Form,
        Duty, Organisation,
    Region, Purpose,
}

/// <summary>One key of a mapping.</summary>
public sealed record Key(string Name, Shape Shape, bool IsRequired);

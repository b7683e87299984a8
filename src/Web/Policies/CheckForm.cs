using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Web.Ui.Forms;

namespace Huanxin.Web.Policies;

/// <summary>What a reader says of a community; what is left empty is unknown. Nothing of it is kept.</summary>
public sealed class CheckForm(Func<string, string?> typed)
{
    private static readonly FactSource Here = new("本页填写");
    private readonly Dictionary<string, string> errors = [];

    /// <summary>A sentence for each answer that could not be read; it counts as unknown.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    public string Text(string name) => typed(name)?.Trim() ?? "";

    public string? ErrorOf(string name) => errors.GetValueOrDefault(name);

    /// <summary>True when anything was answered.</summary>
    public bool IsAsked { get; private set; }

    public CommunityFacts Facts(RegionCode place) => new()
    {
        Place = place,
        Kind = Word<CommunityKind>("kind"),
        BuiltOn = Date("built-on"),
        BuildingsBuiltOn = Dates("buildings-built-on"),
        Land = Word<LandKind>("land"),
        IsInTown = Flag("in-town"),
        Signs = Enum.GetValues<Sign>().ToDictionary(s => s, s => Flag(Words<Sign>.Of(s))),
        WishIsStrong = Flag("wish-strong"),
        RenovatedOn = DateOrNever("renovated", "renovated-on"),
        ClearanceOn = DateOrNever("clearance", "clearance-on"),
        IsToBeRebuilt = Flag("to-be-rebuilt"),
        WasFunded = Flag("funded-before"),
        WasPlanned = Flag("planned-before"),
        Area = Map(Number("area"), metres => Area.FromSquareMetres(metres)),
        Buildings = Whole("buildings"),
        Households = Whole("households"),
        HouseholdsConsent = Portion("consent-households"),
        OwnersConsent = Portion("consent-owners"),
        AreaConsent = Portion("consent-area"),
        WishesCollected = Portion("wishes"),
        Contribution = Portion("contribution"),
        IsManagementAgreed = Flag("management-agreed"),
        IsInLibrary = Flag("in-library"),
    };

    private Fact<bool> Flag(string name) => Text(name) switch
    {
        "yes" => Said(true),
        "no" => Said(false),
        _ => default,
    };

    private Fact<T> Word<T>(string name) where T : struct, Enum =>
        Words<T>.Parse(Text(name)) is { } value ? Said(value) : default;

    private Fact<DateSpan> Date(string name) => Text(name) switch
    {
        "" => default,
        var text when DateOf(text) is { } date => Said(date),
        var text => Wrong<DateSpan>(name, $"“{text}”不是年份或日期，例如 1998、1998-06 或 1998-06-30。"),
    };

    private Fact<IReadOnlyList<DateSpan>> Dates(string name)
    {
        var texts = Text(name).Split([' ', '、', ',', '，', '　'], StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length == 0) return default;

        var dates = texts.Select(DateOf).OfType<DateSpan>().OrderBy(span => span.First).ToList();
        return dates.Count == texts.Length
            ? Said<IReadOnlyList<DateSpan>>(dates)
            : Wrong<IReadOnlyList<DateSpan>>(name, "各楼建成日期用空格隔开，每个例如 1998 或 1998-06-30。");
    }

    // “no” is a known answer: never renovated, no clearance planned.
    private Fact<DateSpan?> DateOrNever(string flag, string name) => Text(flag) switch
    {
        "no" => Said<DateSpan?>(null),
        "yes" when Text(name).Length == 0 => Wrong<DateSpan?>(name, "请填写日期；不知道日期就选“不清楚”。"),
        "yes" => Map(Date(name), date => (DateSpan?)date),
        _ => default,
    };

    private Fact<long> Whole(string name) => Text(name) switch
    {
        "" => default,
        var text when WholeOf(text) is { } whole => Said(whole),
        var text => Wrong<long>(name, $"“{text}”不是整数。"),
    };

    private Fact<decimal> Number(string name) => Text(name) switch
    {
        "" => default,
        var text when NumberOf(text) is { } number => Said(number),
        var text => Wrong<decimal>(name, $"“{text}”不是面积，例如 21840.55，最多两位小数。"),
    };

    private Fact<Portion> Portion(string name)
    {
        var (part, whole) = (Text(name), Text($"{name}-of"));
        if (part.Length == 0 && whole.Length == 0) return default;

        return WholeOf(part) is { } some && WholeOf(whole) is { } all && all > 0 && some <= all
            ? Said(new Portion(some, all))
            : Wrong<Portion>(name, "两个都要填整数，前一个不大于后一个。");
    }

    private Fact<T> Said<T>(T value)
    {
        IsAsked = true;
        return Fact<T>.Of(value, Here);
    }

    private Fact<T> Wrong<T>(string name, string sentence)
    {
        errors[name] = sentence;
        return default;
    }

    private static Fact<TTo> Map<TFrom, TTo>(Fact<TFrom> fact, Func<TFrom, TTo> to) =>
        fact.IsKnown ? Fact<TTo>.Of(to(fact.Value), fact.Source) : default;

    private static DateSpan? DateOf(string text) => DateSpan.TryParse(text, out var span) ? span : null;

    private static long? WholeOf(string text) =>
        FigureText.ReadCount(text) is { Kind: ReadingKind.Value, Value: >= 0 and <= 10_000_000_000 } read ? read.Value : null;

    private static decimal? NumberOf(string text) =>
        FigureText.Area(text)?.SquareMetres is { } metres and <= 1_000_000_000m ? metres : null;
}

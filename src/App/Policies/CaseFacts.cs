using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Core.Works;

namespace Huanxin.App.Policies;

/// <summary>Facts as the cases beside a pack write them. What is not written is unknown.</summary>
internal static class CaseFacts
{
    public static CommunityFacts Community(PackRow row, RegionCode place) => new()
    {
        Place = row.Region("place") ?? place,
        Kind = Known(row, "kind", text => Words<CommunityKind>.Parse(text)!.Value),
        BuiltOn = Known(row, "built-on", Date),
        BuildingsBuiltOn = row.TextsOrNull("buildings-built-on") is { } dates
            ? Fact<IReadOnlyList<DateSpan>>.Of([.. dates.Select(Date)])
            : default,
        Land = Known(row, "land", text => Words<LandKind>.Parse(text)!.Value),
        IsInTown = Flag(row, "in-town"),
        Signs = row.Row("signs").Keys()
            .ToDictionary(k => Words<Sign>.Parse(k.Key)!.Value, k => Flag(row.Row("signs"), k.Key)),
        WishIsStrong = Flag(row, "wish-strong"),
        RenovatedOn = Known(row, "renovated-on", text => text == "never" ? (DateSpan?)null : Date(text)),
        ClearanceOn = Known(row, "clearance-on", text => text == "none" ? (DateSpan?)null : Date(text)),
        IsToBeRebuilt = Flag(row, "to-be-rebuilt"),
        WasFunded = Flag(row, "funded-before"),
        WasPlanned = Flag(row, "planned-before"),
        Area = Known(row, "area", text => Area.FromSquareMetres(PackValues.Number(text)!.Value)),
        Buildings = Known(row, "buildings", Whole),
        Households = Known(row, "households", Whole),
        HouseholdsConsent = Known(row, "consent-households", Portion),
        OwnersConsent = Known(row, "consent-owners", Portion),
        AreaConsent = Known(row, "consent-area", Portion),
        WishesCollected = Known(row, "wishes-collected", Portion),
        Contribution = Known(row, "contribution", Portion),
        IsManagementAgreed = Flag(row, "management-agreed"),
        IsInLibrary = Flag(row, "in-library"),
    };

    public static ProjectFacts Project(PackRow row) => new()
    {
        Items = row.RowsOrNull("items") is { } items
            ? Fact<IReadOnlyList<ItemFacts>>.Of([.. items.Select(Item)])
            : default,
        Flags = Each(row, "flags", (flags, name) => Flag(flags, name)),
        Measures = Each(row, "measures", (measures, name) => Known(measures, name, text =>
            PackValues.Number(text)!.Value)),
        Lists = Each(row, "lists", (lists, name) => Fact<IReadOnlyList<string>>.Of(lists.Texts(name))),
        Portions = Each(row, "portions", (portions, name) => Known(portions, name, Portion)),
        StepsDone = Set(row, "steps"),
        MattersAgreed = Set(row, "agreed"),
        Green = row.Has("green-before") && row.Has("green-after")
            ? Fact<(Portion, Portion)>.Of((Portion(row.Text("green-before")), Portion(row.Text("green-after"))))
            : default,
    };

    private static ItemFacts Item(PackRow row) =>
        new(row.Texts("codes"), row.Text("class"), PackWords.ObligationOf(row.Text("obligation")),
        row.Flag("included"), row.Flag("reason-approved"),
            Known(row, "cost", text => Fen.FromYuan(PackValues.Number(text)!.Value)));

    private static Dictionary<string, T> Each<T>(PackRow row, string key, Func<PackRow, string, T> read) =>
        row.Row(key).Keys().ToDictionary(k => k.Key, k => read(row.Row(key), k.Key));

    private static Fact<IReadOnlySet<string>> Set(PackRow row, string key) =>
        row.TextsOrNull(key) is { } texts ? Fact<IReadOnlySet<string>>.Of(texts.ToHashSet()) : default;

    private static Fact<bool> Flag(PackRow row, string key) => Known(row, key, text => text == "true");

    private static Fact<T> Known<T>(PackRow row, string key, Func<string, T> read) =>
        row.TextOrNull(key) is { } text ? Fact<T>.Of(read(text)) : default;

    private static DateSpan Date(string text) => DateSpan.TryParse(text, out var span) ? span : throw new FormatException(text);

    private static long Whole(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Portion Portion(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return new(Whole(text[..slash]), Whole(text[(slash + 1)..]));
    }
}

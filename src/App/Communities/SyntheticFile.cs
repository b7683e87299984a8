using Huanxin.App.People;

namespace Huanxin.App.Communities;

/// <summary>What a synthetic community is made to show.</summary>
public enum SyntheticCase
{
    Ordinary, UnknownDate, Straddling, TooNew, ClearancePlanned, ToBeRebuilt, NotSurveyed, WishWeak, CollectiveLand, RenovatedBefore,
}

/// <summary>How synthetic communities are made, as it stands in policies/demo: data, read strictly.</summary>
public sealed class SyntheticFile
{
    /// <summary>Document whose plan table gives districts, households and areas.</summary>
    public required string Plan { get; init; }

    /// <summary>What every record of it says of its source.</summary>
    public required string Source { get; init; }

    /// <summary>What every name of it says.</summary>
    public required string Mark { get; init; }

    public required int Seed { get; init; }
    public required int Communities { get; init; }
    public required int Dwellings { get; init; }
    public required int FullCommunities { get; init; }
    public required int FullDwellings { get; init; }
    public required List<string> FirstWords { get; init; }
    public required List<string> SecondWords { get; init; }
    public required List<double> HouseholdsPerBuilding { get; init; }
    public required List<SyntheticYears> Built { get; init; }
    public required List<SyntheticShare> Cases { get; init; }
    public required List<SyntheticArea> Areas { get; init; }

    public static SyntheticFile Read(string policiesFolder) =>
        DemoFiles.Read<SyntheticFile>(Path.Combine(policiesFolder, "demo", "communities.yaml"));
}

/// <summary>Years of completion and how often they are drawn.</summary>
public sealed class SyntheticYears
{
    public required int From { get; init; }
    public required int To { get; init; }
    public required int Weight { get; init; }
}

/// <summary>How often a case is drawn.</summary>
public sealed class SyntheticShare
{
    public required SyntheticCase Case { get; init; }
    public required int Weight { get; init; }
}

/// <summary>Where the communities of a district are put on the map.</summary>
public sealed class SyntheticArea
{
    public required string Place { get; init; }
    public required double South { get; init; }
    public required double North { get; init; }
    public required double West { get; init; }
    public required double East { get; init; }
}

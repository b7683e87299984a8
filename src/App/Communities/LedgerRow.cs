using System.Globalization;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Communities;

/// <summary>One thing a ledger lists, with what it says of it; what it does not say is null.</summary>
/// <param name="Number">Row as the user counts it; several things may come from one row.</param>
/// <param name="Name">Name of the community, also where the row is about a building or dwelling of it.</param>
/// <param name="IsSound">False where something about the row must be mended first.</param>
public sealed record LedgerRow(int Number, RegionCode Place, string? Code, string Name, bool IsSound)
{
    /// <summary>True for another owner of the dwelling that stands just before it.</summary>
    public bool IsMore { get; init; }

    /// <summary>What it is called where others stand beside it: the community, and the building and room in it.</summary>
    public string Title => (Building, Dwelling) switch
    {
        ({ } building, { } dwelling) => $"{Name} · {building.Number} · {$"{dwelling.Unit} {dwelling.Room}".Trim()}",
        ({ } building, null) => $"{Name} · {building.Number}",
        _ => Name,
    };

    /// <summary>The cell it was taken from, where several names or numbers stood in it.</summary>
    public string? Written { get; init; }

    /// <summary>What stands in the cell of a field that others may contradict.</summary>
    /// <param name="times">How many plain units one of the column is.</param>
    public string Cell(FieldSpec field, decimal times) => field switch
    {
        _ when field == LedgerFields.Number => Written ?? Building?.Number ?? "",
        _ when field == LedgerFields.Room => Dwelling?.Room ?? "",
        _ when field == LedgerFields.Code => Code ?? "",
        _ when field == LedgerFields.Key => $"{Key}",
        _ when field == LedgerFields.Investment => (Investment?.Value / 100m / times)?.ToString("0.######", CultureInfo.InvariantCulture) ?? "",
        _ when field == LedgerFields.Consenting => $"{Community?.HouseholdsAgreed}",
        _ => (Building is null ? Written : null) ?? Name,
    };

    /// <summary>What is said of the community; without contacts, which only the importer may seal.</summary>
    public CommunityProfile? Community { get; init; }

    /// <summary>The community itself, where the row was downloaded from the register.</summary>
    public Guid? Key { get; init; }

    /// <summary>How exactly the area was written where it was rounded, in ㎡; zero where it is what it says.</summary>
    public decimal AreaStep { get; init; }

    /// <summary>How the figures came to be known, where the ledger says it.</summary>
    public FactQuality? Quality { get; init; }

    /// <summary>What renovating the community is planned to cost, for the project that takes it in.</summary>
    public Fen? Investment { get; init; }

    public BuildingProfile? Building { get; init; }

    public DwellingProfile? Dwelling { get; init; }

    /// <summary>Personal data as they were written: never log or keep them unsealed.</summary>
    public LedgerPerson? Person { get; init; }
}

/// <summary>A contact of a community or the owner of a dwelling.</summary>
public sealed record LedgerPerson(string? Name, string? IdentityNumber, string? Phone)
{
    public override string ToString() => "•••";
}

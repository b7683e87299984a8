using Huanxin.Core.Communities;

namespace Huanxin.App.Communities.Imports;

/// <summary>What some rows come to: new records here, changed ones in the tracker.</summary>
internal sealed class PlannedBatch
{
    public List<Community> Communities { get; } = [];
    public List<Building> Buildings { get; } = [];
    public List<Dwelling> Dwellings { get; } = [];
    public List<Owner> Owners { get; } = [];

    /// <summary>What the new ones are called, in the order of the ledger.</summary>
    public List<string> Names { get; } = [];

    /// <summary>What the changed ones are called.</summary>
    public Dictionary<Guid, string> ChangedNames { get; } = [];

    /// <summary>Rows that say what is known already, each with its record.</summary>
    public List<(Guid Id, LedgerRow Row)> Unchanged { get; } = [];

    /// <summary>Projects that come of it, which are no records of the register: new ones, and those of which the planned investment changes.</summary>
    public int Reserved { get; set; }

    public int Invested { get; set; }

    public int Rows { get; set; }

    public int Added => Communities.Count + Buildings.Count + Dwellings.Count + Owners.Count;
}

using Huanxin.App.Communities.Imports;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Communities;

/// <summary>What a ledger lists twice, or under two names that are alike: told without a register, in the words of an import.</summary>
internal sealed class LedgerTwins(LedgerSheet ledger)
{
    private readonly CommunityIndex seen = new();
    private readonly Dictionary<(string Community, string Building), int> buildings = [];

    private int count;

    /// <summary>What was found so far.</summary>
    public ImportFaults Faults { get; } = new();

    public void Meet(LedgerRow row)
    {
        if (row.Dwelling is not null) return;
        if (row.Building is null && row.Name.Length > 0) MeetCommunity(row);
        if (row.Building is { } building && row.IsSound) MeetBuilding(row, building.Number);
    }

    private void MeetBuilding(LedgerRow row, string number)
    {
        var key = ($"{row.Place} {row.Code} {CommunityNames.Key(row.Name)}", BuildingNumbers.Key(number));
        if (!buildings.TryAdd(key, row.Number)) Add(FaultLevel.Hard, "import.repeated", row, LedgerFields.Number, LedgerSentences.Repeated(buildings[key]));
    }

    private void MeetCommunity(LedgerRow row)
    {
        var keys = seen.KeysOf(row.Place, row.Name, row.Community!.Address);
        var twin = seen.OfCode(row.Code) ?? seen.Named(row.Place, keys).FirstOrDefault(one => row.Code is null || !one.HasCode);
        if (twin is not null)
        {
            Add(FaultLevel.Hard, "import.repeated", row, LedgerFields.Name, LedgerSentences.Repeated(twin.Row));
            return;
        }

        if (seen.Like(keys) is { } near && near.Row != row.Number) Add(FaultLevel.Soft, LedgerPlanner.NearName, row, LedgerFields.Name, LedgerSentences.NearName(near));
        seen.Add(new KnownCommunity(new Guid(++count, 0, 0, new byte[8]), row.Place, row.Name, row.Number), row.Code, keys,
            row.Community.Aliases);
    }

    private void Add(FaultLevel level, string code, LedgerRow row, FieldSpec field, string sentence) =>
        Faults.Add(ledger.Fault(level, code, row, field, sentence));
}

namespace Huanxin.Core.Communities;

/// <summary>What a ledger lists, one a row (台账种类): communities, buildings, or dwellings with their owners.</summary>
public enum LedgerKind { Communities, Buildings, Dwellings }

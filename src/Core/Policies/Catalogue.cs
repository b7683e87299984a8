namespace Huanxin.Core.Policies;

/// <summary>How far an item must be done (改造义务), in the words of the documents.</summary>
public enum Obligation { Mandatory, All, WhereFit, WherePossible, BestEffort, Encouraged, IfConditions, Optional,
    Unstated }

/// <summary>Who pays for an item by the document (出资方).</summary>
public enum ItemPayer { Unstated, Government, Utility, Residents, Market, OwnerOfTitle, Shared }

/// <summary>A class of works (改造类别), e.g. 基础类; each city has its own.</summary>
public sealed record ItemClass(string Id, string Title, Obligation Obligation, string? About,
    IReadOnlyList<string> Clauses);

/// <summary>One kind of work in a city's catalogue (改造目录项), with its standard in the words of the document.</summary>
/// <param name="Consent">Voting matter that must pass first, if any.</param>
/// <param name="Warranty">Warranty period that applies, if any.</param>
/// <param name="SameAs">Codes of the common list, which tie the catalogues of all cities together.</param>
public sealed record CatalogueItem(string Id, string Class, string Title, Obligation Obligation, string Standard,
    string? Unit,
    ItemPayer Payer, string? Consent, string? Warranty, IReadOnlyList<string> Tags, IReadOnlyList<string> SameAs,
    IReadOnlyList<string> Clauses, string? Note);

/// <summary>An entry of the common list (对照项) to which every catalogue refers.</summary>
public sealed record CommonItem(string Id, string Title, string Group, string? Unit, bool IsUnderground, string? About);

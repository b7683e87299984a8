using Huanxin.App.Exchange;

namespace Huanxin.Web.Communities.Imports;

/// <summary>A table of a later feature that people bring to the ledgers by mistake: what it is called, how it is told, and where it belongs.</summary>
public sealed record OtherTable(string Name, Func<SheetBook, bool> IsIn, string Door, string Link);

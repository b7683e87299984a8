using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Communities.Imports;

/// <summary>A row that says what the renovation of its community is planned to cost.</summary>
public sealed record InvestedRow(LedgerRow Row, Community Community);

/// <summary>What the planned investments of some rows come to beside the register.</summary>
/// <param name="Reserved">How many communities enter the reserve with theirs, each as a project of its own.</param>
/// <param name="Changed">Projects of which it changes.</param>
/// <param name="Doubts">Rows of which it is kept nowhere, and why.</param>
public sealed record LedgerInvestments(
    int Reserved, IReadOnlyList<(Guid Id, string Name)> Changed, IReadOnlyList<(LedgerRow Row, string Sentence)> Doubts);

/// <summary>Where planned investments are kept: the register knows no projects, but a ledger of projects lists communities.</summary>
public interface ILedgerInvestments
{
    /// <summary>Puts what they come to into the tracker, beside the records of the register.</summary>
    Task<LedgerInvestments> PlanAsync(AppDb db, Act act, IReadOnlyList<InvestedRow> rows, CancellationToken stop);
}

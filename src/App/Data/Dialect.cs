using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace Huanxin.App.Data;

/// <summary>The few places where the two databases differ, each as one named question or deed.</summary>
public abstract class Dialect(string node)
{
    /// <summary>Name of this node, written into every act.</summary>
    public string Node { get; } = node;

    /// <summary>Collation that compares by bytes, so that codes sort alike everywhere.</summary>
    public abstract string OrdinalCollation { get; }

    /// <summary>The unique index that a failed save ran into; null when it failed for another reason.</summary>
    public abstract IIndex? ViolatedIndex(IModel model, Exception fault);

    /// <summary>True when a row with the same key was already there.</summary>
    public abstract bool IsDuplicateKey(Exception fault);

    /// <summary>A sentence for the user when the database itself is in trouble (full, read-only, gone); null otherwise.</summary>
    public abstract string? Trouble(Exception fault);

    /// <summary>Lists what stands in the database: table and column.</summary>
    public abstract string ColumnsQuery { get; }

    /// <summary>A transaction for reading that sees one moment throughout and keeps no writer waiting.</summary>
    public abstract Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken stop);

    /// <summary>Until the end of this transaction a row may come before the row it refers to, within its own table.</summary>
    public virtual Task DeferReferencesAsync(AppDb db, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Before migrating: takes away what a migration that was killed left behind, where that would block the next one.</summary>
    public virtual Task ForgetMigrationLockAsync(AppDb db, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Says of a condition that most rows meet it, to a planner that cannot know.</summary>
    public virtual SqlExpression Likely(SqlExpression condition) => condition;

    /// <summary>
    /// Names the state of the whole database: while the name is the same, nobody has committed anything, on whichever node. Asking costs as little
    /// as a question can, however much lies in the database.
    /// </summary>
    public abstract Task<string> MomentAsync(AppDb db, CancellationToken stop);

    /// <summary>The same where the database lies in this process and need not be waited for; null where it is somewhere else.</summary>
    public virtual string? MomentAtHand(AppDb db) => null;

    /// <summary>Asks how many bytes the database takes.</summary>
    public abstract string SizeQuery { get; }

    /// <summary>
    /// True when this transaction has the only turn at a kind of work, until it ends, on whichever node; one process has it anyway.
    /// </summary>
    public virtual Task<bool> TakeTurnAsync(AppDb db, int work, CancellationToken stop) => Task.FromResult(true);

    /// <summary>A writer of many rows of one table inside the current transaction.</summary>
    public abstract IBulkWriter OpenBulk(AppDb db);

    /// <summary>Carries out a command and reads its rows past the mapper.</summary>
    public abstract Task<IRowReader> OpenRowsAsync(DbCommand command, CancellationToken stop);
}

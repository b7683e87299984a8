using Huanxin.Core.Kernel;

namespace Huanxin.Core.Communities;

/// <summary>How far the import of a ledger has come (导入状态).</summary>
public enum ImportState { Checking, Queued, Imported, Undoing, Undone, Abandoned }

/// <summary>
/// One ledger on its way into the register (台账导入): the file by its hash, what was decided about it, and what became of it.
/// </summary>
public sealed class ImportRun : Record, IPlaced
{
    public required Guid Id { get; init; }

    /// <summary>Place the ledger is about (台账属地); nothing outside it comes in.</summary>
    public required RegionCode Place { get; init; }

    /// <summary>Name of the file as it was uploaded (文件名).</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the file (内容散列): what was checked is what comes in.</summary>
    public required string Hash { get; init; }

    /// <summary>Who uploaded it (上传人); null for an operator at the server.</summary>
    public Guid? UploadedBy { get; init; }
    public required DateTime UploadedAt { get; init; }

    /// <summary>Organisation whose columns are remembered (报送单位).</summary>
    public required Guid SenderId { get; init; }

    public LedgerKind? Kind { get; private set; }
    public ImportState State { get; private set; }

    /// <summary>Columns, corrections (sealed), confirmations and choices as JSON (核对意见).</summary>
    public string Decisions { get; private set; } = "{}";

    /// <summary>New records (新增), as confirmed and as carried out.</summary>
    public int? Added { get; private set; }

    /// <summary>Changed records (修改).</summary>
    public int? Changed { get; private set; }

    /// <summary>Records that already say the same (没有变化).</summary>
    public int? Unchanged { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    /// <summary>Act by which it came in (导入的办理).</summary>
    public Guid? ActId { get; private set; }

    public DateTime? ImportedAt { get; private set; }

    /// <summary>Who undoes it and why (撤销人、撤销原因).</summary>
    public Guid? UndoneBy { get; private set; }
    public string? UndoneWhy { get; private set; }

    /// <summary>Why it came back to be checked again (退回原因).</summary>
    public string? Trouble { get; private set; }

    /// <summary>Notes what was decided about it (核对); raises <c>import.not-open</c>.</summary>
    public void Decide(LedgerKind? kind, string decisions)
    {
        if (State != ImportState.Checking) throw ImportRefusals.NotOpen(State);

        (Kind, Decisions) = (kind, decisions);
    }

    /// <summary>Lets it come in as it was checked (确认导入).</summary>
    public void Confirm(Act act, LedgerKind kind, int added, int changed, int unchanged)
    {
        if (State != ImportState.Checking) throw ImportRefusals.NotOpen(State);

        (State, ConfirmedBy, Trouble) = (ImportState.Queued, act.By.Account, null);
        (Kind, Added, Changed, Unchanged) = (kind, added, changed, unchanged);
    }

    /// <summary>Gives it back to be checked again, e.g. because the register changed meanwhile (退回核对).</summary>
    public void SendBack(string why)
    {
        if (State == ImportState.Undoing) (State, UndoneBy, UndoneWhy) = (ImportState.Imported, null, null);
        else State = ImportState.Checking;
        Trouble = why;
    }

    /// <summary>It came in with this act (已导入).</summary>
    public void Finish(Act act, int unchanged)
    {
        if (State != ImportState.Queued) throw ImportRefusals.NotOpen(State);

        (State, ActId, ImportedAt, Unchanged) = (ImportState.Imported, act.Id, act.At, unchanged);
    }

    /// <summary>Gives it up (放弃导入).</summary>
    public void Abandon()
    {
        if (State != ImportState.Checking) throw ImportRefusals.NotOpen(State);

        State = ImportState.Abandoned;
    }

    /// <summary>Asks for all of it to be taken back (申请撤销); asks for a reason.</summary>
    public void AskUndo(Act act)
    {
        if (State != ImportState.Imported) throw ImportRefusals.NotImported();
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        (State, UndoneBy, UndoneWhy, Trouble) = (ImportState.Undoing, act.By.Account, act.Why, null);
    }

    /// <summary>All of it was taken back (已撤销).</summary>
    public void Undo()
    {
        if (State != ImportState.Undoing) throw ImportRefusals.NotImported();

        State = ImportState.Undone;
    }
}

/// <summary>What an organisation's columns mean (列名记忆), so that its next ledger is recognised by itself.</summary>
public sealed class ColumnMemory : Record
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required LedgerKind Kind { get; init; }

    /// <summary>Heading → field as JSON (列名对应).</summary>
    public string Columns { get; private set; } = "{}";

    /// <summary>Remembers them (记住列名).</summary>
    public void Remember(string columns) => Columns = columns;
}

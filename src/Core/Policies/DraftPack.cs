using Huanxin.Core.Kernel;

namespace Huanxin.Core.Policies;

/// <summary>Where a draft pack stands (草案状态).</summary>
public enum DraftState { Draft, Proposed, InForce, Returned, Withdrawn, Superseded, TakenOff }

/// <summary>A step in the life of a draft pack (草案步骤).</summary>
public enum DraftStep { Revise, Propose, PutInForce, Return, Withdraw, Supersede, TakeOff }

/// <summary>What a draft pack holds (草案内容): a whole document, or values filled in where a document is silent.</summary>
public enum DraftKind { Document, Filling }

/// <summary>What a pack says of itself (政策包标识), read from its text when it is handed in.</summary>
/// <param name="Stem">Folder and name of its files without their endings.</param>
/// <param name="Document">Id of the document, e.g. W24.</param>
/// <param name="Hash">SHA-256 over its files.</param>
public sealed record DraftIdentity(string Stem, string Document, string Title, RegionCode Place, DateOnly Effective, string Hash);

/// <summary>A policy pack on its way to the shelf (政策草案): handed in by one person, put in force by another.</summary>
public sealed class DraftPack : Record, IPlaced
{
    private static readonly Workflow<DraftState, DraftStep> Flow = new(
        new(DraftState.Draft, DraftStep.Revise, DraftState.Draft),
        new(DraftState.Draft, DraftStep.Propose, DraftState.Proposed),
        new(DraftState.Draft, DraftStep.Withdraw, DraftState.Withdrawn, NeedsReason: true),
        new(DraftState.Proposed, DraftStep.PutInForce, DraftState.InForce, NeedsReason: true),
        new(DraftState.Proposed, DraftStep.Return, DraftState.Returned, NeedsReason: true),
        new(DraftState.Proposed, DraftStep.Withdraw, DraftState.Withdrawn, NeedsReason: true),
        new(DraftState.Returned, DraftStep.Revise, DraftState.Draft),
        new(DraftState.Returned, DraftStep.Withdraw, DraftState.Withdrawn, NeedsReason: true),
        new(DraftState.InForce, DraftStep.Supersede, DraftState.Superseded),
        new(DraftState.InForce, DraftStep.TakeOff, DraftState.TakenOff, NeedsReason: true));

    public required Guid Id { get; init; }

    public required DraftKind Kind { get; init; }

    /// <summary>Folder and name of its files (文件名), e.g. 371000-weihai/2025-3-annual-notice.</summary>
    public string Stem { get; private set; } = "";

    /// <summary>Id of the document (文件代号).</summary>
    public string Document { get; private set; } = "";

    public string Title { get; private set; } = "";

    public RegionCode Place { get; private set; }

    public DateOnly Effective { get; private set; }

    /// <summary>SHA-256 over its files (文件指纹).</summary>
    public string Hash { get; private set; } = "";

    public DraftState State { get; private set; }

    /// <summary>Who handed in the text that stands (上传人).</summary>
    public Guid UploadedBy { get; private set; }

    public DateTime UploadedAt { get; private set; }

    /// <summary>Who asked for it to be put in force (提交人).</summary>
    public Guid? ProposedBy { get; private set; }

    public DateTime? ProposedAt { get; private set; }

    /// <summary>Who put it in force or returned it (审定人).</summary>
    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Reason of the last step that asked for one (办理意见).</summary>
    public string? Opinion { get; private set; }

    /// <summary>Fingerprint of the pack of the same id that it went over (被覆盖的指纹).</summary>
    public string? OverHash { get; private set; }

    /// <summary>Id of the document while this pack is in force (生效代号): one pack at a time for each.</summary>
    public string? InForceAs { get; private set; }

    /// <summary>Those whose draft it is (报送人): neither may decide on it.</summary>
    private IEnumerable<Guid> Authors => ProposedBy is { } proposer ? [UploadedBy, proposer] : [UploadedBy];

    /// <summary>Hands a pack in (上传草案).</summary>
    public static DraftPack Upload(Guid id, DraftKind kind, DraftIdentity identity, Act act)
    {
        var draft = new DraftPack { Id = id, Kind = kind };
        draft.Describe(identity, act);
        return draft;
    }

    /// <summary>What may be done with it now (可办理的步骤).</summary>
    public bool May(DraftStep step) => Flow.StepsFrom(State).Contains(step);

    /// <summary>True when this person may not decide on it (本人报送).</summary>
    public bool IsOwnOf(Guid account) => Authors.Contains(account);

    /// <summary>Hands in another text for the same document (重新上传).</summary>
    public void Revise(DraftIdentity identity, Act act)
    {
        var next = Next(DraftStep.Revise, act);
        if (identity.Document != Document) throw DraftRefusals.AnotherDocument(Document, identity.Document);

        Describe(identity, act);
        (State, ProposedBy, ProposedAt, DecidedBy, DecidedAt) = (next, null, null, null, null);
    }

    /// <summary>Asks for it to be put in force (提交生效).</summary>
    public void Propose(Act act) =>
        (State, ProposedBy, ProposedAt, Opinion) = (Next(DraftStep.Propose, act), Author(act), act.At, act.Why);

    /// <summary>Puts it in force (生效): never by one who handed it in.</summary>
    public void PutInForce(Act act, string? overHash)
    {
        var next = Next(DraftStep.PutInForce, act);
        Decide(next, act);
        (InForceAs, OverHash) = (Document, overHash);
    }

    /// <summary>Sends it back (退回): never by one who handed it in.</summary>
    public void Return(Act act) => Decide(Next(DraftStep.Return, act), act);

    /// <summary>Takes it back before it was decided (撤回).</summary>
    public void Withdraw(Act act) => (State, Opinion) = (Next(DraftStep.Withdraw, act), act.Why);

    /// <summary>Gives way to a later pack of the same id (被替代).</summary>
    public void Supersede(Act act) => (State, InForceAs) = (Next(DraftStep.Supersede, act), null);

    /// <summary>Taken off because it clashes with the folder (撤下), by an operator when nothing would start.</summary>
    public void TakeOff(Act act) => (State, InForceAs, Opinion) = (Next(DraftStep.TakeOff, act), null, act.Why);

    private void Describe(DraftIdentity identity, Act act)
    {
        (Stem, Document, Title) = (identity.Stem, identity.Document, identity.Title);
        (Place, Effective, Hash) = (identity.Place, identity.Effective, identity.Hash);
        (UploadedBy, UploadedAt) = (Author(act), act.At);
    }

    private void Decide(DraftState next, Act act)
    {
        foreach (var author in Authors) FourEyes.Require(author, act);

        (State, DecidedBy, DecidedAt, Opinion) = (next, Author(act), act.At, act.Why);
    }

    private DraftState Next(DraftStep step, Act act) =>
        May(step) ? Flow.Take(State, step, act) : throw DraftRefusals.NotNow(State, step);

    private static Guid Author(Act act) => act.By.Account ?? throw DraftRefusals.PersonNeeded();
}

/// <summary>One file of a draft pack with its text (草案文件).</summary>
public sealed class DraftFile : Record, IPlaced
{
    public required Guid Id { get; init; }

    public required Guid DraftId { get; init; }

    public required RegionCode Place { get; init; }

    /// <summary>Name with its ending (文件名), without the folder.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }
}

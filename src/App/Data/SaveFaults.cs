using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Data;

/// <summary>Someone else saved the record first (他人已先保存): what they saved, field by field, for the two versions to be compared.</summary>
public sealed class EditConflict(Record mine, IReadOnlyDictionary<string, object?> theirs, int version)
    : Exception("他人已先保存，请核对后再保存。")
{
    public Record Mine { get; } = mine;

    /// <summary>Their values by property name; empty when they removed the record.</summary>
    public IReadOnlyDictionary<string, object?> Theirs { get; } = theirs;

    /// <summary>The version to expect when mine is to be kept all the same.</summary>
    public int Version { get; } = version;
}

/// <summary>The database or the files are in trouble: nothing was saved, and the sentence says what the operator must mend.</summary>
public sealed class StorageTrouble(string sentence, Exception? cause = null) : Exception(sentence, cause);

/// <summary>Turns what a database says of a failed save into what the user is told.</summary>
internal static class SaveFaults
{
    public static async Task<Exception> ExplainAsync(AppDb db, DbUpdateException fault, CancellationToken stop)
    {
        if (fault is DbUpdateConcurrencyException && fault.Entries is [var entry, ..] && entry.Entity is Record mine)
        {
            var stored = await entry.GetDatabaseValuesAsync(stop);
            return stored is null
                ? new EditConflict(mine, new Dictionary<string, object?>(), 0)
                : new EditConflict(mine, stored.Properties.ToDictionary(p => p.Name, p => stored[p]), stored.GetValue<int>(nameof(Record.Version)));
        }

        if (db.Dialect.ViolatedIndex(db.Model, fault) is { } index && RefusalOf(index) is { } refusal) return refusal;
        return db.Dialect.Trouble(fault) is { } sentence ? new StorageTrouble(sentence, fault) : fault;
    }

    // One line per unique index a user can run into.
    private static Refusal? RefusalOf(IIndex index) => (index.DeclaringEntityType.ClrType.Name, index.Properties[0].Name) switch
    {
        (nameof(Core.People.Account), nameof(Core.People.Account.SignInName)) => Core.People.PeopleRefusals.SignInNameTaken(),
        (nameof(Core.People.Organisation), nameof(Core.People.Organisation.Code)) => Core.People.PeopleRefusals.OrganisationCodeTaken(),
        (nameof(Core.Policies.DraftPack), nameof(Core.Policies.DraftPack.InForceAs)) => Core.Policies.DraftRefusals.InForceMeanwhile(),
        (nameof(Core.People.SavedView), _) => Core.People.PeopleRefusals.ViewNameTaken(),
        (nameof(Community), nameof(Community.Code)) => CommunityRefusals.CodeTaken(),
        (nameof(DistinctPair), _) => CommunityRefusals.AlreadyDistinct(),
        (nameof(Building), _) => CommunityRefusals.BuildingTaken(),
        (nameof(Dwelling), _) => CommunityRefusals.RoomTaken(),
        (nameof(PlanSet), _) => ProgrammeRefusals.Taken(),
        (nameof(PlanProject), _) => ProgrammeRefusals.ProjectMatched(),
        (nameof(Project), nameof(Project.Code)) => ProgrammeRefusals.CodeTaken(),
        (nameof(ProjectCommunity), _) => ProgrammeRefusals.CommunityTaken("小区"),
        _ => null,
    };
}

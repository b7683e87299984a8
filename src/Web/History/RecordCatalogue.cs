using Huanxin.App.Data;
using Huanxin.App.Programmes;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;

namespace Huanxin.Web.History;

/// <summary>How records, their fields and their codes are called, feature by feature; tests find what is missing.</summary>
public static class RecordCatalogue
{
    private static readonly Func<string, string?>[] Records = [PeopleLabels.Record, DraftLabels.Record, CommunityLabels.Record, ImportLabels.Record, ProgrammeLabels.Record, KernelLabels.Record, HistoryLabels.Record];

    private static readonly Func<string, string, string?>[] Fields =
        [PeopleLabels.Field, DraftLabels.Field, CommunityFields.Field, ImportLabels.Field, ProgrammeFields.Field, KernelLabels.Field, HistoryLabels.Field];

    private static readonly Dictionary<Type, Func<string, string>> Codes = new()
    {
        [typeof(OrganisationKind)] = Words<OrganisationKind>(PeopleLabels.Of),
        [typeof(Role)] = Words<Role>(PeopleLabels.Of),
        [typeof(DraftState)] = Words<DraftState>(DraftLabels.Label),
        [typeof(DraftKind)] = Words<DraftKind>(DraftLabels.Label),
        [typeof(CommunityState)] = Words<CommunityState>(CommunityLabels.Label),
        [typeof(CommunityKind)] = Words<CommunityKind>(FactLabels.Label),
        [typeof(LandKind)] = Words<LandKind>(FactLabels.Label),
        [typeof(OwnershipKind)] = Words<OwnershipKind>(CommunityLabels.Label),
        [typeof(BuildEvidence)] = Words<BuildEvidence>(CommunityLabels.Label),
        [typeof(StructureKind)] = Words<StructureKind>(CommunityLabels.Label),
        [typeof(ManagementMode)] = Words<ManagementMode>(CommunityLabels.Label),
        [typeof(AreaSource)] = Words<AreaSource>(CommunityLabels.Label),
        [typeof(PlanKind)] = Words<PlanKind>(ProgrammeLabels.Label),
        [typeof(PlanState)] = Words<PlanState>(ProgrammeLabels.Label),
        [typeof(ProjectKind)] = Words<ProjectKind>(ProgrammeLabels.Label),
        [typeof(ProjectBatch)] = Words<ProjectBatch>(ProgrammeLabels.Label),
        [typeof(ProjectState)] = Words<ProjectState>(ProgrammeLabels.Label),
        [typeof(SelectionState)] = Words<SelectionState>(ProgrammeLabels.Label),
        [typeof(QuotaOutcome)] = Words<QuotaOutcome>(ProgrammeLabels.Label),
        [typeof(Answer)] = Words<Answer>(PolicyLabels.Label),
        [typeof(LedgerKind)] = Words<LedgerKind>(ImportLabels.Label),
        [typeof(ImportState)] = Words<ImportState>(ImportLabels.Label),
        [typeof(FactQuality)] = Words<FactQuality>(PolicyLabels.Label),
    };

    // Several words, or several facts, in one column.
    private static readonly Dictionary<(string, string), Func<string, string>> Lists = new()
    {
        [(nameof(Community), nameof(Community.Signs))] = CommunityLabels.Signs,
        [(nameof(Community), nameof(Community.Utilities))] = CommunityLabels.Utilities,
        [(nameof(SelectionLine), nameof(SelectionLine.Facts))] = facts => FactSentences.Of(StoredFacts.Read(facts)),
    };

    // Hashes, keys and stamps: no reader of the history needs them.
    private static readonly HashSet<(string, string)> Secrets =
    [
        (nameof(Account), nameof(Account.PasswordHash)), (nameof(Account), nameof(Account.SecurityStamp)),
        (nameof(Account), nameof(Account.RecoveryCodes)), (nameof(Account), nameof(Account.AuthenticatorKey)),
        (nameof(Passkey), nameof(Passkey.Credential)), (nameof(Passkey), nameof(Passkey.CredentialId)), (nameof(NodeKey), nameof(NodeKey.Xml)),
    ];

    /// <summary>Name of a kind of record; null when nobody named it.</summary>
    public static string? RecordLabel(string type) => Records.Select(of => of(type)).FirstOrDefault(label => label is not null);

    /// <summary>Name of a field; null when nobody named it.</summary>
    public static string? FieldLabel(string type, string property) =>
        Fields.Select(of => of(type, property)).FirstOrDefault(label => label is not null);

    /// <summary>Words of an enumeration; null when nobody gave them.</summary>
    public static Func<string, string>? WordsOf(Type type) => Codes.GetValueOrDefault(type);

    /// <summary>What a column of codes says in words; null where the column is text as it is.</summary>
    public static Func<string, string>? ListOf(string type, string property) => Lists.GetValueOrDefault((type, property));

    public static bool IsSecret(string type, string property) => Secrets.Contains((type, property));

    private static Func<string, string> Words<T>(Func<T, string> label) where T : struct, Enum =>
        code => Enum.TryParse<T>(code, out var value) ? label(value) : code;
}

namespace Huanxin.Web.Ui;

/// <summary>Every address of the product; pages and redirects use these and never a literal.</summary>
public static partial class Links
{
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string SignInCode = "/sign-in/code";
    public const string PasskeyRequest = "/sign-in/passkey/request";
    public const string PasskeySignIn = "/sign-in/passkey";
    public const string PasskeyFailed = "/sign-in?passkey=failed";
    public const string SignOut = "/sign-out";
    public const string MyAccount = "/account";
    public const string MyPassword = "/account/password";
    public const string MyTwoFactor = "/account/two-factor";
    public const string MySessions = "/account/sessions";
    public const string MyPasskeys = "/account/passkeys";
    public const string PasskeyOptions = "/account/passkeys/options";
    public const string PasskeyAdd = "/account/passkeys/new";
    public const string PasskeyNotAdded = "/account/passkeys?failed=true";
    public const string SavedViews = "/saved-views";
    public const string SavedViewRemoval = "/saved-views/{id:guid}/removal";
    public const string ApiDocs = "/api-docs";
    public const string Operations = "/operations";
    public const string Policies = "/policies";
    public const string PolicyValues = "/policies/values";
    public const string PolicyRules = "/policies/rules";
    public const string PolicyResponsibilities = "/policies/responsibilities";
    public const string PolicyCheck = "/policies/check";
    public const string Check = "/check";
    public const string CheckFaults = "/check/faults.xlsx";
    public const string PolicyDrafts = "/policies/drafts";
    public const string PolicyDraftNew = "/policies/drafts/new";
    public const string Design = "/design";
    public const string Icons = "/lib/tabler-icons/icons.svg";

    /// <summary>Files of a record.</summary>
    public static string Files(string type, string key) => $"/files/{type}/{key}";

    /// <summary>One file; the name is for the person who saves it.</summary>
    public static string File(Guid id, string name) => $"/files/{id}/{Uri.EscapeDataString(name)}";

    public static string FileWithdrawal(Guid id) => $"/files/{id}/withdrawal";

    public const string Organisations = "/organisations";
    public const string OrganisationNew = "/organisations/new";
    public const string Accounts = "/accounts";
    public const string AccountNew = "/accounts/new";
    public const string Acts = "/acts";

    public static string Organisation(Guid id) => $"/organisations/{id}";

    public static string OrganisationEdit(Guid id) => $"/organisations/{id}/edit";

    public static string OrganisationClosing(Guid id) => $"/organisations/{id}/closing";

    public static string OrganisationReopening(Guid id) => $"/organisations/{id}/reopening";

    public static string Account(Guid id) => $"/accounts/{id}";

    public static string AccountEdit(Guid id) => $"/accounts/{id}/edit";

    /// <summary>A deed on an account, e.g. “disabling”.</summary>
    public static string AccountDeed(Guid id, string deed) => $"/accounts/{id}/{deed}";

    public static string PostingNew(Guid account) => $"/accounts/{account}/postings/new";

    public static string PostingEnding(Guid account, Guid posting) => $"/accounts/{account}/postings/{posting}/ending";

    /// <summary>Where a workbook of organisations or accounts is uploaded.</summary>
    public static string Import(People.ImportKind kind) => kind == People.ImportKind.Organisations ? "/organisations/import" : "/accounts/import";

    public static string ImportTemplate(People.ImportKind kind) => $"{Import(kind)}/template.xlsx";

    public static string ImportCheck(People.ImportKind kind, Guid upload) => $"{Import(kind)}/{upload}";

    public static string ImportFaults(People.ImportKind kind, Guid upload) => $"{Import(kind)}/{upload}/faults.xlsx";

    public static string ImportCommit(People.ImportKind kind, Guid upload) => $"{Import(kind)}/{upload}/commit";

    /// <summary>Imports of ledgers.</summary>
    public const string LedgerImports = "/communities/imports";
    public const string LedgerImportNew = "/communities/imports/new";

    public static string LedgerTemplate(Core.Communities.LedgerKind kind) => $"{LedgerImports}/template.xlsx?kind={kind}";

    public static string LedgerImport(Guid id) => $"{LedgerImports}/{id}";

    public static string LedgerImportColumns(Guid id) => $"{LedgerImports}/{id}/columns";

    public static string LedgerImportFaults(Guid id) => $"{LedgerImports}/{id}/faults.xlsx";

    public static string LedgerImportConfirm(Guid id) => $"{LedgerImports}/{id}/confirm";

    public static string LedgerImportAbandon(Guid id) => $"{LedgerImports}/{id}/abandoning";

    public static string LedgerImportAbandoned(Guid id) => $"{LedgerImports}/{id}/abandon";

    /// <summary>The records behind a count of its result.</summary>
    public static string LedgerImportRecords(Guid id, Communities.Imports.ImportedPart part) => $"{LedgerImports}/{id}/records?part={part}";

    /// <summary>What it brought in or changed without a fact that is needed.</summary>
    public static string LedgerImportLacking(Guid id, string fact) => $"{LedgerImports}/{id}/records?lacks={fact}";

    /// <summary>The communities it brought in or changed that have a verdict now.</summary>
    public static string LedgerImportJudged(Guid id, Core.Communities.ListedVerdict verdict) => $"{LedgerImports}/{id}/records?verdict={verdict}";

    public static string LedgerImportUndo(Guid id) => $"{LedgerImports}/{id}/undo";

    public static string Act(Guid id) => $"/acts/{id}";

    /// <summary>Who changed a record, when and why.</summary>
    public static string History(string type, object key) => $"/history/{type}/{key}";

    /// <summary>Where to go after signing in: an address of our own, whatever was asked for.</summary>
    public static string Local(string? next) =>
        next is ['/', not ('/' or '\\'), ..] or "/" ? next : Home;

    /// <summary>Signing in again where something was posted without a session: it was not done, and the sign-in page says so.</summary>
    public static string SignInAgain(string next) => $"{SignIn}?next={Uri.EscapeDataString(next)}&lost=true";

    public static string SignInCodeThen(string? next) =>
        next is null ? SignInCode : $"{SignInCode}?next={Uri.EscapeDataString(next)}";

    public static string Policy(string document) => $"{Policies}/{Uri.EscapeDataString(document)}";

    public static string PolicyClause(string document, string clause) => $"{Policy(document)}#{clause}";

    public static string PolicyValue(string name) => $"{PolicyValues}/{Uri.EscapeDataString(name)}";

    public static string PolicyRule(string name) => $"{PolicyRules}/{Uri.EscapeDataString(name)}";

    public static string PolicyDraft(Guid id) => $"{PolicyDrafts}/{id}";

    public static string PolicyDraftRevision(Guid id) => $"{PolicyDraft(id)}/revision";

    public static string PolicyDraftWhatIf(Guid id) => $"{PolicyDraft(id)}/what-if";

    /// <summary>A step of a draft, e.g. “proposal”.</summary>
    public static string PolicyDraftStep(Guid id, string step) => $"{PolicyDraft(id)}/{step}";

    public static string PolicyDraftFile(Guid id, string name) => $"{PolicyDraft(id)}/files/{Uri.EscapeDataString(name)}";

    /// <summary>Where a placeholder of a document is filled in.</summary>
    public static string PolicyFilling(string document, string section, string key, string name) =>
        $"{Policy(document)}/fillings/{section}/{key}/{Uri.EscapeDataString(name)}";

    public static string ForgetView(Guid id) => $"{SavedViews}/{id}/removal";

    public const string Programmes = "/programmes";
    public const string ProgrammeNew = "/programmes/new";
    public const string PlanTargets = "/programmes/targets";
    public const string PlanDifferences = "/programmes/differences";
    public const string Selection = "/programmes/selection";
    public const string Selections = "/programmes/selections";
    public const string Projects = "/projects";
    public const string ProjectNew = "/projects/new";

    public static string Programme(Guid id) => $"{Programmes}/{id}";

    public static string ProgrammeVersion(Guid id, int number) => $"{Programme(id)}?version={number}";

    public static string ProgrammeEdit(Guid id) => $"{Programme(id)}/edit";

    public static string ProgrammeCells(Guid id, int number) => $"{Programme(id)}/versions/{number}/cells";

    /// <summary>A deed on a version, e.g. “issuing”.</summary>
    public static string ProgrammeStep(Guid id, int number, string step) => $"{Programme(id)}/versions/{number}/{step}";

    public static string ProgrammeFile(Guid id, int number, string kind) => $"{Programme(id)}/versions/{number}.{kind}";

    public static string ProgrammeComparison(Guid id, int from, int to) => $"{Programme(id)}/comparison?from={from}&to={to}";

    public static string ProgrammeMilestones(Guid id, int version) => $"{Programme(id)}/milestones?version={version}";

    /// <summary>The projects in the rows of a plan.</summary>
    public static string ProgrammeProjects(Guid id) => $"{Programme(id)}/projects";

    public static string ProgrammeMatching(Guid id) => $"{ProgrammeProjects(id)}/matching";

    public static string ProgrammeUnmatching(Guid id, Guid link) => $"{ProgrammeProjects(id)}/{link}/removal";

    public static string ProgrammeImport(Guid id) => $"{Programme(id)}/import";

    public static string ProgrammeImportCheck(Guid id, Guid upload) => $"{ProgrammeImport(id)}/{upload}";

    public static string ProgrammeImportFaults(Guid id, Guid upload) => $"{ProgrammeImport(id)}/{upload}/faults.xlsx";

    public static string PlanDifferencesOf(string place, int? year) => $"{PlanDifferences}?place={place}&year={year}";

    public static string SelectionFor(string place, int year, string on) => $"{Selection}?place={place}&year={year}&on={on}";

    /// <summary>Only what the policies let in.</summary>
    public static string SelectionFitting(string place, int year, string on) => $"{SelectionFor(place, year, on)}&only=fits";

    public static string SelectionOf(Guid id) => $"{Selections}/{id}";

    public static string SelectionAgain(Guid id) => $"{SelectionOf(id)}?again=true";

    /// <summary>Projects in the plan of a year, or of any.</summary>
    public static string ProjectsPlanned(Core.Kernel.RegionCode place, int? year) =>
        $"{Projects}?state=Planned&place={place}" + (year is { } one ? $"&year.from={one}&year.to={one}" : "");

    public static string Project(Guid id) => $"{Projects}/{id}";

    /// <summary>A new project for a community, named by its code or name.</summary>
    public static string ProjectNewFor(string community) => $"{ProjectNew}?community={Uri.EscapeDataString(community)}";

    public static string ProjectEdit(Guid id) => $"{Project(id)}/edit";

    /// <summary>A deed on a project, e.g. “suspending”.</summary>
    public static string ProjectStep(Guid id, string step) => $"{Project(id)}/{step}";

    public static string ProjectCommunityNew(Guid id) => $"{Project(id)}/communities/new";

    public static string ProjectCommunityRemoval(Guid id, Guid part) => $"{Project(id)}/communities/{part}/removal";

    /// <summary>Where it is said which buildings of a community a project takes.</summary>
    public static string ProjectBuildings(Guid id, Guid part) => $"{Project(id)}/communities/{part}/buildings";

    /// <summary>The same address with another query string; an empty one leaves the bare path.</summary>
    public static string With(string path, string query) => query.Length == 0 ? path : $"{path}?{query}";
}

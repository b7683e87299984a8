using Huanxin.App.Data;
using Huanxin.App.Operations;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Tables;

namespace Huanxin.Web.History;

/// <summary>An act as the list shows it.</summary>
public sealed class ActListRow
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    public required Personal Actor { get; init; }
    public string? SignInName { get; init; }
    public string? NameFingerprint { get; init; }
    public Personal? Giver { get; init; }
    public required string Verb { get; init; }
    public string? Why { get; init; }
    public string? Source { get; init; }
}

/// <summary>The list of acts.</summary>
public sealed class ActTable(AppDb db, ActTrail trail)
{
    public IQueryable<ActListRow> Rows() =>
        from act in trail.Acts()
        join person in db.Accounts on act.AccountId equals (Guid?)person.Id into people
        from account in people.DefaultIfEmpty()
        join lender in db.Accounts on act.OnBehalfOf equals (Guid?)lender.Id into lenders
        from giver in lenders.DefaultIfEmpty()
        select new ActListRow
        {
            Id = act.Id, At = act.At, Actor = act.ActorName, Verb = act.Verb, Why = act.Why, Source = act.Source,
            SignInName = account == null ? null : account.SignInName,
            NameFingerprint = account == null ? null : account.NameFingerprint,
            Giver = giver == null ? null : giver.Name,
        };

    public Table<ActListRow> Columns() => Table.Of("acts", (ActListRow r) => r.Id)
        .Time("at", "时间", r => r.At, Use.Head)
        .Condition(new ConditionColumn<ActListRow>("who", "办理人", WhoOf, use: Use.Search)
        {
            Search = word => Named(db.Cipher.Fingerprint(word)),
        })
        .Code("account", "登录名", r => r.SignInName, Use.Search)
        .Choice("verb", "办理事项", r => r.Verb, [.. VerbCatalogue.All.Select(verb => new Option(verb.Code, verb.Label))])
        .Text("why", "原因", r => r.Why)
        .Condition(new ConditionColumn<ActListRow>("source", "来源", r => HistoryLabels.Source(r.Source), use: Use.Hidden))
        .Usually(r => r.At, isDescending: true);

    /// <summary>A person's name is told in the history to whoever may read it: that is what it is for.</summary>
    public string WhoOf(ActListRow row) => HistoryLabels.Who(db.Cipher.Open(row.Actor), row.Giver is { } giver ? db.Cipher.Open(giver) : null);

    public static void Map(WebApplication app) =>
        app.MapGet(Links.Acts + ".xlsx", (HttpContext http, ActTable acts) => acts.Columns()
            .Answer(acts.Rows(), TableState.Of(http.Request.Query), "办理记录")).WithMetadata(new RequiresAttribute(Permission.ViewHistory));

    private static System.Linq.Expressions.Expression<Func<ActListRow, bool>> Named(string name) => r => r.NameFingerprint == name;
}

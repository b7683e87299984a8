using System.Security.Claims;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;

namespace Huanxin.Web.Security;

/// <summary>
/// The person behind this request: account and rights as the database has them now, so that a disabled account or an ended post
/// counts from the next request on, on every node.
/// </summary>
public sealed class CurrentUser(AppDb db, TimeProvider clock, IHttpContextAccessor http)
{
    public const string AccountClaim = "account";
    public const string StampClaim = "stamp";
    private string? name;

    /// <summary>Null while nobody is signed in.</summary>
    public Account? Account { get; private set; }

    /// <summary>Name of the person's organisation.</summary>
    public string Organisation { get; private set; } = "";

    public Rights Rights { get; private set; } = Rights.None;

    public bool IsSignedIn => Account is not null;

    /// <summary>The person's name in plain text, for their own screen and for what they do.</summary>
    public string Name => name ??= Account is null ? "未登录" : db.Cipher.Open(Account.Name);

    public DateTime Now => new(clock.GetUtcNow().UtcTicks / 10 * 10, DateTimeKind.Utc);

    public DateOnly Today => ChinaTime.DateOf(Now);

    /// <summary>Loads the account of a session; false when the session is over.</summary>
    public async Task<bool> LoadAsync(ClaimsPrincipal principal, CancellationToken stop)
    {
        if (!Guid.TryParse(principal.FindFirstValue(AccountClaim), out var id)) return false;

        var standing = await db.StandingOfAsync(id, Today, stop);
        if (standing is not { Account.IsEnabled: true } || standing.Account.SecurityStamp != principal.FindFirstValue(StampClaim)) return false;

        Become(standing.Account, standing);
        return true;
    }

    /// <summary>Takes on a person who has just proven who they are.</summary>
    public async Task BecomeAsync(Account account, CancellationToken stop) =>
        Become(account, await db.StandingOfAsync(account.Id, Today, stop));

    private void Become(Account account, Standing? standing) =>
        (Account, Organisation, Rights) = (account, standing?.Organisation ?? "", standing?.Rights ?? Rights.None);

    public bool May(Permission permission) => Rights.May(permission);

    /// <summary>Places this person may look into with a permission; queries are scoped by it.</summary>
    public Jurisdiction Over(Permission permission) => Rights.Over(permission);

    /// <summary>An act of this person, now, from this page. Where the right was delegated, it says on whose behalf.</summary>
    public Act Doing(Verb verb, string? why = null, Permission? using_ = null, RegionCode? at = null) => new(
        Guid.CreateVersion7(clock.GetUtcNow()), Now,
        new Actor(Account?.Id, Name, using_ is { } permission && at is { } place ? Rights.OnBehalfOf(permission, place) : null),
        verb, string.IsNullOrWhiteSpace(why) ? null : why.Trim(), Source);

    private string Source
    {
        get
        {
            var request = http.HttpContext?.Request;
            var source = request is null ? "job" : $"{request.Method} {request.Path}";
            return source.Length <= 400 ? source : source[..400];
        }
    }
}

using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Tables;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.People;

/// <summary>An account as the list shows it; name and phone stay sealed until they are shown.</summary>
public sealed class AccountRow : IPlaced
{
    public required Guid Id { get; init; }
    public required string SignInName { get; init; }
    public required Personal Name { get; init; }
    public required string NameFingerprint { get; init; }
    public Personal? Phone { get; init; }
    public string? PhoneFingerprint { get; init; }
    public required string Organisation { get; init; }
    public required RegionCode Place { get; init; }
    public required bool TwoFactor { get; init; }
    public DateTime? LockedUntil { get; init; }
    public DateTime? DisabledAt { get; init; }

    /// <summary>Posts in force, filled in after the page was read.</summary>
    public IReadOnlyList<Role> Roles { get; set; } = [];
}

/// <summary>The list of accounts.</summary>
public sealed class AccountTable(AppDb db, CurrentUser me, PlaceNames names, PersonalReading personal)
{
    private Jurisdiction Where => me.Over(Permission.ViewAccounts);

    public IQueryable<AccountRow> Rows() =>
        from account in db.Accounts.AsNoTracking().Within(Where)
        join organisation in db.Organisations on account.OrganisationId equals organisation.Id
        select new AccountRow
        {
            Id = account.Id, SignInName = account.SignInName, Name = account.Name, NameFingerprint = account.NameFingerprint,
            Phone = account.Phone, PhoneFingerprint = account.PhoneFingerprint, Organisation = organisation.Name, Place = account.Place,
            TwoFactor = account.TwoFactorEnabled, LockedUntil = account.LockedUntil, DisabledAt = account.DisabledAt,
        };

    public Table<AccountRow> Columns() => Table.Of("accounts", (AccountRow r) => r.Id)
        .Code("sign-in-name", "登录名", r => r.SignInName, Use.Head | Use.Search | Use.NoFilter)
        .Condition(new ConditionColumn<AccountRow>("name", "姓名", r => personal.Name(r.Name, r.Place), use: Use.Search)
        {
            Search = word => Found(db.Cipher.Fingerprint(word)),
        })
        .Condition(new ConditionColumn<AccountRow>("phone", "电话", r => personal.Phone(r.Phone, r.Place), use: Use.Search | Use.Hidden)
        {
            Search = word => Called(db.Cipher.Fingerprint(word)),
        })
        .Text("organisation", "所属单位", r => r.Organisation)
        .Condition(PeopleColumns.Place<AccountRow>(names, Where))
        .Condition(RoleColumn())
        .Condition(StateColumn())
        .Condition(new ConditionColumn<AccountRow>("two-factor", "动态口令", r => r.TwoFactor ? "已开启" : "未开启",
            [new Option("on", "已开启"), new Option("off", "未开启")], Use.Hidden)
        {
            Condition = text => text switch { "on" => r => r.TwoFactor, "off" => r => !r.TwoFactor, _ => null },
        })
        .Usually(r => r.SignInName);

    /// <summary>Fills in the posts of the rows of a page.</summary>
    public async Task CompleteAsync(IReadOnlyList<AccountRow> rows)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var today = me.Today;
        var posts = await db.Postings.AsNoTracking()
            .Where(p => ids.Contains(p.AccountId) && p.From <= today && (p.Until == null || p.Until >= today)).ToListAsync();
        var roles = posts.ToLookup(p => p.AccountId, p => p.Role);
        foreach (var row in rows) row.Roles = [.. roles[row.Id].Distinct().Order()];
    }

    public string StateOf(AccountRow row) => PeopleSentences.StateOf(row.DisabledAt, row.LockedUntil, me.Now);

    private ConditionColumn<AccountRow> RoleColumn()
    {
        var today = me.Today;
        return new("role", "岗位", r => string.Join("、", r.Roles.Select(PeopleLabels.Of)),
            [.. Enum.GetValues<Role>().Select(role => new Option(role.ToString(), PeopleLabels.Of(role)))])
        {
            Condition = text => !Enum.TryParse<Role>(text, out var role)
                ? null
                : r => db.Postings.Any(p => p.AccountId == r.Id && p.Role == role && p.From <= today && (p.Until == null || p.Until >= today)),
        };
    }

    private ConditionColumn<AccountRow> StateColumn()
    {
        var now = me.Now;
        return new("state", "状态", StateOf,
            [new Option("enabled", "启用"), new Option("locked", "锁定"), new Option("disabled", "已停用")])
        {
            Condition = text => text switch
            {
                "enabled" => r => r.DisabledAt == null && (r.LockedUntil == null || r.LockedUntil <= now),
                "locked" => r => r.DisabledAt == null && r.LockedUntil > now,
                "disabled" => r => r.DisabledAt != null,
                _ => null,
            },
        };
    }

    private static System.Linq.Expressions.Expression<Func<AccountRow, bool>> Found(string name) => r => r.NameFingerprint == name;

    private static System.Linq.Expressions.Expression<Func<AccountRow, bool>> Called(string phone) => r => r.PhoneFingerprint == phone;
}

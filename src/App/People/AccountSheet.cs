using Huanxin.App.Data;
using Huanxin.App.Exchange;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.People;

/// <summary>Accounts and their posts from a workbook: a known sign-in name changes, a new one opens, the same again changes nothing.</summary>
public sealed class AccountSheet(AppDb db, PlaceNames places)
{
    /// <summary>New accounts at once: each costs the making of a password hash.</summary>
    private const int MostRows = 2000;

    private static readonly FieldSpec SignIn = new("sign-in-name", "登录名", FieldKind.Text, "账户", "用户名", "账号") { IsRequired = true };
    private static readonly FieldSpec Name = new("name", "姓名", FieldKind.Name) { IsRequired = true };
    private static readonly FieldSpec Phone = new("phone", "电话", FieldKind.Text, "手机", "手机号", "联系电话");
    private static readonly FieldSpec Home = new("organisation", "所属单位编码", FieldKind.Text, "单位编码", "所属单位", "工作单位", "单位名称", "单位") { IsRequired = true };
    private static readonly FieldSpec RoleField = new("role", "岗位", FieldKind.Text, "岗位角色", "角色");
    private static readonly FieldSpec Place = new("place", "管辖地", FieldKind.Text, "管辖区划", "管辖范围");

    public static readonly IReadOnlyList<FieldSpec> Fields = [SignIn, Name, Phone, Home, RoleField, Place];

    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(role => PeopleLabels.Of(role));

    /// <summary>What may stand in a column of this code; none where anything may.</summary>
    public static IReadOnlyCollection<string> ChoicesOf(string? field) => field == RoleField.Code ? Roles.Keys : [];

    private sealed record Line(SheetRow Row, string SignIn, string Name, string Phone, string Home, string Role, string Place);

    /// <summary>Puts the rows into the tracker, where a save makes them true, and says what is wrong.</summary>
    public async Task<ImportPlan> PlanAsync(
        SheetBook book, IReadOnlyDictionary<string, string> corrections, ImportRight right, CancellationToken stop)
    {
        var sheet = ImportSheet.Open(book, Fields, corrections);
        if (sheet.Rows.Count > MostRows) throw PeopleRefusals.TooManyAccounts(MostRows);

        var lines = sheet.Rows.Select(row => new Line(
            row, SignInRules.Normal(sheet.Text(row, SignIn)), sheet.Text(row, Name), sheet.Text(row, Phone),
            sheet.Text(row, Home), sheet.Text(row, RoleField), sheet.Text(row, Place))).ToList();
        sheet.RefuseRepeats(lines.Select(line => (line.Row, line.SignIn)), SignIn);
        var names = lines.ConvertAll(line => line.SignIn);
        var codes = lines.Select(line => line.Home).Distinct().ToList();
        var known = await db.Accounts.Where(account => names.Contains(account.SignInName))
            .ToDictionaryAsync(account => account.SignInName, stop);
        var homes = await db.Organisations.Where(organisation => codes.Contains(organisation.Code))
            .ToDictionaryAsync(organisation => organisation.Code, stop);
        var named = await db.Organisations.Where(organisation => codes.Contains(organisation.Name)).ToListAsync(stop);
        foreach (var same in named.Where(one => right.View.Covers(one.Place)).GroupBy(one => one.Name).Where(same => same.Count() == 1)) homes.TryAdd(same.Key, same.Single());

        var met = new HashSet<string>();
        foreach (var line in lines.Where(line => met.Add(line.SignIn)))
        {
            await PutAsync(sheet, line, known.GetValueOrDefault(line.SignIn), homes.GetValueOrDefault(line.Home), right, stop);
        }

        var added = Tracked<Account>(EntityState.Added).Count();
        var changed = Tracked<Account>(EntityState.Modified).Select(account => account.Id)
            .Concat(Tracked<Posting>(EntityState.Added).Select(posting => posting.AccountId))
            .Distinct().Count(id => known.Values.Any(account => account.Id == id));
        return new ImportPlan(sheet, added, changed, lines.Count - added - changed);
    }

    /// <summary>Gives every new account its first password; they are answered once, by sign-in name.</summary>
    public IReadOnlyList<(Account Account, string Password)> SetFirstPasswords()
    {
        var passwords = Tracked<Account>(EntityState.Added).ToList().AsParallel().Select(account => (account, account.SetFirstPassword()));
        return [.. passwords.OrderBy(pair => pair.account.SignInName, StringComparer.Ordinal)];
    }

    private IEnumerable<T> Tracked<T>(EntityState state) where T : class =>
        db.ChangeTracker.Entries<T>().Where(entry => entry.State == state).Select(entry => entry.Entity);

    private async Task PutAsync(
        ImportSheet sheet, Line line, Account? before, Organisation? home, ImportRight right, CancellationToken stop)
    {
        if (!IsSound(sheet, line, before, home, right)) return;

        try
        {
            var account = before ?? new Account { Id = Guid.CreateVersion7(right.Act.At), SignInName = line.SignIn };
            if (before is null)
            {
                if (home!.ClosedOn is not null) throw PeopleRefusals.OrganisationClosed(home.Name);
                account.Describe(db.Cipher.Describing(null, home, line.Name, line.Phone));
                db.Add(account);
            }
            else
            {
                await db.DescribeAsync(account, home!, line.Name, line.Phone.Length == 0 ? null : line.Phone, right.Act.Today, stop);
            }

            if (line.Role.Length > 0) await PostAsync(line, account, home!, before is null, right, stop);
        }
        catch (Refusal refusal)
        {
            sheet.Fault(line.Row, FieldOf(refusal), refusal);
        }
    }

    private async Task PostAsync(
        Line line, Account account, Organisation home, bool isNew, ImportRight right, CancellationToken stop)
    {
        var role = Roles[line.Role];
        var place = line.Place.Length == 0 ? home.Place : places.Find(line.Place) ?? throw PeopleRefusals.PlaceUnknown(line.Place);
        if (!right.Manage.Covers(place)) throw PeopleRefusals.OutsideJurisdiction(places.NameOf(place));
        if (!right.Rights.MayGive(role, place)) throw PeopleRefusals.RoleTooHigh(role);
        if (!isNew && (await db.PostsOfAsync(account.Id, right.Act.Today, stop))
            .Exists(post => post.Role == role && post.Place == place && post.OrganisationId == home.Id)) return;

        db.Add(Posting.Give(right.Act, Guid.CreateVersion7(right.Act.At), account, home, role, place));
    }

    private static bool IsSound(ImportSheet sheet, Line line, Account? before, Organisation? home, ImportRight right)
    {
        var faults = sheet.Faults.All.Count;
        if (line.SignIn.Length > 0 && !SignInRules.IsGoodName(line.SignIn)) sheet.Fault(line.Row, SignIn, PeopleRefusals.BadSignInName());
        if (before is not null && !right.Manage.Covers(before.Place)) sheet.Fault(line.Row, SignIn, PeopleRefusals.SignInNameTaken());
        if (line.Name.Length > 60) sheet.Fault(line.Row, Name, "import.too-long", "不超过 60 个字");
        if (line.Phone.Length > 0 && !AccountRules.IsGoodPhone(line.Phone)) sheet.Fault(line.Row, Phone, PeopleRefusals.BadPhone());
        if (line.Home.Length > 0 && (home is null || !right.Manage.Covers(home.Place)))
        {
            sheet.Fault(line.Row, Home, PeopleRefusals.OrganisationUnknown(line.Home));
        }

        if (line.Role.Length > 0 && !Roles.ContainsKey(line.Role))
        {
            sheet.Fault(line.Row, RoleField, "import.unknown-role", $"应为：{string.Join("、", Roles.Keys)}");
        }

        if (line.Role.Length == 0 && line.Place.Length > 0) sheet.Fault(line.Row, RoleField, "import.no-role", "填写了管辖地，须同时填写岗位");
        return sheet.Faults.All.Count == faults && line.SignIn.Length > 0 && line.Name.Length > 0 && line.Home.Length > 0;
    }

    private static FieldSpec FieldOf(Refusal refusal) => refusal.Code switch
    {
        "organisation.closed" or "account.still-has-posts" => Home,
        "posting.role-too-high" or "posting.own" => RoleField,
        _ => Place,
    };
}

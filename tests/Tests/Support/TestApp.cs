using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace Huanxin.Tests.Support;

/// <summary>The whole application on a database of its own, used through its doors.</summary>
public sealed class TestApp : WebApplicationFactory<CurrentUser>
{
    public const string Password = "correct horse 88";
    private readonly TestDatabase database;
    private readonly Dictionary<string, string> settings = [];

    private Action<IServiceCollection>? more;

    private bool isAlone;

    private TestApp(TestDatabase database) => this.database = database;

    public FixedClock Clock { get; } = FixedClock.OnTheTwentyEighth();

    public TestDatabase Database => database;

    public static async Task<TestApp> StartAsync(params (string Name, string Value)[] settings)
    {
        var app = new TestApp(await TestDatabase.CreateAsync()) { isAlone = true };
        foreach (var (name, value) in settings) app.settings[name] = value;
        return app;
    }

    /// <summary>On a database that is there already and stays when the application goes.</summary>
    public static TestApp StartOn(TestDatabase database) => new(database);

    /// <summary>With some of its services replaced or added, for seams that features fill.</summary>
    public static async Task<TestApp> StartAsync(Action<IServiceCollection> services, params (string Name, string Value)[] settings)
    {
        var app = await StartAsync(settings);
        app.more = services;
        return app;
    }

    /// <summary>A browser: keeps cookies, follows no redirect, so that a test sees each answer.</summary>
    public Browser Open() => new(CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("http://localhost"),
    }));

    /// <summary>A browser in which a person with this role over this place has signed in.</summary>
    public async Task<Browser> SignedInAsync(Role role, RegionCode? place = null, string name = "clerk")
    {
        await HireAsync(name, role, place ?? Given.District);
        var browser = Open();
        await browser.SignInAsync(name, Password);
        return browser;
    }

    /// <summary>An account with a post; its organisation is made when it is not there yet.</summary>
    public async Task<Account> HireAsync(string name, Role role, RegionCode place)
    {
        await using var db = database.Open();
        var organisation = db.Organisations.FirstOrDefault(o => o.Place == place);
        if (organisation is null)
        {
            organisation = Given.Organisation($"org-{place.Prefix}", $"演示单位{place.Prefix}", place);
            db.Add(organisation);
        }

        var account = Given.Account(organisation, name, $"演示·{name}");
        account.SetPassword(new PasswordHasher<Account>().HashPassword(account, Password), "stamp", givenByOther: false);
        db.Add(account);
        db.Add(Posting.Give(Given.Act(PeopleVerbs.GivePosting), Given.Id(), account, organisation, role, place));
        await db.SaveAsync(Given.Act(PeopleVerbs.CreateAccount));
        return account;
    }

    /// <summary>Keeps records in one act.</summary>
    public Task KeepAsync(params Record[] records) => ChangeAsync(db =>
    {
        db.AddRange(records);
        return Task.CompletedTask;
    });

    /// <summary>Changes something in one act, as somebody else would meanwhile.</summary>
    public async Task ChangeAsync(Func<AppDb, Task> change)
    {
        await using var db = database.Open();
        await change(db);
        await db.SaveAsync(Given.Act(PeopleVerbs.ChangeOrganisation));
    }

    /// <summary>Runs something on the application's own services.</summary>
    public async Task<T> AskAsync<T>(Func<AppDb, Task<T>> question)
    {
        await using var db = database.Open();
        return await question(db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.UseSetting("HUANXIN_DATABASE", database.Setting);
        builder.UseSetting("HUANXIN_DATA", database.DataFolder);
        builder.UseSetting("HUANXIN_KEYRING", TestDatabase.KeyringFile);
        builder.UseSetting("HUANXIN_POLICIES", Path.Combine(Checkout.Root, "policies"));
        builder.UseSetting("HUANXIN_RATE_LIMIT", "3000");
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            more?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (isAlone) await database.DisposeAsync();
    }
}

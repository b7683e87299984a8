#pragma warning disable RS0030 // Before the log stands, the operator is told on the console why nothing starts.
using Huanxin.App;
using Huanxin.App.Data;
using Huanxin.App.Data.Sqlite;
using Huanxin.App.Operations;
using Huanxin.App.Policies;
using Huanxin.App.Policies.Drafts;
using Huanxin.App.Security;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Operations;

/// <summary>The way in: builds the application, looks whether it can stand, and says in one sentence why it cannot.</summary>
internal static class Doorstep
{
    private const int Refused = 1;

    // Until it stands, what goes wrong is said here in one sentence, and the host's own report of it would only repeat it at length.
    private static volatile bool isUp;

    public static async Task<int> RunAsync(string[] args, Func<string, WebApplication> build)
    {
        try
        {
            await using var app = build(Settings.FindRoot());
            var settings = app.Services.GetRequiredService<Settings>();
            Keyring.Require(settings.KeyringFile);
            using var alone = await TakeFileAsync(settings);
            // Beside the first look at the database, which takes as long as both; what is wrong with the database is told first.
            var beside = Task.WhenAll(app.Services.GetRequiredService<LiveShelf>().ReadAheadAsync(), Task.Run(() => BuildRoutes(app)));
            await CheckDatabaseAsync(app.Services);
            await beside;
            CheckPolicies(app.Services);
            app.Lifetime.ApplicationStarted.Register(() => isUp = true);
            await app.RunAsync();
            return 0;
        }
        catch (BrokenShelfException fault)
        {
            return Say($"政策库有 {fault.Faults.Count} 处错误，没有启动。请改好政策目录（HUANXIN_POLICIES），用 huanxin policy check 检查后再启动；目录本身没有错误的，是经网页生效的包与它合不上，可用 huanxin policy take-off 代号 撤下：\n{fault.Message}");
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            return Say("端口已被占用，没有启动：请停掉占用它的程序，或用 HUANXIN_URLS 换一个地址，如 HUANXIN_URLS=http://localhost:5081。");
        }
        catch (Exception fault) when (FaultSentences.Of(fault) is { } sentence)
        {
            return Say(sentence);
        }
    }

    // Two systems on one SQLite file would seal and answer past each other; PostgreSQL is made for several.
    private static async Task<SqliteLock?> TakeFileAsync(Settings settings) =>
        settings.Kind == DatabaseKind.Sqlite ? await SqliteLock.TakeAsync(settings.Connection) : null;

    public static void Listen(this WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.UseUrls(settings.Urls);
        // From a checkout compressed files lie in the build's folder; without this they are served empty.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = FormLimits.LargestRequest;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 << 10;
        });
    }

    /// <summary>JSON lines outside development; never SQL, never personal data.</summary>
    public static void LogAsJson(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // It warns that the keys it hands us are plain; NodeKeys seals them before they are kept.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        if (builder.Environment.IsDevelopment()) return;

        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => isUp && level >= LogLevel.Warning);
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
    }

    /// <summary>Believes the proxy in front of us, and asks browsers for TLS, only where the operator said there is one.</summary>
    public static void UseProxy(this WebApplication app, Settings settings)
    {
        if (!settings.BehindProxy) return;

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        // By default only a proxy on this machine is believed; ours may stand on another.
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        app.UseForwardedHeaders(options);
        app.UseHsts();
    }

    // Otherwise the framework builds them anew for each that asks: for the rights, for the addresses.
    private static void BuildRoutes(IEndpointRouteBuilder app)
    {
        Endpoint[] routes = [.. app.DataSources.SelectMany(source => source.Endpoints)];
        app.DataSources.Clear();
        app.DataSources.Add(new DefaultEndpointDataSource(routes));
    }

    private static async Task CheckDatabaseAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await Schema.RequireCurrentAsync(db, CancellationToken.None);

        // What was sealed must open with the keys at hand; otherwise every page with a name on it would fail.
        if (await db.NodeKeys.AsNoTracking().OrderBy(key => key.Id).FirstOrDefaultAsync() is { } sealedKey) db.Cipher.Open(sealedKey.Xml);
    }

    // A folder that is not there, or packs that cannot stand, are told now, not on the first page that asks for them.
    private static void CheckPolicies(IServiceProvider services)
    {
        services.GetRequiredService<RegionList>();
        services.GetRequiredService<LiveShelf>().Now();
    }

    private static int Say(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return Refused;
    }
}

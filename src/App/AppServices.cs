using Huanxin.App.Communities;
using Huanxin.App.Communities.Imports;
using Huanxin.App.Data;
using Huanxin.App.Data.Postgres;
using Huanxin.App.Data.Sqlite;
using Huanxin.App.Files;
using Huanxin.App.Operations;
using Huanxin.App.People;
using Huanxin.App.Policies;
using Huanxin.App.Policies.Drafts;
using Huanxin.App.Programmes;
using Huanxin.App.Security;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Huanxin.App;

/// <summary>The complete list of what App registers; no scanning.</summary>
public static class AppServices
{
    // As many as ask at once; an embedded connection that is kept is taught the functions of the framework once, not for every request.
    private const int KeptContexts = 128;

    public static IServiceCollection AddApp(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Cipher(Keyring.Open(settings.KeyringFile)));
        services.AddDatabase(settings);
        services.AddSingleton(new SealWitness(Path.Combine(settings.DataFolder, "seals.log")));
        services.AddSingleton<Sealer>();
        services.AddSingleton(_ => RegionList.Open(settings.PoliciesFolder));
        services.AddSingleton<ChainCheck>();
        services.TryAddSingleton<IFileStore>(provider => new DiskFileStore(
            settings.FilesFolder, provider.GetRequiredService<Cipher>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<Backup>();
        services.AddScoped<Restore>();
        services.AddSingleton<FileIntake>();
        services.AddScoped<AttachmentIntake>();
        services.AddScoped<FileSweep>();
        services.AddSignInRules();
        services.AddPolicies();
        services.AddSingleton<PlaceNames>();
        services.AddSingleton<RegisterVerdicts>();
        services.AddSingleton<RegisterIndex>();
        services.AddSingleton<CommunityRollup>();
        services.AddScoped<OrganisationSheet>();
        services.AddScoped<AccountSheet>();
        services.AddSingleton<PreparedLedgers>();
        services.AddSingleton<ILedgerInvestments, ProjectInvestments>();
        services.AddScoped<LedgerImport>();
        services.AddScoped<ImportUndo>();
        services.AddSingleton<ImportRunner>();
        return services;
    }

    // The shelf of one request stays the same; the next request may see another that came into force meanwhile.
    private static void AddPolicies(this IServiceCollection services)
    {
        services.AddSingleton<LiveShelf>();
        services.AddScoped(provider => provider.GetRequiredService<LiveShelf>().Now());
        services.AddScoped(provider => PolicyShelf.Of(provider.GetRequiredService<ShelfReading>()));
        services.AddScoped<DraftDesk>();
        services.AddScoped<IDecisionsInForce, SelectionsInForce>();
        services.AddScoped<ICommunitySource, RegisterSource>();
    }

    private static void AddDatabase(this IServiceCollection services, Settings settings)
    {
        if (settings.Kind == DatabaseKind.Sqlite)
        {
            services.AddSingleton(_ => new SqliteDialect(settings.Node));
            services.AddSingleton<Dialect>(provider => provider.GetRequiredService<SqliteDialect>());
            services.AddDbContextPool<AppDb, SqliteDb>(options => UseSqlite(options, settings.Connection), KeptContexts);
        }
        else
        {
            services.AddSingleton(new PostgresDialect(settings.Node));
            services.AddSingleton<Dialect>(provider => provider.GetRequiredService<PostgresDialect>());
            services.AddDbContextPool<AppDb, PostgresDb>(options => options.UseNpgsql(settings.Connection), KeptContexts);
        }
    }

    public static void UseSqlite(DbContextOptionsBuilder options, string file)
    {
        OwnerOnly.Folder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        // A list of ids goes as one parameter: a parameter each would be another statement for every number of them.
        options.UseSqlite(
                new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ConnectionString,
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new SqlitePragmas());
    }
}

using Huanxin.App;
using Huanxin.App.Data;
using Huanxin.App.Data.Sqlite;
using Huanxin.App.Operations;
using Huanxin.App.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Huanxin.Cli;

/// <summary>One command's hold on an installation: its services, its database, and the SQLite file's lock where it needs it alone.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;
    private readonly SqliteLock? alone;

    private Session(Settings settings, Terminal terminal, SqliteLock? alone)
    {
        Settings = settings;
        this.alone = alone;
        services = new ServiceCollection().AddSingleton(terminal.Clock).AddApp(settings).BuildServiceProvider();
        scope = services.CreateAsyncScope();
    }

    public Settings Settings { get; }

    /// <summary>
    /// Beside a running system: reads, and small writes that the database itself puts in line.
    /// Keys are made by <c>migrate</c> alone: anything sealed with keys made by mistake could not be opened elsewhere.
    /// </summary>
    public static Session Open(Terminal terminal) => new(WithKeys(terminal.ReadSettings()), terminal, null);

    /// <summary>As the only process on a SQLite file; PostgreSQL does its own locking.</summary>
    public static Session OpenAlone(Terminal terminal) => ForChange(terminal, WithKeys(terminal.ReadSettings()));

    /// <summary>As above, but keys and structure may still be missing: for commands that make them.</summary>
    public static Session ForChange(Terminal terminal, Settings settings) =>
        new(settings, terminal, settings.Kind == DatabaseKind.Sqlite ? SqliteLock.Take(settings.Connection) : null);

    private static Settings WithKeys(Settings settings)
    {
        Keyring.Require(settings.KeyringFile);
        return settings;
    }

    /// <summary>The database, after making sure that it fits the program.</summary>
    public async Task<AppDb> DbAsync(CancellationToken stop)
    {
        var db = Get<AppDb>();
        await Schema.RequireCurrentAsync(db, stop);
        return db;
    }

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
        alone?.Dispose();
    }
}

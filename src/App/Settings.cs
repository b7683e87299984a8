using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Huanxin.App;

/// <summary>A setting is unknown or cannot be used; the message is one Chinese sentence for the operator.</summary>
public sealed class SettingsFault(string sentence) : Exception(sentence);

/// <summary>Which database the installation stands on.</summary>
public enum DatabaseKind { Sqlite, Postgres }

/// <summary>The installation's settings, read once from HUANXIN_… (docs/operations.md lists them).</summary>
public sealed record Settings
{
    private const string Prefix = "HUANXIN_";
    private static readonly string[] Known =
        ["DATABASE", "DATA", "URLS", "POLICIES", "NODE", "BEHIND_PROXY", "RATE_LIMIT", "KEYRING", "OTLP", "MAP_TILES"];

    public required DatabaseKind Kind { get; init; }

    /// <summary>File path (SQLite) or connection string (PostgreSQL).</summary>
    public required string Connection { get; init; }

    /// <summary>Folder of files, keys and, by default, the SQLite database.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder of the policy packs.</summary>
    public required string PoliciesFolder { get; init; }

    /// <summary>Name of this node in acts, logs and metrics.</summary>
    public required string Node { get; init; }

    /// <summary>True when a trusted proxy in front of us sets X-Forwarded-….</summary>
    public bool BehindProxy { get; init; }

    /// <summary>Requests a minute that one address may make to sign-in and public pages.</summary>
    public int RateLimit { get; init; } = 60;

    /// <summary>File of the keyring, outside the database.</summary>
    public required string KeyringFile { get; init; }

    /// <summary>Address of an OpenTelemetry collector; empty sends nothing.</summary>
    public string? Otlp { get; init; }

    /// <summary>Address pattern of the tiles under maps, with {z}, {x} and {y}; null shows points on plain paper.</summary>
    public string? MapTiles { get; init; }

    /// <summary>Addresses to listen on.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    public string FilesFolder => Path.Combine(DataFolder, "files");

    /// <summary>Reads the settings; raises <see cref="SettingsFault"/> with every fault in one sentence.</summary>
    public static Settings Read(IConfiguration configuration, string root)
    {
        var unknown = configuration.AsEnumerable()
            .Select(pair => pair.Key)
            .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal) && !Known.Contains(key[Prefix.Length..]))
            .ToList();
        if (unknown.Count > 0)
        {
            throw new SettingsFault(
                $"不认识的设置：{string.Join("、", unknown)}。可用的设置有：{string.Join("、", Known.Select(name => Prefix + name))}。");
        }

        var data = Path.GetFullPath(Value("DATA") ?? Path.Combine(root, "data"));
        var (kind, connection) = Database(Value("DATABASE") ?? $"sqlite:{Path.Combine(data, "huanxin.db")}");
        return new Settings
        {
            Kind = kind,
            Connection = connection,
            DataFolder = data,
            PoliciesFolder = Path.GetFullPath(Value("POLICIES") ?? Path.Combine(root, "policies")),
            Node = Value("NODE") ?? Environment.MachineName,
            BehindProxy = Flag("BEHIND_PROXY"),
            RateLimit = Count("RATE_LIMIT", 60),
            KeyringFile = Value("KEYRING") ?? Path.Combine(data, "keys", "keyring.json"),
            Otlp = Value("OTLP"),
            MapTiles = Tiles(Value("MAP_TILES")),
            Urls = Value("URLS") ?? "http://localhost:5080",
        };

        string? Value(string name) => configuration[Prefix + name] is { Length: > 0 } value ? value : null;
        bool Flag(string name) => Value(name) switch
        {
            null or "0" => false,
            "1" => true,
            var other => throw new SettingsFault($"设置 {Prefix}{name} 只能是 0 或 1，现在是“{other}”。"),
        };
        int Count(string name, int otherwise) => Value(name) is not { } text ? otherwise
            : int.TryParse(text, out var count) && count > 0 ? count
            : throw new SettingsFault($"设置 {Prefix}{name} 须为正整数，现在是“{text}”。");
    }

    private static string? Tiles(string? pattern) => pattern is null
        || (Uri.TryCreate(pattern, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            && pattern.Contains("{z}", StringComparison.Ordinal) && pattern.Contains("{x}", StringComparison.Ordinal)
            && pattern.Contains("{y}", StringComparison.Ordinal) && !pattern.Any(c => char.IsWhiteSpace(c) || c is ';' or ',' or '\'' or '"'))
        ? pattern
        : throw new SettingsFault(
            $"设置 {Prefix}MAP_TILES 须为含 {{z}}、{{x}}、{{y}} 的网址，例如 https://tiles.example.cn/{{z}}/{{x}}/{{y}}.png，现在是“{pattern}”。");

    /// <summary>Reads “sqlite:PATH” or “postgres:CONNECTION”.</summary>
    public static (DatabaseKind Kind, string Connection) Database(string value) => value.Split(':', 2) switch
    {
        ["sqlite", { Length: > 0 } path] => (DatabaseKind.Sqlite, Path.GetFullPath(path)),
        ["postgres", { Length: > 0 } connection] when IsConnection(connection) => (DatabaseKind.Postgres, connection),
        _ => throw new SettingsFault(
            "数据库须写成 sqlite:文件路径 或 postgres:连接串（如 postgres:Host=127.0.0.1;Database=huanxin;Username=huanxin）。"),
    };

    /// <summary>Folder of the installation: the nearest one above the program that holds policies/, or the current one.</summary>
    public static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "policies"))) folder = folder.Parent;
        return folder?.FullName ?? Directory.GetCurrentDirectory();
    }

    // The driver judges its own notation, and says no with an exception.
    private static bool IsConnection(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

#pragma warning disable RS0030 // The console and the environment are read here and handed on; nowhere else.
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Huanxin.App;
using Huanxin.Core.Kernel;
using Microsoft.Extensions.Configuration;

namespace Huanxin.Cli;

/// <summary>What a command line is run with: where it writes, its settings, who sits at it, and the clock.</summary>
public sealed class Terminal(TextWriter output, TextWriter error, IConfiguration environment, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public TimeProvider Clock { get; } = clock;

    /// <summary>Exceptions come to Main, which explains them; Ctrl-C lets a transaction roll back.</summary>
    public InvocationConfiguration Invocation { get; } =
        new() { Output = output, Error = error, EnableDefaultExceptionHandler = false };

    public static Terminal OfThisProcess() =>
        new(Console.Out, Console.Error, new ConfigurationBuilder().AddEnvironmentVariables().Build(), TimeProvider.System);

    /// <summary>Progress of long work, one line a step.</summary>
    public IProgress<string> Progress { get; } = new Steps(error);

    /// <summary>The installation's settings, with another database where one is named.</summary>
    public Settings ReadSettings(string? database = null)
    {
        var settings = Settings.Read(environment, Settings.FindRoot());
        if (database is null) return settings;

        var (kind, connection) = Settings.Database(database);
        return settings with { Kind = kind, Connection = connection };
    }

    /// <summary>Result, for people or for a machine.</summary>
    public void Say(string line) => output.WriteLine(line);

    public void SayJson(object value) => output.WriteLine(JsonSerializer.Serialize(value, Json));

    /// <summary>What is going on, and what went wrong.</summary>
    public void Complain(string line) => error.WriteLine(line);

    /// <summary>An act of the person at this terminal.</summary>
    public Act Doing(Verb verb, string why)
    {
        var now = Clock.GetUtcNow();
        // On a server the command runs as the service's user; who called it is told by sudo.
        var person = environment["SUDO_USER"] is { Length: > 0 } caller ? caller : Environment.UserName;
        return new Act(Guid.CreateVersion7(now), now.UtcDateTime, Actor.Process($"命令行:{person}"), verb, why, "cli");
    }

    private sealed class Steps(TextWriter error) : IProgress<string>
    {
        public void Report(string value) => error.WriteLine($"· {value}");
    }
}

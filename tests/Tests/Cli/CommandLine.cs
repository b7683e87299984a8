using System.Diagnostics;
using Huanxin.Cli;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Cli;

/// <summary>What a command said and how it ended.</summary>
public sealed record CommandResult(int Code, string Output, string Error)
{
    /// <summary>The one sentence of a refusal, progress aside; fails when there is more than one line or a stack trace.</summary>
    public string Sentence => Assert.Single(
        Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => !line.StartsWith('·'));
}

/// <summary>The command line on an installation of its own, in this process or, where it is to be hurt, in one of its own.</summary>
public sealed class CommandLine(TestDatabase database)
{
    private readonly Dictionary<string, string?> settings = new()
    {
        ["HUANXIN_DATABASE"] = database.Setting,
        ["HUANXIN_DATA"] = database.DataFolder,
        ["HUANXIN_KEYRING"] = TestDatabase.KeyringFile,
        ["HUANXIN_NODE"] = "test",
    };

    public FixedClock Clock { get; } = FixedClock.OnTheTwentyEighth();

    public CommandLine With(string setting, string? value)
    {
        settings[setting] = value;
        return this;
    }

    public async Task<CommandResult> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var environment = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var code = await Huanxin.Cli.Program.RunAsync(words, new Terminal(output, error, environment, Clock), TestContext.Current.CancellationToken);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    public async Task<CommandResult> DoneAsync(params string[] words)
    {
        var result = await RunAsync(words);
        Assert.True(result.Code == ExitCode.Done, result.Error);
        return result;
    }

    public async Task<CommandResult> RefusedAsync(params string[] words)
    {
        var result = await RunAsync(words);
        Assert.True(result.Code == ExitCode.Refused, $"{result.Code}: {result.Output}{result.Error}");
        return result;
    }

    /// <summary>As a process of its own; <paramref name="shell"/> comes before it, e.g. a limit.</summary>
    public Process Start(string shell, params string[] words)
    {
        // artifacts/bin/Tests/debug/ -> artifacts/bin/Cli/debug/: with its own dependencies, as operators run it.
        var ours = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(ours.Parent!.Parent!.FullName, "Cli", ours.Name, "Huanxin.Cli.dll");
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"{shell} exec \"$@\"");
        foreach (var word in (string[])["bash", "dotnet", program, .. words]) start.ArgumentList.Add(word);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public async Task<CommandResult> RunChildAsync(string shell, params string[] words)
    {
        using var child = Start(shell, words);
        var output = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(child.ExitCode, await output, await error);
    }
}

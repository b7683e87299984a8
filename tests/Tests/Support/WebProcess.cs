using System.Diagnostics;
using Xunit;

namespace Huanxin.Tests.Support;

/// <summary>The system as a process of its own that is expected not to stay: what it says to the operator and how it ends.</summary>
public static class WebProcess
{
    public static async Task<(int Code, string Said)> RefusedAsync(TestDatabase database, params (string Name, string Value)[] settings)
    {
        var start = On(database, [("HUANXIN_URLS", "http://127.0.0.1:0"), .. settings]);
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        await using var end = limit.Token.Register(() => process.Kill());
        var logging = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        // The host's own report, with its stack trace, would only repeat the sentence at length.
        Assert.DoesNotContain("Hosting failed to start", await logging);
        return (process.ExitCode, said.Trim());
    }

    /// <summary>How it is started on this database; what it logs is redirected.</summary>
    public static ProcessStartInfo On(TestDatabase database, params IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Huanxin.Web.dll")])
        {
            RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["HUANXIN_DATABASE"] = database.Setting;
        start.Environment["HUANXIN_DATA"] = database.DataFolder;
        start.Environment["HUANXIN_KEYRING"] = TestDatabase.KeyringFile;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return start;
    }
}

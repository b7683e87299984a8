using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Huanxin.Doors;

/// <summary>The product as a process of its own on a free loopback port; ended by its process id.</summary>
internal sealed class Server : IAsyncDisposable
{
    // What an operator starts is what bin/publish made; without it, what was built with the bench.
    private static readonly string? Published = Environment.GetEnvironmentVariable("BENCH_PRODUCT");
    private static readonly string Product = Published ?? AppContext.BaseDirectory;
    private readonly Process process;

    private Server(Process process, Uri address, TimeSpan toFirstPage) =>
        (this.process, Address, ToFirstPage) = (process, address, toFirstPage);

    /// <summary>Which form of the product is measured.</summary>
    public static string Form => Published is null ? "as built" : "as published";

    /// <summary>A folder in which the bench itself stands on the product as it was published; the one it was built in where there is none.</summary>
    public static string FolderOfBench()
    {
        if (Published is null) return AppContext.BaseDirectory;

        var folder = Directory.CreateTempSubdirectory("huanxin-bench-program-").FullName;
        foreach (var from in (string[])[AppContext.BaseDirectory, Published])
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(folder, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
            }
        }

        return folder;
    }

    public Uri Address { get; }

    public TimeSpan ToFirstPage { get; }

    /// <summary>Processor time it has used so far; unlike a rate it says the same on a busy machine.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 >> 20;
        }
    }

    public static async Task<Server> StartAsync(Ground ground, string database)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var root = Root(new DirectoryInfo(AppContext.BaseDirectory));
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
        {
            ArgumentList = { Path.Combine(Product, "Huanxin.Web.dll") },
            WorkingDirectory = Product, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["HUANXIN_DATABASE"] = database, ["HUANXIN_DATA"] = ground.Folder, ["HUANXIN_URLS"] = address.ToString(),
                ["HUANXIN_RATE_LIMIT"] = "1000000", ["HUANXIN_POLICIES"] = Path.Combine(root, "policies"), ["ASPNETCORE_ENVIRONMENT"] = "Production",
            },
        };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) Console.Error.WriteLine(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address };
        while (!await AnswersAsync(client))
        {
            if (process.HasExited) throw new InvalidOperationException($"the product ended with {process.ExitCode}");
            await Task.Delay(20);
        }

        return new Server(process, address, watch.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/sign-in")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root(DirectoryInfo? folder) =>
        File.Exists(Path.Combine(folder!.FullName, "Huanxin.slnx")) ? folder.FullName : Root(folder.Parent);
}

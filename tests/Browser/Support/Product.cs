using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Huanxin.Browser.Support;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Product))]

namespace Huanxin.Browser.Support;

/// <summary>The product as a newcomer starts it, on a scratch folder with the demo loaded, and Debian's Chromium before it.</summary>
public sealed class Product : IAsyncLifetime
{
    public const string DemoPassword = "Huanxin-demo-1";
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("huanxin-browser-").FullName;
    private readonly string address = $"http://localhost:{FreePort()}";
    private readonly string root = Root(new DirectoryInfo(AppContext.BaseDirectory));
    private readonly ConcurrentDictionary<string, Task<string>> sessions = new();
    private Process? server;
    private IPlaywright? playwright;
    private IBrowser? chromium;

    public string Address => address;

    public IBrowser Chromium => chromium!;

    public async ValueTask InitializeAsync()
    {
        await RunAsync("Cli", root, "migrate");
        await RunAsync("Cli", root, "demo");
        await ImportAsync();
        server = Start("Web", Path.Combine(root, "src", "Web"));
        using var client = new HttpClient();
        while (!await AnswersAsync(client))
        {
            if (server.HasExited) throw new InvalidOperationException($"the product ended with {server.ExitCode}");
            await Task.Delay(50);
        }

        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.CloseAsync();
        playwright?.Dispose();
        server?.Kill();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A fresh window: no cookies, Chinese, of that width; with scripts unless said otherwise.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, bool scripts = true, string? session = null)
    {
        var context = await Chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address, Locale = "zh-CN", JavaScriptEnabled = scripts, StorageState = session,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        return await context.NewPageAsync();
    }

    /// <summary>A window in which the person has signed in by hand.</summary>
    public async Task<IPage> SignedInAsync(string name, int width = 1280, bool scripts = true)
    {
        var page = await OpenAsync(width, scripts);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("登录名").FillAsync(name);
        await page.Locator("input[type=password]").FillAsync(DemoPassword);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "登录", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "我的工作" }).WaitForAsync();
        return page;
    }

    /// <summary>A page as that person sees it (nobody for an empty name), reached by the links of those forms.</summary>
    public async Task<IPage> VisitAsync(string path, string name, string follow = "", int width = 1280)
    {
        var page = await OpenAsync(width, session: name.Length == 0 ? null : await SessionAsync(name));
        await page.GotoAsync(path);
        foreach (var form in follow.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await page.GotoAsync(await FirstLinkAsync(page, form));
        }

        return page;
    }

    // The demo brings its communities without a ledger; the pages of an import need one.
    private async Task ImportAsync()
    {
        var ledger = Path.Combine(folder, "台账.csv");
        await File.WriteAllTextAsync(ledger, "小区名称,户数,备注\n海景花园,320,测试数据\n");
        await RunAsync("Cli", root, "import", "ledger", ledger, "--place", "371002", "--accept-doubts", "测试数据");
    }

    private static async Task<string> FirstLinkAsync(IPage page, string form)
    {
        var shape = new Regex("^" + Regex.Escape(form).Replace("\\*", "[^/?#]+", StringComparison.Ordinal) + "(\\?|$)");
        foreach (var link in await page.Locator("main a[href]").AllAsync())
        {
            if (await link.GetAttributeAsync("href") is { } href && shape.IsMatch(href)) return href;
        }

        throw new InvalidOperationException($"{page.Url} has no link like {form}");
    }

    // One sign-in a person: sessions are shared by the windows of all tests that only look.
    private Task<string> SessionAsync(string name) => sessions.GetOrAdd(name, async who =>
    {
        var page = await SignedInAsync(who);
        var session = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return session;
    });

    private async Task RunAsync(string project, string where, params string[] words)
    {
        using var process = Start(project, where, words);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{project} {string.Join(' ', words)} ended with {process.ExitCode}");
    }

    private Process Start(string project, string where, params string[] words)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var file = Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, $"Huanxin.{project}.dll");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = where, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["HUANXIN_DATABASE"] = "sqlite:" + Path.Combine(folder, "huanxin.db"), ["HUANXIN_DATA"] = folder, ["HUANXIN_URLS"] = address,
                ["HUANXIN_POLICIES"] = Path.Combine(root, "policies"), ["HUANXIN_RATE_LIMIT"] = "100000", ["ASPNETCORE_ENVIRONMENT"] = "Production",
            },
        };
        start.ArgumentList.Add(file);
        foreach (var word in words) start.ArgumentList.Add(word);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) Console.Error.WriteLine(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync(address + "/health/ready")).IsSuccessStatusCode;
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

    private static string Root(DirectoryInfo? place) =>
        File.Exists(Path.Combine(place!.FullName, "Huanxin.slnx")) ? place.FullName : Root(place.Parent);
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Huanxin.Tests.Support;

/// <summary>The system as a process of its own on a free port of this machine, so that a test can end it as a power cut would.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly Uri address;

    private WebServer(Process process, Uri address) => (this.process, this.address) = (process, address);

    public static async Task<WebServer> StartAsync(TestDatabase database)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var start = WebProcess.On(database,
            [("HUANXIN_POLICIES", Path.Combine(Checkout.Root, "policies")), ("HUANXIN_URLS", address.ToString()), ("HUANXIN_RATE_LIMIT", "3000")]);
        var server = new WebServer(Process.Start(start)!, address);
        server.process.BeginOutputReadLine();
        using var client = new HttpClient();
        while (!await AnswersAsync(client, address))
        {
            Assert.False(server.process.HasExited, "the system ended before its first page");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return server;
    }

    public Browser Open() => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address });

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address)
    {
        try
        {
            return (await client.GetAsync(new Uri(address, "/sign-in"), TestContext.Current.CancellationToken)).IsSuccessStatusCode;
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
}

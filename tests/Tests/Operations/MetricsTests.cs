using System.Net;
using Huanxin.App;
using Huanxin.Tests.Support;
using Huanxin.Web.Operations;
using Xunit;

namespace Huanxin.Tests.Operations;

public sealed class MetricsTests
{
    [Fact]
    public async Task Meters_are_sent_to_the_collector_that_was_set()
    {
        using var collector = new HttpListener();
        var address = Listen(collector);
        var received = collector.GetContextAsync();

        await using (var app = await TestApp.StartAsync(("HUANXIN_OTLP", address)))
        {
            using var browser = app.Open();
            await browser.SubmitAsync("/sign-in", new { Form__Name = "nobody", Form__Password = "wrong" });
            var stopping = app.DisposeAsync().AsTask();
            var request = await received.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            using var body = new StreamReader(request.Request.InputStream, System.Text.Encoding.Latin1);
            var text = await body.ReadToEndAsync(TestContext.Current.CancellationToken);
            request.Response.Close();
            await stopping;

            Assert.Equal("/v1/metrics", request.Request.Url!.AbsolutePath);
            Assert.Contains("huanxin.acts", text, StringComparison.Ordinal);
            Assert.Contains("http.server.request.duration", text, StringComparison.Ordinal);
            Assert.DoesNotContain("nobody", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_address_that_is_none_stops_the_start_with_a_sentence()
    {
        var settings = new Settings
        {
            Kind = DatabaseKind.Sqlite, Connection = "x", DataFolder = "x", PoliciesFolder = "x", Node = "x", KeyringFile = "x", Otlp = "collector",
        };

        Assert.Contains("HUANXIN_OTLP", Assert.Throws<SettingsFault>(() => new ServiceCollection().AddMetrics(settings)).Message);
    }

    private static string Listen(HttpListener listener)
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        return $"http://127.0.0.1:{port}";
    }
}

using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Huanxin.Doors;

/// <summary>A list of 50 rows, filtered and sorted, beside an empty static-rendered page, 50 readers in parallel.</summary>
internal static partial class Pages
{
    private const int Readers = 50;
    private const string Empty = "/health/page";
    private const string List = "/organisations?kind=Street&sort=-code&page=3";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);
    private const int Rounds = 3;

    public static async Task RunAsync(Ground ground)
    {
        foreach (var (name, setting) in ground.Databases)
        {
            await using var server = await Server.StartAsync(ground, setting);
            using var client = await SignedInAsync(server.Address);
            await CompareAsync(client, server, $"pages, {name}", List);
        }
    }

    public static Task CompareAsync(HttpClient client, Server server, string name, string list) => CompareAsync(client, server, name, _ => list);

    /// <param name="list">The address of the list for the so-manieth request.</param>
    public static async Task CompareAsync(HttpClient client, Server server, string name, Func<int, string> list)
    {
        Console.WriteLine($"{name}, {Readers} in parallel (target: list ≥ 0.40 of empty, p99 ≤ 250 ms)");
        await LoadAsync(server, client, _ => Empty, WarmUp / 2);
        await LoadAsync(server, client, list, WarmUp / 2);
        for (var round = 0; round < Rounds; round++)
        {
            var (empty, one) = (await LoadAsync(server, client, _ => Empty, Measured), await LoadAsync(server, client, list, Measured));
            Console.WriteLine($"  empty {empty}   list {one}   ratio {one.Rate / empty.Rate:0.00}, of processor time {empty.Cpu / one.Cpu:0.00}   "
                + $"{server.Megabytes} MB");
        }
    }

    private static async Task<Load> LoadAsync(Server server, HttpClient client, Func<int, string> path, TimeSpan time)
    {
        var asked = 0;
        var cpu = server.Cpu;
        var watch = Stopwatch.StartNew();
        var readers = Enumerable.Range(0, Readers).Select(async _ =>
        {
            var times = new List<double>();
            while (watch.Elapsed < time)
            {
                var begun = watch.Elapsed;
                var address = path(Interlocked.Increment(ref asked));
                using var answer = await client.GetAsync(address);
                if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{address} answered {answer.StatusCode}");
                await answer.Content.CopyToAsync(Stream.Null);
                times.Add((watch.Elapsed - begun).TotalMilliseconds);
            }

            return times;
        });
        var all = (await Task.WhenAll(readers)).SelectMany(times => times).Order().ToList();
        return new Load(all.Count / watch.Elapsed.TotalSeconds, all[(int)(all.Count * 0.99)], (server.Cpu - cpu).TotalMilliseconds / all.Count);
    }

    public static async Task<HttpClient> SignedInAsync(Uri address)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = Readers })
        {
            BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan,
        };
        var page = await client.GetStringAsync("/sign-in");
        var token = Token().Match(page).Groups[1].Value;
        using var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["__RequestVerificationToken"] = token, ["Form.Name"] = "bench", ["Form.Password"] = Ground.Password,
        }));
        if (answer.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"sign-in answered {answer.StatusCode}");
        return client;
    }

    // Requests a second, the slowest hundredth, processor time of the server for one request.
    private readonly record struct Load(double Rate, double P99, double Cpu)
    {
        public override string ToString() => $"{Rate,6:0}/s p99 {P99,4:0} ms cpu {Cpu,5:0.00} ms";
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}

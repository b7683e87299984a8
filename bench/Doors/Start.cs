namespace Huanxin.Doors;

/// <summary>From nothing to the first page, and what it holds when idle.</summary>
internal static class Start
{
    private const int Rounds = 3;

    public static async Task RunAsync(Ground ground)
    {
        Console.WriteLine($"start to first page, {Server.Form} (target ≤ 2 s), idle memory (target ≤ 200 MB)");
        for (var round = 0; round < Rounds; round++)
        {
            await using var server = await Server.StartAsync(ground, ground.Databases[0].Setting);
            await Task.Delay(TimeSpan.FromSeconds(3));
            Console.WriteLine($"  {server.ToFirstPage.TotalSeconds:0.00} s   {server.Megabytes} MB");
        }
    }
}

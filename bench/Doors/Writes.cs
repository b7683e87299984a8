using System.Diagnostics;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Doors;

/// <summary>A durable insert through SaveAsync (record, act, change, proof) beside a bare insert of the record alone.</summary>
internal static class Writes
{
    private const int Rows = 400;
    private const int Rounds = 3;

    public static async Task RunAsync(Ground ground)
    {
        foreach (var (name, setting) in ground.Databases)
        {
            Console.WriteLine($"durable inserts a second, {name}, one after another");
            for (var round = 0; round < Rounds; round++)
            {
                var bare = await RateAsync(i => BareAsync(ground, setting, $"bare-{round}-{i}"));
                var saved = await RateAsync(i => SaveAsync(ground, setting, $"saved-{round}-{i}"));
                Console.WriteLine($"  bare {bare,6:0}   SaveAsync {saved,6:0}   ratio {saved / bare:0.00}");
            }
        }
    }

    private static async Task<double> RateAsync(Func<int, Task> insert)
    {
        for (var i = 0; i < Rows / 10; i++) await insert(-1 - i);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Rows; i++) await insert(i);
        return Rows / watch.Elapsed.TotalSeconds;
    }

    private static async Task SaveAsync(Ground ground, string setting, string code)
    {
        await using var db = ground.Open(setting);
        db.Add(Ground.Organisation(code));
        await db.SaveAsync(Ground.Act(PeopleVerbs.CreateOrganisation));
    }

    private static async Task BareAsync(Ground ground, string setting, string code)
    {
        await using var db = ground.Open(setting);
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var id = setting.StartsWith("sqlite", StringComparison.Ordinal)
            ? $"'{Guid.CreateVersion7().ToString().ToUpperInvariant()}'" : $"'{Guid.CreateVersion7()}'";
        command.CommandText =
            $"""INSERT INTO organisations ("Id","Code","Name","Kind","Place","OtherPlaces","Version") VALUES ({id},'{code}','bare','Street','3710','',1)""";
        await command.ExecuteNonQueryAsync();
    }
}

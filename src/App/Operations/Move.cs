using Huanxin.App.Data;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Operations;

/// <summary>Copies a whole database into an empty one of either kind and compares both, table by table, before it is made true.</summary>
public static class Move
{
    /// <summary>Moves the rows and answers count and hash of each table, equal on both sides. The source is only read.</summary>
    public static async Task<IReadOnlyList<(string Table, TableSum Sum)>> RunAsync(
        AppDb source, AppDb target, Act act, IProgress<string> progress, CancellationToken stop)
    {
        await Tables.PrepareEmptyAsync(target, stop);
        await using var snapshot = await Snapshot.TakeAsync(source, stop);
        await using var filling = await Filling.BeginAsync(target, stop);
        var sums = new List<(string, TableSum)>();
        foreach (var (from, to) in Tables.InOrder(source.Model).Zip(Tables.InOrder(target.Model)))
        {
            progress.Report($"表 {from.Name}");
            var cells = Cell.Of(from);
            using var lines = new RowLines(cells);
            await filling.WriteAsync(to, Cell.Of(to), Hashed(lines, snapshot.Rows(from, cells)), stop);
            var (sent, arrived) = (lines.Sum(), filling.Sum(to, Cell.Of(to)));
            if (sent != arrived) throw OperationsRefusals.MoveDiffers(from.Name, sent.Rows, arrived.Rows);

            sums.Add((from.Name, sent));
        }

        await filling.CommitAsync(act, stop);
        return sums;
    }

    private static IEnumerable<object?[]> Hashed(RowLines lines, IEnumerable<object?[]> rows)
    {
        foreach (var row in rows)
        {
            lines.Add(row);
            yield return row;
        }
    }
}

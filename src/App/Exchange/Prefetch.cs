using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Huanxin.App.Exchange;

/// <summary>Reads ahead on another core while what was read is being worked on.</summary>
internal static class Prefetch
{
    private const int Ahead = 2;

    /// <param name="items">Asked for by one thread after the other, never by two at once.</param>
    public static IAsyncEnumerable<IReadOnlyList<T>> InChunks<T>(IAsyncEnumerable<T> items, int size, CancellationToken stop) =>
        OfAsync<IReadOnlyList<T>>(items.Chunk(size), stop);

    /// <param name="items">Large ones, such as the rows of a batch: each is handed from one core to the other.</param>
    public static async IAsyncEnumerable<T> OfAsync<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var read = Channel.CreateBounded<T>(Ahead);
        var reading = Task.Run(() => ReadAsync(items, read.Writer, over.Token), CancellationToken.None);
        try
        {
            await foreach (var item in read.Reader.ReadAllAsync(stop)) yield return item;
        }
        finally
        {
            await over.CancelAsync();
            await reading;
        }
    }

    // Whatever goes wrong while reading is thrown where the items are asked for.
    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items, ChannelWriter<T> read, CancellationToken stop)
    {
        try
        {
            await foreach (var item in items.WithCancellation(stop)) await read.WriteAsync(item, stop);
            read.Complete();
        }
        catch (Exception fault)
        {
            read.Complete(fault);
        }
    }
}

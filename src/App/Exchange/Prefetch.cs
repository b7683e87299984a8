using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Huanxin.App.Exchange;

/// <summary>Reads ahead on another core while what was read is being worked on.</summary>
internal static class Prefetch
{
    private const int ChunksAhead = 2;

    /// <param name="items">Asked for by one thread after the other, never by two at once.</param>
    public static async IAsyncEnumerable<IReadOnlyList<T>> InChunks<T>(
        IAsyncEnumerable<T> items, int size, [EnumeratorCancellation] CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var chunks = Channel.CreateBounded<IReadOnlyList<T>>(ChunksAhead);
        var reading = Task.Run(() => ReadAsync(items, size, chunks.Writer, over.Token), CancellationToken.None);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(stop)) yield return chunk;
        }
        finally
        {
            await over.CancelAsync();
            await reading;
        }
    }

    // Whatever goes wrong while reading is thrown where the chunks are asked for.
    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items, int size, ChannelWriter<IReadOnlyList<T>> chunks, CancellationToken stop)
    {
        try
        {
            await foreach (var chunk in items.Chunk(size).WithCancellation(stop)) await chunks.WriteAsync(chunk, stop);
            chunks.Complete();
        }
        catch (Exception fault)
        {
            chunks.Complete(fault);
        }
    }
}

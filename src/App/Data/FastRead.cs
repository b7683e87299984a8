using System.Runtime.CompilerServices;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Data;

/// <summary>Many records of one kind, one after the other: the fast road out, as <see cref="BulkSave"/> is the one in.</summary>
public static class FastRead
{
    /// <summary>The rows of a query, in its order and as nobody's to change, read past the mapper.</summary>
    /// <param name="unread">Properties that are left as a new record has them, because nobody will look at them.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        this AppDb db, IQueryable<T> rows, IReadOnlyCollection<string> unread, [EnumeratorCancellation] CancellationToken stop) where T : Record
    {
        var shape = ReadShape<T>.Of(db, unread);
        await using var command = shape.Select(rows).CreateDbCommand();
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var row = await db.Dialect.OpenRowsAsync(command, stop);
            while (await row.NextAsync(stop)) yield return row.Read(shape.Make);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.App.Security;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Communities.Imports;

/// <summary>
/// Keeps what a check plans, as long as it is nothing but new records. A small ledger fills no piece and leaves no file: it is planned again in no
/// time. A disk that takes no more ends it quietly, since the check does not need it.
/// </summary>
internal sealed class PreparedWriter(Cipher cipher, byte[] ground, string unfinished, string path) : IPlanTarget, IDisposable
{
    private const int FullAt = 1 << 16;
    private readonly RecordTape tape = new();
    private FileStream? file;
    private bool isOver;
    private int pieces;

    public Task SettleAsync(CancellationToken stop) => Task.CompletedTask;

    public Task KeepAsync(AppDb db, PlannedBatch batch, CancellationToken stop)
    {
        if (batch.ChangedNames.Count > 0) Dispose();
        Keep(RowShape.Of(db, typeof(Core.Communities.Community)), batch.Communities);
        Keep(RowShape.Of(db, typeof(Core.Communities.Building)), batch.Buildings);
        return Task.CompletedTask;
    }

    /// <summary>Makes it good: from now on an import may use it.</summary>
    public void Seal() => Try(() =>
    {
        if (file is null) return;

        if (tape.Written.Length > 0) WritePiece();
        WritePiece();
        file.Dispose();
        File.Move(unfinished, path, overwrite: true);
    });

    public void Dispose()
    {
        isOver = true;
        file?.Dispose();
        if (file is not null) File.Delete(unfinished);
        file = null;
    }

    private void Keep<T>(RowShape shape, List<T> records) where T : Record => Try(() =>
    {
        foreach (var record in records)
        {
            tape.Add(shape, record);
            if (tape.Written.Length >= FullAt) WritePiece();
        }
    });

    private void Try(Action write)
    {
        if (isOver) return;

        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Dispose();
        }
    }

    private void WritePiece()
    {
        file ??= Create();
        file.Write(PreparedPiece.Head(cipher, ground, pieces++, tape.Written.Span));
        file.Write(tape.Written.Span);
        tape.Clear();
    }

    private FileStream Create()
    {
        var made = OwnerOnly.Create(unfinished);
        made.Write(ground);
        return made;
    }
}

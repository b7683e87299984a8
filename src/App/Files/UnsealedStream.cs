using System.Security.Cryptography;
using Huanxin.App.Security;

namespace Huanxin.App.Files;

/// <summary>
/// A sealed file as the bytes that were stored, from any place on and a piece at a time. What is sealed has to be seekable only where this is to be.
/// Raises <c>StorageTrouble</c> rather than give a byte that was not stored.
/// </summary>
internal sealed class UnsealedStream : Stream
{
    private readonly Stream file;
    private readonly FileSeal seal;
    private readonly string hash;
    private readonly long sealedLength;
    private readonly byte[] piece = new byte[FileSeal.SealedPieceLength];
    private long position;
    // The piece that is open, and the one before which the file stands.
    private long open = -1, next;

    private UnsealedStream(Stream file, long sealedLength, string hash, FileSeal seal) =>
        (this.file, this.sealedLength, this.hash, this.seal, Length) = (file, sealedLength, hash, seal, FileSeal.PlainLength(sealedLength));

    public override bool CanRead => true;

    public override bool CanSeek => file.CanSeek;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            position = value;
        }
    }

    /// <summary>Opens a sealed file of that length, which is at its beginning and belongs to this stream from now on.</summary>
    public static UnsealedStream Open(Stream file, long length, string hash, Cipher cipher)
    {
        try
        {
            return new UnsealedStream(file, length, hash, FileSeal.Read(file, length, hash, cipher));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var read = 0;
        while (read < buffer.Length && position < Length)
        {
            if (Number != open) Unseal(file.ReadAtLeast(Wanted().Span, WantedLength, throwOnEndOfStream: false));
            read += Take(buffer[read..]);
        }

        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken)
        : Number == open && Math.Min(buffer.Length, Length - position) <= FileSeal.PieceLength - Offset ? new(Take(buffer.Span))
        : ReadPiecesAsync(buffer, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var place = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? position : Length);
        if (place < 0) throw new IOException("a place before the beginning");

        return position = place;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            seal.Dispose();
        }

        base.Dispose(disposing);
    }

    private long Number => position / FileSeal.PieceLength;

    private int Offset => (int)(position % FileSeal.PieceLength);

    private int WantedLength => (int)Math.Min(FileSeal.SealedPieceLength, sealedLength - PlaceOf(Number));

    private static long PlaceOf(long number) => FileSeal.HeadLength + (number * FileSeal.SealedPieceLength);

    private async ValueTask<int> ReadPiecesAsync(Memory<byte> buffer, CancellationToken stop)
    {
        var read = 0;
        while (read < buffer.Length && position < Length)
        {
            if (Number != open) Unseal(await file.ReadAtLeastAsync(Wanted(), WantedLength, throwOnEndOfStream: false, stop));
            read += Take(buffer.Span[read..]);
        }

        return read;
    }

    // Room for the piece of this place, with the file before it. Until it is open, none is.
    private Memory<byte> Wanted()
    {
        if (next != Number) file.Position = PlaceOf(Number);
        (open, next) = (-1, -1);
        return piece.AsMemory(0, WantedLength);
    }

    private void Unseal(int read)
    {
        if (read < WantedLength || read < FileSeal.TagLength) throw FileTroubles.Altered(hash);

        try
        {
            seal.Open(piece.AsSpan(0, read), Number, piece.AsSpan(0, read - FileSeal.TagLength));
            (open, next) = (Number, Number + 1);
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw FileTroubles.Altered(hash, fault);
        }
    }

    private int Take(Span<byte> target)
    {
        var count = (int)Math.Min(target.Length, Math.Min(FileSeal.PieceLength - Offset, Length - position));
        if (count <= 0) return 0;

        piece.AsSpan(Offset, count).CopyTo(target);
        position += count;
        return count;
    }
}

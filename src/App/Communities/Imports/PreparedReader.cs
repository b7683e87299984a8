using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Huanxin.App.Security;

namespace Huanxin.App.Communities.Imports;

/// <summary>Gives back what a check made ready, piece by piece, each proved before it is used.</summary>
internal sealed class PreparedReader(Cipher cipher, byte[] ground, FileStream file) : IDisposable
{
    /// <summary>Whether what it was made on is what there is now.</summary>
    public bool IsOnGround { get; } = Begins(file, ground);

    /// <summary>
    /// The records, some at a time as they stand on a tape; raises <see cref="InvalidDataException"/> where the file is not what was made, to the last byte.
    /// </summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        for (var number = 0; await PieceAsync(number, stop) is { Length: > 0 } piece; number++) yield return piece;
    }

    public void Dispose() => file.Dispose();

    private async Task<byte[]> PieceAsync(int number, CancellationToken stop)
    {
        var head = new byte[PreparedPiece.HeadLength];
        if (await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, stop) < head.Length) throw Spoilt();

        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > PreparedPiece.Longest) throw Spoilt();

        var piece = new byte[length];
        if (await file.ReadAtLeastAsync(piece, length, throwOnEndOfStream: false, stop) < length) throw Spoilt();

        return CryptographicOperations.FixedTimeEquals(head, PreparedPiece.Head(cipher, ground, number, piece)) ? piece : throw Spoilt();
    }

    private static bool Begins(FileStream file, byte[] ground)
    {
        Span<byte> begun = stackalloc byte[SHA256.HashSizeInBytes];
        return file.ReadAtLeast(begun, begun.Length, throwOnEndOfStream: false) == begun.Length && begun.SequenceEqual(ground);
    }

    private static InvalidDataException Spoilt() => new("what was made ready for an import is not what was written");
}

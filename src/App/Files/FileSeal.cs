using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Huanxin.App.Data;
using Huanxin.App.Security;

namespace Huanxin.App.Files;

/// <summary>
/// The key of one stored file and what is done with it (docs/decisions/0009). A sealed file is a head and pieces: 64 KiB of its bytes and a tag each,
/// the last one shorter, be it empty. A piece is sealed for its place, the head for the address and the length of the file, and the key is the file's
/// own: nothing can be altered, left out, moved or exchanged without being noticed.
/// </summary>
internal sealed class FileSeal : IDisposable
{
    public const int PieceLength = 1 << 16, TagLength = 16, SealedPieceLength = PieceLength + TagLength, HeadLength = 64;
    private const int NameAt = 8, SaltAt = NameAt + Keyring.LongestName, TagAt = HeadLength - TagLength;
    private readonly byte[] head;
    private readonly byte[] nonce = new byte[12];
    private readonly AesGcm key;

    private FileSeal(byte[] head, AesGcm key) => (this.head, this.key) = (head, key);

    // The number at its end is that of the format.
    private static ReadOnlySpan<byte> Mark => "HUANXIN1"u8;

    private enum Use : byte { Piece, LastPiece, Head }

    /// <summary>The seal of a new file.</summary>
    public static FileSeal New(Cipher cipher)
    {
        var head = new byte[HeadLength];
        Mark.CopyTo(head);
        Encoding.ASCII.GetBytes(cipher.CurrentKey, head.AsSpan(NameAt));
        RandomNumberGenerator.Fill(head.AsSpan(SaltAt..TagAt));
        return new FileSeal(head, KeyOf(head, cipher));
    }

    /// <summary>The seal of a file read from its beginning; raises <see cref="StorageTrouble"/> where it is not that of this address and length.</summary>
    public static FileSeal Read(Stream file, long length, string hash, Cipher cipher)
    {
        var head = new byte[HeadLength];
        var read = file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        if (read < HeadLength || !head.AsSpan().StartsWith(Mark)) throw FileTroubles.NotSealed(hash);

        FileSeal? seal = null;
        try
        {
            seal = new FileSeal(head, KeyOf(head, cipher));
            seal.key.Decrypt(seal.Nonce(0, Use.Head), [], head.AsSpan(TagAt), [], seal.Identity(hash, length));
            return seal;
        }
        catch (CryptographicException fault)
        {
            seal?.Dispose();
            throw fault is AuthenticationTagMismatchException ? FileTroubles.Altered(hash, fault) : FileTroubles.NoKey(hash, fault);
        }
    }

    /// <summary>How many bytes a sealed file of that length holds.</summary>
    public static long PlainLength(long length)
    {
        var (full, rest) = Math.DivRem(length - HeadLength, SealedPieceLength);
        return Math.Max(0, full * PieceLength + rest - TagLength);
    }

    /// <summary>The head, to be written when address and length are known.</summary>
    public ReadOnlyMemory<byte> Head(string hash, long length)
    {
        key.Encrypt(Nonce(0, Use.Head), [], [], head.AsSpan(TagAt), Identity(hash, length));
        return head;
    }

    /// <summary>Seals the first bytes of a piece where they are and puts the tag behind them; one that is not full is the last.</summary>
    public Memory<byte> Seal(byte[] piece, int length, long number)
    {
        var bytes = piece.AsSpan(0, length);
        key.Encrypt(NonceOf(number, length), bytes, bytes, piece.AsSpan(length, TagLength));
        return piece.AsMemory(0, length + TagLength);
    }

    /// <summary>Opens a sealed piece; where it is not that of this place the tag does not fit.</summary>
    public void Open(ReadOnlySpan<byte> piece, long number, Span<byte> target) =>
        key.Decrypt(NonceOf(number, target.Length), piece[..^TagLength], piece[^TagLength..], target);

    public void Dispose() => key.Dispose();

    private static AesGcm KeyOf(byte[] head, Cipher cipher) =>
        cipher.FileKey(Encoding.ASCII.GetString(head.AsSpan(NameAt, Keyring.LongestName)).TrimEnd('\0'), head.AsSpan(SaltAt..TagAt));

    private byte[] NonceOf(long number, int length) => Nonce(number, length < PieceLength ? Use.LastPiece : Use.Piece);

    // Unique, as the key is that of one file.
    private byte[] Nonce(long number, Use use)
    {
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[^1] = (byte)use;
        return nonce;
    }

    private byte[] Identity(string hash, long length)
    {
        var size = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(size, length);
        return [.. head.AsSpan(0, TagAt), .. Convert.FromHexString(hash), .. size];
    }
}

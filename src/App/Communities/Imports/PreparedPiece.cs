using System.Buffers.Binary;
using System.Security.Cryptography;
using Huanxin.App.Security;

namespace Huanxin.App.Communities.Imports;

/// <summary>
/// A prepared file is its ground and then pieces, each with its length and a keyed proof of its bytes, its place and the ground: none can be altered,
/// moved, added or left out without the keyring. An empty one ends the file.
/// </summary>
internal static class PreparedPiece
{
    public const int Longest = 1 << 24, HeadLength = sizeof(int) + SHA256.HashSizeInBytes;

    /// <summary>What stands before a piece: how long it is, and its proof.</summary>
    public static byte[] Head(Cipher cipher, byte[] ground, int number, ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> place = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(place, number);
        hash.AppendData("prepared"u8);
        hash.AppendData(ground);
        hash.AppendData(place);
        hash.AppendData(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(place, bytes.Length);
        return [.. place, .. cipher.Prove(hash.GetHashAndReset())];
    }
}

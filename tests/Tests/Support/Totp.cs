#pragma warning disable CA5350, RS0030 // RFC 6238 is HMAC-SHA1, and the framework checks it against the real clock.
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Huanxin.Tests.Support;

/// <summary>What an authenticator app shows for a key.</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(string base32)
    {
        var bits = string.Concat(base32.Where(char.IsLetterOrDigit).Select(sign => Convert.ToString(Alphabet.IndexOf(sign), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
        var hash = HMACSHA1.HashData(key, step);
        var code = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue) % 1_000_000;
        return code.ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }
}

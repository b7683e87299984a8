using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Huanxin.App.Data;

/// <summary>
/// Keys in the order in which they are made (UUID version 7): a database writes keys that grow many times faster than scattered ones. The chance in
/// them is fetched for many at once, since each asking costs more than the key.
/// </summary>
internal sealed class GrowingKeys(DateTime from)
{
    private const int Length = 16, Fetched = 256, EachMillisecond = 8;
    private readonly byte[] chance = new byte[Length * Fetched];
    private readonly long first = new DateTimeOffset(from).ToUnixTimeMilliseconds();
    private long made;

    public Guid Next()
    {
        var slot = (int)(made % Fetched);
        if (slot == 0) RandomNumberGenerator.Fill(chance);

        // Version and variant as RFC 9562 has them; what of the milliseconds is too fine for the clock stands before the chance.
        var key = chance.AsSpan(slot * Length, Length);
        BinaryPrimitives.WriteInt64BigEndian(key, (first + made / EachMillisecond) << 16 | 0x7000 | made % EachMillisecond << 9 | key[7] | (long)(key[6] & 1) << 8);
        key[8] = (byte)(key[8] & 0x3F | 0x80);
        made++;
        return new Guid(key, bigEndian: true);
    }
}

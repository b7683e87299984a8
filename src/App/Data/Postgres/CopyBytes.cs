using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Huanxin.App.Data.Postgres;

/// <summary>Rows in the server's own binary form: each value as its length and its bytes. <see cref="PostgresRows"/> reads the same.</summary>
internal sealed class CopyBytes : IRowWriter
{
    internal static readonly DateOnly FirstDay = new(2000, 1, 1);
    internal static readonly DateTime FirstMoment = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private const int FullAt = 1 << 16;
    private static readonly byte[] Signature = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private readonly ArrayBufferWriter<byte> written = new(FullAt + (1 << 12));

    public bool IsFull => written.WrittenCount >= FullAt;

    public ReadOnlyMemory<byte> Written => written.WrittenMemory;

    public void Clear() => written.ResetWrittenCount();

    /// <summary>The signature, and that there are neither flags nor more headers.</summary>
    public void Begin()
    {
        Clear();
        written.Write<byte>(Signature);
    }

    /// <summary>Begins a row of so many values.</summary>
    public void Row(int width)
    {
        BinaryPrimitives.WriteInt16BigEndian(written.GetSpan(sizeof(short)), (short)width);
        written.Advance(sizeof(short));
    }

    public void End() => Row(-1);

    public void PutNull()
    {
        BinaryPrimitives.WriteInt32BigEndian(written.GetSpan(sizeof(int)), -1);
        written.Advance(sizeof(int));
    }

    public void Put(string value) => Strict.GetBytes(value, Next(Strict.GetByteCount(value)));

    public void Put(ReadOnlyMemory<byte> text) => text.Span.CopyTo(Next(text.Length));

    public void Put(int value) => BinaryPrimitives.WriteInt32BigEndian(Next(sizeof(int)), value);

    public void Put(long value) => BinaryPrimitives.WriteInt64BigEndian(Next(sizeof(long)), value);

    public void Put(bool value) => Next(1)[0] = value ? (byte)1 : (byte)0;

    public void Put(double value) => BinaryPrimitives.WriteDoubleBigEndian(Next(sizeof(double)), value);

    public void Put(Guid value) => value.TryWriteBytes(Next(16), bigEndian: true, out _);

    public void Put(byte[] value) => value.CopyTo(Next(value.Length));

    // The least and the most stand for times without beginning and without end.
    public void Put(DateOnly value) => Put(value == DateOnly.MinValue ? int.MinValue : value == DateOnly.MaxValue ? int.MaxValue : value.DayNumber - FirstDay.DayNumber);

    public void Put(DateTime value) => Put(value == DateTime.MinValue ? long.MinValue : value == DateTime.MaxValue ? long.MaxValue
        : value.Kind == DateTimeKind.Utc ? (value - FirstMoment).Ticks / TimeSpan.TicksPerMicrosecond
        : throw new ArgumentException("Only UTC is kept.", nameof(value)));

    private Span<byte> Next(int length)
    {
        var space = written.GetSpan(sizeof(int) + length);
        BinaryPrimitives.WriteInt32BigEndian(space, length);
        written.Advance(sizeof(int) + length);
        return space.Slice(sizeof(int), length);
    }
}

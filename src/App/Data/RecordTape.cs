using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Huanxin.App.Data;

/// <summary>What a value on a tape is; it stands before the value.</summary>
internal enum OnTape : byte
{
    Null, False, True, Int32, Int64, Double, Guid, Day, Moment, Text,
}

/// <summary>
/// Takes down new records one behind the other, as their columns would hold them. From there they go to the database, into the trail, or into a file,
/// without being taken apart again: <see cref="TapeReader"/>.
/// </summary>
internal sealed class RecordTape(int capacity = 1 << 16) : IRowWriter
{
    private readonly ArrayBufferWriter<byte> written = new(capacity);

    public ReadOnlyMemory<byte> Written => written.WrittenMemory;

    public void Add(RowShape shape, object record) => shape.PutColumns(record, this);

    /// <summary>Adds what another tape holds.</summary>
    public void Add(ReadOnlySpan<byte> rows) => written.Write(rows);

    public void Clear() => written.ResetWrittenCount();

    public void PutNull() => Next(OnTape.Null, 0);

    public void Put(string value)
    {
        var space = Next(OnTape.Text, sizeof(int) + Encoding.UTF8.GetByteCount(value));
        BinaryPrimitives.WriteInt32LittleEndian(space, space.Length - sizeof(int));
        Encoding.UTF8.GetBytes(value, space[sizeof(int)..]);
    }

    public void Put(ReadOnlyMemory<byte> text)
    {
        var space = Next(OnTape.Text, sizeof(int) + text.Length);
        BinaryPrimitives.WriteInt32LittleEndian(space, text.Length);
        text.Span.CopyTo(space[sizeof(int)..]);
    }

    public void Put(byte[] value) => throw new NotSupportedException("Bytes have no form on a tape yet.");

    public void Put(int value) => BinaryPrimitives.WriteInt32LittleEndian(Next(OnTape.Int32, sizeof(int)), value);

    public void Put(long value) => BinaryPrimitives.WriteInt64LittleEndian(Next(OnTape.Int64, sizeof(long)), value);

    public void Put(bool value) => Next(value ? OnTape.True : OnTape.False, 0);

    public void Put(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Next(OnTape.Double, sizeof(double)), value);

    public void Put(Guid value) => value.TryWriteBytes(Next(OnTape.Guid, TapeReader.GuidLength));

    public void Put(DateOnly value) => BinaryPrimitives.WriteInt32LittleEndian(Next(OnTape.Day, sizeof(int)), value.DayNumber);

    public void Put(DateTime value) => BinaryPrimitives.WriteInt64LittleEndian(Next(OnTape.Moment, sizeof(long)), value.ToBinary());

    private Span<byte> Next(OnTape kind, int length)
    {
        var space = written.GetSpan(length + 1)[..(length + 1)];
        written.Advance(length + 1);
        space[0] = (byte)kind;
        return space[1..];
    }
}

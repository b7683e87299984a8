using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Huanxin.App.Data;

/// <summary>Takes down new records one behind the other, as their columns would hold them; <see cref="TapeReader"/> makes them again.</summary>
internal sealed class RecordTape : IRowWriter
{
    internal const byte Null = 0, Said = 1;
    private readonly ArrayBufferWriter<byte> written = new(1 << 16);

    public ReadOnlySpan<byte> Written => written.WrittenSpan;

    public void Add(RowShape shape, object record) => shape.PutColumns(record, this);

    public void Clear() => written.ResetWrittenCount();

    public void PutNull() => Next(0, Null);

    public void Put(string value)
    {
        var space = Next(sizeof(int) + Encoding.UTF8.GetByteCount(value));
        BinaryPrimitives.WriteInt32LittleEndian(space, space.Length - sizeof(int));
        Encoding.UTF8.GetBytes(value, space[sizeof(int)..]);
    }

    public void Put(ReadOnlyMemory<byte> text)
    {
        var space = Next(sizeof(int) + text.Length);
        BinaryPrimitives.WriteInt32LittleEndian(space, text.Length);
        text.Span.CopyTo(space[sizeof(int)..]);
    }

    public void Put(int value) => BinaryPrimitives.WriteInt32LittleEndian(Next(sizeof(int)), value);

    public void Put(long value) => BinaryPrimitives.WriteInt64LittleEndian(Next(sizeof(long)), value);

    public void Put(bool value) => Next(1)[0] = value ? (byte)1 : (byte)0;

    public void Put(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Next(sizeof(double)), value);

    public void Put(Guid value) => value.TryWriteBytes(Next(16));

    public void Put(DateOnly value) => BinaryPrimitives.WriteInt32LittleEndian(Next(sizeof(int)), value.DayNumber);

    public void Put(DateTime value) => BinaryPrimitives.WriteInt64LittleEndian(Next(sizeof(long)), value.ToBinary());

    public void Put(byte[] value) => throw new NotSupportedException("Bytes have no form on a tape yet.");

    private Span<byte> Next(int length, byte kind = Said)
    {
        var space = written.GetSpan(length + 1)[..(length + 1)];
        written.Advance(length + 1);
        space[0] = kind;
        return space[1..];
    }
}

/// <summary>Reads what a <see cref="RecordTape"/> took down.</summary>
internal sealed class TapeReader(ReadOnlyMemory<byte> tape) : IRowReader
{
    private int at;

    public ValueTask<bool> NextAsync(CancellationToken stop) => new(at < tape.Length);

    public T Read<T>(Func<IRowReader, T> make) => make(this);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public bool TakeNull()
    {
        if (tape.Span[at] == RecordTape.Said) return false;

        at++;
        return true;
    }

    public string TakeString() => Encoding.UTF8.GetString(TakeText());

    public ReadOnlySpan<byte> TakeText()
    {
        var length = TakeInt32();
        at += length;
        return tape.Span.Slice(at - length, length);
    }

    public int TakeInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public long TakeInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public bool TakeBoolean() => Take(1)[0] != 0;

    public double TakeDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public Guid TakeGuid() => new(Take(16));

    public DateOnly TakeDateOnly() => DateOnly.FromDayNumber(TakeInt32());

    public DateTime TakeDateTime() => DateTime.FromBinary(TakeInt64());

    private ReadOnlySpan<byte> Take(int length)
    {
        at += length + 1;
        return tape.Span.Slice(at - length, length);
    }
}

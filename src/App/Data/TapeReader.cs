using System.Buffers.Binary;
using System.Text;

namespace Huanxin.App.Data;

/// <summary>Goes over the rows of a <see cref="RecordTape"/>, each of so many values, and puts those of the row it stands on where they are wanted.</summary>
internal sealed class TapeReader(ReadOnlyMemory<byte> tape, int width)
{
    public const int GuidLength = 16;
    private readonly int[] starts = new int[width];
    private int next;

    /// <summary>Goes to the next row; false where there is none.</summary>
    public bool Next()
    {
        if (next == tape.Length) return false;

        var bytes = tape.Span;
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = next;
            next += 1 + LengthOf(bytes[next..]);
        }

        return true;
    }

    /// <summary>The rows that are left, one after the other in this same reader.</summary>
    public IEnumerable<TapeReader> Rows()
    {
        while (Next()) yield return this;
    }

    public Guid GuidAt(int column) => new(tape.Span.Slice(starts[column] + 1, GuidLength));

    public string? TextAt(int column) => KindAt(column) == OnTape.Null ? null : Encoding.UTF8.GetString(Utf8At(column).Span);

    public void PutAll(IRowWriter to)
    {
        for (var i = 0; i < starts.Length; i++) Put(i, to);
    }

    public void Put(int column, IRowWriter to)
    {
        var value = tape.Span[(starts[column] + 1)..];
        switch (KindAt(column))
        {
            case OnTape.Null: to.PutNull(); break;
            case OnTape.False: to.Put(false); break;
            case OnTape.True: to.Put(true); break;
            case OnTape.Int32: to.Put(BinaryPrimitives.ReadInt32LittleEndian(value)); break;
            case OnTape.Int64: to.Put(BinaryPrimitives.ReadInt64LittleEndian(value)); break;
            case OnTape.Double: to.Put(BinaryPrimitives.ReadDoubleLittleEndian(value)); break;
            case OnTape.Guid: to.Put(new Guid(value[..GuidLength])); break;
            case OnTape.Day: to.Put(DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32LittleEndian(value))); break;
            case OnTape.Moment: to.Put(DateTime.FromBinary(BinaryPrimitives.ReadInt64LittleEndian(value))); break;
            case OnTape.Text: to.Put(Utf8At(column)); break;
            default: throw NoKind();
        }
    }

    private OnTape KindAt(int column) => (OnTape)tape.Span[starts[column]];

    private ReadOnlyMemory<byte> Utf8At(int column)
    {
        var from = starts[column] + 1 + sizeof(int);
        return tape.Slice(from, BinaryPrimitives.ReadInt32LittleEndian(tape.Span[(from - sizeof(int))..]));
    }

    private static int LengthOf(ReadOnlySpan<byte> value) => (OnTape)value[0] switch
    {
        OnTape.Null or OnTape.False or OnTape.True => 0,
        OnTape.Int32 or OnTape.Day => sizeof(int),
        OnTape.Int64 or OnTape.Double or OnTape.Moment => sizeof(long),
        OnTape.Guid => GuidLength,
        OnTape.Text => sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(value[1..]),
        _ => throw NoKind(),
    };

    private static InvalidDataException NoKind() => new("A tape holds a value of no known kind.");
}

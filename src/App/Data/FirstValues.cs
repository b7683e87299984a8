using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Huanxin.App.Data;

/// <summary>
/// Writes the first values of records, each as one JSON object in the columns' own exact form, one behind the other. What a record does not say,
/// be it null or an empty text, is left out.
/// </summary>
internal sealed class FirstValues : IRowWriter, IDisposable
{
    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private const int OneRecord = 1024;
    private readonly ArrayBufferWriter<byte> written = new(4096);
    private readonly Utf8JsonWriter json;
    private JsonEncodedText field;

    public FirstValues() => json = new Utf8JsonWriter(written, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true });

    /// <summary>The object of one record, as text.</summary>
    public static string TextOf(RowShape shape, object record)
    {
        var tape = new RecordTape(OneRecord);
        tape.Add(shape, record);
        var row = new TapeReader(tape.Written, shape.Columns.Count);
        row.Next();
        using var values = new FirstValues();
        return Encoding.UTF8.GetString(values.Add(shape, row).Span);
    }

    /// <summary>Adds the object of the record a tape stands on; it stays good until all are let go of.</summary>
    public ReadOnlyMemory<byte> Add(RowShape shape, TapeReader row)
    {
        var from = written.WrittenCount;
        json.Reset();
        json.WriteStartObject();
        foreach (var (column, name) in shape.Told)
        {
            field = name;
            row.Put(column, this);
        }

        json.WriteEndObject();
        json.Flush();
        return written.WrittenMemory[from..];
    }

    public void Clear() => written.ResetWrittenCount();

    public void Dispose() => json.Dispose();

    public void PutNull()
    {
    }

    public void Put(string value)
    {
        if (value.Length > 0) json.WriteString(field, value);
    }

    public void Put(ReadOnlyMemory<byte> text)
    {
        if (text.Length > 0) json.WriteString(field, text.Span);
    }

    public void Put(int value) => json.WriteNumber(field, value);

    public void Put(long value) => json.WriteNumber(field, value);

    public void Put(bool value) => json.WriteBoolean(field, value);

    public void Put(double value) => json.WriteNumber(field, value);

    public void Put(Guid value) => json.WriteString(field, value);

    public void Put(DateOnly value)
    {
        Span<char> day = stackalloc char[10];
        value.TryFormat(day, out _, "O");
        json.WriteString(field, day);
    }

    public void Put(DateTime value) => json.WriteString(field, value);

    public void Put(byte[] value) => json.WriteBase64String(field, value);
}

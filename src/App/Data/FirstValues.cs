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
    private readonly ArrayBufferWriter<byte> written = new(4096);
    private readonly Utf8JsonWriter json;
    private JsonEncodedText[] fields = [];
    private int at;

    public FirstValues() => json = new Utf8JsonWriter(written, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true });

    /// <summary>The object of one record, as text.</summary>
    public static string TextOf(RowShape shape, object record)
    {
        using var values = new FirstValues();
        return Encoding.UTF8.GetString(values.Add(shape, record).Span);
    }

    /// <summary>Adds the object of a record; it stays good until all are let go of.</summary>
    public ReadOnlyMemory<byte> Add(RowShape shape, object record)
    {
        var from = written.WrittenCount;
        (fields, at) = (shape.Fields, 0);
        json.Reset();
        json.WriteStartObject();
        shape.PutFields(record, this);
        json.WriteEndObject();
        json.Flush();
        return written.WrittenMemory[from..];
    }

    public void Clear() => written.ResetWrittenCount();

    public void Dispose() => json.Dispose();

    public void PutNull() => at++;

    public void Put(string value)
    {
        if (value.Length > 0) json.WriteString(fields[at], value);
        at++;
    }

    public void Put(int value) => json.WriteNumber(fields[at++], value);

    public void Put(long value) => json.WriteNumber(fields[at++], value);

    public void Put(bool value) => json.WriteBoolean(fields[at++], value);

    public void Put(double value) => json.WriteNumber(fields[at++], value);

    public void Put(Guid value) => json.WriteString(fields[at++], value);

    public void Put(DateOnly value)
    {
        Span<char> day = stackalloc char[10];
        value.TryFormat(day, out _, "O");
        json.WriteString(fields[at++], day);
    }

    public void Put(DateTime value) => json.WriteString(fields[at++], value);

    public void Put(byte[] value) => json.WriteBase64String(fields[at++], value);

    public void Put(ReadOnlyMemory<byte> text) => json.WriteString(fields[at++], text.Span);
}

using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Huanxin.App.Operations;

/// <summary>What was counted and hashed of a table's rows: equal on both sides when nothing was lost or altered.</summary>
public sealed record TableSum(long Rows, string Sha256);

/// <summary>Rows as lines of JSON, one array a row, with a running count and SHA-256 of all of them.</summary>
internal sealed class RowLines : IDisposable
{
    private static readonly JsonWriterOptions Spelling = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Cell[] cells;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> line = new(4096);
    private readonly Utf8JsonWriter json;
    private long rows;

    public RowLines(Cell[] cells)
    {
        this.cells = cells;
        json = new Utf8JsonWriter(line, Spelling);
    }

    /// <summary>The line of this row, good until the next one.</summary>
    public ReadOnlySpan<byte> Add(object?[] row)
    {
        line.ResetWrittenCount();
        json.Reset();
        json.WriteStartArray();
        for (var i = 0; i < row.Length; i++) cells[i].Write(json, row[i]);
        json.WriteEndArray();
        json.Flush();
        line.Write("\n"u8);
        hash.AppendData(line.WrittenSpan);
        rows++;
        return line.WrittenSpan;
    }

    public TableSum Sum() => new(rows, Convert.ToHexStringLower(hash.GetCurrentHash()));

    /// <summary>A line back into the values of a row.</summary>
    public static object?[] Parse(Cell[] cells, string text)
    {
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.GetArrayLength() != cells.Length) throw new InvalidDataException("wrong number of values in a row");

        var row = new object?[cells.Length];
        var i = 0;
        foreach (var value in document.RootElement.EnumerateArray()) row[i] = cells[i++].Parse(value);
        return row;
    }

    public void Dispose()
    {
        hash.Dispose();
        json.Dispose();
    }
}
